"""Decoders made from schemas."""

from typing import Any

import msgspec
import pytest

from brain.platform.exchange.scenes.catalogue import NAMES, by_slug, scenes
from brain.platform.exchange.scenes.standalone import inlined
from brain.platform.exchange.scenes.types import UnknownKeyword, type_of


def made(part: dict[str, Any]) -> Any:
    schema = {"type": "object", "properties": {"x": part}, "required": ["x"], "additionalProperties": False}
    return msgspec.json.Decoder(type_of("record", schema))


@pytest.mark.parametrize(
    ("part", "good", "bad"),
    [
        ({"type": "string", "minLength": 1}, '"a"', '""'),
        ({"type": "string", "pattern": "^a"}, '"ab"', '"b"'),
        ({"type": "string", "enum": ["a", "b"]}, '"b"', '"c"'),
        ({"type": "string", "format": "date"}, '"2026-03-31"', '"2026-02-31"'),
        ({"type": "string", "format": "date-time"}, '"2026-03-31T00:00:00Z"', '"2026-03-31T00:00:00"'),
        ({"type": "integer", "minimum": 1, "maximum": 9}, "9", "10"),
        ({"type": "number", "minimum": 0}, "0.5", "-1"),
        ({"type": "boolean"}, "true", "1"),
        ({"type": "array", "items": {"type": "string"}, "maxItems": 1}, '["a"]', '["a", "b"]'),
    ],
)
def test_a_keyword_of_the_schema_is_enforced(part: dict[str, Any], good: str, bad: str) -> None:
    decoder = made(part)

    decoder.decode(f'{{"x": {good}}}')
    with pytest.raises(msgspec.ValidationError):
        decoder.decode(f'{{"x": {bad}}}')


@pytest.mark.parametrize("part", [{"type": "string", "const": "a"}, {"type": "integer", "multipleOf": 2}])
def test_a_schema_with_a_keyword_that_is_not_enforced_is_refused(part: dict[str, Any]) -> None:
    with pytest.raises(UnknownKeyword):
        made(part)


def test_an_open_object_is_refused() -> None:
    with pytest.raises(UnknownKeyword):
        type_of("record", {"type": "object", "properties": {}, "required": []})


def test_optional_fields_may_be_absent_but_not_null() -> None:
    schema = {
        "type": "object",
        "properties": {"x": {"type": "string"}},
        "required": [],
        "additionalProperties": False,
    }
    decoder = msgspec.json.Decoder(type_of("record", schema))

    decoder.decode("{}")
    with pytest.raises(msgspec.ValidationError):
        decoder.decode('{"x": null}')


def test_references_are_replaced_and_what_stands_beside_them_wins() -> None:
    shared = {"code": {"type": "string", "description": "代码"}}

    assert inlined({"$ref": "#/$defs/code", "description": "另一说明"}, shared) == {
        "type": "string",
        "description": "另一说明",
    }


def test_the_ten_scenes_are_found_by_name_and_by_slug() -> None:
    assert list(scenes()) == list(NAMES)
    assert [scene.name for scene in by_slug().values()] == list(NAMES)
    assert "industry-graph" in by_slug()
