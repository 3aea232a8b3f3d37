"""JSON Schemas that stand alone: references replaced by what they mean."""

from functools import cache
from typing import Any

import msgspec

JsonSchema = dict[str, Any]


@cache
def schema_of(message: type[msgspec.Struct]) -> JsonSchema:
    (top,), shared = msgspec.json.schema_components([message])
    found: JsonSchema = inlined(top, shared)
    return found


def inlined(part: Any, shared: dict[str, Any]) -> Any:
    """Put the shared definition in the place of each reference; what stands beside it wins."""
    if isinstance(part, list):
        return [inlined(item, shared) for item in part]
    if not isinstance(part, dict):
        return part
    own = {key: inlined(value, shared) for key, value in part.items() if key != "$ref"}
    if "$ref" not in part:
        return own
    target: JsonSchema = inlined(shared[part["$ref"].rsplit("/", 1)[1]], shared)
    return target | own
