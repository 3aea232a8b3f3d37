"""Standards that people declare: one declares, another puts it in force; from then on it never changes."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.platform.standards import queries
from brain.platform.standards.contract import CodeEntry, Kind, Revision, Standard, StandardState
from brain.platform.standards.domain import acts
from brain.platform.standards.domain.checking import check, check_edition, check_entries
from brain.platform.standards.service import looking


async def declare(
    session: AsyncSession, standard: Standard, entries: Sequence[CodeEntry], by: str
) -> Revision:
    """The next revision, or the next version of a code table; it waits for a reviewer.

    Told again it is the same. Raises Invalid for what does not hold together.
    """
    check(standard, await looking.in_force(session))
    check_entries(entries)
    await lock(session, "standards", standard.kind, standard.code)
    past = await _past(session, standard.kind, standard.code)
    waiting = next((each for each in past[:1] if each.state is StandardState.WAITING), None)
    if waiting and await _is_same(session, waiting, standard, entries):
        return waiting
    settled = [each for each in past if each.state in looking.SETTLED]
    if standard.edition is not None:
        check_edition(standard, settled)
    elif settled and settled[0].state is StandardState.IN_FORCE and settled[0].standard == standard:
        return settled[0]
    if waiting:
        await queries.decide(session, waiting, StandardState.REPLACED, by, None)
    number = max((each.number for each in past), default=0) + 1
    declared = await queries.add(session, standard, number, entries, by)
    await _ask(session, declared, by)
    return declared


async def _past(session: AsyncSession, kind: Kind, code: str) -> list[Revision]:
    try:
        return await looking.history(session, kind, code)
    except NotFound:
        return []


async def _is_same(
    session: AsyncSession, waiting: Revision, standard: Standard, entries: Sequence[CodeEntry]
) -> bool:
    if waiting.standard != standard:
        return False
    return standard.edition is None or list(await looking.entries(session, waiting)) == list(entries)


async def _ask(session: AsyncSession, declared: Revision, by: str) -> None:
    standard = declared.standard
    await _record(session, declared, acts.DECLARED, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"数据标准“{standard.title}”待批准",
            title_en=f"Standard {standard.title_en} awaits approval",
            body=f"{by} 提出了 {standard.code} 的第 {declared.number} 个修订",
            link=link(standard),
            scope="standards.confirm",
            key=_key(standard.kind, standard.code),
        ),
    )


async def confirm(session: AsyncSession, kind: Kind, code: str, by: str) -> None:
    """In force from now on. Raises Forbidden for whoever declared it."""
    revision = await _waiting(session, kind, code, by)
    check(revision.standard, await looking.in_force(session))
    await _decide(session, revision, StandardState.IN_FORCE, acts.CONFIRMED, by, None)


async def refuse(session: AsyncSession, kind: Kind, code: str, reason: str, by: str) -> None:
    revision = await _waiting(session, kind, code, by)
    await _decide(session, revision, StandardState.REFUSED, acts.REFUSED, by, reason)


async def withdraw(session: AsyncSession, kind: Kind, code: str, reason: str, by: str) -> None:
    """The newest revision in force is no longer so; of a code table the version before it holds again.

    Raises Conflict for what is shipped, and while others in force refer to it.
    """
    await lock(session, "standards", kind, code)
    past = await looking.history(session, kind, code)
    held = [each for each in past if each.state is StandardState.IN_FORCE]
    if not held:
        raise NotFound(f"没有生效的数据标准“{code}”")
    newest, *earlier = held
    if newest.declared_by is None:
        raise Conflict("平台自带的标准不能废止，可以另立修订")
    remains = kind == "code_table" and earlier
    if not remains and (users := await users_of(session, kind, code)):
        raise Conflict(f"{'、'.join(each.title for each in users)} 引用它，不能废止")
    await _decide(session, newest, StandardState.WITHDRAWN, acts.WITHDRAWN, by, reason)


async def users_of(session: AsyncSession, kind: Kind, code: str) -> list[Standard]:
    """The elements in force that refer to a term or a code table."""
    elements = (await looking.in_force(session)).elements.values()
    if kind == "term":
        return [each for each in elements if each.term == code]
    if kind == "code_table":
        return [each for each in elements if each.representation and each.representation.code_table == code]
    return []


async def _waiting(session: AsyncSession, kind: Kind, code: str, by: str) -> Revision:
    await lock(session, "standards", kind, code)
    past = await _past(session, kind, code)
    if not past or past[0].state is not StandardState.WAITING:
        raise NotFound(f"“{code}”没有待批准的修订")
    if past[0].declared_by == by:
        raise Forbidden("提出人不能批准自己提出的标准，请由另一位审批人员批准")
    return past[0]


async def _decide(
    session: AsyncSession, revision: Revision, state: StandardState, act: Act, by: str, reason: str | None
) -> None:
    standard = revision.standard
    await queries.decide(session, revision, state, by, reason)
    await announce(session, Settled(key=_key(standard.kind, standard.code)))
    await _record(session, revision, act, by, reason)
    words = {
        StandardState.IN_FORCE: ("已生效", "is in force"),
        StandardState.REFUSED: (f"没有通过：{reason}", f"was refused: {reason}"),
    }.get(state, (f"已废止：{reason}", f"was withdrawn: {reason}"))
    told = Notice(
        kind="message",
        title=f"数据标准“{standard.title}”{words[0]}",
        title_en=f"Standard {standard.title_en} {words[1]}",
        link=link(standard),
        scope="standards.declare",
    )
    await announce(session, told)


async def _record(
    session: AsyncSession, revision: Revision, act: Act, by: str, reason: str | None = None
) -> None:
    standard = revision.standard
    details = {"revision": revision.number, "reason": reason}
    target = f"{standard.kind}/{standard.code}"
    await announce(session, Recorded(act=act, target=target, title=standard.title, actor=by, details=details))


def _key(kind: Kind, code: str) -> str:
    return f"standards.confirm/{kind}/{code}"


def link(standard: Standard) -> str:
    return f"/standards/{standard.kind}/{standard.code}"
