"""Checking the rows of a file against a layout: typed values, and what was wrong with the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.layouts import Field, Kind, Layout
from brain.platform.ingestion.domain.mapping import Mapping
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.service import columns
from brain.reference.enterprise_name import name_keys

ROW: Final = "row"
_CURRENCY_OF: Final = {
    "reg_capital": "reg_capital_currency",
    "actual_capital": "actual_capital_currency",
    "amount": "currency",
}
_PLACES: Final = ("province", "city", "county")


@dataclass
class Checked:
    """Rows with typed columns and their number in the file (`row`), and the problems found so far."""

    frame: pl.DataFrame
    problems: list[Problem] = field(default_factory=list)

    def add(
        self, mask: pl.Series, where: tuple[str, pl.Series], messages: dict[str, str] | str, *, fatal: bool
    ) -> None:
        """One problem for each row of the mask; messages by text of the cell, or one for all."""
        name, texts = where
        wrong = pl.DataFrame({"row": self.frame[ROW], "text": texts}).filter(mask.fill_null(False))
        for row, text in wrong.iter_rows():
            message = messages if isinstance(messages, str) else messages[text]
            self.problems.append(Problem(row, name, (text or "")[:200], message, fatal))

    def without_rejected(self) -> "Checked":
        rejected = {problem.row for problem in self.problems if problem.fatal}
        if not rejected:
            return self
        return Checked(self.frame.filter(~pl.col(ROW).is_in(list(rejected))), self.problems)


@dataclass(frozen=True)
class Checker:
    """`industries` are the codes of classes by name."""

    layout: Layout
    mapping: Mapping
    industries: dict[str, str]

    def check(self, batch: Batch, first_row: int) -> Checked:
        """The batch's rows are numbered from `first_row`."""
        cells = batch.cells.select(
            pl.int_range(first_row, first_row + batch.cells.height).alias(ROW),
            *self._tidy(batch.cells.columns),
        )
        checked = Checked(cells.select(ROW))
        checked.problems = [
            Problem(first_row + place, "", "", why, fatal=True) for place, why in batch.broken.items()
        ]
        _refuse_nul(checked, cells)
        for name in cells.columns[1:]:
            self._read(checked, self.layout.by_name[name], cells[name])
        for wanted in self.layout.fields:
            if wanted.required and wanted.name in cells.columns:
                missing = cells[wanted.name].is_null()
                checked.add(missing, (wanted.name, cells[wanted.name]), f"缺少{wanted.title}", fatal=True)
        checked = checked.without_rejected()
        if self.layout.name == "enterprises":
            _find_regions(checked)
            checked.frame = checked.frame.with_columns(name_keys(checked.frame["name"]).alias("name_key"))
        return checked

    def _tidy(self, present: Iterable[str]) -> Iterable[pl.Expr]:
        """The mapped columns under the names of their fields, without blanks around, empty as null."""
        held = set(present)
        for column in self.mapping:
            if column.column in held:
                text = pl.col(column.column).str.strip_chars()
                yield pl.when(text.str.len_bytes() > 0).then(text).alias(column.field)
            else:
                yield pl.lit(None, pl.String).alias(column.field)

    def _read(self, checked: Checked, wanted: Field, texts: pl.Series) -> None:
        texts = _cut(checked, wanted, texts)
        if wanted.kind is Kind.MONEY:
            unit = next(column.unit for column in self.mapping if column.field == wanted.name)
            read, currencies = columns.read_money(texts, unit)
            _set_currency(checked, _CURRENCY_OF[wanted.name], currencies)
        else:
            read = columns.read_kind(wanted.kind, texts, self.industries)
        if read.wrong:
            checked.add(
                texts.is_in(list(read.wrong)), (wanted.name, texts), read.wrong, fatal=wanted.required
            )
        if read.doubtful:
            checked.add(texts.is_in(list(read.doubtful)), (wanted.name, texts), read.doubtful, fatal=False)
        if wanted.kind is Kind.CURRENCY:
            _set_currency(checked, wanted.name, read.values)
        else:
            checked.frame = checked.frame.with_columns(read.values.alias(wanted.name))


def _refuse_nul(checked: Checked, cells: pl.DataFrame) -> None:
    for name in cells.columns[1:]:
        broken = cells[name].str.contains("\0", literal=True)
        if broken.any():
            checked.add(
                broken,
                (name, cells[name].str.replace_all("\0", "", literal=True)),
                "含有空字符（NUL）",
                fatal=True,
            )


def _cut(checked: Checked, wanted: Field, texts: pl.Series) -> pl.Series:
    """Without texts longer than the field takes."""
    if not (texts.str.len_bytes() > wanted.longest).any():
        return texts
    long = texts.str.len_chars() > wanted.longest
    checked.add(
        long, (wanted.name, texts), f"{wanted.title}超过 {wanted.longest} 个字符", fatal=wanted.required
    )
    return texts.set(long.fill_null(False), None)


def _set_currency(checked: Checked, name: str, currencies: pl.Series) -> None:
    """A currency named beside the amount and one in a column of its own: the foreign one is meant."""
    if name in checked.frame.columns:
        known = checked.frame[name]
        foreign = (currencies.is_not_null() & (currencies != "CNY")).fill_null(False)
        currencies = currencies.zip_with(foreign | known.is_null(), known)
    checked.frame = checked.frame.with_columns(currencies.alias(name))


def _find_regions(checked: Checked) -> None:
    """Where no code was read: from the columns of province, city and county, else from the address."""
    frame = checked.frame
    if "region_code" not in frame.columns:
        frame = frame.with_columns(pl.lit(None, pl.String).alias("region_code"))
    places = [name for name in _PLACES if name in frame.columns]
    if places:
        frame = frame.with_columns(pl.concat_str(places, ignore_nulls=True).alias("place"))
    for column in ("place", "address"):
        if column in frame.columns and frame["region_code"].has_nulls():
            texts = frame.select(pl.when(pl.col("region_code").is_null()).then(pl.col(column)))[column]
            frame = frame.with_columns(pl.coalesce("region_code", columns.read_addresses(texts)))
    checked.frame = frame.drop("place", *_PLACES, strict=False)
