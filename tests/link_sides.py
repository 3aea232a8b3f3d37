"""A gateway and a brain that reach each other, and what people and machines do at them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.service import inviting
from brain.platform.factory_link.gateway.contract import BrainReach
from brain.platform.factory_link.gateway.domain.consents import Terms
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.service import consenting, enrolling, letters, sending
from brain.platform.factory_link.gateway.service.letters import Post
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from brain.platform.shop_floor.models import PointRow, SourceRow
from brain.platform.shop_floor.queries.sources import point_of
from brain.platform.shop_floor.service.recording import Recorder, SourceSink
from brain.platform.shop_floor.service.writing import write_once
from tests.conftest import RunningNode, fresh_database, node_settings, running_node

CREDIT_CODE = "91370523MA3C0E2T1U"
OWNER = Caller(
    account_id=1, username="owner", name="厂长", organisation_id=None, organisation_name=None,
    organisation_code=None, roles=frozenset(), scopes=frozenset(), must_change_password=False,
)  # fmt: skip


@dataclass
class Sides:
    brain: RunningNode
    gateway: RunningNode
    recorder: Recorder = field(default_factory=Recorder)
    sink: SourceSink | None = None
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def factory_side(self) -> Node:
        return self.gateway.node

    async def invited(self) -> str:
        async with self.brain.node.database.transaction() as session:
            return (await inviting.invite(session, CREDIT_CODE, "示例轮胎一厂", "operator")).code

    async def enrolled(self) -> LinkRow:
        code = await self.invited()
        async with self.gateway.node.database.transaction() as session:
            return await enrolling.enrol(session, self.gateway.node, "http://brain.test", code, "engineer")

    async def confirmed(self) -> LinkRow:
        link = await self.enrolled()
        async with self.brain.node.database.transaction() as session:
            await inviting.confirm(session, link.id, link.check_number, "reviewer")
        async with self.gateway.node.database.transaction() as session:
            return await enrolling.confirm(session, "owner")

    async def points(self, *codes: str, kind: ValueKind = ValueKind.NUMBER, **more: Any) -> list[int]:
        """Points of one source, which `put` then gives values."""
        async with self.gateway.node.database.transaction() as session:
            source = SourceRow(
                name=f"来源 {len(self.numbers)}",
                settings={},
                enabled=False,
                revision=1,
                changed_by="engineer",
                changed_at=now(),
            )
            session.add(source)
            await session.flush()
            rows = [_point(source.id, code, kind, **more) for code in codes]
            session.add_all(rows)
            await session.flush()
            self.numbers |= {row.code: row.number for row in rows}
            made: list[Point] = [point_of(row) for row in rows]
        self.sink = self.recorder.sink(source.id, made)
        return [point.number for point in made]

    async def put(self, code: str, *values: object, at: int | None = None) -> None:
        """Collected and written; `at` in µs of the first, the others a second apart."""
        assert self.sink
        for place, value in enumerate(values):
            moment = None if at is None else at + place * 1_000_000
            self.sink.put(self.numbers[code], moment, value, Quality.GOOD)
        await self.recorder.seal()
        await write_once(self.gateway.node, self.recorder, [])

    async def consented(self, points: list[int], kind: str = "raw", **more: Any) -> int:
        terms = replace(Terms(purpose="monitoring", kind=kind), **more)
        async with self.gateway.node.database.transaction() as session:
            return (await consenting.give(session, terms, points, "", OWNER)).id

    async def withdrawn(self, consent_id: int) -> None:
        async with self.gateway.node.database.transaction() as session:
            await consenting.withdraw(session, consent_id, "不再需要", OWNER.username)

    async def sent(self) -> None:
        """Send until nothing is left."""
        async with self.gateway.node.get(BrainReach).client() as http:
            await sending.drain(self.gateway.node, http)

    async def corresponded(self) -> None:
        """Letters that wait are sent, letters that came are fetched, once."""
        async with self.gateway.node.get(BrainReach).client() as http:
            client = enrolling.client_of(self.gateway.node, await self.link(), http)
            await letters.exchange(self.gateway.node, client, Post())

    async def worked(self, known: Sequence[jobs.Job], until: Callable[[], Awaitable[bool]]) -> None:
        """The brain's worker does its jobs, letters go there and back, until it is so."""
        stop = asyncio.Event()
        worker = asyncio.create_task(jobs.work(self.brain.node, known, stop=stop))
        try:
            async with asyncio.timeout(30):
                while not await until():
                    await self.corresponded()
                    await asyncio.sleep(0.05)
        finally:
            stop.set()
            await worker

    async def link(self) -> LinkRow:
        async with self.gateway.node.database.transaction() as session:
            return (await session.scalars(select(LinkRow))).one()

    async def factory(self) -> FactoryRow:
        async with self.brain.node.database.transaction() as session:
            return await session.get_one(FactoryRow, (await self.link()).id)


def _point(source_id: int, code: str, kind: ValueKind, *, level: int = 2) -> PointRow:
    return PointRow(
        source_id=source_id,
        code=code,
        title=code,
        address={},
        kind=kind,
        unit="℃" if kind is ValueKind.NUMBER else None,
        scale=1.0,
        shift=0.0,
        sampling=1.0,
        dead_band=0.0,
        heartbeat=60.0,
        priority=1,
        domain="production",
        level=level,
        changed_at=now(),
    )


@asynccontextmanager
async def linked(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Sides]:
    with fresh_database(postgres) as dsn:
        settings = node_settings("factory_gateway", dsn, tmp_path / "gateway")
        settings.node.organisation_code = CREDIT_CODE
        async with running_node(settings) as gateway:
            transport = httpx.ASGITransport(brain_node.app, raise_app_exceptions=False)
            gateway.node.provided[BrainReach] = BrainReach(
                lambda: httpx.AsyncClient(transport=transport), "1.0"
            )
            yield Sides(brain_node, gateway)
