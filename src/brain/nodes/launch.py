"""`brain up`: a centre, a brain and factories on one machine, with their PostgreSQL and processes."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, Self

import httpx

from brain.kit.errors import Conflict, Unavailable
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.plan import Plan, free_port, port_in_use, settings_of
from brain.nodes.serving import (
    FEW_ARENAS,
    engine_command,
    gateway_command,
    plant_command,
    serve_command,
)
from brain.nodes.settings import Settings

READY_PATIENCE = 60.0  # seconds until a server must answer
STOP_PATIENCE = 20.0
LOOK_EVERY = 0.2  # seconds between looks for what has died
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before what died is started again
SETTLED = 60.0  # seconds a process lives after which its next death is a new misfortune


class Attached:
    """The running `brain up` of a plan, for a second command beside it."""

    def __init__(self, plan: Plan) -> None:
        if not all(port_in_use(plan.host, port) for port in plan.ports):
            raise Unavailable("本机没有在运行的 brain up：请先运行 brain up --no-demo")
        self._servers = {name: Server(plan.folder / name / "postgres") for name in plan.names}
        self.settings = {name: settings_of(plan, name, server) for name, server in self._servers.items()}

    def __enter__(self) -> Self:
        for server in self._servers.values():
            server.start()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.stop()


@dataclass
class Child:
    """One process of a node, started again with growing pauses when it dies."""

    name: str
    command: list[str]
    environment: dict[str, str] | None  # None: as ours
    log: Path
    process: subprocess.Popen[bytes] | None = None
    pause: float = FIRST_PAUSE
    started: float = 0.0
    due: float | None = None

    def start(self) -> None:
        self.started, self.due = time.monotonic(), None
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            # A session of its own: Ctrl-C reaches the parent, which stops the children in order.
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                self.command,
                env=self.environment,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def mend(self) -> None:
        """Start it again once its pause is over; to be called often."""
        at = time.monotonic()
        if not self.died():
            return
        if self.due is None:
            if at - self.started > SETTLED:
                self.pause = FIRST_PAUSE
            self.due = at + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
        elif at >= self.due:
            self.start()

    def stop(self, number: int = signal.SIGTERM) -> None:
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def wait(self, patience: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.stop(signal.SIGKILL)
            self.process.wait()


@dataclass
class Launch:
    """Everything that `brain up` has running."""

    plan: Plan
    servers: dict[str, Server] = field(default_factory=dict)
    settings: dict[str, Settings] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    engine_port: int = field(default_factory=free_port)

    def prepare(self) -> None:
        """Start every PostgreSQL and bring the schemas up to date; refuses when a port is taken."""
        for port in self.plan.ports:
            if port_in_use(self.plan.host, port):
                raise Conflict(
                    f"端口 {port} 已被占用：请停止占用它的程序，"
                    "或用 --centre-port / --brain-port / --factory-port 另选端口"
                )
        for name in self.plan.names:
            self.servers[name] = Server(self.plan.folder / name / "postgres")
        starting = [threading.Thread(target=server.start) for server in self.servers.values()]
        for thread in starting:
            thread.start()
        for thread in starting:
            thread.join()
        for name, server in self.servers.items():
            server.start()  # returns at once, or raises what the thread could not
            engine = f"sc://127.0.0.1:{self.engine_port}"
            self.settings[name] = settings_of(self.plan, name, server, engine)
            self._migrate(server, name)

    def _migrate(self, server: Server, node: str) -> None:
        database = self.settings[node].database
        for name, dsn in ((node, database.dsn), (f"{node}_sandbox", database.sandbox_dsn)):
            if dsn is not None:
                server.create_database(name)
                migrations.upgrade(dsn)

    def start(self, stop: threading.Event) -> None:
        """The engine, simulated plants, and the processes of all nodes; returns when the servers answer, or
        when told to stop."""
        logs = self.plan.folder / "logs"
        self._begin("engine", engine_command(self.engine_port), None, logs / "engine.log")
        for factory in self.plan.factories:
            plant = plant_command(factory, self.plan.mes_of(factory))
            self._begin(f"{factory.name} plant", plant, None, logs / f"{factory.name}.log")
        for name, settings in self.settings.items():
            environment = settings.environment()
            if settings.node.kind == "factory_gateway":
                commands = {"gateway": gateway_command()}
                environment |= FEW_ARENAS
            else:
                commands = {"serve": serve_command(settings), "work": [sys.executable, "-m", "brain", "work"]}
            for process, command in commands.items():
                log = settings.folder / "logs" / f"{process}.log"
                self._begin(f"{name} {process}", command, environment, log)
        for settings in self.settings.values():
            self._await(settings, stop)

    def _begin(self, name: str, command: list[str], environment: dict[str, str] | None, log: Path) -> None:
        child = Child(name, command, environment, log)
        child.start()
        self.children.append(child)

    def _await(self, settings: Settings, stop: threading.Event) -> None:
        address = f"http://{settings.http.host}:{settings.http.port}/health"
        began = time.monotonic()
        while time.monotonic() - began < READY_PATIENCE:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(address, trust_env=False).status_code == httpx.codes.OK:
                    return
            if stop.wait(0.1):
                return
        raise Unavailable(f"{settings.node.title}没有就绪，请查看 {settings.folder / 'logs'}")

    def watch(self, stop: threading.Event) -> None:
        """Restart what dies until told to stop."""
        while not stop.wait(LOOK_EVERY):
            for server in self.servers.values():
                server.start()
            for child in self.children:
                child.mend()

    def stop(self) -> None:
        for child in self.children:
            child.stop()
        for child in self.children:
            child.wait(STOP_PATIENCE)
        for server in self.servers.values():
            server.stop()


async def unless_stopped(stop: threading.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do the work, or leave it where it is when told to stop; it can be taken up again later."""
    task = asyncio.create_task(work)
    while not task.done():
        if stop.is_set():
            task.cancel()
        await asyncio.wait([task], timeout=0.2)
    if not task.cancelled():
        task.result()


@contextlib.contextmanager
def stopped_by_signal() -> Iterator[threading.Event]:
    """An event set by Ctrl-C or SIGTERM."""
    stop = threading.Event()

    def heard(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
