"""What columns hold, for a datasheet."""

from typing import Any, Final

import polars as pl

from brain.platform.training_sets.domain.findings import ColumnProfile, Counted

COMMON: Final = 10
FEW: Final = 200  # distinct values up to which the common ones are told


def profile(column: pl.Series) -> ColumnProfile:
    present = column.drop_nulls()
    distinct = present.n_unique()
    number = column.dtype.is_numeric() and len(present) > 0
    told = present if distinct <= FEW else present.clear()
    counted = told.cast(pl.String).value_counts(sort=True).head(COMMON)
    return ColumnProfile(
        name=column.name,
        missing=round(column.null_count() / max(1, len(column)), 4),
        distinct=distinct,
        least=_float(present.min()) if number else None,
        mean=_float(present.mean()) if number else None,
        most=_float(present.max()) if number else None,
        common=[Counted(str(value), int(count)) for value, count in counted.iter_rows()],
    )


def label_counts(frame: pl.DataFrame, label: str) -> dict[str, int]:
    """The most common labels of a split."""
    counted = frame[label].cast(pl.String).fill_null("（空）").value_counts(sort=True).head(COMMON)
    return {str(value): int(count) for value, count in counted.iter_rows()}


def _float(value: Any) -> float:
    return round(float(value), 6)
