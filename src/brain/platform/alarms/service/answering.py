"""What people do with alarms: see and acknowledge, set aside for a time, take out of service and put back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.alarms.domain import acts
from brain.platform.alarms.domain.rules import LONGEST_SHELF, Importance
from brain.platform.alarms.domain.standing import Entry
from brain.platform.alarms.models import AlarmRow, EntryRow, RuleRow
from brain.platform.alarms.queries import alarms
from brain.platform.alarms.service.keeping import notice, todo
from brain.platform.identity.contract import Caller


async def acknowledge(session: AsyncSession, rule_ids: Sequence[int], remark: str, by: Caller) -> None:
    """Those among them that nobody has acknowledged yet."""
    for rule_id in sorted(set(rule_ids)):
        rule, alarm = await alarms.rule(session, rule_id), await alarms.alarm(session, rule_id)
        if not alarm.acknowledged:
            alarm.acknowledged = True
            _enter(session, rule, Entry.ACKNOWLEDGED, by.name, remark)
            await announce(session, Settled(key=todo(rule_id)))


async def shelve(session: AsyncSession, rule_id: int, minutes: int, why: str, by: Caller) -> None:
    """Nobody is told of it until then, at most for a day; the journal goes on."""
    if not timedelta(0) < timedelta(minutes=minutes) <= LONGEST_SHELF:
        raise Invalid("搁置最长 24 小时", [{"loc": "/body/minutes", "message": "1 到 1440"}])
    rule, alarm = await alarms.rule(session, rule_id), await alarms.alarm(session, rule_id)
    if alarm.out_since is not None:
        raise Conflict("这条报警已退出服务")
    alarm.shelved_until = now() + timedelta(minutes=minutes)
    alarm.shelved_by, alarm.shelved_why = by.name, why
    _enter(session, rule, Entry.SHELVED, by.name, f"{minutes} 分钟：{why}")
    await announce(session, Settled(key=todo(rule_id)))


async def unshelve(session: AsyncSession, rule_id: int, by: Caller) -> None:
    alarm = await alarms.alarm(session, rule_id)
    if alarm.shelved_until is not None:
        await _off_the_shelf(session, alarm, await alarms.rule(session, rule_id), by.name)


async def unshelve_due(node: Node, at: datetime) -> None:
    """Those whose time is over."""
    async with node.database.transaction() as session:
        for alarm in await alarms.shelved_until(session, at):
            rule = await session.get_one(RuleRow, alarm.rule_id)
            await _off_the_shelf(session, alarm, rule, None)


async def _off_the_shelf(session: AsyncSession, alarm: AlarmRow, rule: RuleRow, by: str | None) -> None:
    alarm.shelved_until = alarm.shelved_by = alarm.shelved_why = None
    _enter(session, rule, Entry.UNSHELVED, by, None)
    await _tell_again(session, alarm, rule)


async def take_out(session: AsyncSession, rule_id: int, why: str, by: Caller) -> None:
    """Nobody is told of it until it is put back."""
    rule, alarm = await alarms.rule(session, rule_id), await alarms.alarm(session, rule_id)
    if alarm.out_since is None:
        alarm.out_since, alarm.out_why = now(), why
        alarm.shelved_until = alarm.shelved_by = alarm.shelved_why = None
        _enter(session, rule, Entry.TAKEN_OUT, by.name, why)
        await announce(session, Settled(key=todo(rule_id)))
        told = Recorded(
            act=acts.TAKEN_OUT,
            target=str(rule_id),
            title=rule.title,
            actor=by.username,
            details={"reason": why},
        )
        await announce(session, told)


async def put_back(session: AsyncSession, rule_id: int, by: Caller) -> None:
    rule, alarm = await alarms.rule(session, rule_id), await alarms.alarm(session, rule_id)
    if alarm.out_since is not None:
        alarm.out_since = alarm.out_why = None
        _enter(session, rule, Entry.PUT_BACK, by.name, None)
        await _tell_again(session, alarm, rule)
        told = Recorded(act=acts.PUT_BACK, target=str(rule_id), title=rule.title, actor=by.username)
        await announce(session, told)


async def _tell_again(session: AsyncSession, alarm: AlarmRow, rule: RuleRow) -> None:
    if alarm.active and not alarm.acknowledged and rule.importance in {Importance.CRITICAL, Importance.HIGH}:
        await announce(session, notice(rule, alarm.value))


def _enter(session: AsyncSession, rule: RuleRow, what: Entry, by: str | None, remark: str | None) -> None:
    session.add(
        EntryRow(
            rule_id=rule.id,
            at=now(),
            what=what,
            importance=rule.importance,
            value=None,
            value_at=None,
            by_name=by,
            remark=remark or None,
        )
    )
