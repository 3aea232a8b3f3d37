"""Everything that ever left, given back to its owner as far as payloads are kept."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import numpy as np
import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.node import Node
from brain.kit.series import NO_VALUE, Columns
from brain.kit.spreadsheet import FORMULA_STARTS
from brain.platform.factory_link.gateway.models import SentRow
from brain.platform.factory_link.gateway.queries import left
from brain.platform.factory_link.gateway.service.accounting import named
from brain.platform.factory_link.protocol import batches
from brain.platform.shop_floor.service import naming

_HEADER: Final = "sent_at,point,title,granularity,statistic,at,quality,value\r\n"
_QUALITIES: Final = {0: "good", 1: "uncertain", 2: "bad"}


@dataclass(frozen=True)
class Span:
    """Days (Beijing) on which it left, both included."""

    first: date
    last: date

    @property
    def begin(self) -> datetime:
        return datetime.combine(self.first, time(), BEIJING)

    @property
    def end(self) -> datetime:
        return datetime.combine(self.last + timedelta(days=1), time(), BEIJING)


async def everything(node: Node, span: Span) -> AsyncIterator[str]:
    """Values as CSV, batch by batch in the order in which they left: as they were sent, not as they were
    measured. Of batches whose payload was given up only the counts by day remain."""
    yield "\ufeff" + _HEADER
    after: tuple[str, int] = ("", 0)
    names: pl.DataFrame | None = None
    while True:
        async with node.database.transaction() as session:
            names = names if names is not None else await _names(session)
            row = await left.payload_after(session, after, span.begin, span.end)
        if row is None:
            return
        after = (row.link_id, row.last)
        yield _lines(row, names)


async def _names(session: AsyncSession) -> pl.DataFrame:
    known = await naming.named_points(session)
    return pl.DataFrame(
        {
            "number": pl.Series([each.number for each in known], dtype=pl.UInt32),
            "point": pl.Series([each.code for each in known], dtype=pl.String),
            "title": pl.Series([each.title for each in known], dtype=pl.String),
        }
    )


def _lines(row: SentRow, names: pl.DataFrame) -> str:
    told = [
        _frame(part, named(header.granularity), header.statistic)
        for header, block in batches.read(row.data or b"")[1]
        for part in block.parts
        if len(part)
    ]
    if not told:
        return ""
    whole = (
        pl.concat(told)
        .join(names, on="number", how="left", maintain_order="left")
        .with_columns(
            pl.lit(row.sent_at.astimezone(BEIJING).isoformat()).alias("sent_at"),
            _inert("point").fill_null(pl.col("number").cast(pl.String)),
            _inert("title"),
            _inert("value"),
        )
    )
    columns = _HEADER.strip().split(",")
    return whole.select(columns).write_csv(include_header=False, line_terminator="\r\n")


def _frame(part: Columns, granularity: str, statistic: str) -> pl.DataFrame:
    known = ((part.quality & NO_VALUE) == 0).tolist()
    values = [str(value) if there else None for value, there in zip(part.value.tolist(), known, strict=True)]
    return pl.DataFrame(
        {
            "number": part.point,
            "granularity": granularity,
            "statistic": statistic,
            "at": part.at,
            "quality": part.quality & ~np.uint8(NO_VALUE),
            "value": pl.Series(values, dtype=pl.String),
        }
    ).with_columns(
        pl.from_epoch("at", time_unit="us")
        .dt.replace_time_zone("UTC")
        .dt.convert_time_zone("Asia/Shanghai")
        .dt.strftime("%Y-%m-%dT%H:%M:%S%.6f%:z"),
        pl.col("quality").replace_strict(_QUALITIES, default="bad", return_dtype=pl.String),
    )


def _inert(column: str) -> pl.Expr:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers."""
    text = pl.col(column)
    formula = text.str.slice(0, 1).is_in(list(FORMULA_STARTS)) & text.cast(pl.Float64, strict=False).is_null()
    return pl.when(formula).then(pl.lit("'") + text).otherwise(text).alias(column)
