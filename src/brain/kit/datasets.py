"""The data sets that rooms declare to the industry data warehouse: what they hold and how they are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal

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
    """`level`: grade of general data, 1–4 (GB/T 43697-2024 annex H), 5 important, 6 core. `personal` values
    identify people and are hidden from whoever may not see them. `kind`: what it holds, in governance's
    words (credit_code …); `element`: the data element of the standards whose values these are."""

    name: str
    title: str
    title_en: str
    type: Type = Type.TEXT
    level: int = 1
    personal: bool = False
    kind: str | None = None
    element: str | None = field(default=None, repr=False)  # says what the rows mean, does not change them


# Where each row comes from and of which day it is.
ORIGIN: Final = (
    Column("source_provider", "提供方", "Provider"),
    Column("source_title", "数据名称", "Data"),
    Column("source_as_of", "数据截止日期", "As of", Type.DATE),
    Column("sample", "示例数据", "Sample", Type.BOOLEAN),
)


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
class Gathered:
    """Rows that registered sources deliver, `ORIGIN` behind them.

    `whole`: the delivery of the latest day is all there is; else of rows with the same keys that of the
    latest day counts.
    """

    whole: bool


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """`keys` identify a row. `about` says what a row is and where the data come from. `owner`: who answers
    for it, for those that people declared.

    `rules` of data quality as governance reads them (docs/algorithms/data_quality.md): a broken one is told,
    or stops the version from being published. `incremental`: a version may be built upon the one before,
    where that gives the same rows (docs/decisions/0010).
    """

    tier: Tier
    name: str
    title: str
    title_en: str
    about: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    built: Snapshot | Derived | Gathered
    rules: tuple[Mapping[str, Any], ...] = ()
    owner: str | None = None
    incremental: bool = field(default=True, repr=False)  # says how rows are found, does not change them

    @property
    def full_name(self) -> str:
        return f"{self.tier}.{self.name}"

    @property
    def own_columns(self) -> tuple[Column, ...]:
        """Those that deliveries fill: all but the origin."""
        return tuple(column for column in self.columns if column not in ORIGIN)

    @property
    def level(self) -> int:
        """就高从严: a data set is of the highest grade of its columns."""
        return max(column.level for column in self.columns)
