"""Work of the centre's half of the exchange that nobody waits for."""

from datetime import timedelta
from typing import Any

from brain.kit.clock import now
from brain.kit.db import raw
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.exchange.protocol import MAX_SKEW
from brain.platform.exchange.server.contract import Sandbox
from brain.platform.exchange.server.domain.admission import FAILURES_FORGOTTEN
from brain.platform.exchange.server.queries import admission, calls
from brain.platform.exchange.server.service import ledger, loading, reports, validity

CALLS_KEPT = timedelta(days=90)


async def tidy(node: Node, _: dict[str, Any]) -> None:
    """What guards the door is forgotten once it can refuse nothing any more."""
    at = now()
    for owner in (node, node.get(Sandbox).node):
        async with owner.database.transaction() as session:
            await admission.forget_before(
                await raw(session), nonces=at - 2 * MAX_SKEW, failures=at - FAILURES_FORGOTTEN, tokens=at
            )
            await calls.forget_before(session, at - CALLS_KEPT)


JOBS = (
    Job(name=reports.LOAD, run=loading.load_batch),
    Job(name="exchange.load_late", run=loading.load_late, every="*/10 * * * *"),
    Job(name="exchange.tidy", run=tidy, every="*/5 * * * *"),
    Job(name="exchange.check_yesterday", run=ledger.check_yesterday, every="20 1 * * *"),
    Job(name="exchange.watch_validity", run=validity.watch, every="5 0 * * *"),
)
