"""A data set of the industry data warehouse whose rows state supply, or firms' products, to the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid

HIGHEST_LEVEL: Final = 2  # everybody who sees the graph sees what it was read from


class FeedKind(StrEnum):
    SUPPLY = "supply"  # product × product
    PRODUCTS = "products"  # firm × product


REQUIRED: Final[Mapping[FeedKind, tuple[str, ...]]] = {
    FeedKind.SUPPLY: ("upstream", "downstream"),
    FeedKind.PRODUCTS: ("company", "product", "weight"),
}
OPTIONAL: Final[Mapping[FeedKind, tuple[str, ...]]] = {
    FeedKind.SUPPLY: ("weight", "relation"),
    FeedKind.PRODUCTS: (),
}
TITLES: Final[Mapping[FeedKind, tuple[str, str]]] = {
    FeedKind.SUPPLY: ("供应关系", "supply"),
    FeedKind.PRODUCTS: ("企业产品", "products of firms"),
}


@dataclass(frozen=True, kw_only=True)
class WantedFeed:
    """`columns` of the data set by the part they play."""

    kind: FeedKind
    data_set: str
    columns: dict[str, str]
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Feed(WantedFeed):
    """`outcome` of reading `version`, or the problem."""

    id: int
    set_by: str
    set_at: datetime
    version: int | None
    read_at: datetime | None
    outcome: dict[str, Any] | None
    problem: str | None

    @property
    def key(self) -> str:
        return f"industry_graph.feed/{self.id}"


def check_parts(kind: FeedKind, columns: Mapping[str, str]) -> None:
    """Raises Invalid for a part that is missing, unknown, or played by the column of another."""
    if missing := [part for part in REQUIRED[kind] if part not in columns]:
        raise Invalid(f"还没有选定列：{'、'.join(missing)}")
    if unknown := sorted(columns.keys() - {*REQUIRED[kind], *OPTIONAL[kind]}):
        raise Invalid(f"不认得：{'、'.join(unknown)}")
    if len(set(columns.values())) < len(columns):
        raise Invalid("同一列被选了两次")


def check_readable(data_set: DataSet, columns: Mapping[str, str]) -> None:
    """Raises Invalid for columns that are not there, or that not everybody who sees the graph may see."""
    known = {column.name: column for column in data_set.columns}
    if missing := [name for name in columns.values() if name not in known]:
        raise Invalid(f"{data_set.full_name} 没有这些列：{'、'.join(missing)}")
    chosen = [known[name] for name in columns.values()]
    if hidden := [each.title for each in chosen if each.personal or each.level > HIGHEST_LEVEL]:
        raise Invalid(f"图谱只读 {HIGHEST_LEVEL} 级以下、不含个人信息的列：{'、'.join(hidden)}不能用")
