"""Values of a version that are not written or coded as their data elements say, counted in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from brain.platform.standards.contract import ValueRule, Wrong

EXAMPLES: Final = 3


@dataclass(frozen=True, kw_only=True)
class Measured:
    written: Wrong
    coded: Wrong


def measured(rows: pl.LazyFrame, rules: Mapping[str, ValueRule]) -> dict[str, Measured]:
    """By column. Nulls are no values; a few different ones of those that are wrong are told."""
    types = rows.collect_schema()
    wrong = {
        (column, part): condition
        for column, rule in rules.items()
        for part, condition in _conditions(column, rule, text=types[column] == pl.String).items()
    }
    if not wrong:
        return {column: Measured(written=Wrong(), coded=Wrong()) for column in rules}
    counted = rows.select(
        condition.sum().alias(f"{column}/{part}") for (column, part), condition in wrong.items()
    ).collect(engine="streaming")
    found = {
        key: _told(rows, key[0], condition, counted[f"{key[0]}/{key[1]}"][0] or 0)
        for key, condition in wrong.items()
    }
    return {
        column: Measured(
            written=found.get((column, "written"), Wrong()), coded=found.get((column, "coded"), Wrong())
        )
        for column in rules
    }


def _conditions(column: str, rule: ValueRule, *, text: bool) -> dict[str, pl.Expr]:
    values = pl.col(column)
    found = dict[str, pl.Expr]()
    if text:
        found["written"] = _misspelt(values, rule)
    elif rule.bound is not None:
        found["written"] = values.abs() >= rule.bound
    elif rule.characters is not None:  # digits in a column of integers
        found["written"] = _misspelt(values.cast(pl.String), rule)
    if rule.codes is not None:
        coded = values.cast(pl.String).is_in(sorted(rule.codes))
        found["coded"] = values.is_not_null() & ~coded
    return found


def _misspelt(values: pl.Expr, rule: ValueRule) -> pl.Expr:
    length = values.str.len_chars()
    wrong = length < rule.least
    if rule.most is not None:
        wrong = wrong | (length > rule.most)
    if rule.characters is not None:
        wrong = wrong | ~values.str.contains(rule.characters)
    return wrong


def _told(rows: pl.LazyFrame, column: str, condition: pl.Expr, count: int) -> Wrong:
    if count == 0:
        return Wrong()
    values = rows.filter(condition).select(pl.col(column).cast(pl.String).unique(maintain_order=True))
    examples = values.head(EXAMPLES).collect(engine="streaming")
    return Wrong(count=count, examples=tuple(examples.to_series().to_list()))


def latest_day(rows: pl.LazyFrame, column: str) -> date | None:
    """The newest of a column of days; None where the column is not there or empty."""
    if column not in rows.collect_schema().names():
        return None
    newest: date | None = rows.select(pl.col(column).max()).collect(engine="streaming").item()
    return newest
