"""The matrix and the taxonomy: one person brings a revision, another confirms it, then it is in force."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.db import lock
from brain.kit.errors import Forbidden, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.platform.governance.service.grading import Grader
from brain.platform.grading.contract import Tables, TablesState
from brain.platform.grading.domain import acts
from brain.platform.grading.queries import tables

PAGE = "/grading/tables"
KEY = "grading.confirm_tables"


async def grader(session: AsyncSession) -> Grader:
    """The rules in force."""
    found = await tables.in_force(session)
    return _grader(found) if found else Grader()


def _grader(found: Tables) -> Grader:
    return Grader.with_tables(f"{Grader().version}-{found.revision}", found.matrix, found.taxonomy)


async def history(session: AsyncSession) -> Sequence[Tables]:
    return await tables.history(session)


async def propose(session: AsyncSession, matrix: str, taxonomy: str, note: str, by: str) -> Tables:
    """Raises Invalid with every wrong place of the two tables."""
    Grader.with_tables("", matrix, taxonomy)
    await lock(session, KEY)
    if before := await tables.waiting(session):
        if (before.matrix, before.taxonomy, before.note, before.proposed_by) == (matrix, taxonomy, note, by):
            return before
        await tables.decide(session, before.revision, TablesState.REPLACED, by, None)
    proposed = await tables.add(session, matrix, taxonomy, note, by)
    await _record(session, acts.TABLES_PROPOSED, proposed, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"分类表与影响矩阵第 {proposed.revision} 版待确认",
            title_en=f"Revision {proposed.revision} of taxonomy and matrix awaits confirmation",
            body=note,
            link=PAGE,
            scope="data_sets.confirm",
            key=KEY,
        ),
    )
    return proposed


async def confirm(session: AsyncSession, by: str) -> Tables:
    """In force from now on, for all data sets. Raises Forbidden for whoever proposed it."""
    return await _decide(session, TablesState.CONFIRMED, acts.TABLES_CONFIRMED, by, None)


async def refuse(session: AsyncSession, reason: str, by: str) -> Tables:
    return await _decide(session, TablesState.REFUSED, acts.TABLES_REFUSED, by, reason)


async def _decide(session: AsyncSession, state: TablesState, act: Act, by: str, reason: str | None) -> Tables:
    await lock(session, KEY)
    waiting = await tables.waiting(session)
    if waiting is None:
        raise NotFound("没有待确认的分类表与影响矩阵")
    if waiting.proposed_by == by:
        raise Forbidden("提交人不能确认自己提交的分类表与影响矩阵，请由另一位审批人员确认")
    await tables.decide(session, waiting.revision, state, by, reason)
    await announce(session, Settled(key=KEY))
    await _record(session, act, waiting, by, reason)
    return waiting


async def _record(session: AsyncSession, act: Act, told: Tables, by: str, reason: str | None = None) -> None:
    details = {"revision": told.revision, "note": told.note, "reason": reason}
    await announce(session, Recorded(act=act, title=f"第 {told.revision} 版", actor=by, details=details))
