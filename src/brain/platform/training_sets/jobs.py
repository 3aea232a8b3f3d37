"""Background work of training sets."""

from typing import Any

from brain.kit.node import Node
from brain.platform.training_sets.service import building, deciding


async def build(node: Node, payload: dict[str, Any]) -> None:
    await building.run(node, payload["release"])


async def remove(node: Node, payload: dict[str, Any]) -> None:
    await deciding.remove(node, payload["training_set"], payload["folder"])
