"""Asking to see columns as they are; reviewers decide, leave ends by itself and can be withdrawn."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import today
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.access import Access, AccessState, SeenGrade, check
from brain.platform.data_sets.queries import access
from brain.platform.data_sets.service import granting
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller

DECIDES = "data_sets.confirm"


async def ask(
    session: AsyncSession,
    node: Node,
    caller: Caller,
    name: str,
    columns: frozenset[str],
    wanted: tuple[str, date],
) -> Access:
    """`wanted`: for what, and the last day. Asked again while it waits it is the same request."""
    data_set = (await current(session, node)).get(name)
    await lock(session, "data_sets.access", name, caller.username)
    if (waiting := await access.waiting(session, caller.account_id, name)) is not None:
        if (frozenset(waiting.columns), waiting.purpose, waiting.until) == (columns, *wanted):
            return waiting
        raise Conflict("您对这个数据集的上一项申请还没有审批")
    hidden = frozenset(await granting.shown_to(session, caller, data_set))
    check(columns, hidden, wanted[1], today())
    grades = {
        column.name: SeenGrade(level=column.level, personal=column.personal)
        for column in data_set.columns
        if column.name in columns
    }
    asked = await access.add(session, caller, name, grades, wanted)
    await _record(session, asked, acts.ACCESS_ASKED, caller.username)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"{caller.name} 申请查看“{data_set.title}”的 {'、'.join(sorted(columns))}"[:200],
            title_en=f"{caller.name} asks to see {', '.join(sorted(columns))} of {data_set.title_en}"[:200],
            body=f"用途：{wanted[0]}，至 {wanted[1]}",
            link="/data-sets/access",
            scope=DECIDES,
            key=_key(asked),
        ),
    )
    return asked


async def page(
    session: AsyncSession, caller: Caller, data_set: str | None, paging: Paging
) -> tuple[list[Access], int]:
    """Those of everybody for reviewers, else one's own."""
    whose = None if DECIDES in caller.scopes else caller.account_id
    return await access.page(session, whose, data_set, offset=paging.offset, limit=paging.page_size)


async def grant(session: AsyncSession, caller: Caller, access_id: int) -> None:
    await _decide(
        session, await _waiting(session, caller, access_id), AccessState.GRANTED, caller.username, ""
    )


async def refuse(session: AsyncSession, caller: Caller, access_id: int, reason: str) -> None:
    asked = await _waiting(session, caller, access_id)
    await _decide(session, asked, AccessState.REFUSED, caller.username, reason)


async def withdraw(session: AsyncSession, caller: Caller, access_id: int, reason: str) -> None:
    """By a reviewer, or by whoever asked: a request that waits, or leave that was given."""
    asked = await access.get(session, access_id)
    if asked.account_id != caller.account_id:
        caller.needs(DECIDES)
    if asked.state not in (AccessState.WAITING, AccessState.GRANTED):
        raise Conflict("这项申请已经结束")
    await _decide(session, asked, AccessState.WITHDRAWN, caller.username, reason)


async def _waiting(session: AsyncSession, caller: Caller, access_id: int) -> Access:
    asked = await access.get(session, access_id)
    if asked.state is not AccessState.WAITING:
        raise Conflict("这项申请已经处理过了")
    if asked.account_id == caller.account_id:
        raise Forbidden("不能审批自己的申请，请由另一位审批人员处理")
    return asked


ACTS = {
    AccessState.GRANTED: acts.ACCESS_GRANTED,
    AccessState.REFUSED: acts.ACCESS_REFUSED,
    AccessState.WITHDRAWN: acts.ACCESS_WITHDRAWN,
}
WORDS = {
    AccessState.GRANTED: ("同意", "was granted"),
    AccessState.REFUSED: ("没有同意", "was refused"),
    AccessState.WITHDRAWN: ("收回", "was withdrawn"),
}


async def _decide(session: AsyncSession, asked: Access, state: AccessState, by: str, reason: str) -> None:
    await access.decide(session, asked.id, state, by, reason)
    await announce(session, Settled(key=_key(asked)))
    await _record(session, asked, ACTS[state], by, reason)
    word, word_en = WORDS[state]
    told = Notice(
        kind="message",
        title=f"您查看 {asked.data_set} 的申请已{word}",
        title_en=f"Your request to see {asked.data_set} {word_en}",
        body=reason or f"至 {asked.until}",
        link=f"/data-sets/{asked.data_set.replace('.', '/')}",
        account_id=asked.account_id,
    )
    await announce(session, told)


async def _record(session: AsyncSession, asked: Access, act: Act, by: str, reason: str = "") -> None:
    details = {
        "request": asked.id,
        "columns": sorted(asked.columns),
        "for": asked.username,
        "purpose": asked.purpose,
        "until": asked.until.isoformat(),
        "reason": reason,
    }
    target = asked.data_set.replace(".", "/")
    await announce(session, Recorded(act=act, target=target, title=asked.data_set, actor=by, details=details))


def _key(asked: Access) -> str:
    return f"data_sets.access/{asked.id}"
