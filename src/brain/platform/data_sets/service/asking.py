"""Asking data sets in SQL: what the caller may not see is not in what the statement reads."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.errors import Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.engine import Engine
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.domain.acts import ASKED
from brain.platform.data_sets.domain.statements import Mention, mentions_of
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import granting, views
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller

PATIENCE: Final = 60.0  # seconds a statement may take


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`rows` of at most the limit; `hidden` names the columns that the caller sees masked or not at all;
    `narrowed` the data sets of which the caller sees some rows only;
    `versions` by data set, `@` and the number or time where a past one was asked for."""

    rows: pa.Table
    cut: bool
    hidden: list[str]
    narrowed: list[str]
    versions: dict[str, Version]
    seconds: float


async def ask(
    session: AsyncSession, node: Node, caller: Caller, statement: str, limit: int, act: Act = ASKED
) -> Answer:
    """Raises Invalid for a statement that does not only read data sets, is wrong or takes too long."""
    mentions = sorted(mentions_of(statement), key=lambda mention: mention.key)
    catalogue = await current(session, node)
    wanted = {mention.data_set: catalogue.get(mention.data_set) for mention in mentions}
    built = {mention.key: await _version(session, mention) for mention in mentions}
    shown = {name: await granting.shown_to(session, caller, data_set) for name, data_set in wanted.items()}
    rows = {name: await granting.permitted(session, catalogue, caller, wanted[name]) for name in wanted}
    read = {
        mention.key: views.of_version(
            node.get(Lake),
            wanted[mention.data_set],
            built[mention.key],
            shown[mention.data_set],
            rows[mention.data_set],
        )
        for mention in mentions
    }
    started = time.monotonic()
    found = await asyncio.to_thread(node.get(Engine).ask, statement, read, limit + 1, PATIENCE)
    details = {"statement": statement, "data_sets": sorted(built), "rows": min(found.num_rows, limit)}
    await announce(session, Recorded(act=act, title=statement[:80], details=details))
    return Answer(
        rows=found.slice(0, limit),
        cut=found.num_rows > limit,
        hidden=sorted(f"{name}.{column}" for name, columns in shown.items() for column in columns),
        narrowed=sorted(name for name, permitted in rows.items() if not permitted.whole),
        versions=built,
        seconds=time.monotonic() - started,
    )


async def _version(session: AsyncSession, mention: Mention) -> Version:
    """Raises Invalid where there is none, or none any more."""
    kept = await builds.versions(session, mention.data_set)
    if not kept:
        raise Invalid(f"数据集 {mention.data_set} 还没有构建")
    if mention.number is not None:
        kept = [version for version in kept if version.number == mention.number]
    elif mention.at is not None:
        kept = [version for version in kept if version.built_at <= mention.at]
    if not kept:
        raise Invalid(f"数据集 {mention.data_set} 没有保留这个版本，现有的见数据集页面的“版本”")
    return kept[0]
