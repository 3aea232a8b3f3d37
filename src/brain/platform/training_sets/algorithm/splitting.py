"""Which split a row is in: by a digest of its group, or by time."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Final

import polars as pl

from brain.platform.training_sets.domain.recipes import SPLITS, Recipe, Split

COLUMN: Final = "_split"
WHOLE: Final = 1 << 64


def split(frame: pl.DataFrame, recipe: Recipe) -> pl.DataFrame:
    """The rows with their split in `COLUMN`."""
    if recipe.time is not None:
        return _by_time(frame, recipe.time, recipe.shares)
    return _by_digest(frame, list(recipe.groups or recipe.columns), recipe.name, recipe.shares)


def place(key: Sequence[object], seed: str, shares: Mapping[Split, float]) -> Split:
    """The same for the same key and seed, whatever else there is."""
    digest = sha256("\x1f".join([seed, *map(str, key)]).encode()).digest()
    drawn = int.from_bytes(digest[:8]) / WHOLE
    bounds = accumulate(shares.get(name, 0.0) for name in SPLITS)
    return next(name for name, bound in zip(SPLITS, [*list(bounds)[:-1], 2.0], strict=True) if drawn < bound)


def _by_digest(
    frame: pl.DataFrame, keys: list[str], seed: str, shares: Mapping[Split, float]
) -> pl.DataFrame:
    groups = frame.select(pl.col(keys).cast(pl.String).fill_null("")).unique(maintain_order=True)
    placed = pl.Series(COLUMN, [place(row, seed, shares) for row in groups.iter_rows()], dtype=pl.String)
    texts = frame.with_columns(pl.col(key).cast(pl.String).fill_null("").alias(f"_{key}") for key in keys)
    named = groups.rename({key: f"_{key}" for key in keys}).with_columns(placed)
    on = [f"_{key}" for key in keys]
    return texts.join(named, on=on, how="left", maintain_order="left").drop(on)


def _by_time(frame: pl.DataFrame, time: str, shares: Mapping[Split, float]) -> pl.DataFrame:
    """Rows of one moment stay together; those without a time train."""
    times = frame[time].drop_nulls().sort()
    later = pl.lit("train")
    passed = 0.0
    for before, name in pairwise(SPLITS):
        passed += shares.get(before, 0.0)
        if shares.get(name, 0.0) > 0 and len(times) > 0:
            bound = times[min(len(times) - 1, round(passed * len(times)))]
            later = pl.when(pl.col(time) >= bound).then(pl.lit(name)).otherwise(later)
    return frame.with_columns(later.fill_null("train").alias(COLUMN))
