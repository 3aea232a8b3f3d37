"""The data sets that rooms declare to the industry data warehouse: what they hold and how they are built."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

Tier = Literal["base", "industry", "scenario"]  # 基础库, 行业库, 场景库


class Type(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"  # 20 digits, 4 of them after the point
    NUMBER = "number"  # binary floating point, 64 bits
    DATE = "date"
    TIME = "time"  # an instant, in UTC
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Column:
    """`level`: grade of general data, 1–4 (GB/T 43697-2024 annex H). `personal` values identify people and
    are hidden from whoever may not see them."""

    name: str
    title: str
    title_en: str
    type: Type = Type.TEXT
    level: int = 1
    personal: bool = False


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A copy of tables of the node's own database.

    `statement` reads them, with the columns in their order; `mark` is a cheap statement of one value that
    changes whenever the rows do.
    """

    statement: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Spark SQL over other data sets, by their names `tier.name`."""

    statement: str


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """`keys` identify a row. `about` says what a row is and where the data come from.

    `rules` of data quality as governance reads them (docs/algorithms/data_quality.md): a broken one is told,
    or stops the version from being published.
    """

    tier: Tier
    name: str
    title: str
    title_en: str
    about: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    built: Snapshot | Derived
    rules: tuple[Mapping[str, Any], ...] = ()

    @property
    def full_name(self) -> str:
        return f"{self.tier}.{self.name}"

    @property
    def level(self) -> int:
        """就高从严: a data set is of the highest grade of its columns."""
        return max(column.level for column in self.columns)
