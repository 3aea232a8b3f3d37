"""Who sees which rows of data sets."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.row_policies import Condition, Grant, Means, PolicyState, RowPolicy
from brain.platform.data_sets.models.catalogue import RowPolicyRow


def _policy(row: RowPolicyRow) -> RowPolicy:
    told = {name: getattr(row, name) for name in RowPolicy.__dataclass_fields__}
    grants = tuple(_grant(each) for each in row.grants)
    return RowPolicy(**told | {"grants": grants, "state": PolicyState(row.state)})


def _grant(told: dict[str, Any]) -> Grant:
    conditions = tuple(
        Condition(column=each["column"], means=Means(each["means"]), values=tuple(each["values"]))
        for each in told["conditions"]
    )
    return Grant(roles=frozenset(told["roles"]), conditions=conditions)


def _told(grant: Grant) -> dict[str, Any]:
    conditions = [
        {"column": each.column, "means": each.means, "values": list(each.values)} for each in grant.conditions
    ]
    return {"roles": sorted(grant.roles), "conditions": conditions}


async def add(
    session: AsyncSession, data_set: str, grants: Sequence[Grant], reason: str, by: str
) -> RowPolicy:
    row = RowPolicyRow(
        data_set=data_set,
        grants=[_told(grant) for grant in grants],
        reason=reason,
        state=PolicyState.WAITING,
        declared_by=by,
        declared_at=now(),
    )
    session.add(row)
    await session.flush()
    return _policy(row)


async def in_force(session: AsyncSession) -> dict[str, tuple[Grant, ...]]:
    """By data set; no grants where people lifted them."""
    rows = await session.scalars(
        select(RowPolicyRow)
        .where(RowPolicyRow.state == PolicyState.IN_FORCE)
        .ext(distinct_on(RowPolicyRow.data_set))
        .order_by(RowPolicyRow.data_set, RowPolicyRow.id.desc())
    )
    return {row.data_set: _policy(row).grants for row in rows}


async def history(session: AsyncSession, data_set: str) -> list[RowPolicy]:
    """The newest first."""
    rows = await session.scalars(
        select(RowPolicyRow).where(RowPolicyRow.data_set == data_set).order_by(RowPolicyRow.id.desc())
    )
    return [_policy(row) for row in rows]


async def waiting(session: AsyncSession, data_set: str) -> RowPolicy | None:
    found = await history(session, data_set)
    return next((each for each in found if each.state is PolicyState.WAITING), None)


async def get(session: AsyncSession, policy_id: int) -> RowPolicy:
    return _policy(await _locked(session, policy_id))


async def decide(session: AsyncSession, policy_id: int, state: PolicyState, by: str, answer: str) -> None:
    row = await _locked(session, policy_id)
    row.state, row.decided_by, row.decided_at, row.answer = state, by, now(), answer or None
    await session.flush()


async def _locked(session: AsyncSession, policy_id: int) -> RowPolicyRow:
    row = await session.scalar(
        select(RowPolicyRow).where(RowPolicyRow.id == policy_id).with_for_update(),
        execution_options={"populate_existing": True},
    )
    if row is None:
        raise NotFound("没有这项行策略")
    return row
