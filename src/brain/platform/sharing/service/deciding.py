"""Ways of sharing: one proposes, others approve, anybody responsible ends; all of it is recorded."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import today
from brain.kit.crypto import sm3, token
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.data_sets.contract.readers import Reader
from brain.platform.data_sets.service import readers
from brain.platform.governance.service.grading import label
from brain.platform.sharing.contract import (
    Approval,
    Checked,
    Manner,
    NotShared,
    Profile,
    Sharing,
    SharingState,
)
from brain.platform.sharing.domain import acts, rules
from brain.platform.sharing.queries import sharings
from brain.platform.sharing.service import checking


async def preview(session: AsyncSession, node: Node, profile: Profile) -> Checked:
    """What the check finds, without proposing anything."""
    return await checking.checked(await checking.ready(session, node, profile))


async def propose(session: AsyncSession, node: Node, profile: Profile, by: str) -> Sharing:
    """It waits for others to approve. Raises Invalid for what breaks a rule, NotShared for what the check
    forbids."""
    await lock(session, "sharing", profile.data_set)
    if before := await sharings.waiting_like(session, profile, by):
        return before
    checked = await preview(session, node, profile)
    _require_allowed(checked)
    proposed = await sharings.add(session, profile, checked, by)
    await record(session, acts.PROPOSED, proposed, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"向“{profile.recipient}”共享 {profile.data_set} 待审批",
            title_en=f"Sharing {profile.data_set} with {profile.recipient} awaits approval",
            body=f"用途：{profile.purpose}；至 {profile.until}；须 {checked.approvals} 人同意",
            link=f"/sharing/{proposed.id}",
            scope="sharing.approve",
            key=_key(proposed),
        ),
    )
    return proposed


async def approve(
    session: AsyncSession, node: Node, sharing_id: int, approval: Approval, *, accepts_risk: bool
) -> Sharing:
    """Checked anew; with the last approval that is needed it is allowed.

    Raises Forbidden for whoever proposed it or approved already, Invalid where people may be told apart and
    nobody accepted that, NotShared for what the check forbids by now, Conflict where ε is used up.
    """
    sharing = await _waiting(session, sharing_id, approval.by)
    if approval.by in {each.by for each in sharing.approvals}:
        raise Forbidden("您已同意，请由另一位审批人员审批")
    await lock(session, "sharing", sharing.profile.data_set)
    checked = await preview(session, node, sharing.profile)
    _require_allowed(checked)
    if checked.is_risky and not accepts_risk:
        raise Invalid(
            "各列合起来可识别个人：请减少列、加强保护，或写明理由并接受风险",
            [{"loc": "/body/acceptsRisk", "message": "须明确接受"}],
        )
    is_last = len(sharing.approvals) + 1 >= checked.approvals
    if is_last and sharing.profile.manner is Manner.COUNTS:
        await _require_budget(session, sharing)
    state = SharingState.ALLOWED if is_last else SharingState.WAITING
    await sharings.approve(session, sharing, checked, approval, state)
    risk = {"accepts_risk": accepts_risk, "raised": checked.raised, "note": approval.note}
    await record(session, acts.APPROVED, sharing, approval.by, risk)
    if is_last:
        await readers.begin(session, _reader(sharing))
        await announce(session, Settled(key=_key(sharing)))
        await _tell_proposer(session, sharing, "已同意", "approved")
    return await sharings.get(session, sharing_id)


async def refuse(session: AsyncSession, sharing_id: int, reason: str, by: str) -> Sharing:
    sharing = await _waiting(session, sharing_id, by)
    await sharings.end(session, sharing, SharingState.REFUSED, by, reason)
    await announce(session, Settled(key=_key(sharing)))
    await record(session, acts.REFUSED, sharing, by, {"reason": reason})
    await _tell_proposer(session, sharing, f"已退回：{reason}", "refused")
    return await sharings.get(session, sharing_id)


async def end(session: AsyncSession, sharing_id: int, reason: str, by: str) -> Sharing:
    """With effect at once. One that has ended stays so."""
    sharing = await sharings.get(session, sharing_id)
    if sharing.state is SharingState.ENDED:
        return sharing
    if sharing.state is SharingState.REFUSED:
        raise Conflict("已退回的共享不必终止")
    await sharings.end(session, sharing, SharingState.ENDED, by, reason)
    await readers.end(session, _key(sharing))
    await announce(session, Settled(key=_key(sharing)))
    await record(session, acts.ENDED, sharing, by, {"reason": reason})
    return await sharings.get(session, sharing_id)


async def give_token(session: AsyncSession, sharing_id: int, by: str) -> str:
    """A new token for the recipient's machines, shown once; the one before is void."""
    sharing = await sharings.get(session, sharing_id)
    require_standing(sharing)
    given = token("bsh")
    await sharings.give_token(session, sharing_id, sm3(given.encode()))
    await record(session, acts.TOKEN_GIVEN, sharing, by)
    return given


