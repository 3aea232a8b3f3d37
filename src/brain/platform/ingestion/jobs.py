"""Background work of ingestion."""

import asyncio
from typing import Any

from brain.kit.node import Node
from brain.platform.ingestion.adapters.landing import clear_abandoned
from brain.platform.ingestion.service import destroying, due, fetching, running, sources


async def run_import(node: Node, payload: dict[str, Any]) -> None:
    await running.run(node, payload["import_id"])


async def remind_of_late_sources(node: Node, payload: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await sources.remind_of_late(session)


async def start_due_collections(node: Node, payload: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await due.look(session)
    await asyncio.to_thread(clear_abandoned, node.folder, due.LOST_AFTER.total_seconds())


async def destroy_original(node: Node, payload: dict[str, Any]) -> None:
    await destroying.destroy(node, payload["digest"])


async def collect(node: Node, payload: dict[str, Any]) -> None:
    await fetching.run(node, payload["run_id"])
