"""Has the shape of what a source delivers changed, or its amount?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, Final

from brain.kit.errors import Invalid
from brain.platform.ingestion.domain import mapping as mappings
from brain.platform.ingestion.domain import values
from brain.platform.ingestion.domain.layouts import Kind, Layout
from brain.platform.ingestion.domain.mapping import Mapping as Columns
from brain.reference.credit_code import CreditCode
from brain.reference.money import parse_capital

UNREADABLE_SHARE: Final = 0.5  # of a column's values; above, its type has changed
VOLUME_FACTOR: Final = 2  # times more or fewer rows than usual
VOLUME_BEFORE: Final = 5  # deliveries by which the usual is judged
VOLUME_FEWEST: Final = 3  # below, nothing is usual yet


@dataclass(frozen=True, kw_only=True)
class Drift:
    """Columns that came, went, or whose values no longer read as the field they fill."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.broken)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The headers, and the columns that are mostly unreadable.

    `sparse`: every record names its own columns (JSON, XML); a column that no record has is empty, not gone.
    """

    headers: tuple[str, ...]
    broken: tuple[str, ...] = ()
    sparse: bool = False

    def drift(self, came: "Shape") -> Drift:
        return Drift(
            added=tuple(header for header in came.headers if header not in self.headers),
            gone=tuple(header for header in self.headers if header not in came.headers),
            broken=tuple(column for column in came.broken if column not in self.broken),
        )

    def joined(self, came: "Shape") -> "Shape":
        """What is accepted once `came` is; of sparse ones, every column ever seen."""
        if not came.sparse:
            return came
        return replace(came, headers=tuple(dict.fromkeys((*self.headers, *came.headers))))


def in_use(mapping: Columns, came: Shape) -> Columns:
    """The part of the mapping that this delivery can fill."""
    if not came.sparse:
        return mapping
    return tuple(column for column in mapping if column.column in came.headers)


def between(known: Shape, came: Shape, mapping: Columns, layout: Layout) -> Drift:
    """What has changed since what is known; of sparse deliveries, only required columns can be missed."""
    found = known.drift(came)
    if not came.sparse:
        return found
    try:
        mappings.check(in_use(mapping, came), came.headers, layout)
    except Invalid:
        mapped = {column.column for column in mapping}
        return replace(found, gone=tuple(column for column in found.gone if column in mapped))
    return replace(found, gone=())


def expected(came: Shape, mapping: Columns) -> Shape:
    """What to compare the first delivery with: any headers are right as long as the mapped ones are there."""
    missing = (column.column for column in mapping if column.column not in came.headers)
    return Shape(headers=(*came.headers, *missing))


def _read_money(text: str) -> None:
    if parse_capital(text) is None:
        raise Invalid("不是金额")


_READERS: Final[dict[Kind, Callable[[str], Any]]] = {
    Kind.CREDIT_CODE: CreditCode,
    Kind.DATE: values.read_date,
    Kind.YEAR: values.read_year,
    Kind.MONEY: _read_money,
    Kind.CURRENCY: values.read_currency,
    Kind.PERCENT: values.read_percent,
}


def _is_broken(texts: Sequence[str | None], read: Callable[[str], Any]) -> bool:
    filled = [text for text in texts if text and text.strip()]
    return sum(not _reads(text, read) for text in filled) > UNREADABLE_SHARE * len(filled)


def _reads(text: str, read: Callable[[str], Any]) -> bool:
    try:
        read(text)
    except Invalid:
        return False
    return True


def shape(
    cells: Mapping[str, Sequence[str | None]], mapping: Columns, layout: Layout, *, sparse: bool = False
) -> Shape:
    """The shape of a file by a sample of its cells, column by column."""
    broken = []
    for column in mapping:
        field = layout.by_name.get(column.field)
        read = _READERS.get(field.kind) if field else None
        if read is not None and column.column in cells and _is_broken(cells[column.column], read):
            broken.append(column.column)
    return Shape(headers=tuple(map(_storable, cells)), broken=tuple(map(_storable, broken)), sparse=sparse)


def _storable(header: str) -> str:
    """PostgreSQL holds no NUL; its picture stands for it."""
    return header.replace("\0", "␀")


def is_unusual(rows: int, before: Sequence[int]) -> bool:
    """Fewer than half or more than twice the median of the latest deliveries, the latest first."""
    usual = before[:VOLUME_BEFORE]
    if len(usual) < VOLUME_FEWEST:
        return False
    middle = median(usual)
    return rows * VOLUME_FACTOR < middle or rows > middle * VOLUME_FACTOR
