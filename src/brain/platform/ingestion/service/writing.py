"""Bringing checked rows into the warehouse and to data sets, each in its own way."""

from dataclasses import dataclass, field

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.node import Node
from brain.platform.data_sets.service import delivering
from brain.platform.data_sets.service.delivering import Provenance
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Family, Merged, Source
from brain.platform.ingestion.domain.files import UnreadableFile
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.service import owners
from brain.platform.ingestion.service.checking import ROW, Checked
from brain.platform.ingestion.service.duplicates import Seen, warn_of_shared_names

_KEYS = {
    Family.BASIC: ("credit_code",),
    Family.PATENT: ("application_number", "credit_code"),
    Family.TRADEMARK: ("registration_number", "nice_class", "credit_code"),
    Family.INVESTMENT: ("credit_code", "investee_name"),
    Family.HONOUR: ("credit_code", "title", "year"),
}


@dataclass(frozen=True)
class Writer:
    """One import's way into the warehouse. Rows up to `done` were written before and are only remembered."""

    node: Node
    layout: Layout
    delivery: Provenance
    landing_digest: str
    done: int
    seen: Seen = field(default_factory=Seen)

    async def write(self, session: AsyncSession, checked: Checked) -> tuple[Checked, Merged | None]:
        """The problems and rows of this batch that are new, and what the merge of the rows did."""
        settled = await self._settle(session, checked)
        fresh = Checked(
            settled.frame.filter(pl.col(ROW) > self.done),
            [problem for problem in settled.problems if problem.row > self.done],
        )
        if fresh.frame.is_empty():
            return fresh, None
        if self.layout.data_set is not None:
            await delivering.keep(self.node, self.layout.data_set, self.delivery, fresh.frame, ROW)
            count = fresh.frame.height
            return fresh, Merged(inserted=count, changed=0, unchanged=0, first_revision=0, last_revision=None)
        if self.layout.family is None:
            return fresh, await self._replace_industries(session, fresh.frame)
        merged = await warehouse.merge(session, self.layout.family, fresh.frame.drop(ROW), self.source)
        if self.layout.name == "enterprises":
            warn_of_shared_names(fresh, await warehouse.shared_names(session, merged))
        return fresh, merged

    @property
    def source(self) -> Source:
        told = self.delivery
        return Source(
            provider=told.provider,
            title=told.title,
            as_of=told.as_of,
            sample=told.sample,
            landing_digest=self.landing_digest,
        )

    @property
    def _keys(self) -> tuple[str, ...]:
        if self.layout.data_set is not None:
            return self.layout.data_set.keys
        return () if self.layout.family is None else _KEYS[self.layout.family]

    async def _settle(self, session: AsyncSession, checked: Checked) -> Checked:
        keys = self._keys
        if self.layout.finds_owner:
            checked = await owners.find(session, checked, needed=self.layout.needs_code)
            if self.layout.data_set is None:
                checked.frame = checked.frame.drop("enterprise_name")
        if not keys:
            return checked
        title = "、".join(self.layout.by_name[key].title for key in keys)
        checked = self.seen.reject_repeated(checked, keys, title)
        if self.layout.name == "listings":
            return await _with_names(session, checked)
        return checked

    async def _replace_industries(self, session: AsyncSession, frame: pl.DataFrame) -> Merged:
        if self.done or frame[ROW][0] != 1:
            raise UnreadableFile("行业分类表过大，不是 GB/T 4754 全表")
        rows = frame.drop(ROW).with_columns(pl.all().fill_null("")).to_dicts()
        count = await warehouse.replace_industries(session, rows, self.source)
        return Merged(inserted=count, changed=0, unchanged=0, first_revision=0, last_revision=None)


async def _with_names(session: AsyncSession, checked: Checked) -> Checked:
    """A listing only adds to enterprises that are known."""
    known = await warehouse.get_many(session, checked.frame["credit_code"].to_list())
    names = [known[code].name if code in known else None for code in checked.frame["credit_code"].to_list()]
    checked.frame = checked.frame.with_columns(pl.Series("name", names, dtype=pl.String))
    checked.add(
        checked.frame["name"].is_null(),
        ("credit_code", checked.frame["credit_code"]),
        "未匹配到企业",
        fatal=True,
    )
    return checked.without_rejected()
