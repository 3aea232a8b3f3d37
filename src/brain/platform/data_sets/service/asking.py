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
from brain.platform.data_sets.domain.statements import tables_of
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import granting, views
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller

PATIENCE: Final = 60.0  # seconds a statement may take


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`rows` of at most the limit; `hidden` names the columns that the caller sees masked or not at all."""

    rows: pa.Table
    cut: bool
    hidden: list[str]
    versions: dict[str, Version]
    seconds: float


async def ask(
    session: AsyncSession, node: Node, caller: Caller, statement: str, limit: int, act: Act = ASKED
) -> Answer:
    """Raises Invalid for a statement that does not only read data sets, is wrong or takes too long."""
    names = tables_of(statement)
    catalogue = await current(session, node)
    wanted = {name: catalogue.get(name) for name in sorted(names)}
    built = await builds.latest(session)
    if missing := wanted.keys() - built.keys():
        raise Invalid(f"数据集 {'、'.join(sorted(missing))} 还没有构建")
    shown = {name: await granting.shown_to(session, caller, data_set) for name, data_set in wanted.items()}
    read = {
        name: views.of_version(node.get(Lake), data_set, built[name], shown[name])
        for name, data_set in wanted.items()
    }
    started = time.monotonic()
    found = await asyncio.to_thread(node.get(Engine).ask, statement, read, limit + 1, PATIENCE)
    details = {"statement": statement, "data_sets": sorted(names), "rows": min(found.num_rows, limit)}
    await announce(session, Recorded(act=act, title=statement[:80], details=details))
    return Answer(
        rows=found.slice(0, limit),
        cut=found.num_rows > limit,
        hidden=sorted(f"{name}.{column}" for name, columns in shown.items() for column in columns),
        versions={name: built[name] for name in wanted},
        seconds=time.monotonic() - started,
    )
