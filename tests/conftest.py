"""One PostgreSQL a test session, a fresh migrated database a test, running nodes, people with rights."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from hypothesis import settings as hypothesis_settings
from psycopg import sql

from brain.kit.clock import now
from brain.kit.crypto import sm3, token
from brain.kit.db import Database
from brain.kit.node import Node
from brain.kit.node_kind import NodeKind
from brain.kit.postgres import Server
from brain.nodes.assembly import make_app, make_node
from brain.nodes.kinds import assembly_of
from brain.nodes.settings import DatabaseSettings, ExchangeSettings, HttpSettings, NodeSettings, Settings
from brain.platform.identity.contract import ScopeTable
from brain.platform.identity.models import AccountRow, OrganisationRow, RoleGrantRow, SessionRow
from brain.platform.identity.service import session_cookie

# pyspark takes a program that is no file, as a worker of pytest-xdist, for its own doctests and ends it.
vars(sys.modules["__main__"]).setdefault("__file__", "")

hypothesis_settings.register_profile("dev", max_examples=30, deadline=None)
hypothesis_settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "dev")

TEMPLATE = "brain_template"
FIRST: dict[NodeKind, FastAPI] = {}
TITLES: dict[NodeKind, tuple[str, str]] = {
    "capability_centre": ("山东省产业大脑能力中心", "Shandong capability centre"),
    "industry_brain": ("轮胎橡胶产业大脑", "Tyre and rubber industry brain"),
    "factory_gateway": ("示例轮胎一厂", "Example tyre plant 1"),
}


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data sets; the test says so when it is absent."""
    folder = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not (folder / "README.md").is_file():
        pytest.skip(f"没有真实数据目录 {folder}（用 BRAIN_TEST_DATA 指定）")
    return folder


def quick_folder() -> Path | None:
    """Memory that looks like a disk, where there is enough: making a database takes a tenth of the time."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 4 << 30 else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real embedded server with a migrated template database; the disk need not keep what a test wrote."""
    with tempfile.TemporaryDirectory(
        prefix="brain-pg-", dir=quick_folder(), ignore_cleanup_errors=True
    ) as folder:
        with Server(Path(folder) / "postgres", settings={"fsync": "off"}) as server:
            server.create_database(TEMPLATE)
            # In a process of its own: Alembic reconfigures nothing here.
            upgrade = f"from brain.nodes import migrations; migrations.upgrade({server.dsn(TEMPLATE)!r})"
            subprocess.run([sys.executable, "-c", upgrade], check=True)
            yield server


@contextmanager
def fresh_database(postgres: Server) -> Iterator[str]:
    """The DSN of a migrated database, dropped afterwards."""
    name = sql.Identifier(f"test_{secrets.token_hex(6)}")
    with psycopg.connect(postgres.dsn("postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                name, sql.Identifier(TEMPLATE)
            )
        )
        yield postgres.dsn(name.as_string().strip('"'))
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.fixture
def dsn(postgres: Server) -> Iterator[str]:
    with fresh_database(postgres) as dsn:
        yield dsn


@pytest.fixture
async def database(dsn: str) -> AsyncIterator[Database]:
    """A database without a node: nothing listens to its announcements."""
    opened = Database(dsn, pool_size=4)
    yield opened
    await opened.dispose()


