"""The hourly figures of factories that consented to be compared; each reading is told to its factory."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.factory_link.brain.service import reading
from brain.platform.peer_benchmark.domain.comparing import NAMES, QUANTITIES
from brain.platform.peer_benchmark.models import GatheredRow, HourRow

AGAIN: Final = timedelta(hours=6)  # read again, for what came late
FARTHEST: Final = timedelta(days=31)
FRESH: Final = timedelta(minutes=10)  # gathered so lately, it is not gathered again
MOST: Final = 200_000  # values of one reading
_BY: Final = "同行对标"
_WHAT: Final = "按小时汇集全厂指标，与同行的平均数比较；不向任何一家透露另一家"


async def gather(node: Node) -> None:
    """All that consent, each in a transaction of its own; who consents no longer is forgotten."""
    async with node.database.transaction() as session:
        factories = await reading.active(session)
        known = [each.id for each in factories]
        await session.execute(delete(HourRow).where(HourRow.factory_id.not_in(known)))
        await session.execute(delete(GatheredRow).where(GatheredRow.factory_id.not_in(known)))
    for factory in factories:
        async with node.database.transaction() as session:
            await _gather(session, factory)


async def _gather(session: AsyncSession, factory: reading.ConnectedFactory) -> None:
    measured = await reading.quantities(session, factory.id, Purpose.BENCHMARK)
    wanted = {number: name for number, name in measured.items() if name in QUANTITIES}
    gathered = await session.get(GatheredRow, factory.id, with_for_update=True)
    end = now()
    if not wanted:
        await session.execute(delete(HourRow).where(HourRow.factory_id == factory.id))
        await session.execute(delete(GatheredRow).where(GatheredRow.factory_id == factory.id))
        return
    if gathered is not None and end - gathered.until < FRESH:
        return
    begin = end - FARTHEST if gathered is None else max(end - FARTHEST, gathered.until - AGAIN)
    asked = reading.Wanted(factory.id, Purpose.BENCHMARK, _BY, _WHAT, sorted(wanted))
    for at, told in _hours(await reading.readings(session, asked, begin, end, limit=MOST), wanted).items():
        values = {"credit_code": factory.credit_code, **told}
        statement = insert(HourRow).values(factory_id=factory.id, begin=at, **dict.fromkeys(NAMES) | values)
        await session.execute(
            statement.on_conflict_do_update(index_elements=["factory_id", "begin"], set_=values)
        )
    await session.merge(GatheredRow(factory_id=factory.id, until=end))


def _hours(found: Sequence[reading.Reading], wanted: dict[int, str]) -> dict[datetime, dict[str, Any]]:
    """Of every hour, what was told of it; of summaries over longer times no hour can be told."""
    hours: dict[datetime, dict[str, Any]] = defaultdict(dict)
    for each in found:
        if each.statistic == "value" and isinstance(each.value, int | float):
            at = each.at.replace(minute=0, second=0, microsecond=0)
            hours[at][wanted[each.point].removeprefix("iso22400.")] = each.value
    return hours
