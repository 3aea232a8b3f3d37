"""Rules: added, changed and retired by engineers; what they said before stays on record."""

from dataclasses import asdict
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Invalid
from brain.kit.events import Recorded, Settled, announce
from brain.platform.alarms.contract import Told
from brain.platform.alarms.domain import acts
from brain.platform.alarms.domain.machine import begun, word
from brain.platform.alarms.domain.rules import Condition, Rule, check
from brain.platform.alarms.domain.standing import Entry
from brain.platform.alarms.models import AlarmRow, EntryRow, RuleRevisionRow, RuleRow
from brain.platform.alarms.queries import alarms
from brain.platform.alarms.service.keeping import READER, micros, todo, told_course
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.contract import NamedPoint, ValueKind
from brain.platform.shop_floor.service import history, naming

_TRUE, _FALSE = {"true", "是", "真", "on", "1"}, {"false", "否", "假", "off", "0"}


async def add(session: AsyncSession, told: Told, by: Caller) -> RuleRow:
    """Watched from now on. Raises Invalid where it could never say anything."""
    told = await _checked(session, told)
    row = RuleRow(retired_at=None, **await _values(session, told, by))
    session.add(row)
    await session.flush()
    at = now()
    session.add(
        AlarmRow(
            rule_id=row.id,
            course=told_course(begun(micros(at))),
            active=False,
            acknowledged=True,
            raised_at=None,
            returned_at=None,
            value=None,
        )
    )
    await _note(session, row, told, acts.ADDED, by)
    if await history.position(session, READER) == 0:
        await history.start_at_newest(session, READER)
    return row


async def change(session: AsyncSession, rule_id: int, told: Told, by: Caller) -> RuleRow:
    """What is active stays so until the new rule has seen a value that says otherwise."""
    row = await alarms.rule(session, rule_id, lock_it=True)
    told = await _checked(session, told)
    if told.rule.point != row.point:
        raise Invalid("规则的测点不能改", [{"loc": "/body/point", "message": "请另立一条规则"}])
    for name, value in (await _values(session, told, by)).items():
        setattr(row, name, value)
    await _note(session, row, told, acts.CHANGED, by)
    return row


async def retire(session: AsyncSession, rule_id: int, by: Caller) -> None:
    row = await alarms.rule(session, rule_id, lock_it=True)
    alarm = await alarms.alarm(session, rule_id)
    row.retired_at, row.revision = now(), await alarms.next_revision(session)
    alarm.active, alarm.acknowledged = False, True
    session.add(
        EntryRow(
            rule_id=row.id,
            at=now(),
            what=Entry.RETIRED,
            importance=row.importance,
            value=None,
            value_at=None,
            by_name=by.name,
            remark=None,
        )
    )
    await announce(session, Settled(key=todo(row.id)))
    await announce(
        session, Recorded(act=acts.RETIRED, target=str(row.id), title=row.title, actor=by.username)
    )


async def _checked(session: AsyncSession, told: Told) -> Told:
    await lock(session, "alarms_rule")
    point = await _point(session, told.rule.point)
    words = tuple(sorted({_tidy(each, point.kind) for each in told.rule.words}))
    rule = Rule(**asdict(told.rule) | {"words": words})
    check(rule, point.kind)
    return Told(**{name: getattr(told, name) for name in Told.__dataclass_fields__} | {"rule": rule})


async def _point(session: AsyncSession, number: int) -> NamedPoint:
    found = await naming.named_points(session, [number])
    if not found or found[0].retired:
        raise Invalid("没有这个测点", [{"loc": "/body/point", "message": "没有这个测点，或已停用"}])
    return found[0]


def _tidy(told: str, kind: ValueKind) -> str:
    plain = word(told)
    if kind is not ValueKind.BOOLEAN:
        return plain
    if plain in _TRUE | _FALSE:
        return "1" if plain in _TRUE else "0"
    raise Invalid("这个测点只有“是”与“否”", [{"loc": "/body/words", "message": f"不认识“{told}”"}])


async def _values(session: AsyncSession, told: Told, by: Caller) -> dict[str, Any]:
    rule = {name: value for name, value in asdict(told.rule).items() if name != "words"}
    return rule | {
        "words": list(told.rule.words),
        "revision": await alarms.next_revision(session),
        "title": told.title,
        "importance": told.importance,
        "cause": told.cause,
        "consequence": told.consequence,
        "action": told.action,
        "respond_minutes": told.respond_minutes,
        "changed_by": by.username,
        "changed_by_name": by.name,
        "changed_at": now(),
    }


async def _note(session: AsyncSession, row: RuleRow, told: Told, act: Act, by: Caller) -> None:
    rule = asdict(told.rule) | {"words": list(told.rule.words)}
    more = {
        "title": told.title,
        "importance": told.importance,
        "cause": told.cause,
        "consequence": told.consequence,
        "action": told.action,
        "respond_minutes": told.respond_minutes,
    }
    revision = RuleRevisionRow(
        rule_id=row.id, revision=row.revision, told=rule | more, by_name=by.name, at=row.changed_at
    )
    session.add(revision)
    await announce(session, Recorded(act=act, target=str(row.id), title=row.title, actor=by.username))


def rule_of(row: RuleRow) -> Rule:
    return Rule(
        point=row.point,
        condition=Condition(row.condition),
        limit=row.limit,
        words=tuple(row.words),
        seconds=row.seconds,
        dead_band=row.dead_band,
        on_delay=row.on_delay,
        off_delay=row.off_delay,
    )
