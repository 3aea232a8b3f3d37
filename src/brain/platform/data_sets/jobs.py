"""Background work of data sets."""

from typing import Any

from brain.kit.node import Node
from brain.platform.data_sets.service import building, conforming


async def refresh(node: Node, payload: dict[str, Any]) -> None:
    await building.refresh(node)


async def check_standards(node: Node, payload: dict[str, Any]) -> None:
    await conforming.check(node)
