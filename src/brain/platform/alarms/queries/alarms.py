"""Alarms, rules and the journal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.errors import NotFound
from brain.platform.alarms.models import AlarmRow, EntryRow, RuleRevisionRow, RuleRow


async def rules(session: AsyncSession) -> Sequence[RuleRow]:
    found = await session.scalars(
        select(RuleRow).where(RuleRow.retired_at.is_(None)).order_by(RuleRow.title, RuleRow.id)
    )
    return found.all()


async def rule(session: AsyncSession, rule_id: int, *, lock_it: bool = False) -> RuleRow:
    row = await session.get(RuleRow, rule_id, with_for_update=lock_it)
    if row is None or row.retired_at is not None:
        raise NotFound("没有这条规则，或已停用")
    return row


async def newest_revision(session: AsyncSession) -> int:
    return int(await session.scalar(select(func.coalesce(func.max(RuleRow.revision), 0))) or 0)


async def next_revision(session: AsyncSession) -> int:
    await lock(session, "alarms_rule")
    return await newest_revision(session) + 1


async def revisions(session: AsyncSession, rule_id: int) -> Sequence[RuleRevisionRow]:
    """The newest first."""
    found = await session.scalars(
        select(RuleRevisionRow)
        .where(RuleRevisionRow.rule_id == rule_id)
        .order_by(RuleRevisionRow.revision.desc())
        .limit(100)
    )
    return found.all()


async def alarm(session: AsyncSession, rule_id: int) -> AlarmRow:
    """Locked."""
    row = await session.get(AlarmRow, rule_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这条规则")
    return row


async def alarms(session: AsyncSession, *, lock_them: bool = False) -> list[tuple[AlarmRow, RuleRow]]:
    """Of all rules in use."""
    chosen = (
        select(AlarmRow, RuleRow)
        .join(RuleRow, RuleRow.id == AlarmRow.rule_id)
        .where(RuleRow.retired_at.is_(None))
        .order_by(AlarmRow.raised_at.desc().nulls_last(), RuleRow.id)
    )
    found = await session.execute(chosen.with_for_update(of=AlarmRow) if lock_them else chosen)
    return [(alarm_row, rule_row) for alarm_row, rule_row in found]


async def shelved_until(session: AsyncSession, at: datetime) -> Sequence[AlarmRow]:
    """Alarms whose time on the shelf is over."""
    found = await session.scalars(select(AlarmRow).where(AlarmRow.shelved_until <= at).with_for_update())
    return found.all()


async def journal(
    session: AsyncSession, rule_id: int | None, search: str | None, limit: int, offset: int
) -> tuple[list[tuple[EntryRow, str]], int]:
    """The newest first, with the titles of their rules."""
    chosen = select(EntryRow, RuleRow.title).join(RuleRow, RuleRow.id == EntryRow.rule_id)
    if rule_id is not None:
        chosen = chosen.where(EntryRow.rule_id == rule_id)
    if search:
        like = [each.icontains(search, autoescape=True) for each in (RuleRow.title, EntryRow.remark)]
        chosen = chosen.where(or_(*like))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    found = await session.execute(chosen.order_by(EntryRow.id.desc()).limit(limit).offset(offset))
    return [(entry, title) for entry, title in found], total


_RAISED = text("""
WITH raised AS (
    SELECT rule_id, at, lag(at, 2) OVER (PARTITION BY rule_id ORDER BY at) AS third_last
    FROM alarms_entry WHERE what = 'raised' AND at >= :begin
)
SELECT rule_id, title, count(*) AS raised, max(raised.at) AS last_at,
       count(*) FILTER (WHERE raised.at - third_last <= interval '1 minute') AS chattered
FROM raised JOIN alarms_rule ON alarms_rule.id = rule_id
GROUP BY rule_id, title ORDER BY raised DESC, rule_id
""")
_LOAD = text("""
SELECT count(*) AS windows, max(raised) AS most, count(*) FILTER (WHERE raised > :flood) AS floods
FROM (SELECT date_bin('10 minutes', at, TIMESTAMPTZ '2000-01-01') AS w, count(*) AS raised
      FROM alarms_entry WHERE what = 'raised' AND at >= :begin GROUP BY w) AS counted
""")


async def raised(session: AsyncSession, begin: datetime) -> Sequence[Any]:
    """By rule, the most frequent first: `chattered`, how often for the third time within a minute."""
    return (await session.execute(_RAISED, {"begin": begin})).all()


async def load(session: AsyncSession, begin: datetime, flood: int) -> tuple[int, int]:
    """The most alarms of ten minutes, and how many ten minutes had more than `flood`."""
    row = (await session.execute(_LOAD, {"begin": begin, "flood": flood})).one()
    return int(row.most or 0), int(row.floods)
