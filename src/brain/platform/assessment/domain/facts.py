"""Facts of the factory that answer indicators, and what an answer keeps of them."""

from dataclasses import dataclass
from datetime import datetime

from brain.platform.assessment.domain.indicators import Indicator, Value


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What the gateway knows by itself. `value` is a number, or `yes` or `no`; `explanation` says how it
    was computed."""

    key: str
    value: Value
    unit: str
    as_of: datetime
    source: str
    source_en: str
    explanation: str
    explanation_en: str


def answer_of(indicator: Indicator, fact: Fact) -> Value | None:
    """The answer that the fact stands for; None where it cannot answer this kind of question."""
    if indicator.kind == "yes_no":
        return fact.value if fact.value in {"yes", "no"} else None
    if isinstance(fact.value, str):
        return None
    if indicator.kind == "choice":
        return _option(indicator, fact.value)
    if indicator.kind == "share":
        return min(max(fact.value, 0.0), 100.0)
    return fact.value if fact.value >= 0 else None


def _option(indicator: Indicator, value: float) -> str | None:
    fitting = [each for each in indicator.options if each.from_fact is not None and value >= each.from_fact]
    return max(fitting, key=lambda each: each.from_fact or 0.0).code if fitting else None
