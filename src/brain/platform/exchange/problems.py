"""Every problem of a body, by JSON pointer and Chinese sentence: for people, once the fast check failed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

import msgspec

from brain.platform.exchange.protocol import MAX_ERRORS
from brain.platform.exchange.scenes.catalogue import scenes
from brain.platform.exchange.scenes.standalone import JsonSchema, schema_of


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`missing`: a required property is absent or blank (103); everything else is 104."""

    loc: str
    message: str
    missing: bool = False


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
TITLES = {
    "string": "文本",
    "integer": "整数",
    "number": "数值",
    "boolean": "真假值",
    "array": "数组",
    "object": "对象",
}
FORMATS = {
    "date": (date, "日期，如 2025-03-01"),
    "date-time": (datetime, "带时区的时刻，如 2025-03-01T08:00:00+08:00"),
}


def report_problems(scene: str, body: bytes) -> list[Problem]:
    """The first 100 problems of a report's body; none when it is in order."""
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return [Problem(loc="", message=f"不是合法的 UTF-8 编码 JSON：{error}")]
    return list(islice(find_problems(scenes()[scene].report_schema, value), MAX_ERRORS))


def record_problems(scene: str, records: list[Any]) -> list[Problem]:
    """The first 100 problems of a scene's records."""
    schema = {"type": "array", "items": scenes()[scene].schema}
    return list(islice(find_problems(schema, records, "/records"), MAX_ERRORS))


def type_problems(kind: type[msgspec.Struct], value: Any) -> list[Problem]:
    """The first 100 problems of what was decoded for a message of this type."""
    return list(islice(find_problems(schema_of(kind), value), MAX_ERRORS))


def find_problems(schema: JsonSchema, value: Any, loc: str = "") -> Iterator[Problem]:
    """Walks the subset of JSON Schema in which scenes and messages are written."""
    kind = schema.get("type")
    if value is None:
        yield Problem(loc=loc, message="不可为 null；没有值的选填项请不要写出")
    elif kind is not None and not _is(kind, value):
        yield Problem(loc=loc, message=f"应为{TITLES[kind]}")
    elif isinstance(value, dict):
        yield from _object(schema, value, loc)
    elif isinstance(value, list):
        yield from _array(schema, value, loc)
    elif "enum" in schema and value not in schema["enum"]:
        yield Problem(loc=loc, message=f"应为以下之一：{'、'.join(map(str, schema['enum']))}")
    elif isinstance(value, str):
        yield from _text(schema, value, loc)
    elif isinstance(value, int | float):
        yield from _number(schema, value, loc)


def _is(kind: str, value: Any) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _object(schema: JsonSchema, value: dict[str, Any], loc: str) -> Iterator[Problem]:
    if "properties" not in schema:
        return  # of a shape that this interface does not lay down
    properties = schema["properties"]
    misspelt = {_camel(name) for name in value if name not in properties}
    for name in schema.get("required", ()):
        if name not in misspelt and _blank(value.get(name), properties[name]):
            yield Problem(
                loc=f"{loc}/{name}", message=f"必填项不可为空{_hint(properties[name])}", missing=True
            )
    for name, item in value.items():
        place = f"{loc}/{name.replace('~', '~0').replace('/', '~1')}"
        if name not in properties:
            hint = f"：{_camel(name)}" if _camel(name) in properties else ""
            yield Problem(loc=place, message=f"不是约定的字段，属性名应为驼峰形式{hint}")
        elif name not in schema.get("required", ()) or not _blank(item, properties[name]):
            yield from find_problems(properties[name], item, place)


def _camel(name: str) -> str:
    return re.sub(r"_+([a-zA-Z0-9])", lambda match: match[1].upper(), name)


def _blank(value: Any, schema: JsonSchema) -> bool:
    """Absent, null, or empty where something has to be said."""
    return value is None or (value == "" and schema.get("type") == "string")


def _hint(schema: JsonSchema) -> str:
    return f"：{schema['description']}" if "description" in schema else ""


def _array(schema: JsonSchema, value: list[Any], loc: str) -> Iterator[Problem]:
    if len(value) < schema.get("minItems", 0):
        yield Problem(loc=loc, message=f"至少 {schema['minItems']} 项", missing=not value)
    if "maxItems" in schema and len(value) > schema["maxItems"]:
        yield Problem(loc=loc, message=f"至多 {schema['maxItems']} 项，现有 {len(value)} 项")
    for position, item in enumerate(value):
        yield from find_problems(schema["items"], item, f"{loc}/{position}")


def _text(schema: JsonSchema, value: str, loc: str) -> Iterator[Problem]:
    if len(value) < schema.get("minLength", 0):
        yield Problem(loc=loc, message=f"至少 {schema['minLength']} 个字符")
    elif "maxLength" in schema and len(value) > schema["maxLength"]:
        yield Problem(loc=loc, message=f"至多 {schema['maxLength']} 个字符，现有 {len(value)} 个")
    elif "pattern" in schema and not re.search(schema["pattern"], value):
        yield Problem(loc=loc, message=f"格式不正确{_hint(schema)}")
    elif "format" in schema and not _has_format(schema["format"], value):
        yield Problem(loc=loc, message=f"应为{FORMATS[schema['format']][1]}")


def _has_format(name: str, value: str) -> bool:
    kind = FORMATS[name][0]
    try:
        read = msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return not isinstance(read, datetime) or read.tzinfo is not None


def _number(schema: JsonSchema, value: float, loc: str) -> Iterator[Problem]:
    if value < schema.get("minimum", value):
        yield Problem(loc=loc, message=f"不可小于 {schema['minimum']}")
    if value > schema.get("maximum", value):
        yield Problem(loc=loc, message=f"不可大于 {schema['maximum']}")
