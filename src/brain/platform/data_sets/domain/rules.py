"""Rules of quality as people change them: over those declared, some only once another person agrees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, TypeAlias

from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid

Definition: TypeAlias = Mapping[str, Any]

LONGEST_OVERRULE: Final = 180  # days
_SEVERITIES: Final = ("warn", "quarantine", "stop")
_STRICTNESS: Final = frozenset({"severity", "tolerated"})


class ChangeState(StrEnum):
    WAITING = "waiting"  # for another person
    IN_FORCE = "in_force"  # it was put into force; a later one may have taken its place
    REFUSED = "refused"
    REPLACED = "replaced"  # by a later one, before anybody decided


@dataclass(frozen=True, kw_only=True)
class RuleChange:
    """What a person makes of a rule: another definition, or none. After `until` it is as it was declared."""

    id: int
    data_set: str
    rule: str
    definition: Definition | None
    until: date | None
    reason: str
    state: ChangeState
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision: str | None


def changed(data_set: DataSet, changes: Iterable[RuleChange], today: date) -> DataSet:
    """The data set with the rules that hold today. `changes`: the newest in force of each rule."""
    rules = {rule["name"]: rule for rule in data_set.rules}
    for change in changes:
        if change.until is not None and change.until < today:
            continue
        if change.definition is None:
            rules.pop(change.rule, None)
        else:
            rules[change.rule] = change.definition
    told = tuple(rules.values())
    return data_set if told == data_set.rules else replace(data_set, rules=told)


def severity(rule: Definition) -> str:
    return str(rule.get("severity", _SEVERITIES[0]))


def needs_confirmation(before: Definition | None, after: Definition | None) -> bool:
    """Another person must agree to what keeps back rows or versions, reads what it likes, or asks for less.

    What is asked for otherwise than before counts as less: only the severity and the share that is tolerated
    can be compared.
    """
    if after is None or severity(after) != "warn" or after["kind"] == "free_sql":
        return True
    return before is not None and _loosens(before, after)


def _loosens(before: Definition, after: Definition) -> bool:
    if _condition(before) != _condition(after):
        return True
    milder = _SEVERITIES.index(severity(after)) < _SEVERITIES.index(severity(before))
    return milder or after.get("tolerated", 0) > before.get("tolerated", 0)


def _condition(rule: Definition) -> dict[str, Any]:
    return {name: value for name, value in rule.items() if name not in _STRICTNESS}


def check_overrule(declared: Definition, wanted: Definition | None, until: date | None, today: date) -> None:
    """A rule that is part of the program is only made stricter, or for some time a warning.

    Raises Invalid for anything else.
    """
    if wanted is None or _condition(declared) != _condition(wanted):
        raise Invalid("平台自带的规则不能删除或改写，只能改变严重程度")
    if _SEVERITIES.index(severity(wanted)) >= _SEVERITIES.index(severity(declared)):
        if until is not None or wanted.get("tolerated", 0) > declared.get("tolerated", 0):
            raise Invalid("平台自带的规则不能放宽允许的比例；加严不需要截止日期")
        return
    if severity(wanted) != "warn" or until is None:
        raise Invalid("平台自带的规则只能在一段时间内降为提醒，请写明截止日期")
    if not today < until <= today + timedelta(days=LONGEST_OVERRULE):
        raise Invalid(f"截止日期应在明天与 {LONGEST_OVERRULE} 天之内")
