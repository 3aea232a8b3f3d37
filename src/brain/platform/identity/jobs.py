"""Background work of identity."""

from typing import Any

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.identity import queries
from brain.platform.identity.domain import IDLE, LONGEST_SESSION


async def end_stale_sessions(node: Node, _: dict[str, Any]) -> None:
    """Forget sessions past their idle or absolute time."""
    async with node.database.transaction() as session:
        await queries.end_sessions_before(session, created=now() - LONGEST_SESSION, seen=now() - IDLE)
