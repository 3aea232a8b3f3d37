"""The processes of a node: the web server and the job worker."""

import asyncio
import signal
import sys

from brain.kit import jobs, logging, standing
from brain.nodes.kinds import assembly_of, node_of
from brain.nodes.settings import Settings

APPLICATION = "brain.nodes.kinds:application"


def serve_command(settings: Settings) -> list[str]:
    """The command line of the web server; each of its workers makes its own application."""
    options = {
        "--interface": "asgi",
        "--loop": "uvloop",
        "--host": settings.http.host,
        "--port": str(settings.http.port),
        "--workers": str(settings.http.workers),
        "--log-level": "warning",
        # A worker told to stop while it starts does not hear it.
        "--workers-kill-timeout": "5",
    }
    words = [word for option in options.items() for word in option]
    return [sys.executable, "-m", "granian", *words, "--respawn-failed-workers", "--factory", APPLICATION]


def engine_command(port: int) -> list[str]:
    """The command line of the embedded engine (Sail), for this machine only."""
    return [sys.executable, "-m", "pysail", "spark", "server", "--ip", "127.0.0.1", "--port", str(port)]


def work(settings: Settings) -> None:
    """Run the node's jobs and what stands until a signal comes; a job under way is finished first."""
    logging.configure(level=settings.log.level, human=settings.log.human)
    asyncio.run(_work(settings))


async def _work(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    node = node_of(settings)
    assembly = assembly_of(settings.node.kind)
    try:
        await asyncio.gather(
            jobs.work(node, assembly.jobs, stop=stop), standing.keep(node, assembly.standing, stop=stop)
        )
    finally:
        await node.close()
