"""What collecting does by the clock."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.platform.shop_floor.service import certificates, storing


async def _trim(node: Node, _: dict[str, Any]) -> None:
    await storing.trim(node)


async def _watch_certificate(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await certificates.watch(session)


JOBS = (
    Job("shop_floor.trim", _trim, every="* * * * *"),
    Job("shop_floor.watch_certificate", _watch_certificate, every="20 7 * * *"),
)
