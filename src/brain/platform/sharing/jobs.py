"""Work of sharing without a caller."""

from typing import Any

from brain.kit.node import Node
from brain.platform.sharing.service import deciding


async def review(node: Node, _: dict[str, Any]) -> None:
    """End what is past its day; hold the rest against the data of today."""
    async with node.database.transaction() as session:
        await deciding.review(session, node)
