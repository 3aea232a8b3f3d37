"""Single rows of a version's files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl

from brain.platform.data_sets.domain.row_policies import Needed, Permitted

EVERY_ROW: Final = Permitted()


def permitting(permitted: Permitted) -> pl.Expr:
    """As `Permitted.condition`."""
    return pl.all_horizontal(
        pl.any_horizontal(
            pl.lit(value=False),
            *(pl.all_horizontal(pl.lit(value=True), *map(_met, each)) for each in alternatives),
        )
        for alternatives in permitted.policies
    )


def _met(needed: Needed) -> pl.Expr:
    text = pl.col(needed.column)
    if needed.begins and needed.texts:
        text = text.str.head(len(needed.texts[0]))
    return text.is_in(list(needed.texts)).fill_null(value=False)


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
