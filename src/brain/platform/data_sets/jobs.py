"""Background work of data sets."""

from typing import Any

from brain.kit.node import Node
from brain.platform.data_sets.service import (
    building,
    conforming,
    detecting,
    forgetting,
    issues,
    keeping,
    naming,
    pushing,
)


async def refresh(node: Node, payload: dict[str, Any]) -> None:
    await building.refresh(node)
    await forgetting.finish(node)


async def erase(node: Node, payload: dict[str, Any]) -> None:
    await forgetting.carry_out(node, payload["erasure"])


async def retain(node: Node, payload: dict[str, Any]) -> None:
    await keeping.retain(node)


async def note_names(node: Node, payload: dict[str, Any]) -> None:
    """Delivery by delivery, each in its own transaction; begun again it goes on where it stopped."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await naming.note_next(session, node)


async def end_acceptances(node: Node, payload: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await issues.end_acceptances(session)


async def detect(node: Node, payload: dict[str, Any]) -> None:
    await detecting.run(node, payload["detection"])


async def check_standards(node: Node, payload: dict[str, Any]) -> None:
    await conforming.check(node)


async def push_open_lineage(node: Node, payload: dict[str, Any]) -> None:
    await pushing.push(node)
