"""What can be imported: the data sets of `layouts.toml`, their columns and how each is read."""

import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Any, Final

from brain.kit.datasets import Column, DataSet, Type
from brain.platform.data_warehouse.contract import Family


class Kind(StrEnum):
    """How the text of a cell is read."""

    TEXT = "text"
    CREDIT_CODE = "credit_code"
    NAMES = "names"
    DATE = "date"
    YEAR = "year"
    MONEY = "money"
    CURRENCY = "currency"
    PERCENT = "percent"
    REGION = "region"
    INDUSTRY = "industry"
    PLACE = "place"
    INTEGER = "integer"
    DECIMAL = "decimal"
    NUMBER = "number"
    TIME = "time"
    BOOLEAN = "boolean"


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column; `headers` are other names for it, in Chinese, in English and in registers' vocabulary."""

    name: str
    title: str
    title_en: str
    kind: Kind = Kind.TEXT
    headers: tuple[str, ...] = ()
    required: bool = False
    longest: int = 400


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A data set that can be imported: into a `family` of the master data, into a `data_set` that people
    declared, or, with neither, a code table."""

    name: str
    title: str
    title_en: str
    family: Family | None
    fields: tuple[Field, ...]
    data_set: DataSet | None = None

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @property
    def finds_owner(self) -> bool:
        """Rows may name their enterprise instead of carrying its code: published lists often do."""
        return {"credit_code", "enterprise_name"} <= self.by_name.keys()

    @property
    def needs_code(self) -> bool:
        """Whether a row is rejected when the code of its enterprise is not found."""
        return "credit_code" in self.data_set.keys if self.data_set else self.family is not None


_KINDS: Final = {
    Type.TEXT: Kind.TEXT,
    Type.INTEGER: Kind.INTEGER,
    Type.DECIMAL: Kind.DECIMAL,
    Type.NUMBER: Kind.NUMBER,
    Type.DATE: Kind.DATE,
    Type.TIME: Kind.TIME,
    Type.BOOLEAN: Kind.BOOLEAN,
}
LONGEST_TEXT: Final = 4_000  # characters of a text in a data set that people declared


def layout_of(data_set: DataSet) -> Layout:
    """How files fill the columns of a data set; a row without one of its keys cannot be used."""
    columns = data_set.own_columns
    by_name = any(column.name == "enterprise_name" for column in columns)
    needed = set(data_set.keys) - ({"credit_code"} if by_name else set())
    return Layout(
        name=data_set.full_name,
        title=data_set.title,
        title_en=data_set.title_en,
        family=None,
        fields=tuple(_field(column, needed) for column in columns),
        data_set=data_set,
    )


def _field(column: Column, needed: AbstractSet[str]) -> Field:
    is_code = column.kind == "credit_code" and column.type is Type.TEXT
    return Field(
        name=column.name,
        title=column.title,
        title_en=column.title_en,
        kind=Kind.CREDIT_CODE if is_code else _KINDS[column.type],
        required=column.name in needed,
        longest=LONGEST_TEXT,
    )


def _layout(name: str, table: dict[str, Any]) -> Layout:
    fields = tuple(
        Field(**field | {"kind": Kind(field.get("kind", "text")), "headers": tuple(field.get("headers", ()))})
        for field in table["fields"]
    )
    family = Family(table["family"]) if "family" in table else None
    return Layout(name=name, title=table["title"], title_en=table["title_en"], family=family, fields=fields)


_TEXT: Final = files("brain.platform.ingestion").joinpath("layouts.toml").read_text("utf-8")
LAYOUTS: Final = {name: _layout(name, table) for name, table in tomllib.loads(_TEXT).items()}
ENTERPRISES: Final = LAYOUTS["enterprises"]
