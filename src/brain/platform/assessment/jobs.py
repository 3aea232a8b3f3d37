"""What assessing does by the clock."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.assessment.service import planning


async def _tell_overdue(node: Node, _: dict[str, Any]) -> None:
    await planning.tell_overdue(node)


JOBS = (Job("assessment.tell_overdue", _tell_overdue, every="15 7 * * *"),)
