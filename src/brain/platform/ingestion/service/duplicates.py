"""Rows of one file that repeat a record, and enterprises of one name under several codes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from brain.platform.data_warehouse.contract import SharedName
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.service.checking import ROW, Checked


@dataclass
class Seen:
    """First row of each record of the file, by a 64-bit hash: a million rows take about 100 MB."""

    rows: dict[int, int] = field(default_factory=dict)

    def reject_repeated(self, checked: Checked, keys: Sequence[str], title: str) -> Checked:
        """The first row of a record counts."""
        marks = checked.frame.select(pl.struct(keys).hash()).to_series().to_list()
        rows = dict(zip(marks, checked.frame[ROW].to_list(), strict=True))
        if len(rows) == len(marks) and self.rows.keys().isdisjoint(rows):
            self.rows |= rows
            return checked
        for mark, row in zip(marks, checked.frame[ROW].to_list(), strict=True):
            first = self.rows.setdefault(mark, row)
            if first != row:
                message = f"与第 {first} 条记录重复（{title}相同）"
                checked.problems.append(Problem(row, keys[0], "", message, fatal=True))
        return checked.without_rejected()


def warn_of_shared_names(checked: Checked, shared: Sequence[SharedName]) -> None:
    """Two credit codes under one normalised name, in the file or between it and the master data."""
    if not shared:
        return
    codes = [one.credit_code for one in shared]
    rows = dict(
        checked.frame.filter(pl.col("credit_code").is_in(codes)).select("credit_code", ROW).iter_rows()
    )
    checked.problems += [
        Problem(rows[one.credit_code], "name", one.name, f"与企业 {one.other} 同名", fatal=False)
        for one in shared
    ]
