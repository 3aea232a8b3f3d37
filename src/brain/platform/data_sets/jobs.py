"""Background work of data sets."""

from typing import Any

from brain.kit.node import Node
from brain.platform.data_sets.service import building, detecting, issues


async def refresh(node: Node, payload: dict[str, Any]) -> None:
    await building.refresh(node)


async def end_acceptances(node: Node, payload: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await issues.end_acceptances(session)


async def detect(node: Node, payload: dict[str, Any]) -> None:
    await detecting.run(node, payload["detection"])
