"""Builds told to other catalogues of lineage."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.domain.lineage import Origin
from brain.platform.data_sets.domain.open_lineage import Described, events
from brain.platform.data_sets.queries import runs
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.tracing import links

LONGEST: Final = 31  # days


async def open_lineage(
    session: AsyncSession, node: Node, namespace: str, since: date, until: date
) -> list[dict[str, Any]]:
    """Of builds that ended on these days in Beijing, both included; columns as the catalogue has them now.

    Raises Invalid when the days are the wrong way round or too many.
    """
    if not 0 <= (until - since).days < LONGEST:
        raise Invalid(f"截止日期不得早于起始日期，一次最多 {LONGEST} 天")
    catalogue = await current(session, node)
    sources: dict[str, dict[str, list[Origin]]] = defaultdict(dict)
    for column, origins in links(catalogue).items():
        sources[column.data_set][column.column] = sorted(origins)
    described = {
        name: Described(data_set=data_set, inputs=sorted(catalogue.inputs[name]), sources=sources[name])
        for name, data_set in catalogue.by_name.items()
    }
    found = await runs.between(session, _midnight(since), _midnight(until) + timedelta(days=1))
    return [event for run in found for event in events(namespace, run, described.get(run.data_set))]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
