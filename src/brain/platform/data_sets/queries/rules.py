"""What people made of rules of quality."""

from collections import defaultdict
from dataclasses import fields
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.rules import ChangeState, RuleChange
from brain.platform.data_sets.models.quality import RuleChangeRow

_NAMES = [each.name for each in fields(RuleChange)]


def _change(row: RuleChangeRow) -> RuleChange:
    told = {name: getattr(row, name) for name in _NAMES}
    return RuleChange(**told | {"state": ChangeState(row.state)})


async def add(session: AsyncSession, values: dict[str, Any]) -> RuleChange:
    row = RuleChangeRow(asked_at=now(), **values)
    session.add(row)
    await session.flush()
    return _change(row)


async def in_force(session: AsyncSession) -> dict[str, list[RuleChange]]:
    """The newest of each rule, by data set."""
    rows = await session.scalars(
        select(RuleChangeRow)
        .where(RuleChangeRow.state == ChangeState.IN_FORCE)
        .ext(distinct_on(RuleChangeRow.data_set, RuleChangeRow.rule))
        .order_by(RuleChangeRow.data_set, RuleChangeRow.rule, RuleChangeRow.id.desc())
    )
    found: dict[str, list[RuleChange]] = defaultdict(list)
    for row in rows:
        found[row.data_set].append(_change(row))
    return dict(found)


async def history(session: AsyncSession, data_set: str) -> list[RuleChange]:
    """The newest first."""
    rows = await session.scalars(
        select(RuleChangeRow).where(RuleChangeRow.data_set == data_set).order_by(RuleChangeRow.id.desc())
    )
    return [_change(row) for row in rows]


async def get(session: AsyncSession, change_id: int) -> RuleChange:
    row = await session.scalar(
        select(RuleChangeRow).where(RuleChangeRow.id == change_id).with_for_update(),
        execution_options={"populate_existing": True},
    )
    if row is None:
        raise NotFound("没有这次规则改动")
    return _change(row)


async def decide(
    session: AsyncSession, change_id: int, state: ChangeState, by: str, decision: str | None
) -> None:
    values = {"state": state, "decided_by": by, "decided_at": now(), "decision": decision}
    await session.execute(update(RuleChangeRow).where(RuleChangeRow.id == change_id).values(values))
