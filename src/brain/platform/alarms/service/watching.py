"""Watching values as they are kept, block by block, for as long as the gateway runs.

Where the watch stands, the courses and the journal are written together: killed at any moment it goes on from
there, sees the same blocks again and says the same once.
"""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.clock import now
from brain.kit.events import announce
from brain.kit.node import Node
from brain.kit.series import NO_VALUE, Columns
from brain.platform.alarms.domain.machine import (
    Change,
    Course,
    Happened,
    Value,
    heard,
    passed,
    reviewed,
)
from brain.platform.alarms.domain.rules import Importance, Rule
from brain.platform.alarms.domain.standing import Entry
from brain.platform.alarms.models import AlarmRow, EntryRow, RuleRow
from brain.platform.alarms.queries import alarms
from brain.platform.alarms.service.keeping import (
    READER,
    course_of,
    micros,
    moment,
    notice,
    spoken,
    told_course,
)
from brain.platform.alarms.service.ruling import rule_of
from brain.platform.shop_floor.contract import BAD, Kept
from brain.platform.shop_floor.service import history

LOOK: Final = 0.5  # seconds between looks for new blocks
KEEP: Final = 10.0  # seconds after which the courses are kept though nothing happened
_AT_ONCE: Final = 100  # blocks
_TOLD: Final = frozenset({Importance.CRITICAL, Importance.HIGH})  # of these a to-do is made


@dataclass
class Watch:
    """Rules as they were at `revision`, where each stands, and what is not kept yet."""

    revision: int
    position: int
    rules: dict[int, Rule]
    courses: dict[int, Course]
    happened: list[tuple[int, Happened]] = field(default_factory=list)
    kept: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._of: dict[int, list[int]] = {}
        for rule_id, rule in self.rules.items():
            self._of.setdefault(rule.point, []).append(rule_id)
        self._points = np.array(sorted(self._of), np.uint32)

    def after(self, before: "Watch") -> "Watch":
        """Rules that say something else than before are held against the last value at once."""
        for rule_id, rule in self.rules.items():
            if before.rules.get(rule_id, rule) != rule:
                course, happened = reviewed(rule, self.courses[rule_id], micros(now()))
                self.courses[rule_id] = course
                self.happened += [(rule_id, each) for each in happened]
        return self

    def see(self, kept: Kept) -> None:
        """A block came."""
        at = micros(kept.sealed_at)
        for part in series.unpack(kept.data).parts:
            mine = part.taken(np.isin(part.point, self._points))
            good = mine.taken(
                ((mine.quality & NO_VALUE) == 0) & ((mine.quality & ~np.uint8(NO_VALUE)) != BAD)
            )
            self._hear(good, at)
        self.pass_until(at)
        self.position = kept.number

    def _hear(self, values: Columns, at: int) -> None:
        for number, value_at, value in zip(
            values.point.tolist(), values.at.tolist(), values.value.tolist(), strict=True
        ):
            for rule_id in self._of[number]:
                self._step(rule_id, at, value, value_at)

    def _step(self, rule_id: int, at: int, value: Value, value_at: int) -> None:
        self.courses[rule_id], happened = heard(
            self.rules[rule_id], self.courses[rule_id], at, value, value_at
        )
        self.happened += [(rule_id, each) for each in happened]

    def pass_until(self, at: int) -> None:
        for rule_id, rule in self.rules.items():
            self.courses[rule_id], happened = passed(rule, self.courses[rule_id], at)
            self.happened += [(rule_id, each) for each in happened]


async def watch(node: Node) -> None:
    """Until cancelled."""
    begun = await begin(node)
    while True:
        if await _changed(node, begun.revision):
            await keep(node, begun)
            begun = (await begin(node)).after(begun)
        found = await look(node, begun)
        if begun.happened or time.monotonic() - begun.kept > KEEP:
            await keep(node, begun)
        if not found:
            await asyncio.sleep(LOOK)


async def begin(node: Node) -> Watch:
    async with node.database.transaction() as session:
        found = await alarms.alarms(session)
        return Watch(
            revision=await alarms.newest_revision(session),
            position=await history.position(session, READER),
            rules={rule.id: rule_of(rule) for _, rule in found},
            courses={rule.id: course_of(alarm.course) for alarm, rule in found},
        )


async def _changed(node: Node, revision: int) -> bool:
    async with node.database.transaction() as session:
        return await alarms.newest_revision(session) != revision


async def look(node: Node, begun: Watch) -> bool:
    """See what came; whether there was anything."""
    if not begun.rules:
        return False
    found = await history.after(node, begun.position, _AT_ONCE)
    for kept in found:
        begun.see(kept)
    if not found:
        begun.pass_until(micros(now()))
    return bool(found)


async def keep(node: Node, begun: Watch) -> None:
    """Where it stands, and what happened, at once. Of a rule that was retired meanwhile nothing is kept."""
    async with node.database.transaction() as session:
        rows = {rule.id: (alarm, rule) for alarm, rule in await alarms.alarms(session, lock_them=True)}
        for rule_id, course in begun.courses.items():
            if rule_id in rows:
                rows[rule_id][0].course = told_course(course)
        for rule_id, each in begun.happened:
            if rule_id in rows:
                await _happened(session, *rows[rule_id], each)
        if begun.rules:
            await history.move(session, READER, begun.position)
        else:
            await history.forget_reader(session, READER)
    begun.happened.clear()
    begun.kept = time.monotonic()


async def _happened(session: AsyncSession, alarm: AlarmRow, rule: RuleRow, each: Happened) -> None:
    at, value = moment(each.at), spoken(each.value)
    raised = each.change is Change.RAISED
    session.add(
        EntryRow(
            rule_id=rule.id,
            at=at,
            what=Entry.RAISED if raised else Entry.RETURNED,
            importance=rule.importance,
            value=value,
            value_at=moment(each.value_at) if each.value_at is not None else None,
            by_name=None,
            remark=None,
        )
    )
    alarm.active = raised
    if not raised:
        alarm.returned_at = at
        return
    alarm.raised_at, alarm.returned_at, alarm.value = at, None, value
    alarm.acknowledged = False
    quiet = alarm.shelved_until is not None or alarm.out_since is not None
    if rule.importance in _TOLD and not quiet:
        await announce(session, notice(rule, value))
