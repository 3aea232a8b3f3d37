"""A data set that grows, and one computed from it: deliveries in any order, and what people do to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

import polars as pl

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Gathered, Type
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.domain.holding import HeldState, as_text
from brain.platform.data_sets.domain.retention import Ground
from brain.platform.data_sets.queries import builds, deliveries, held
from brain.platform.data_sets.service import building, delivering, erasing, forgetting, holding, keeping
from brain.platform.data_sets.service.writing import Build
from tests.conftest import RunningNode

KEYS = ("code", "month")
COLUMNS = (
    Column("code", "编码", "Code"),
    Column("month", "月份", "Month", Type.INTEGER),
    Column("amount", "金额", "Amount", Type.DECIMAL),
)
NOT_NEGATIVE = {
    "kind": "range",
    "name": "not_negative",
    "column": "amount",
    "least": 0,
    "severity": "quarantine",
}
SMALL = {"kind": "range", "name": "small", "column": "amount", "most": 6, "severity": "quarantine"}
TOLD = {"kind": "range", "name": "told", "column": "amount", "most": 3}
Row = tuple[int, int]  # key, amount
_number = count(1)


def own(name: str, keys: Sequence[str], **changes: Any) -> DataSet:
    told = DataSet(
        tier="base",
        name=name,
        title="产能",
        title_en="Capacity",
        about="测试",
        columns=(*COLUMNS, *ORIGIN),
        keys=tuple(keys),
        built=Gathered(whole=False),
        rules=(NOT_NEGATIVE, TOLD),
    )
    return replace(told, **changes)


def computed(source: DataSet, statement: str, **changes: Any) -> DataSet:
    told = DataSet(
        tier="industry",
        name=source.name,
        title="大",
        title_en="Large",
        about="测试",
        columns=(*COLUMNS[:2], Column("twice", "两倍", "Twice", Type.DECIMAL)),
        keys=source.keys,
        built=Derived(statement=statement.format(source.full_name)),
        rules=({**SMALL, "column": "twice"},),
    )
    return replace(told, **changes)


@dataclass
class Growing:
    node: RunningNode
    data_set: DataSet
    derived: DataSet

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue([self.data_set, self.derived])

    def declare(self, **changes: Any) -> None:
        self.data_set = replace(self.data_set, **changes)
        self.node.node.provided[Catalogue] = self.catalogue

    async def deliver(self, rows: Sequence[Row], day: int = 1) -> int:
        number = next(_number)
        frame = pl.DataFrame(
            {
                "code": [f"C{key // 3}" for key, _ in rows],
                "month": [key % 3 for key, _ in rows],
                "amount": pl.Series([amount for _, amount in rows], dtype=pl.Decimal(20, 4)),
                "row": range(1, len(rows) + 1),
            }
        )
        origin = delivering.Provenance(
            id=number, provider="甲", title="报送", as_of=date(2026, 1, day), sample=False, by="one"
        )
        await delivering.keep(self.node.node, self.data_set, origin, frame, "row")
        async with self.node.node.database.transaction() as session:
            await delivering.complete(session, self.node.node, self.data_set, origin)
        return number

    async def withdraw(self, place: int) -> None:
        async with self.node.node.database.transaction() as session:
            known = await deliveries.of(session, self.data_set.full_name)
            if known:
                await delivering.withdraw(session, known[place % len(known)].id, "报错", "one")

    async def decide(self, act: str, place: int) -> None:
        """On one of the rows held back, if there is any."""
        node = self.node.node
        async with node.database.transaction() as session:
            rows, _ = await held.page(session, self.data_set.full_name, HeldState.OPEN, offset=0, limit=50)
            if not rows:
                return
            row = rows[place % len(rows)].id
            match act:
                case "accept":
                    await holding.accept(session, row, "无误", "one")
                case "discard":
                    await holding.discard(session, row, "重复", "one")
                case _:
                    await holding.correct(session, node, row, {"amount": "2"}, "更正", "one")

    async def erase(self, key: int) -> None:
        if not self.data_set.keys:
            return
        node = self.node.node
        wanted = erasing.Wanted(
            rows=[{"code": f"C{key // 3}", "month": str(key % 3)}], ground=Ground.LAW, reason="令"
        )
        async with node.database.transaction() as session:
            asked = await erasing.ask(session, node, self.data_set.full_name, wanted, "one")
            await erasing.approve(session, node, asked.id, "准", "another")
        await forgetting.carry_out(node, asked.id)

    async def build(self) -> None:
        for data_set in (self.data_set, self.derived):
            await building.build(self.node.node, self.catalogue, data_set)

    async def version(self, data_set: DataSet) -> Version | None:
        async with self.node.node.database.transaction() as session:
            return (await builds.latest(session)).get(data_set.full_name)

    async def versions(self) -> list[Version]:
        async with self.node.node.database.transaction() as session:
            return await builds.versions(session, self.data_set.full_name)

    async def upon_last(self) -> list[tuple[bool, str | None]]:
        """How the newest versions of both were built."""
        found = [await self.version(each) for each in (self.data_set, self.derived)]
        return [(each.upon_last, each.full_because) for each in found if each]

    async def published(self, data_set: DataSet) -> Mapping[str, Any] | None:
        """The newest version: its rows, those held back, what rules found."""
        version = await self.version(data_set)
        if version is None:
            return None
        lake = self.node.node.get(Lake)
        return {
            "rows": _sorted(self.rows(version.files)),
            "held": _sorted(self.rows(version.held) if version.held else []),
            "quality": version.quality,
            "counted": (version.rows, version.bytes) == lake.size(version.files),
        }

    def rows(self, files: Sequence[str]) -> list[dict[str, Any]]:
        return pl.concat([pl.read_parquet(path) for path in self.node.node.get(Lake).paths(files)]).to_dicts()

    async def built_from_nothing(self, data_set: DataSet) -> Mapping[str, Any]:
        """The same of a full build of what there is now, which is not published."""
        node = self.node.node
        async with node.database.transaction() as session:
            build = Build(node, self.catalogue, data_set, await builds.latest(session))
            draft = await build.whole(session, "核对")
            checked = build.checked(draft, await held.accepted(session, data_set.full_name))
        rows = [
            row
            for file in checked.folder.glob("*.parquet")
            if file.name != "held.parquet"
            for row in pl.read_parquet(file).to_dicts()
        ]
        kept_back = [row["values"] for row in checked.kept_back.values()]
        node.get(Lake).clear_drafts(data_set)
        return {"rows": _sorted(rows), "held": sorted(kept_back, key=str), "quality": checked.quality}

    async def files(self) -> set[str]:
        """Those on the disk, after a sweep."""
        await keeping.sweep(self.node.node, self.data_set)
        folder = self.node.node.get(Lake).folder
        place = folder / self.data_set.tier / self.data_set.name
        return {str(file.relative_to(folder)) for file in place.rglob("*") if file.is_file()}


def _sorted(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str | None]]:
    return sorted((as_text(row) for row in rows), key=str)
