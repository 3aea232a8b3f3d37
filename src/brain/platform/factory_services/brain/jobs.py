"""What the brain's side does in the background."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.factory_services.brain.service import answering


async def _run(node: Node, payload: dict[str, Any]) -> None:
    await answering.run(node, payload["call"])


async def _tell(node: Node, payload: dict[str, Any]) -> None:
    await answering.tell_catalogue(node, payload["factory"], payload["letter"])


async def _give_up(node: Node, _: dict[str, Any]) -> None:
    await answering.give_up(node)


JOBS = (
    Job(answering.RUN, _run),
    Job(answering.TELL, _tell),
    Job("factory_services.give_up", _give_up, every="20 * * * *"),
)
