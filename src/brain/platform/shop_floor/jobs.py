"""What collecting does by the clock."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.shop_floor.service import storing


async def _trim(node: Node, _: dict[str, Any]) -> None:
    await storing.trim(node)


JOBS = (Job("shop_floor.trim", _trim, every="* * * * *"),)
