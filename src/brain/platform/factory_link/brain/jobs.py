"""What the brain's side does by the clock."""

from typing import Any

from brain.kit.clock import now
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.factory_link.brain.service import landing, late, silent


async def _look(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        for factory_id in await landing.due(session, now()):
            await landing.ask(session, factory_id)
        await late.tell(session, now())
        await silent.tell(session, now())


async def _land(node: Node, payload: dict[str, Any]) -> None:
    await landing.land(node, payload["factory"])


async def _trim(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await landing.trim(session, now())


JOBS = (
    Job("factory_link.look_for_landings", _look, every="* * * * *", retries=0),
    Job(landing.LAND, _land),
    Job("factory_link.trim", _trim, every="50 3 * * *"),
)
