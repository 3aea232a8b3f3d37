"""A gateway installed from a package is upgraded, and goes back, with its supervisor killed at every step."""

import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes.assembly import opened
from brain.nodes.kinds import node_of
from brain.nodes.plan import free_port
from brain.nodes.settings import UpgradeSettings
from brain.platform.gateway_upgrade.gateway.models import OfferedReleaseRow
from brain.platform.gateway_upgrade.gateway.service import releases
from brain.supervisor import slots
from tests.conftest import node_settings
from tests.gateway_packages import WHEELS, migration, package
from tests.link_sides import CREDIT_CODE, OWNER

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        not WHEELS.is_dir(), reason="the wheels of a gateway are not here: make gateway-wheels"
    ),
]

BROKEN = b'"""Does not start."""\n\nraise SystemExit("this release does not start")\n'
PATIENCE = 180.0


@dataclass
class Installed:
    """A gateway in its folder, and the process that keeps it running."""

    root: Path
    dsn: str
    port: int
    key: Ed25519PrivateKey
    node: Node
    log: Path
    supervisor: subprocess.Popen[bytes] | None = None
    seen: list[str] = field(default_factory=list)

    @property
    def state(self) -> slots.State:
        return slots.State(**slots.read(self.root / "state.json"))

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, str(self.root / "supervisor.pyz")]
            self.supervisor = subprocess.Popen(command, stdout=log, stderr=log)

    def kill(self) -> None:
        assert self.supervisor is not None
        self.supervisor.send_signal(signal.SIGKILL)
        self.supervisor.wait()

    def version(self) -> str | None:
        try:
            told = httpx.get(f"http://127.0.0.1:{self.port}/api/openapi.json", trust_env=False).json()
        except httpx.TransportError:
            return None
        return str(told["info"]["version"])

    def schema(self) -> tuple[str, set[str]]:
        """The revision, and the tables of releases to come."""
        with psycopg.connect(self.dsn) as connection:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
            tables = connection.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'release_%'")
            return revision, {name for (name,) in tables.fetchall()}

    async def upgrade(self, to: Path) -> int:
        """Bring a package and agree to it at once, as the owner does on the page."""
        async with self.node.database.transaction() as session:
            row = await releases.bring(session, self.node, to, OWNER)
            await session.flush()
            await releases.agree(session, self.node, row.id, OWNER, at_once=True)
            return row.id

    def killed_at(self, *phases: str) -> None:
        """Until the order is done; the supervisor is killed once in each of these phases."""
        left, deadline = list(phases), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            state = self.state
            if state.phase in left:
                left.remove(state.phase)
                self.seen.append(state.phase)
                self.kill()
                self.start()
            if state.phase == "settled" and state.outcome and not left:
                return
            time.sleep(0.02)
        raise AssertionError(f"{self.state} {left}\n{self.log.read_text()[-3_000:]}")

    async def told(self, number: int, state: str) -> OfferedReleaseRow:
        deadline = time.monotonic() + PATIENCE
        while True:
            async with self.node.database.transaction() as session:
                row = await session.get_one(OfferedReleaseRow, number)
            if row.state == state:
                return row
            assert time.monotonic() < deadline, (row.state, row.why, self.log.read_text()[-3_000:])
            time.sleep(0.2)


@contextmanager
def database(tmp_path: Path) -> Iterator[str]:
    with Server(tmp_path / "postgres") as server:
        server.create_database("gateway")
        yield server.dsn("gateway")


@asynccontextmanager
async def installed(tmp_path: Path) -> AsyncIterator[Installed]:
    key, root, port = Ed25519PrivateKey.generate(), tmp_path / "gateway", free_port()
    first = package(key, tmp_path / "first.zip")
    subprocess.run([sys.executable, str(first), str(root)], check=True)
    with database(tmp_path) as dsn:
        told = {
            "BRAIN_NODE__KIND": "factory_gateway",
            "BRAIN_NODE__NAME": "gateway",
            "BRAIN_NODE__TITLE": "'一家轮胎厂'",
            "BRAIN_NODE__TITLE_EN": "'A tyre plant'",
            "BRAIN_NODE__ORGANISATION_CODE": CREDIT_CODE,
            "BRAIN_FOLDER": str(root / "data"),
            "BRAIN_DATABASE__DSN": f"'{dsn}'",
            "BRAIN_HTTP__PORT": str(port),
            "BRAIN_UPGRADE__TRIAL": "5",
            "BRAIN_UPGRADE__WINDOW": "90",
        }
        (root / "gateway.env").write_text("".join(f"{name}={value}\n" for name, value in told.items()))
        prepared = subprocess.run(
            [sys.executable, str(root / "supervisor.pyz"), "prepare"], check=True, capture_output=True
        )
        assert "一次性密码" in prepared.stdout.decode()
        settings = node_settings("factory_gateway", dsn, root / "data").model_copy(
            update={"upgrade": UpgradeSettings(root=root)}
        )
        async with opened(node_of(settings)) as node:
            gateway = Installed(root, dsn, port, key, node, tmp_path / "supervisor.log")
            gateway.start()
            try:
                yield gateway
            finally:
                assert gateway.supervisor is not None
                gateway.supervisor.terminate()
                gateway.supervisor.wait(40)


async def test_kills_at_every_step_of_an_upgrade_and_of_a_return(tmp_path: Path) -> None:
    second = migration("release_two")
    third = second | migration("release_three", "release_two") | {"brain/nodes/serving.py": BROKEN}
    async with installed(tmp_path) as gateway:
        number = await gateway.upgrade(package(gateway.key, tmp_path / "second.zip", "0.2.0", second))
        gateway.killed_at("installing", "switching", "trial")
        kept = await gateway.told(number, "kept")
        assert (gateway.state.live, kept.why, gateway.version()) == ("b", "", "0.2.0")
        assert gateway.schema() == ("release_two", {"release_two"})

        number = await gateway.upgrade(package(gateway.key, tmp_path / "third.zip", "0.3.0", third))
        gateway.killed_at("installing", "switching", "trial", "returning")
        returned = await gateway.told(number, "returned")
        assert (gateway.state.live, gateway.version()) == ("b", "0.2.0")
        assert returned.why
        assert gateway.schema() == ("release_two", {"release_two"})
