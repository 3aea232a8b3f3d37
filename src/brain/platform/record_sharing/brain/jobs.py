"""Background work of records that factories share."""

from typing import Any, Final

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.record_sharing.brain.service import landing


async def _look(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        for consent_id in await landing.due(session):
            await landing.ask(session, consent_id)


async def _land(node: Node, payload: dict[str, Any]) -> None:
    await landing.land(node, payload["consent"])


JOBS: Final = (
    Job("shared_records.look", _look, every="*/15 * * * *", retries=0),
    Job(landing.LAND, _land),
)
