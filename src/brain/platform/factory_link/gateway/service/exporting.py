"""Everything that ever left, given back to its owner as far as payloads are kept."""

import csv
import io
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from brain.kit.clock import BEIJING
from brain.kit.node import Node
from brain.kit.series import NO_VALUE, Columns
from brain.kit.spreadsheet import inert
from brain.platform.factory_link.gateway.models import SentRow
from brain.platform.factory_link.gateway.queries import left
from brain.platform.factory_link.gateway.service.accounting import named
from brain.platform.factory_link.protocol import batches
from brain.platform.shop_floor.contract import NamedPoint
from brain.platform.shop_floor.service import naming

HEADER: Final = ("sent_at", "point", "title", "granularity", "statistic", "at", "quality", "value")
_QUALITIES: Final = ("good", "uncertain", "bad")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


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
    async with node.database.transaction() as session:
        names = {each.number: each for each in await naming.named_points(session)}
    yield "\ufeff" + _written([HEADER])
    after: tuple[str, int] = ("", 0)
    while True:
        async with node.database.transaction() as session:
            row = await left.payload_after(session, after, span.begin, span.end)
        if row is None:
            return
        after = (row.link_id, row.last)
        yield _written(_lines(row, names))


def _written(lines: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> str:
    target = io.StringIO()
    csv.writer(target).writerows(lines)
    return target.getvalue()


def _lines(row: SentRow, names: Mapping[int, NamedPoint]) -> Iterator[tuple[str, ...]]:
    sent_at = row.sent_at.astimezone(BEIJING).isoformat()
    for told, block in batches.read(row.data or b"")[1]:
        how = named(told.granularity), told.statistic
        for part in block.parts:
            yield from ((sent_at, *whose, *how, *what) for whose, what in _values(part, names))


def _values(
    part: Columns, names: Mapping[int, NamedPoint]
) -> Iterator[tuple[tuple[str, str], tuple[str, str, str]]]:
    for number, at, quality, value in zip(
        part.point.tolist(), part.at.tolist(), part.quality.tolist(), part.value.tolist(), strict=True
    ):
        point = names.get(number)
        whose = (str(inert(point.code)), str(inert(point.title))) if point else (str(number), "")
        moment = (_EPOCH + timedelta(microseconds=at)).astimezone(BEIJING)
        told = "" if quality & NO_VALUE else str(inert(value))
        yield whose, (moment.isoformat(), _QUALITIES[min(quality & ~NO_VALUE, 2)], told)
