"""Who is to see which rows of data sets: proposed by one person, confirmed by another."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.datasets import DataSet
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract.readers import DataSetChanged
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain import row_policies as domain
from brain.platform.data_sets.domain.row_policies import Grant, PolicyState, RowPolicy
from brain.platform.data_sets.queries import row_policies
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import ScopeTable


async def history(session: AsyncSession, node: Node, name: str) -> list[RowPolicy]:
    """The newest first."""
    return await row_policies.history(session, (await current(session, node)).get(name).full_name)


async def propose(
    session: AsyncSession, node: Node, name: str, grants: Sequence[Grant], reason: str, by: str
) -> RowPolicy:
    """Without grants: to lift what is in force. Proposed again while it waits it is the same."""
    data_set = (await current(session, node)).get(name)
    domain.check(grants, data_set, frozenset(node.get(ScopeTable).by_role))
    await lock(session, "data_sets.row_policy", name)
    if (waiting := await row_policies.waiting(session, name)) is not None:
        if (waiting.grants, waiting.reason, waiting.declared_by) == (tuple(grants), reason, by):
            return waiting
        raise Conflict("这个数据集的上一项行策略还没有人确认")
    asked = await row_policies.add(session, name, grants, reason, by)
    await _record(session, data_set, asked, acts.ROW_POLICY_DECLARED, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"“{data_set.title}”的行策略待确认",
            title_en=f"A row policy of {data_set.title_en} waits for a decision",
            body=reason,
            link=f"/data-sets/{data_set.tier}/{data_set.name}",
            scope="data_sets.confirm",
            key=_key(asked),
        ),
    )
    return asked


async def confirm(session: AsyncSession, node: Node, policy_id: int, by: str) -> None:
    """In force at once, for every question from now on."""
    await _decide(session, node, policy_id, PolicyState.IN_FORCE, by, "")


async def refuse(session: AsyncSession, node: Node, policy_id: int, reason: str, by: str) -> None:
    await _decide(session, node, policy_id, PolicyState.REFUSED, by, reason)


async def _decide(
    session: AsyncSession, node: Node, policy_id: int, state: PolicyState, by: str, answer: str
) -> None:
    asked = await row_policies.get(session, policy_id)
    if asked.state is not PolicyState.WAITING:
        raise Conflict("这项行策略已经处理过了")
    if asked.declared_by == by:
        raise Forbidden("不能确认自己提出的行策略，请由另一位审批人员处理")
    data_set = (await current(session, node)).get(asked.data_set)
    await row_policies.decide(session, policy_id, state, by, answer)
    await announce(session, DataSetChanged(data_set=asked.data_set))
    await announce(session, Settled(key=_key(asked)))
    confirmed = state is PolicyState.IN_FORCE
    act = acts.ROW_POLICY_CONFIRMED if confirmed else acts.ROW_POLICY_REFUSED
    await _record(session, data_set, asked, act, by, answer)


async def _record(
    session: AsyncSession, data_set: DataSet, asked: RowPolicy, act: Act, by: str, answer: str = ""
) -> None:
    details = {
        "policy": asked.id,
        "grants": [str(grant) for grant in asked.grants],
        "reason": asked.reason,
        "answer": answer,
    }
    target = f"{data_set.tier}/{data_set.name}"
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=details))


def _key(asked: RowPolicy) -> str:
    return f"data_sets.row_policy/{asked.id}"
