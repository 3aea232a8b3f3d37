"""What runs for as long as the node does, in one process of the node only: collecting, sending."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

from psycopg import AsyncConnection, OperationalError

from brain.kit.logging import logger
from brain.kit.node import Node

log = logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before what failed is started again
SETTLED = 60.0  # seconds it runs after which its next failure is a new misfortune
LOOK_EVERY = 2.0  # seconds between looks whether the lock is still held


@dataclass(frozen=True)
class Standing:
    """`run` is cancelled when the node stops; it may be started again at any time and must then go on from
    what the database says."""

    name: str
    run: Callable[[Node], Awaitable[None]]


async def keep(node: Node, standing: Sequence[Standing], *, stop: asyncio.Event) -> None:
    """Run them all until `stop` is set."""
    tasks = [asyncio.create_task(_keep(node, each), name=each.name) for each in standing]
    await stop.wait()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _keep(node: Node, standing: Standing) -> None:
    pause = FIRST_PAUSE
    while True:
        began = time.monotonic()
        try:
            await _alone(node, standing)
        except OperationalError as error:
            log.warning("standing.connection_lost", name=standing.name, error=str(error))
        except Exception:
            log.exception("standing.failed", name=standing.name)
        if time.monotonic() - began > SETTLED:
            pause = FIRST_PAUSE
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _alone(node: Node, standing: Standing) -> None:
    """Run it under an advisory lock of its name; when the lock is lost, so is the right to run."""
    number = int.from_bytes(blake2b(standing.name.encode(), digest_size=8).digest(), signed=True)
    async with await AsyncConnection.connect(node.database.dsn, autocommit=True) as connection:
        await connection.execute("SELECT pg_advisory_lock(%s)", [number])
        running = asyncio.ensure_future(standing.run(node))
        try:
            while not running.done():
                await asyncio.wait([running], timeout=LOOK_EVERY)
                await connection.execute("SELECT 1")
            await running
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await running
