"""Scheduled: checkpoints of the chain, and its nightly verification."""

from typing import Any

from brain.kit.node import Node
from brain.platform.security import service


async def checkpoint(node: Node, _: dict[str, Any]) -> None:
    await service.checkpoint(node)


async def verify(node: Node, _: dict[str, Any]) -> None:
    await service.verify(node, by="system")
