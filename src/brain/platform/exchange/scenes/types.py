"""Typed decoders out of JSON Schema: the schema files are the one truth, msgspec does the fast checking."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from brain.platform.exchange.scenes.standalone import JsonSchema


class UnknownKeyword(Exception):
    """A schema file uses a keyword that would be served but not enforced."""


_TEXT = {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"}
_NUMBER = {"minimum": "ge", "maximum": "le"}
_ARRAY = {"minItems": "min_length", "maxItems": "max_length"}
_NOTES = {"type", "description", "title", "examples", "$schema", "$id"}
_KNOWN: dict[str, set[str]] = {
    "string": {*_TEXT, "enum", "format"},
    "integer": {*_NUMBER},
    "number": {*_NUMBER},
    "boolean": set(),
    "array": {*_ARRAY, "items"},
    "object": {"properties", "required", "additionalProperties"},
}
_FORMATS = {"date": date, "date-time": Annotated[datetime, msgspec.Meta(tz=True)]}


def type_of(name: str, schema: JsonSchema) -> Any:
    """The msgspec type of a schema without references."""
    kind = schema["type"]
    unknown = {key for key in schema if not key.startswith("x-")} - _NOTES - _KNOWN[kind]
    if unknown:
        raise UnknownKeyword(f"{name}: {', '.join(sorted(unknown))}")
    return _MAKERS[kind](name, schema)


def _text(_name: str, schema: JsonSchema) -> Any:
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    if "format" in schema:
        return _FORMATS[schema["format"]]
    return _constrained(str, schema, _TEXT)


def _array(name: str, schema: JsonSchema) -> Any:
    items = type_of(f"{name}_item", schema["items"])
    return _constrained(list[items], schema, _ARRAY)  # type: ignore[valid-type]  # a type made at run time


def _object(name: str, schema: JsonSchema) -> type[msgspec.Struct]:
    if schema.get("additionalProperties") is not False:
        raise UnknownKeyword(f"{name}: additionalProperties must be false")
    required = schema["required"]
    needed = [(key, type_of(f"{name}_{key}", schema["properties"][key])) for key in required]
    optional = [
        (key, type_of(f"{name}_{key}", part) | msgspec.UnsetType, msgspec.UNSET)
        for key, part in schema["properties"].items()
        if key not in required
    ]
    # gc=False: records hold no cycles, and 20,000 of them would keep the collector busy.
    return msgspec.defstruct(name, [*needed, *optional], forbid_unknown_fields=True, gc=False)


def _constrained(kind: Any, schema: JsonSchema, keywords: dict[str, str]) -> Any:
    limits = {ours: schema[theirs] for theirs, ours in keywords.items() if theirs in schema}
    return Annotated[kind, msgspec.Meta(**limits)] if limits else kind


_MAKERS = {
    "string": _text,
    "integer": lambda _name, schema: _constrained(int, schema, _NUMBER),
    "number": lambda _name, schema: _constrained(float, schema, _NUMBER),
    "boolean": lambda _name, _schema: bool,
    "array": _array,
    "object": _object,
}
