"""What the gateway's side does by the clock."""

from typing import Any

from brain.kit.errors import Conflict
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.factory_services.gateway.service import calling


async def _call_due(node: Node, _: dict[str, Any]) -> None:
    await calling.call_due(node)


async def _refresh(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        try:
            await calling.ask_catalogue(session)
        except Conflict:
            return  # no brain yet


JOBS = (
    Job("brain_services.call_due", _call_due, every="*/10 * * * *"),
    Job("brain_services.refresh", _refresh, every="40 5 * * *"),
)
