"""What an alarm is raised for, and what people are told to do about it (IEC 62682, rationalisation)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from brain.kit.errors import FieldError, Invalid
from brain.platform.shop_floor.contract import ValueKind

LONGEST_DELAY: Final = 86_400  # seconds
LONGEST_SHELF: Final = timedelta(hours=24)


class Condition(StrEnum):
    HIGH = "high"  # 高于限值
    LOW = "low"  # 低于限值
    RATE = "rate"  # 变化过快: per minute, up or down
    DISCRETE = "discrete"  # 处于某状态
    SILENT = "silent"  # 多少秒没有有效的值


class Importance(StrEnum):
    """Priority by consequence and time to respond; IEC 62682 advises about 5 % high, 80 % low."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`limit` in the point's unit, of a rate per minute; `words` in lower case; `seconds` of silence;
    delays in seconds. `dead_band`: how far back it has to go before the condition ends."""

    point: int
    condition: Condition
    limit: float | None = None
    words: tuple[str, ...] = ()
    seconds: int | None = None
    dead_band: float = 0.0
    on_delay: int = 0
    off_delay: int = 0


def check(rule: Rule, kind: ValueKind) -> None:
    """Raises Invalid for a rule that could never say anything of a point of this kind."""
    if rule.condition is Condition.DISCRETE:
        problems = [] if rule.words else [_problem("words", "请写明哪些状态要报警")]
    elif rule.condition is Condition.SILENT:
        problems = [] if rule.seconds else [_problem("seconds", "请写明多少秒没有数据要报警")]
    else:
        problems = _of_numbers(rule, kind)
    if problems:
        raise Invalid("这条规则不成立", problems)


def _of_numbers(rule: Rule, kind: ValueKind) -> list[FieldError]:
    problems = []
    if kind not in (ValueKind.NUMBER, ValueKind.INTEGER):
        problems.append(_problem("condition", "这个测点不是数值，只能用状态或失去数据"))
    if rule.limit is None:
        problems.append(_problem("limit", "请写明限值"))
    elif rule.condition is Condition.RATE and rule.limit <= 0:
        problems.append(_problem("limit", "变化速率须大于零"))
    elif rule.condition is Condition.RATE and rule.dead_band >= rule.limit:
        problems.append(_problem("deadBand", "死区须小于限值，否则报警不会消失"))
    return problems


def _problem(field: str, message: str) -> FieldError:
    return {"loc": f"/body/{field}", "message": message}
