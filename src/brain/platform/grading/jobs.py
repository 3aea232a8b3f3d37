"""Work of grading without a caller."""

from typing import Any

from brain.kit.node import Node
from brain.platform.grading.service import important, opinions


async def watch_important(node: Node, _: dict[str, Any]) -> None:
    """Hold the important data against the catalogue that was sealed."""
    async with node.database.transaction() as session:
        await important.watch(session, node)


async def ask_model(node: Node, payload: dict[str, Any]) -> None:
    """Ask the language model what was enqueued; nothing where it has answered already."""
    await opinions.answer(node, payload["opinion"])
