"""What rooms above and the assembly know of alarms."""

from dataclasses import dataclass

from brain.platform.alarms.domain.rules import Condition, Importance, Rule

__all__ = ["Condition", "Importance", "Rule", "Told"]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A rule with what people are told of it."""

    rule: Rule
    title: str
    importance: Importance
    cause: str = ""
    consequence: str = ""
    action: str = ""
    respond_minutes: int | None = None
