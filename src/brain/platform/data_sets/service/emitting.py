"""Runs told to other catalogues of lineage: builds, and deliveries as other rooms note them."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.datasets import Gathered
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.contract.open_lineage import DeliveryRun, OpenLineage
from brain.platform.data_sets.domain.lineage import Origin
from brain.platform.data_sets.domain.open_lineage import Described, events
from brain.platform.data_sets.queries import runs
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.tracing import links
from brain.platform.governance.service import quality

LONGEST: Final = 31  # days


async def note_delivery(session: AsyncSession, run: DeliveryRun) -> None:
    """That an attempt to deliver has ended; to be called once, in the transaction that ends it."""
    await runs.add_delivery(session, run)


async def open_lineage(session: AsyncSession, node: Node, since: date, until: date) -> list[dict[str, Any]]:
    """Of runs that ended on these days in Beijing, both included; columns as the catalogue has them now.

    Raises Invalid when the days are the wrong way round or too many.
    """
    if not 0 <= (until - since).days < LONGEST:
        raise Invalid(f"截止日期不得早于起始日期，一次最多 {LONGEST} 天")
    namespace = node.get(OpenLineage).namespace
    held = await described(session, node)
    found = await runs.between(session, _midnight(since), _midnight(until) + timedelta(days=1))
    return [event for run in found for event in events(namespace, run, held.get(run.data_set))]


async def described(session: AsyncSession, node: Node) -> dict[str, Described]:
    """The data sets of the catalogue as events tell them."""
    catalogue = await current(session, node)
    delivered_to = await runs.delivered_to(session)
    sources: dict[str, dict[str, list[Origin]]] = defaultdict(dict)
    for column, origins in links(catalogue).items():
        sources[column.data_set][column.column] = sorted(origins)
    return {
        name: Described(
            data_set=data_set,
            inputs=sorted(catalogue.inputs[name]),
            sources=sources[name],
            rules=tuple(quality.read_rule(rule) for rule in data_set.rules),
            delivered=isinstance(data_set.built, Gathered) or name in delivered_to,
        )
        for name, data_set in catalogue.by_name.items()
    }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
