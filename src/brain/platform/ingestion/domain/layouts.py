"""What can be imported: the data sets of `layouts.toml`, their columns and how each is read."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Any, Final

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
    """A data set that can be imported; `family` is where its rows go, none for a code table."""

    name: str
    title: str
    title_en: str
    family: Family | None
    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @property
    def finds_owner(self) -> bool:
        """Rows may name their enterprise instead of carrying its code: published lists often do."""
        return "enterprise_name" in self.by_name


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
