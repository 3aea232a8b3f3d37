"""Rules as they are written in TOML or JSON, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final, get_args, get_type_hints

from brain.kit.errors import FieldError, Invalid
from brain.platform.governance.domain.quality import rules
from brain.platform.governance.domain.quality.terms import Rule

KINDS: Final[Mapping[str, type[Rule]]] = {
    kind.kind: kind
    for kind in (
        rules.NotNull,
        rules.Volume,
        rules.Unique,
        rules.Pattern,
        rules.CheckDigit,
        rules.CodeTable,
        rules.Range,
        rules.CrossField,
        rules.Dependency,
        rules.Reference,
        rules.CrossTable,
        rules.Distribution,
        rules.Freshness,
        rules.FreeSql,
    )
}


def read_all(definitions: Sequence[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Raises Invalid with every wrong place, as /number/field."""
    read_rules: list[Rule] = []
    errors: list[FieldError] = []
    for number, definition in enumerate(definitions):
        try:
            rule = read(definition)
        except Invalid as refusal:
            places = refusal.details["fields"]
            errors += [{"loc": f"/{number}{each['loc']}", "message": each["message"]} for each in places]
            continue
        if any(rule.name == other.name for other in read_rules):
            errors.append({"loc": f"/{number}/name", "message": f"名称“{rule.name}”重复"})
        read_rules.append(rule)
    if errors:
        raise Invalid(f"规则有 {len(errors)} 处不正确", fields=errors)
    return tuple(read_rules)


def read(definition: Mapping[str, Any]) -> Rule:
    """One rule; raises Invalid with every field that is missing, unknown or of a wrong type."""
    kind = KINDS.get(str(definition.get("kind")))
    if kind is None:
        raise _invalid({"kind": f"没有这种规则，应为 {'、'.join(KINDS)} 之一"})
    hints = get_type_hints(kind)
    known = {each.name: each for each in fields(kind)}
    wrong = {name: "没有这个字段" for name in definition if name not in known and name != "kind"}
    values: dict[str, Any] = {}
    for name, each in known.items():
        if name not in definition:
            wrong |= {name: "缺少"} if _required(each) else {}
            continue
        try:
            values[name] = _value(hints[name], definition[name])
        except ValueError as error:
            wrong[name] = str(error)
    if wrong:
        raise _invalid(wrong)
    return kind(**values)


def written(rule: Rule) -> dict[str, Any]:
    """The definition that reads as this rule; fields at their default are left out. Dates are ISO texts."""
    values = {
        each.name: _plain(value)
        for each in fields(rule)
        if (value := getattr(rule, each.name)) != each.default
    }
    return {"kind": rule.kind, **values}


def _required(each: "Field[Any]") -> bool:
    return each.default is MISSING


def _invalid(wrong: Mapping[str, str]) -> Invalid:
    text = "；".join(f"{name}：{message}" for name, message in wrong.items())
    return Invalid(text, fields=[{"loc": f"/{name}", "message": each} for name, each in wrong.items()])


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _value(hint: Any, value: Any) -> Any:
    """A value of the hinted type; raises ValueError with a Chinese sentence."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        choices = [each.value for each in hint]
        if value not in choices:
            raise ValueError(f"应为 {'、'.join(choices)} 之一")
        return hint(value)
    if get_args(hint) == (str, ...):
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) and each for each in value):
            raise ValueError("应为文本的列表")
        return tuple(value)
    allowed = get_args(hint) or (hint,)
    if date in allowed and isinstance(value, str):
        return _date(value)
    if type(value) not in allowed and not (type(value) is int and float in allowed):
        raise ValueError(f"应为{'、'.join(_TITLES[each] for each in allowed if each in _TITLES)}")
    if value == "":
        raise ValueError("不能为空")
    return value


_TITLES: Final = {str: "文本", int: "整数", float: "数", bool: "真或假", date: "日期"}


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("应为数或日期（年-月-日）") from error
