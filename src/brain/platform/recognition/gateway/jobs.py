"""Background work of applications."""

from typing import Any, Final

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.recognition.gateway.service import applying


async def remind(node: Node, _: dict[str, Any]) -> None:
    await applying.remind(node)


JOBS: Final = (Job(name="recognition_application.remind", run=remind, every="10 8 * * *"),)
