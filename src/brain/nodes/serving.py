"""The processes of a node: the web server and the job worker."""

import asyncio
import signal
import sys
from pathlib import Path

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from brain.kit import jobs, logging, standing
from brain.nodes.assembly import make_app
from brain.nodes.kinds import assembly_of, node_of
from brain.nodes.plan import Factory
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


# glibc keeps what threads freed in arenas of theirs: with one of them a gateway needs a tenth less memory.
FEW_ARENAS = {"MALLOC_ARENA_MAX": "1"}


def gateway_command() -> list[str]:
    """The command line of a gateway's one process; it loads only what gateways need."""
    return [sys.executable, "-m", "brain.nodes.serving"]


def engine_command(port: int) -> list[str]:
    """The command line of the embedded engine (Sail), for this machine only."""
    return [sys.executable, "-m", "pysail", "spark", "server", "--ip", "127.0.0.1", "--port", str(port)]


def plant_command(factory: Factory, records: Path) -> list[str]:
    """The command line of a factory's simulated plant, for this machine only."""
    options = {
        "--layout": factory.layout,
        "--opc-ua": str(factory.opc_ua_port),
        "--mqtt": str(factory.mqtt_port),
        "--modbus": str(factory.modbus_port),
        "--records": str(records),
    }
    words = [word for option in options.items() for word in option]
    return [sys.executable, "-W", "ignore", "-m", "brain.simulation", *words]


def work(settings: Settings) -> None:
    """Run the node's jobs and what stands until a signal comes; a job under way is finished first."""
    logging.configure(level=settings.log.level, human=settings.log.human)
    asyncio.run(_work(settings))


def together(settings: Settings) -> None:
    """Web server, jobs and what stands in one process, for a machine with little memory."""
    logging.configure(level=settings.log.level, human=settings.log.human)
    asyncio.run(_together(settings))


async def _together(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    node, assembly = node_of(settings), assembly_of(settings.node.kind)
    server = Server(
        make_app(settings, assembly, node),
        address=settings.http.host,
        port=settings.http.port,
        interface=Interfaces.ASGI,
        log_level=LogLevels.warning,
    )
    serving = asyncio.create_task(server.serve())
    try:
        await asyncio.gather(
            jobs.work(node, assembly.jobs, stop=stop), standing.keep(node, assembly.standing, stop=stop)
        )
    finally:
        server.stop()  # type: ignore[no-untyped-call] # the library is untyped here
        await serving
        await node.close()


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


if __name__ == "__main__":
    together(Settings())
