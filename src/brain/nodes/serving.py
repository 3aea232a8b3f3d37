"""The processes of a node: the web server and the job worker."""

import asyncio
import signal

from granian import Granian
from granian.constants import Interfaces, Loops

from brain.kit import jobs, logging
from brain.nodes.kinds import KINDS, node_of
from brain.nodes.settings import Settings


def serve(settings: Settings) -> None:
    """Answer HTTP until a signal comes; granian starts the workers, each makes its own application."""
    Granian(
        "brain.nodes.kinds:application",
        factory=True,
        address=settings.http.host,
        port=settings.http.port,
        interface=Interfaces.ASGI,
        loop=Loops.uvloop,
        workers=settings.http.workers,
        respawn_failed_workers=True,
        log_enabled=False,
    ).serve()


def work(settings: Settings) -> None:
    """Run the node's jobs until a signal comes; a job under way is finished first."""
    logging.configure(level=settings.log.level, human=settings.log.human)
    asyncio.run(_work(settings))


async def _work(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    node = node_of(settings)
    try:
        await jobs.work(node, KINDS[settings.node.kind].jobs, stop=stop)
    finally:
        await node.database.dispose()
