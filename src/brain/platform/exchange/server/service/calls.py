"""The sandbox's memory of calls: what a conformance report is checked against."""

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.queries import calls as queries


async def record(node: Node, request_id: str, trace: Trace) -> None:
    async with node.database.transaction() as session:
        await queries.add(session, request_id, trace, now())