async def page(
    session: AsyncSession, words: str | None, state: SharingState | None, paging: Paging
) -> tuple[list[Sharing], int]:
    return await sharings.page(session, words, state, paging)


async def get(session: AsyncSession, sharing_id: int) -> Sharing:
    return await sharings.get(session, sharing_id)


def require_standing(sharing: Sharing) -> None:
    if sharing.state is not SharingState.ALLOWED:
        raise NotShared("这项共享没有生效或已终止")
    if sharing.profile.until < today():
        raise NotShared(f"这项共享已于 {sharing.profile.until} 到期")


async def review(session: AsyncSession, node: Node) -> None:
    """Those past their day end; of the others, what new rows give away or new grades forbid is told."""
    for sharing in await sharings.expired(session, today()):
        await end(session, sharing.id, "已到期", by="system")
    for sharing in await sharings.allowed(session):
        await readers.begin(session, _reader(sharing))
        problem = await recheck(session, node, sharing)
        key = f"sharing.review/{sharing.id}"
        if problem is None:
            await announce(session, Settled(key=key))
            continue
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"向“{sharing.profile.recipient}”的共享已停供，须重新审批",
                title_en=f"Sharing with {sharing.profile.recipient} is held until it is approved anew",
                body=problem,
                link=f"/sharing/{sharing.id}",
                scope="sharing.approve",
                key=key,
            ),
        )


async def recheck(session: AsyncSession, node: Node, sharing: Sharing) -> str | None:
    """Why what was approved may no longer be given as the data and their grades are today, if so."""
    try:
        checked = await preview(session, node, sharing.profile)
    except Invalid as refusal:
        return "；".join([refusal.message, *(each["message"] for each in refusal.details["fields"])])
    if checked.problems:
        return "；".join(checked.problems)
    approved = sharing.checked.raised
    if checked.raised > approved:
        return f"级别由 {label(approved)} 升为 {label(checked.raised)}"
    await sharings.recheck(session, sharing.id, replace(checked, raised=approved))
    return None


def _require_allowed(checked: Checked) -> None:
    if checked.problems:
        raise NotShared("；".join(checked.problems))


async def _require_budget(session: AsyncSession, sharing: Sharing) -> None:
    """ε adds up over all recipients of a data set: they may talk to each other."""
    left = rules.LARGEST_BUDGET - await sharings.committed(session, sharing.profile.data_set)
    if sharing.profile.epsilon > left:
        raise Conflict(f"这个数据集的隐私预算还剩 {left:f}，不足 {sharing.profile.epsilon:f}")


async def _waiting(session: AsyncSession, sharing_id: int, by: str) -> Sharing:
    sharing = await sharings.get(session, sharing_id)
    if sharing.state is not SharingState.WAITING:
        raise Conflict("这项共享不在待审批之列")
    if sharing.proposed_by == by:
        raise Forbidden("提出人不能审批自己提出的共享，请由另一位审批人员审批")
    return sharing


async def _tell_proposer(session: AsyncSession, sharing: Sharing, told: str, told_en: str) -> None:
    profile = sharing.profile
    await announce(
        session,
        Notice(
            kind="message",
            title=f"向“{profile.recipient}”共享 {profile.data_set}：{told}",
            title_en=f"Sharing {profile.data_set} with {profile.recipient}: {told_en}",
            link=f"/sharing/{sharing.id}",
            scope="sharing.propose",
        ),
    )


async def record(
    session: AsyncSession,
    act: Act,
    sharing: Sharing,
    by: str | None,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Without `by` it was the recipient itself."""
    profile = sharing.profile
    details = {"data_set": profile.data_set, "recipient": profile.recipient, **(more or {})}
    await announce(
        session,
        Recorded(
            act=act,
            target=str(sharing.id),
            title=f"{profile.recipient}：{profile.data_set}",
            actor=by,
            actor_name="" if by else profile.recipient,
            details=details,
        ),
    )


def _reader(sharing: Sharing) -> Reader:
    """Part of what breaks if a column goes: the data set cannot be retired while it is shared."""
    profile = sharing.profile
    return Reader(
        key=_key(sharing),
        data_set=profile.data_set,
        columns=tuple(sorted(rules.told_of(profile))),
        title=f"对外共享：{profile.recipient}",
        title_en=f"Shared with {profile.recipient}",
        link=f"/sharing/{sharing.id}",
    )


def _key(sharing: Sharing) -> str:
    return f"sharing.approve/{sharing.id}"
