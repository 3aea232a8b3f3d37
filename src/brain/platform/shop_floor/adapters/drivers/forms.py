"""What a person fills in for each protocol, told from the drivers' own shapes so that no form forgets one."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic.alias_generators import to_camel

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.kinds import KINDS

Input = Literal["text", "long_text", "integer", "number", "boolean", "choice"]
_LONG: Final = 2_000  # characters from which on a text has several lines
_INPUTS: Final[dict[str, Input]] = {"integer": "integer", "number": "number", "boolean": "boolean"}


@dataclass(frozen=True, kw_only=True)
class Field:
    """`hint` in Chinese, as the driver tells it."""

    name: str
    input: Input
    required: bool
    default: str | int | float | bool | None
    hint: str
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    kind: str
    settings: tuple[Field, ...]
    address: tuple[Field, ...]


def forms() -> list[Form]:
    return [
        Form(kind=name, settings=_fields(kind.settings), address=_fields(kind.address))
        for name, kind in KINDS.items()
    ]


def _fields(shape: type[Schema]) -> tuple[Field, ...]:
    """Lists and tables of settings stay as they come: no form has an input for them yet."""
    schema = shape.model_json_schema(by_alias=False)
    parts = schema.get("$defs", {})
    return tuple(
        _field(name, told, parts, required=name in schema.get("required", ()))
        for name, told in schema["properties"].items()
        if name != "kind" and told.get("type") not in ("array", "object")
    )


def _field(name: str, told: dict[str, Any], parts: dict[str, Any], *, required: bool) -> Field:
    plain = _plain(told, parts)
    options = tuple(str(each) for each in plain.get("enum", ()))
    return Field(
        name=to_camel(name),
        input="choice" if options else _input(plain),
        required=required,
        default=told.get("default"),
        hint=told.get("description", ""),
        options=options,
        low=plain.get("minimum", plain.get("exclusiveMinimum")),
        high=plain.get("maximum", plain.get("exclusiveMaximum")),
    )


def _plain(told: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """Without what says that it may be left empty, and with what it refers to."""
    chosen: dict[str, Any] = next(
        (each for each in told.get("anyOf", ()) if each.get("type") != "null"), told
    )
    reference = chosen.get("$ref")
    return parts[reference.rpartition("/")[2]] if reference else chosen


def _input(plain: dict[str, Any]) -> Input:
    if plain.get("maxLength", 0) >= _LONG:
        return "long_text"
    return _INPUTS.get(plain.get("type", "string"), "text")
