"""A table as columns of codes: each distinct text once, with how often it stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Column:
    """`codes[row]` is the place in `distinct`, −1 where the cell is empty."""

    name: str
    distinct: tuple[str, ...]
    codes: Ints
    counts: Ints

    @classmethod
    def of(cls, name: str, values: Sequence[str | None]) -> "Column":
        places: dict[str, int] = {}
        codes = np.fromiter(
            (places.setdefault(value, len(places)) if value and value.strip() else -1 for value in values),
            np.int64,
            len(values),
        )
        counts = np.bincount(codes[codes >= 0], minlength=len(places)).astype(np.int64)
        return cls(name, tuple(places), codes, counts)

    @property
    def filled(self) -> int:
        """How many cells are not empty."""
        return int(self.counts.sum())

    def value(self, row: int) -> str:
        code = self.codes[row]
        return self.distinct[code] if code >= 0 else ""

    def rows_by_code(self) -> list[Ints]:
        """The rows of each distinct value."""
        order = np.argsort(self.codes, kind="stable")
        ends = np.searchsorted(self.codes[order], np.arange(len(self.distinct) + 1))
        return [order[start:end] for start, end in pairwise(ends)]

    def changed(self, repairs: Mapping[int, str]) -> "Column":
        """The column with other values in some rows."""
        if not repairs:
            return self
        values = [self.value(row) for row in range(len(self.codes))]
        for row, value in repairs.items():
            values[row] = value
        return Column.of(self.name, values)


def columns(frame: pl.DataFrame) -> list[Column]:
    """Every column as text; outer blanks do not count."""
    texts = frame.select(pl.all().cast(pl.String).str.strip_chars())
    return [Column.of(name, texts[name].to_list()) for name in texts.columns]
