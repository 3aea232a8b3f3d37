"""Single rows of a version's files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl


def every(paths: Sequence[Path], step: int) -> pl.DataFrame:
    """Every row of so many, from the first."""
    return pl.scan_parquet(list(paths)).gather_every(step).collect()


def alike(paths: Sequence[Path], values: Mapping[str, str | None], limit: int) -> list[dict[str, Any]]:
    """Rows whose values, as text without outer blanks, are these."""
    same = [
        pl.col(name).cast(pl.String).str.strip_chars().eq_missing(pl.lit(value))
        for name, value in values.items()
    ]
    return pl.scan_parquet(list(paths)).filter(same).head(limit).collect().to_dicts()
