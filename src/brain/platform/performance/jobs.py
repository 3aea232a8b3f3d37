"""What measuring does by the clock."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.performance.service import computing


async def _compute(node: Node, _: dict[str, Any]) -> None:
    await computing.compute(node)


JOBS = (Job("performance.compute", _compute, every="*/5 * * * *"),)
