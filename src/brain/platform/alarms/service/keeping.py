"""How a course is kept in the database, and how people are told of an alarm."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from brain.kit.events import Notice
from brain.platform.alarms.domain.machine import Course, Value, word
from brain.platform.alarms.models import RuleRow

READER: Final = "alarms"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def micros(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(at: int) -> datetime:
    return _EPOCH + timedelta(microseconds=at)


def told_course(course: Course) -> dict[str, Any]:
    return asdict(course)


def course_of(told: dict[str, Any]) -> Course:
    return Course(**told)


def spoken(value: Value) -> str | None:
    if value is None:
        return None
    text = (
        f"{value:.6g}" if isinstance(value, float) else word(value) if isinstance(value, bool) else str(value)
    )
    return text.replace("\0", "")[:200]


def todo(rule_id: int) -> str:
    return f"alarms.alarm/{rule_id}"


def notice(rule: RuleRow, value: str | None) -> Notice:
    """For whoever may acknowledge: what it is, what it leads to, what to do."""
    told = [f"取值 {value}" if value is not None else "", rule.consequence, rule.action]
    return Notice(
        kind="todo",
        title=f"报警：{rule.title}",
        title_en=f"Alarm: {rule.title}",
        body="；".join(each for each in told if each),
        link="/alarms",
        scope="alarms.acknowledge",
        key=todo(rule.id),
    )
