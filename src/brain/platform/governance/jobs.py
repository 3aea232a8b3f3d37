"""Work of governance without a caller: the index of names follows the master data."""

from typing import Any

from brain.kit.node import Node
from brain.platform.governance import service


async def index_names(node: Node, _: dict[str, Any]) -> None:
    """Batch by batch, each in its own transaction; begun again it goes on where it stopped."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await service.index_next(session)
