"""What alarms do by the clock."""

from typing import Any, Final

from brain.kit.clock import now
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.alarms.service import answering


async def _unshelve(node: Node, _: dict[str, Any]) -> None:
    await answering.unshelve_due(node, now())


JOBS: Final = (Job("alarms.unshelve", _unshelve, every="* * * * *"),)
