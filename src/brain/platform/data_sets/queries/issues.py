"""Issues of quality and what happened to them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.issues import UNRESOLVED, Issue, IssueState, IssueStep
from brain.platform.data_sets.models.quality import IssueRow, IssueStepRow

_NAMES = [each.name for each in fields(Issue)]

Which = Literal["unresolved", "overdue", "open", "in_work", "waiting", "accepted", "resolved"]


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """What of the issues is asked for; None for all."""

    which: Which | None = None
    data_set: str | None = None
    severity: str | None = None
    words: str | None = None


def _issue(row: IssueRow) -> Issue:
    return Issue(**{name: getattr(row, name) for name in _NAMES} | {"state": IssueState(row.state)})


async def of(session: AsyncSession, data_set: str) -> dict[str, Issue]:
    """By rule, locked."""
    rows = await session.scalars(
        select(IssueRow).where(IssueRow.data_set == data_set).with_for_update(),
        execution_options={"populate_existing": True},
    )
    return {row.rule: _issue(row) for row in rows}


async def get(session: AsyncSession, issue_id: int, *, locked: bool = False) -> Issue:
    wanted = select(IssueRow).where(IssueRow.id == issue_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这张质量问题单")
    return _issue(row)


async def add(session: AsyncSession, values: dict[str, Any]) -> Issue:
    row = IssueRow(**values)
    session.add(row)
    await session.flush()
    return _issue(row)


async def change(session: AsyncSession, issue_id: int, values: dict[str, Any]) -> Issue:
    await session.execute(update(IssueRow).where(IssueRow.id == issue_id).values(values))
    return await get(session, issue_id)


async def add_step(session: AsyncSession, issue_id: int, kind: str, text: str, by: str | None) -> None:
    session.add(IssueStepRow(issue_id=issue_id, kind=kind, text=text, by=by, at=now()))
    await session.flush()


async def steps(session: AsyncSession, issue_id: int) -> list[IssueStep]:
    """The newest first."""
    rows = await session.scalars(
        select(IssueStepRow).where(IssueStepRow.issue_id == issue_id).order_by(IssueStepRow.id.desc())
    )
    return [IssueStep(kind=row.kind, text=row.text, by=row.by, at=row.at) for row in rows]


async def page(
    session: AsyncSession, narrowed: Narrowed, *, offset: int, limit: int
) -> tuple[list[Issue], int]:
    """Those to be seen to first by the day they are due, then those that are done."""
    conditions = _conditions(narrowed)
    total = await session.scalar(select(func.count()).select_from(IssueRow).where(*conditions))
    rows = await session.scalars(
        select(IssueRow)
        .where(*conditions)
        .order_by(IssueRow.state.not_in(UNRESOLVED), IssueRow.due, IssueRow.id)
        .offset(offset)
        .limit(limit)
    )
    return [_issue(row) for row in rows], total or 0


def _conditions(narrowed: Narrowed) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if narrowed.which in {"unresolved", "overdue"}:
        found.append(IssueRow.state.in_(UNRESOLVED))
    elif narrowed.which:
        found.append(IssueRow.state == narrowed.which)
    if narrowed.which == "overdue":
        found.append(IssueRow.due < today())
    if narrowed.data_set:
        found.append(IssueRow.data_set == narrowed.data_set)
    if narrowed.severity:
        found.append(IssueRow.severity == narrowed.severity)
    if narrowed.words:
        places = (IssueRow.data_set, IssueRow.message, IssueRow.owner, IssueRow.assignee)
        found.append(or_(*(place.icontains(narrowed.words.strip(), autoescape=True) for place in places)))
    return found


async def unresolved(session: AsyncSession) -> list[Issue]:
    rows = await session.scalars(select(IssueRow).where(IssueRow.state.in_(UNRESOLVED)))
    return [_issue(row) for row in rows]


async def no_longer_accepted(session: AsyncSession, day: date) -> list[Issue]:
    rows = await session.scalars(
        select(IssueRow).where(IssueRow.state == IssueState.ACCEPTED, IssueRow.accepted_until < day)
    )
    return [_issue(row) for row in rows]


async def happened(
    session: AsyncSession, since: datetime, until: datetime, kinds: Sequence[str]
) -> list[tuple[Issue, str]]:
    """The issues to which something of these kinds happened in a span of time, and what."""
    rows = await session.execute(
        select(IssueRow, IssueStepRow.kind)
        .join(IssueStepRow, IssueStepRow.issue_id == IssueRow.id)
        .where(IssueStepRow.at >= since, IssueStepRow.at < until, IssueStepRow.kind.in_(kinds))
        .distinct()
    )
    return [(_issue(row), kind) for row, kind in rows]
