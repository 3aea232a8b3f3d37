"""Makes a running node of its rooms: the one place where everything is wired."""

import asyncio
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from granian.utils.proxies import wrap_asgi_with_proxy_headers

from brain.kit.acts import Act
from brain.kit.clock import ClockCheck, check_clock, now
from brain.kit.crypto import SecretBox
from brain.kit.db import Database
from brain.kit.errors import Forbidden, Refusal
from brain.kit.events import Event, Listener
from brain.kit.http import Edge, bug, install_handlers, refusals
from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.kit.room import Room
from brain.kit.standing import Standing
from brain.nodes import health, pages, telemetry
from brain.nodes.settings import Settings
from brain.platform.identity.contract import ScopeTable
from brain.platform.portal.contract import Menu
from brain.platform.security.contract import Acts
from brain.platform.security.service import answer_forbidden

CHECK_CLOCK_EVERY = 15 * 60  # seconds


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """A kind of node: its rooms, what it hands to them by contract type, and what else it serves."""

    rooms: Sequence[Room]
    provide: Callable[[Settings, Node, Sequence[Room]], Mapping[type[Any], Any]] = (
        lambda settings, node, rooms: {}
    )
    mount: Callable[[FastAPI, Node, Settings], None] = lambda app, node, settings: None

    @property
    def jobs(self) -> list[Job]:
        return [job for room in self.rooms for job in room.jobs]

    @property
    def standing(self) -> list[Standing]:
        return [each for room in self.rooms for each in room.standing]

    @property
    def listeners(self) -> dict[type[Event], list[Listener]]:
        gathered: dict[type[Event], list[Listener]] = defaultdict(list)
        for room in self.rooms:
            for event, listeners in room.listeners.items():
                gathered[event].extend(listeners)
        return gathered

    @property
    def acts(self) -> dict[str, Act]:
        return {act.name: act for room in self.rooms for act in room.acts}

    @property
    def scopes(self) -> ScopeTable:
        held: dict[str, set[str]] = defaultdict(set)
        for room in self.rooms:
            for scope in room.scopes:
                for role in scope.roles:
                    held[role].add(scope.name)
        return ScopeTable({role: frozenset(scopes) for role, scopes in held.items()})


def secret_key(folder: Path) -> bytes:
    """The node's own 256-bit key, made at first use and readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secret.key"
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(32))
            file.flush()
            os.fsync(file.fileno())
    return path.read_bytes()


def make_node(settings: Settings, assembly: Assembly) -> Node:
    node = Node(
        **settings.node.model_dump(),
        database=Database(
            settings.database.dsn, pool_size=settings.database.pool_size, listeners=assembly.listeners
        ),
        folder=settings.folder,
        secrets=SecretBox(secret_key(settings.folder)),
    )
    node.provided[ScopeTable] = assembly.scopes
    node.provided[Menu] = Menu([item for room in assembly.rooms for item in room.menu])
    node.provided[Acts] = Acts(assembly.acts)
    node.provided[ClockCheck] = ClockCheck("unknown", None, None, now(), ("尚未校时",))
    node.provided.update(assembly.provide(settings, node, assembly.rooms))
    return node


@asynccontextmanager
async def opened(node: Node) -> AsyncIterator[Node]:
    """A node for the time of a command; its connections are closed afterwards."""
    try:
        yield node
    finally:
        await node.close()


def make_app(settings: Settings, assembly: Assembly, node: Node) -> FastAPI:
    """The node's web application; it answers as soon as it is made, its lifespan watches the clock."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        watching = asyncio.create_task(_watch_clock(node, settings.exchange.ntp_servers))
        yield
        watching.cancel()
        await node.close()

    app = FastAPI(
        title=node.title,
        version=version("industry-brain"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses=refusals(Refusal),
    )
    app.state.node = node
    install_handlers(app)
    app.add_exception_handler(Forbidden, answer_forbidden)
    app.add_exception_handler(Exception, bug)
    app.add_middleware(Edge)
    if settings.http.proxies:
        app.add_middleware(wrap_asgi_with_proxy_headers, trusted_hosts=list(settings.http.proxies))
    for room in assembly.rooms:
        for router in room.routers:
            app.include_router(router)
    app.include_router(health.router)
    assembly.mount(app, node, settings)
    pages.serve(app)
    telemetry.instrument(app)
    return app


async def _watch_clock(node: Node, servers: Sequence[str]) -> None:
    while True:
        node.provided[ClockCheck] = await check_clock(servers)
        await asyncio.sleep(CHECK_CLOCK_EVERY)
