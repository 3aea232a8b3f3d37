"""Which rows of one whole extract the next one no longer holds."""

from pathlib import Path

import polars as pl

from brain.platform.ingestion.domain.collecting import NotCollected


def gone(before: Path, now: Path, keys: list[str]) -> pl.DataFrame:
    """The keys of the rows that are gone. Raises NotCollected where a key is no column of both."""
    try:
        earlier = pl.read_parquet(before, columns=keys).unique()
        return earlier.join(pl.read_parquet(now, columns=keys), on=keys, how="anti", nulls_equal=True)
    except pl.exceptions.ColumnNotFoundError as error:
        raise NotCollected(f"表中没有主键列：{'、'.join(keys)}") from error
