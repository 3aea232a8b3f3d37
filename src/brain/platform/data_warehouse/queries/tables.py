"""How the records of each family lie in their tables: names, types and keys, read from the models."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

import polars as pl
from sqlalchemy import Table as SqlTable

from brain.platform.data_warehouse import models
from brain.platform.data_warehouse.contract import RECORDS, Family, Record

DTYPES: Final[dict[type, pl.DataType]] = {
    str: pl.String(),
    int: pl.Int64(),
    date: pl.Date(),
    Decimal: pl.Decimal(20, 4),
    list: pl.List(pl.String()),
}

DERIVED: Final = {Family.BASIC: {"name_key": "name", "former_name_keys": "former_names"}}


@dataclass(frozen=True)
class Table:
    """`keys` identify a record; `attributes` are the others; `derived` columns follow one attribute each."""

    family: Family
    name: str
    record: type[Record]
    keys: tuple[str, ...]
    attributes: tuple[str, ...]
    schema: dict[str, pl.DataType]
    derived: dict[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.keys + self.attributes

    def frame(self, rows: Sequence[Record]) -> pl.DataFrame:
        columns = {name: [getattr(row, name) for row in rows] for name in self.columns}
        return pl.DataFrame(columns, schema=self.schema)


def _table(family: Family, model: type[models.Recorded]) -> Table:
    table = cast("SqlTable", cast("Any", model).__table__)
    names = [field.name for field in fields(RECORDS[family])]
    keys = tuple(column.name for column in table.primary_key)
    return Table(
        family=family,
        name=table.name,
        record=RECORDS[family],
        keys=keys,
        attributes=tuple(name for name in names if name not in keys),
        schema={name: DTYPES[table.columns[name].type.python_type] for name in (*keys, *names)},
        derived=DERIVED.get(family, {}),
    )


_MODELS: Final[dict[Family, type[models.Recorded]]] = {
    Family.BASIC: models.EnterpriseRow,
    Family.PATENT: models.PatentRow,
    Family.TRADEMARK: models.TrademarkRow,
    Family.INVESTMENT: models.InvestmentRow,
    Family.HONOUR: models.HonourRow,
}
TABLES: Final = {family: _table(family, model) for family, model in _MODELS.items()}
