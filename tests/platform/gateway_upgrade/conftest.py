"""A factory with two slots, its brain, and a publisher."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from brain.kit import jobs, jws
from brain.kit.clock import now
from brain.kit.postgres import Server
from brain.platform.gateway_upgrade.contract import Installation
from brain.platform.gateway_upgrade.gateway.jobs import JOBS
from brain.platform.gateway_upgrade.gateway.models import OfferedReleaseRow
from brain.platform.gateway_upgrade.gateway.service import carrying_out
from brain.platform.gateway_upgrade.protocol.packages import Told, pack
from brain.supervisor import slots
from tests.conftest import RunningNode
from tests.link_sides import Sides, linked

HERE = "/api/gateway-upgrade"
AT_BRAIN = "/api/gateway-releases"
ZIP = {"Content-Type": "application/zip"}
LARGE = 2_500_000  # bytes: three pieces


@dataclass
class Upgrading:
    sides: Sides
    owner: httpx.AsyncClient
    operator: httpx.AsyncClient
    root: Path
    folder: Path
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def package(
        self, version: str = "9.0.0", *, requires: str = "0.1.0", key: Ed25519PrivateKey | None = None
    ) -> bytes:
        """Its wheels are a few bytes each: they are not installed here."""
        folder = self.folder / f"wheels-{version}"
        folder.mkdir(exist_ok=True)
        for name in (f"industry_brain-{version}-py3-none-any.whl", "pip-26.3-py3-none-any.whl"):
            (folder / name).write_bytes(name.encode())
        (folder / "numpy-2.4.6-cp311-cp311-linux_x86_64.whl").write_bytes(bytes(range(250)) * (LARGE // 250))
        to = self.folder / f"{version}.zip"
        told = Told(requires=requires, notes="修正了若干问题", issued_at=now())
        pack(sorted(folder.iterdir()), told, key or self.key, to)
        return to.read_bytes()

    async def published(self, package: bytes) -> int:
        answer = await self.operator.post(AT_BRAIN, content=package, headers=ZIP)
        assert answer.status_code == 201, answer.text
        return int(answer.json()["id"])

    async def offered(self, package: bytes) -> OfferedReleaseRow:
        """By the brain; taken by the gateway."""
        number = await self.published(package)
        link = await self.sides.link()
        answer = await self.operator.post(f"{AT_BRAIN}/{number}/offers", json={"factories": [link.id]})
        assert answer.status_code == 200, answer.text
        await self.sides.corresponded()
        await self.worked(self._any)
        (row,) = await self.rows()
        return row

    async def _any(self) -> bool:
        return bool(await self.rows())

    async def worked(self, until: Callable[[], Awaitable[bool]]) -> None:
        """The gateway's worker does its jobs until it is so."""
        stop = asyncio.Event()
        worker = asyncio.create_task(jobs.work(self.sides.gateway.node, JOBS, stop=stop))
        try:
            async with asyncio.timeout(30):
                while not await until():
                    await asyncio.sleep(0.05)
        finally:
            stop.set()
            await worker

    async def rows(self) -> list[OfferedReleaseRow]:
        async with self.sides.gateway.node.database.transaction() as session:
            return list(
                (await session.scalars(select(OfferedReleaseRow).order_by(OfferedReleaseRow.id))).all()
            )

    async def step(self, beat: int = 1) -> None:
        await carrying_out.step(self.sides.gateway.node, self.root, beat)

    def order(self) -> dict[str, object]:
        return slots.read(self.root / "order.json")

    def supervise(self, **changes: object) -> None:
        """What the supervisor would have written."""
        state = slots.State(**slots.read(self.root / "state.json"))
        slots.write(self.root / "state.json", asdict(replace(state, **changes)))  # type: ignore[arg-type]


@pytest.fixture
async def upgrading(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Upgrading]:
    async with linked(postgres, tmp_path, brain_node) as sides:
        await sides.confirmed()
        root = tmp_path / "installation"
        root.mkdir()
        owner = await sides.gateway.person("gateway_upgrade.see", "gateway_upgrade.decide")
        operator = await sides.brain.person("gateway_releases.see", "gateway_releases.publish")
        found = Upgrading(sides, owner, operator, root, tmp_path)
        slots.write(root / "publisher.json", {"key": jws.public_text(found.key)})
        slots.write(root / "state.json", asdict(slots.State(live="a")))
        sides.gateway.node.provided[Installation] = Installation("0.1.0", root, 300.0, 1800.0, lambda: True)
        yield found
