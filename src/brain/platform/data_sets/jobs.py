"""Background work of data sets."""

from typing import Any

from brain.kit.node import Node
from brain.platform.data_sets.service import building, naming


async def refresh(node: Node, payload: dict[str, Any]) -> None:
    await building.refresh(node)


async def note_names(node: Node, payload: dict[str, Any]) -> None:
    """Delivery by delivery, each in its own transaction; begun again it goes on where it stopped."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await naming.note_next(session, node)
