"""`brain up`: a centre and a brain on one machine, with their PostgreSQL, web servers and workers."""

import asyncio
import contextlib
import os
import signal
import socket
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
from brain.kit.node_kind import NodeKind
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.serving import engine_command, serve_command
from brain.nodes.settings import (
    DatabaseSettings,
    ExchangeSettings,
    HttpSettings,
    LakeSettings,
    LogSettings,
    NodeSettings,
    Settings,
)

KINDS: tuple[NodeKind, ...] = ("capability_centre", "industry_brain")
READY_PATIENCE = 60.0  # seconds until a server must answer
STOP_PATIENCE = 20.0
LOOK_EVERY = 0.2  # seconds between looks for what has died
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before what died is started again
SETTLED = 60.0  # seconds a process lives after which its next death is a new misfortune


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Where the demonstration lives and listens. `sample_data` marks every page 示例数据."""

    folder: Path
    centre_port: int
    brain_port: int
    sample_data: bool
    host: str = "127.0.0.1"
    web_workers: int = 1


def node_settings(plan: Plan, kind: NodeKind, server: Server, engine: str | None = None) -> Settings:
    centre = kind == "capability_centre"
    return Settings(
        node=NodeSettings(
            kind=kind,
            name=kind,
            title="山东省产业大脑能力中心" if centre else "轮胎橡胶产业大脑",
            title_en="Shandong Industry Brain Capability Centre"
            if centre
            else "Tyre and Rubber Industry Brain",
            sample_data=plan.sample_data,
        ),
        folder=plan.folder / kind,
        database=DatabaseSettings(
            dsn=server.dsn(kind), sandbox_dsn=server.dsn(f"{kind}_sandbox") if centre else None
        ),
        http=HttpSettings(
            host=plan.host, port=plan.centre_port if centre else plan.brain_port, workers=plan.web_workers
        ),
        exchange=ExchangeSettings(
            centre_url=None if centre else f"http://{plan.host}:{plan.centre_port}",
        ),
        lake=LakeSettings(engine=engine),
        log=LogSettings(),
    )


class Attached:
    """The running `brain up` of a plan, for a second command beside it."""

    def __init__(self, plan: Plan) -> None:
        if not all(port_in_use(plan.host, port) for port in (plan.centre_port, plan.brain_port)):
            raise Unavailable("本机没有在运行的 brain up：请先运行 brain up --no-demo")
        self._servers = {kind: Server(plan.folder / kind / "postgres") for kind in KINDS}
        self.settings = {kind: node_settings(plan, kind, server) for kind, server in self._servers.items()}

    def __enter__(self) -> Self:
        for server in self._servers.values():
            server.start()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.stop()


def port_in_use(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


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
    servers: dict[NodeKind, Server] = field(default_factory=dict)
    settings: dict[NodeKind, Settings] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    engine_port: int = field(default_factory=free_port)

    def prepare(self) -> None:
        """Start both PostgreSQL and bring the schemas up to date; refuses when a port is taken."""
        for port in (self.plan.centre_port, self.plan.brain_port):
            if port_in_use(self.plan.host, port):
                raise Conflict(
                    f"端口 {port} 已被占用：请停止占用它的程序，或用 --centre-port / --brain-port 另选端口"
                )
        for kind in KINDS:
            self.servers[kind] = Server(self.plan.folder / kind / "postgres")
        starting = [threading.Thread(target=server.start) for server in self.servers.values()]
        for thread in starting:
            thread.start()
        for thread in starting:
            thread.join()
        for kind, server in self.servers.items():
            server.start()  # returns at once, or raises what the thread could not
            self.settings[kind] = node_settings(
                self.plan, kind, server, engine=f"sc://127.0.0.1:{self.engine_port}"
            )
            self._migrate(server, kind)

    def _migrate(self, server: Server, kind: NodeKind) -> None:
        database = self.settings[kind].database
        for name, dsn in ((kind, database.dsn), (f"{kind}_sandbox", database.sandbox_dsn)):
            if dsn is not None:
                server.create_database(name)
                migrations.upgrade(dsn)

    def start(self, stop: threading.Event) -> None:
        """The engine, web servers and workers of both nodes; returns when the servers answer, or when told
        to stop."""
        log = self.plan.folder / "logs" / "engine.log"
        engine = Child("engine", engine_command(self.engine_port), None, log)
        engine.start()
        self.children.append(engine)
        for kind, settings in self.settings.items():
            commands = {"serve": serve_command(settings), "work": [sys.executable, "-m", "brain", "work"]}
            for process, command in commands.items():
                log = settings.folder / "logs" / f"{process}.log"
                child = Child(f"{kind} {process}", command, settings.environment(), log)
                child.start()
                self.children.append(child)
        for settings in self.settings.values():
            self._await(settings, stop)

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
