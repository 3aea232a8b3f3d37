"""Rows named by their keys: read from text, known again by keyed digests, counted in a version."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import polars as pl

from brain.kit.crypto import hmac_sm3
from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid
from brain.platform.data_sets.adapters.lake import typed_row

Gone = Callable[[pl.DataFrame], pl.Series]


def typed_keys(data_set: DataSet, rows: Sequence[Mapping[str, str]]) -> pl.DataFrame:
    """Raises Invalid, naming the row."""
    columns = [column for column in data_set.columns if column.name in data_set.keys]
    frames = []
    for place, row in enumerate(rows, 1):
        if row.keys() != set(data_set.keys):
            raise Invalid(f"第 {place} 行要有且只有键的各列：{'、'.join(data_set.keys)}")
        try:
            frames.append(typed_row(columns, row))
        except pl.exceptions.PolarsError:
            raise Invalid(f"第 {place} 行的取值与键的类型不符") from None
    return pl.concat(frames)


def row_marks(frame: pl.DataFrame, keys: Sequence[str], secret: bytes) -> list[str]:
    """A keyed digest (HMAC-SM3) of each row's key."""
    texts = frame.select(pl.col(key).cast(pl.String).fill_null("") for key in keys)
    return [hmac_sm3(secret, "\x1f".join(row).encode()) for row in texts.iter_rows()]


def gone(keys: Sequence[str], secret: bytes, wanted: AbstractSet[str]) -> Gone:
    """Tells which rows of a frame have one of the wanted marks."""

    def of(frame: pl.DataFrame) -> pl.Series:
        return pl.Series([mark in wanted for mark in row_marks(frame, keys, secret)], dtype=pl.Boolean)

    return of
