"""A table to link: its columns, and the token sets made of them once."""

from dataclasses import dataclass, field

import polars as pl

from brain.platform.governance.algorithm.linkage import tokens
from brain.platform.governance.algorithm.linkage.tokens import TokenSets


@dataclass(frozen=True, eq=False)
class Table:
    """Rows to compare. Rows with one value of `id` are one record under several names (曾用名, 简称)."""

    frame: pl.DataFrame
    id: str
    _characters: dict[str, TokenSets] = field(default_factory=dict, init=False, repr=False)

    @property
    def height(self) -> int:
        return self.frame.height

    def __getitem__(self, column: str) -> pl.Series:
        return self.frame[column]

    def characters(self, column: str) -> TokenSets:
        if column not in self._characters:
            self._characters[column] = tokens.characters(self.frame[column])
        return self._characters[column]


def with_other_names(frame: pl.DataFrame, name: str, others: str) -> pl.DataFrame:
    """One row for `name` and one for each of the list `others`, which goes; everything else is repeated."""
    known = (
        pl.concat_list(pl.col(name), pl.col(others).fill_null([]))
        .list.drop_nulls()
        .list.unique(maintain_order=True)
    )
    return (
        frame.with_columns(pl.when(known.list.len() > 0).then(known).alias(name)).drop(others).explode(name)
    )
