"""What a caller is shown of a column: by its grade, by whether it is about people, by the caller's rights."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from brain.kit.datasets import Column, DataSet, Type
from brain.platform.data_sets.domain.holding import Held
from brain.platform.governance.contract import HIDDEN, Shown
from brain.platform.governance.service import protection
from brain.platform.identity.contract import Caller

SEES_PERSONAL: Final = "data_warehouse.see_personal"
SEES_PROTECTED: Final = "data_sets.see_protected"
IMPORTANT: Final = 5  # from this grade on only leave that a reviewer gave shows values, no right of a role


def shown_to(caller: Caller, data_set: DataSet) -> dict[str, Shown]:
    """By column; those shown as they are left out."""
    shown = {column.name: _shown(caller, column) for column in data_set.columns}
    return {name: how for name, how in shown.items() if how.means != "plain"}


def _shown(caller: Caller, column: Column) -> Shown:
    if column.personal and SEES_PERSONAL not in caller.scopes:
        return Shown("withheld")
    if column.level < IMPORTANT and (column.personal or SEES_PROTECTED in caller.scopes):
        return Shown("plain")
    return protection.shown(column.level, column.kind, text=column.type is Type.TEXT)


def protected(frame: pl.DataFrame, names: Sequence[str], shown: Mapping[str, Shown]) -> pl.DataFrame:
    """The named columns; those that the frame lacks, made since it was built, are empty."""
    present = set(frame.columns)
    return frame.select(
        _protected(name, shown.get(name)) if name in present else pl.lit(None).alias(name) for name in names
    )


def _protected(name: str, shown: Shown | None) -> pl.Expr:
    text = pl.col(name)
    if shown is None:
        return text
    if shown.means == "withheld":
        return pl.lit(None).alias(name)
    hidden = pl.concat_str(text.str.head(shown.head), pl.lit(HIDDEN), text.str.tail(shown.tail))
    long = text.str.len_chars() >= shown.least
    return pl.when(text.is_null()).then(None).when(long).then(hidden).otherwise(pl.lit(HIDDEN)).alias(name)


def mask(row: Held, shown: Mapping[str, Shown]) -> Held:
    """A held row as a caller with these rights may see it."""
    return replace(row, values=masked_texts(row.values, shown))


def masked_texts(values: Mapping[str, str | None], shown: Mapping[str, Shown]) -> dict[str, str | None]:
    return {name: masked(value, shown.get(name)) for name, value in values.items()}


def masked(value: str | None, shown: Shown | None) -> str | None:
    if value is None or shown is None:
        return value
    if shown.means == "withheld":
        return None
    if len(value) < shown.least:
        return HIDDEN
    return value[: shown.head] + HIDDEN + value[len(value) - shown.tail :]
