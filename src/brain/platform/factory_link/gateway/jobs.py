"""What the gateway's side does by the clock."""

from datetime import timedelta
from typing import Any, Final

from brain.kit.clock import now
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.gateway.service import accounting, enrolling, unreached

KEY_DAYS: Final = 90


async def _count(node: Node, _: dict[str, Any]) -> None:
    await accounting.count(node)


async def _change_key(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        link = await links.current(session)
    if link and link.brain_state == "active" and link.key_since < now() - timedelta(days=KEY_DAYS):
        await enrolling.change_key(node)


async def _look(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await unreached.tell(session, now())


JOBS = (
    Job("brain_link.count", _count, every="* * * * *"),
    Job("brain_link.look", _look, every="* * * * *", retries=0),
    Job("brain_link.change_key", _change_key, every="20 3 * * *"),
)
