"""Loads complete batches from landing files into the centre's warehouse table, any number of times."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from brain.kit.clock import now
from brain.kit.jobs import enqueue
from brain.kit.node import Node
from brain.platform.exchange.scenes.catalogue import Scene, scenes
from brain.platform.exchange.server.adapters.intake import landing_path
from brain.platform.exchange.server.queries import reports as queries
from brain.platform.exchange.server.service.reports import LOAD, landing_folder

LATE = timedelta(minutes=10)


async def load_batch(node: Node, payload: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        batch = await queries.lock_batch(session, payload["batch"])
        if batch is None or batch.completed_at is None or batch.loaded_at is not None:
            return
        scene = scenes()[batch.scene]
        position = 0
        for digest in await queries.digests(session, batch.id):
            rows = list(_rows(landing_path(landing_folder(node), digest), scene, position))
            await queries.stage(session, rows)
            position += len(rows)
        await queries.merge_staged(session, batch, now())


async def load_late(node: Node, _: dict[str, Any]) -> None:
    """Scheduled: whatever was forgotten (a restored database, a job given up) is asked for again."""
    async with node.database.transaction() as session:
        for batch in await queries.unloaded(session, now() - LATE):
            await enqueue(session, LOAD, {"batch": batch}, key=f"{LOAD}/{batch}")


def _rows(path: Path, scene: Scene, position: int) -> Iterator[tuple[int, str, str]]:
    report: Any = scene.decoder.decode(path.read_bytes())
    for number, record in enumerate(report.records, position):
        key = msgspec.json.encode([getattr(record, name) for name in scene.key]).decode()
        yield number, key, msgspec.json.encode(record).decode()
