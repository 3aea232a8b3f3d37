"""Work of the data warehouse without a caller."""

from typing import Any

from brain.kit.node import Node
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.service import precedence


async def recompute(node: Node, payload: dict[str, Any]) -> None:
    """Batch by batch, each in its own transaction with how far it has come; begun again it goes on there."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await precedence.recompute_next(session, Family(payload["family"]))
