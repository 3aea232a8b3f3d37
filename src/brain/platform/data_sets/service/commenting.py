"""What people say of data sets: written, answered, edited, withdrawn; followers hear of it."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Forbidden, Invalid, NotFound
from brain.kit.events import Notice, Recorded, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.comments import Comment, Thread, check_answerable, check_stands
from brain.platform.data_sets.queries import access, comments, declarations
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller

MODERATES = "data_sets.manage"


async def page(
    session: AsyncSession, node: Node, name: str, column: str | None, paging: Paging
) -> tuple[list[Thread], int]:
    """Of a data set in force, waiting or retired."""
    if name not in (await current(session, node)).by_name and not await declarations.history(session, name):
        raise NotFound(f"没有名为 {name} 的数据集")
    return await comments.page(session, name, column, offset=paging.offset, limit=paging.page_size)


async def write(
    session: AsyncSession, node: Node, caller: Caller, place: tuple[str, str | None], text: str
) -> Comment:
    """`place`: the data set in force, and its column if it is on one."""
    name, column = place
    data_set = (await current(session, node)).get(name)
    if column is not None and column not in {each.name for each in data_set.columns}:
        message = f"没有名为 {column} 的列"
        raise Invalid("评论有误", [{"loc": "/body/column", "message": message}])
    written = await comments.add(session, caller, place, None, text)
    await _tell(session, written, frozenset(), (data_set.title, data_set.title_en))
    return written


async def answer(session: AsyncSession, node: Node, caller: Caller, comment_id: int, text: str) -> Comment:
    answered = await comments.get(session, comment_id)
    data_set = (await current(session, node)).get(answered.data_set)
    check_answerable(answered)
    place = (answered.data_set, answered.column)
    written = await comments.add(session, caller, place, answered.id, text)
    await _tell(session, written, frozenset({answered.account_id}), (data_set.title, data_set.title_en))
    return written


async def edit(session: AsyncSession, caller: Caller, comment_id: int, text: str) -> None:
    """One's own; the same text again is no edit."""
    comment = await comments.get(session, comment_id)
    if comment.account_id != caller.account_id:
        raise Forbidden("只能修改自己的评论")
    check_stands(comment)
    if comment.text != text:
        await comments.edit(session, comment_id, text)


async def withdraw(session: AsyncSession, caller: Caller, comment_id: int, reason: str | None) -> None:
    """One's own, or for a reason anybody's by who may; withdrawn again nothing happens."""
    comment = await comments.get(session, comment_id)
    own = comment.account_id == caller.account_id
    if not own:
        caller.needs(MODERATES)
        if reason is None:
            raise Invalid("请说明原因", [{"loc": "/body/reason", "message": "撤回他人的评论要说明原因"}])
    if comment.withdrawn_at is not None:
        return
    await comments.withdraw(session, comment_id)
    if own:
        return
    recorded = Recorded(
        act=acts.COMMENT_WITHDRAWN,
        target=comment.data_set.replace(".", "/"),
        title=comment.data_set,
        actor=caller.username,
        details={"comment": comment.id, "of": comment.username, "reason": reason},
    )
    await announce(session, recorded)


async def _tell(
    session: AsyncSession, written: Comment, answered: frozenset[int], titles: tuple[str, str]
) -> None:
    """Followers, and who is answered; not the writer."""
    told = (answered | set(await access.followers(session, written.data_set))) - {written.account_id}
    verb, verb_en = ("回复了", "answered a comment on") if written.answers else ("评论了", "commented on")
    for account_id in sorted(told):
        notice = Notice(
            kind="message",
            title=f"{written.name} {verb}“{titles[0]}”"[:200],
            title_en=f"{written.name} {verb_en} {titles[1]}"[:200],
            body=written.text[:400],
            link=f"/data-sets/{written.data_set.replace('.', '/')}",
            account_id=account_id,
        )
        await announce(session, notice)