@dataclass(kw_only=True)
class RunningNode:
    """A node's application in process, and clients for those who may use it."""

    app: FastAPI
    node: Node
    settings: Settings
    stack: AsyncExitStack
    people: int = field(default=0)

    async def client(self, **cookies: str) -> httpx.AsyncClient:
        return await self.stack.enter_async_context(
            httpx.AsyncClient(
                transport=httpx.ASGITransport(self.app, raise_app_exceptions=False),
                base_url="http://node.test",
                headers={"x-requested-with": "brain"},
                cookies=cookies,
            )
        )

    async def person(self, *scopes: str, organisation: str | None = None) -> httpx.AsyncClient:
        """A client signed in as a new account that holds exactly these scopes."""
        self.people += 1
        username, role, opened, at = f"person{self.people}", f"role{self.people}", token("bs"), now()
        held = self.node.get(ScopeTable)
        self.node.provided[ScopeTable] = ScopeTable({**held.by_role, role: frozenset(scopes)})
        async with self.node.database.transaction() as session:
            organisation_row = OrganisationRow(name=organisation, created_at=at) if organisation else None
            if organisation_row is not None:
                session.add(organisation_row)
                await session.flush()
            account = AccountRow(
                username=username,
                name=username.title(),
                organisation_id=organisation_row.id if organisation_row else None,
                password_hash="not used",
                password_set_at=at,
                must_change_password=False,
                created_at=at - timedelta(seconds=1),
            )
            session.add(account)
            await session.flush()
            session.add(RoleGrantRow(account_id=account.id, role=role, granted_by="test", granted_at=at))
            session.add(
                SessionRow(
                    token_hash=sm3(opened.encode()),
                    account_id=account.id,
                    created_at=at,
                    seen_at=at,
                    address="",
                )
            )
        return await self.client(**{session_cookie(self.node): opened})


def node_settings(kind: NodeKind, dsn: str, folder: Path, sandbox_dsn: str | None = None) -> Settings:
    title, title_en = TITLES[kind]
    return Settings(
        node=NodeSettings(kind=kind, name=kind, title=title, title_en=title_en),
        folder=folder,
        database=DatabaseSettings(dsn=dsn, sandbox_dsn=sandbox_dsn, pool_size=4),
        http=HttpSettings(port=1),
        exchange=ExchangeSettings(centre_url="http://centre.test"),
    )


@asynccontextmanager
async def running_node(settings: Settings) -> AsyncIterator[RunningNode]:
    assembly = assembly_of(settings.node.kind)
    node = make_node(settings, assembly)
    app = make_app(settings, assembly, node)
    share_routes(settings.node.kind, app)
    async with AsyncExitStack() as stack:
        yield RunningNode(app=app, node=node, settings=settings, stack=stack)
    await node.close()


def share_routes(kind: NodeKind, app: FastAPI) -> None:
    """FastAPI reads the signatures of all routes at an application's first request, which takes most of
    a route test's time; those of the first application of a kind serve the others. What an application
    mounts of its own stays its own."""
    first = FIRST.setdefault(kind, app).router.routes
    for place, (known, route) in enumerate(zip(first, app.router.routes, strict=True)):
        if getattr(known, "original_router", known) is getattr(route, "original_router", route):
            app.router.routes[place] = known


@pytest.fixture
def sandbox_dsn(postgres: Server) -> str:
    """Of a database that is not there: only the tests of exchange have one, making it takes time."""
    return postgres.dsn("no_sandbox")


@pytest.fixture
async def centre(dsn: str, sandbox_dsn: str, tmp_path: Path) -> AsyncIterator[RunningNode]:
    """A capability centre with a fresh database."""
    settings = node_settings("capability_centre", dsn, tmp_path / "centre", sandbox_dsn)
    async with running_node(settings) as running:
        yield running


@pytest.fixture
async def brain_node(postgres: Server, tmp_path: Path) -> AsyncIterator[RunningNode]:
    """An industry brain with a fresh database of its own, also beside a centre."""
    with fresh_database(postgres) as dsn:
        async with running_node(node_settings("industry_brain", dsn, tmp_path / "brain")) as running:
            yield running


@pytest.fixture
async def gateway(postgres: Server, tmp_path: Path) -> AsyncIterator[RunningNode]:
    """A factory gateway with a fresh database of its own, also beside a brain."""
    with fresh_database(postgres) as dsn:
        async with running_node(node_settings("factory_gateway", dsn, tmp_path / "gateway")) as running:
            yield running
