"""The grades of columns: looked for in every version, decided by people."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract.readers import DataSetChanged
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.declarations import PERSONAL_LEVEL
from brain.platform.data_sets.domain.grades import Decision, is_open
from brain.platform.data_sets.queries import grades
from brain.platform.data_sets.service import following
from brain.platform.data_sets.service.catalogue import current
from brain.platform.governance import service as governance
from brain.platform.governance.contract import ColumnFinding

SAMPLED = 2_000  # rows of a version by which its columns are identified


def identified(data_set: DataSet, head: pl.DataFrame) -> dict[str, ColumnFinding]:
    """What columns were found to hold, by name."""
    titles = [column.title for column in data_set.columns]
    rows = head.select(column.name for column in data_set.columns).cast(pl.String).rows()
    findings = governance.identify_columns(titles, rows)
    return {
        column.name: finding
        for column, finding in zip(data_set.columns, findings, strict=True)
        if finding is not None
    }


async def note(
    session: AsyncSession, data_set: DataSet, version: int, findings: Mapping[str, ColumnFinding]
) -> None:
    """A to-do for reviewers where something new was found; those grades hold at once."""
    name = data_set.full_name
    await grades.find(session, name, version, findings)
    decided = (await grades.decided(session)).get(name, {})
    new = [column for column, each in findings.items() if is_open(decided.get(column), each.level)]
    if not new:
        await announce(session, Settled(key=_key(name)))
        return
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"“{data_set.title}”的 {'、'.join(new)} 发现更高级别的内容",
            title_en=f"More sensitive content found in {data_set.title_en}: {', '.join(new)}",
            body="已按发现的级别保护，请核对并确定级别",
            link=f"/data-sets/{data_set.tier}/{data_set.name}",
            scope="data_sets.confirm",
            key=_key(name),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Grade:
    column: str
    level: int
    personal: bool
    reason: str
    category: str | None = None
    locked: bool = False


async def decide(session: AsyncSession, node: Node, name: str, wanted: Grade, by: str) -> None:
    """The grade holds at once, and until something worse is found. Without a category that of before stays.

    Raises Invalid for personal data below their lowest grade.
    """
    data_set = (await current(session, node)).get(name)
    if wanted.column not in {each.name for each in data_set.columns}:
        raise NotFound(f"{name} 没有“{wanted.column}”这一列")
    if wanted.personal and wanted.level < PERSONAL_LEVEL:
        raise Invalid(f"个人信息至少为 {PERSONAL_LEVEL} 级")
    found = await grades.found(session, name)
    seen = found[wanted.column].level if wanted.column in found else 0
    before = (await grades.decided(session)).get(name, {}).get(wanted.column)
    category = wanted.category or (before.category if before else None)
    decided = Decision(**asdict(wanted) | {"category": category}, seen_level=seen, by=by, at=now())
    await grades.decide(session, name, [decided])
    details = asdict(wanted)
    target = f"{data_set.tier}/{data_set.name}"
    told = Recorded(act=acts.GRADED, target=target, title=data_set.title, actor=by, details=details)
    await announce(session, told)
    await announce(session, DataSetChanged(data_set=name))
    if before is None or (before.level, before.personal) != (wanted.level, wanted.personal):
        told_of = "，个人信息" if wanted.personal else ""
        change = f"{wanted.column}：{wanted.level} 级{told_of}（{wanted.reason}）"
        await following.tell_declaration(session, data_set, change)
    held = (await grades.decided(session)).get(name, {})
    if not any(is_open(held.get(each), finding.level) for each, finding in found.items()):
        await announce(session, Settled(key=_key(name)))


async def decisions(session: AsyncSession) -> dict[str, dict[str, Decision]]:
    """Those that hold, by data set and column."""
    return await grades.decided(session)


async def findings(session: AsyncSession) -> dict[str, dict[str, ColumnFinding]]:
    """What the newest versions were found to hold, by data set and column."""
    return await grades.all_found(session)


def is_changed(decision: Decision | None, finding: ColumnFinding | None) -> bool:
    """Whether something worse was found than whoever decided had seen."""
    return is_open(decision, finding.level if finding else 0)


def _key(name: str) -> str:
    return f"data_sets.grade/{name}"
