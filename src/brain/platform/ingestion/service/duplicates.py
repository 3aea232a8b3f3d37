"""Rows of one file that repeat a record, and enterprises of one name under several codes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as warehouse
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.service.checking import ROW, Checked
from brain.reference.enterprise_name import name_key


@dataclass
class Seen:
    """First row of each record of the file, by a 64-bit hash: a million rows take about 100 MB."""

    records: dict[int, int] = field(default_factory=dict)
    names: dict[int, int] = field(default_factory=dict)

    def reject_repeated(self, checked: Checked, keys: Sequence[str], title: str) -> Checked:
        """The first row of a record counts."""
        for mark, row in zip(_hashes(checked.frame, keys), checked.frame[ROW].to_list(), strict=True):
            first = self.records.setdefault(mark, row)
            if first != row:
                message = f"与第 {first} 条记录重复（{title}相同）"
                checked.problems.append(Problem(row, keys[0], "", message, fatal=True))
        return checked.without_rejected()

    async def warn_of_namesakes(self, session: AsyncSession, checked: Checked) -> Checked:
        """Two codes under one normalised name, in the file or between it and the master data."""
        keys = [name_key(name) for name in checked.frame["name"].to_list()]
        checked.frame = checked.frame.with_columns(pl.Series("name_key", keys, dtype=pl.String))
        held = await warehouse.namesakes(session, keys)
        rows = checked.frame.select(ROW, "credit_code", "name").rows()
        for key, mark, (row, code, name) in zip(
            keys, _hashes(checked.frame, ["name_key"]), rows, strict=True
        ):
            first = self.names.setdefault(mark, row)
            if first != row:
                checked.problems.append(
                    Problem(row, "name", name, f"与第 {first} 条记录的企业名称相同", fatal=False)
                )
            if key in held:
                others = [
                    other.credit_code for other in held[key] if other.credit_code != code and not other.former
                ]
                checked.problems += [
                    Problem(row, "name", name, f"数据仓中已有同名企业 {other}", fatal=False)
                    for other in others
                ]
        return checked


def _hashes(frame: pl.DataFrame, columns: Sequence[str]) -> list[int]:
    return frame.select(pl.struct(columns).hash()).to_series().to_list()
