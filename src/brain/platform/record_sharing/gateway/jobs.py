"""Background work of sharing business records."""

from typing import Any, Final

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.record_sharing.gateway.service import sending


async def _send(node: Node, _: dict[str, Any]) -> None:
    await sending.send(node)


JOBS: Final = (Job(sending.SEND, _send, every="* * * * *"),)
