"""Loads the scenes: schema, example, record type and report decoder of each, in the order of annex 3."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Any, cast

import msgspec

from brain.platform.exchange.messages.report import ReportHead
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.scenes.standalone import JsonSchema, inlined, schema_of
from brain.platform.exchange.scenes.types import type_of

NAMES = (
    "industry_graph",
    "strategy_map",
    "industry_monitoring",
    "investment_promotion",
    "enterprise_migration",
    "group_purchasing",
    "group_sales",
    "digital_finance",
    "shared_logistics",
    "capacity_sharing",
)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A scene as reported; `schema` describes one record and stands alone, `key` names what identifies it."""

    name: str
    title: str
    version: str
    provisional: bool
    interface_class: InterfaceClass
    key: tuple[str, ...]
    schema: JsonSchema
    example: dict[str, Any]
    record_type: type[msgspec.Struct]
    report_type: type[ReportHead]

    @property
    def slug(self) -> str:
        return self.name.replace("_", "-")

    @property
    def decoder(self) -> msgspec.json.Decoder[ReportHead]:
        return _decoder(self.name)

    @property
    def report_schema(self) -> JsonSchema:
        """Of the whole body: the head's properties and the records."""
        head = schema_of(ReportHead)
        records = {"type": "array", "minItems": 1, "items": self.schema, "description": "上报的记录"}
        return head | {
            "title": f"{self.title}上报",
            "properties": {**head["properties"], "records": records},
            "required": [*head["required"], "records"],
        }


@cache
def scenes() -> dict[str, Scene]:
    """By name."""
    return {name: _load(name) for name in NAMES}


@cache
def _decoder(name: str) -> msgspec.json.Decoder[ReportHead]:
    return msgspec.json.Decoder(scenes()[name].report_type)


@cache
def by_slug() -> dict[str, Scene]:
    return {scene.slug: scene for scene in scenes().values()}


def _load(name: str) -> Scene:
    folder = resources.files("brain.platform.exchange.scenes") / "schemas"
    shared = json.loads((folder / "common.json").read_text("utf-8"))["$defs"]
    schema = inlined(json.loads((folder / f"{name}.v1.json").read_text("utf-8")), shared)
    record_type = cast("type[msgspec.Struct]", type_of(name, schema))
    return Scene(
        name=name,
        title=schema["title"],
        version=schema["x-version"],
        provisional=schema["x-provisional"],
        interface_class=InterfaceClass(schema["x-interface-class"]),
        key=tuple(schema["x-key"]),
        schema=schema,
        example=schema["examples"][0],
        record_type=record_type,
        report_type=_report_type(name, record_type),
    )


def _report_type(name: str, record_type: type[msgspec.Struct]) -> type[ReportHead]:
    records = Annotated[list[record_type], msgspec.Meta(min_length=1)]  # type: ignore[valid-type]  # run-time type
    made = msgspec.defstruct(
        f"{name}_report",
        [("records", records)],
        bases=(ReportHead,),
        forbid_unknown_fields=True,
        kw_only=True,
    )
    return cast("type[ReportHead]", made)
