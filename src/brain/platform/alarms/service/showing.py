"""Alarms as people see them: what stands, and how the load of them is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.alarms.domain.standing import Standing, standing
from brain.platform.alarms.models import AlarmRow, RuleRow
from brain.platform.alarms.queries import alarms
from brain.platform.shop_floor.contract import NamedPoint
from brain.platform.shop_floor.service import naming

FLOOD: Final = 10  # alarms in ten minutes, above which nobody can follow (IEC 62682, ISA-18.2)
STALE: Final = timedelta(hours=24)  # an alarm that stands longer tells nobody anything
_ORDER: Final = ("critical", "high", "medium", "low")


@dataclass(frozen=True)
class Shown:
    alarm: AlarmRow
    rule: RuleRow
    point: NamedPoint | None
    standing: Standing


async def all_alarms(session: AsyncSession) -> list[Shown]:
    """Of all rules, those that want a person first, by importance."""
    rows = await alarms.alarms(session)
    named = await naming.named_points(session, {rule.point for _, rule in rows})
    points = {each.number: each for each in named}
    found = [Shown(alarm, rule, points.get(rule.point), _standing(alarm)) for alarm, rule in rows]
    wanted = list(Standing)
    order = [Standing.UNACKNOWLEDGED, Standing.ACKNOWLEDGED, Standing.RETURNED]
    order += [each for each in wanted if each not in order]
    return sorted(found, key=lambda each: (order.index(each.standing), _ORDER.index(each.rule.importance)))


def _standing(alarm: AlarmRow) -> Standing:
    return standing(
        active=alarm.active,
        acknowledged=alarm.acknowledged,
        shelved=alarm.shelved_until is not None and alarm.shelved_until > now(),
        out_of_service=alarm.out_since is not None,
    )


@dataclass(frozen=True)
class Frequent:
    rule_id: int
    title: str
    raised: int
    share: float
    chattered: int
    last_at: datetime


@dataclass(frozen=True)
class Load:
    """Of `days`: how many alarms, the most in ten minutes, in how many ten minutes more than anybody can
    follow, which rules they are of, and which stand for longer than a day."""

    days: int
    raised: int
    per_ten_minutes: float
    most: int
    floods: int
    frequent: Sequence[Frequent]
    stale: int


async def load(session: AsyncSession, days: int) -> Load:
    begin = now() - timedelta(days=days)
    rows = await alarms.raised(session, begin)
    raised = sum(row.raised for row in rows)
    most, floods = await alarms.load(session, begin, FLOOD)
    stale = [
        alarm for alarm, _ in await alarms.alarms(session)
        if alarm.active and alarm.raised_at is not None and alarm.raised_at < now() - STALE
    ]  # fmt: skip
    return Load(
        days=days,
        raised=raised,
        per_ten_minutes=raised / (days * 144),
        most=most,
        floods=floods,
        frequent=[
            Frequent(row.rule_id, row.title, row.raised, row.raised / raised, row.chattered, row.last_at)
            for row in rows[:10]
        ],
        stale=len(stale),
    )
