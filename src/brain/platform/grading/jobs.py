"""Work of grading without a caller."""

from typing import Any

from brain.kit.node import Node
from brain.platform.grading.service import important


async def watch_important(node: Node, _: dict[str, Any]) -> None:
    """Hold the important data against the catalogue that was sealed."""
    async with node.database.transaction() as session:
        await important.watch(session, node)
