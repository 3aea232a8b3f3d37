"""A centre and a brain side by side, joined by a network that can fail."""

from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.service import applications as own
from brain.platform.exchange.client.service.link import Environment
from brain.platform.exchange.contract import ExchangeClientSettings
from brain.platform.exchange.scenes.catalogue import NAMES
from brain.platform.exchange.server.queries import applications as centre_queries
from brain.platform.exchange.server.routes.provocation import BrokenOnPurpose
from brain.platform.exchange.server.service import applications as centre_applications
from brain.platform.exchange.server.service import credentials as centre_credentials
from brain.platform.exchange.server.service import sandbox
from tests.conftest import RunningNode

CREDIT_CODE = "91370500MA3C0E2T1A"
FORM: dict[str, Any] = {
    "organisationName": "东营市轮胎产业研究院",
    "organisationCreditCode": CREDIT_CODE,
    "systemName": "轮胎橡胶产业大脑",
    "purposes": "产业链全景图谱构建与协同创新服务",
    "interfaceClasses": ["enterprise", "governance", "synergy", "distribution"],
    "scenes": list(NAMES[:9]),
    "sourceAddresses": [],
    "users": ["person1"],
    "expectedCallsPerDay": 10_000,
    "expectedBytesPerDay": 10**9,
    "contactRole": "数据交换管理员",
    "contactPhone": "0546-8888888",
}


class Network(httpx.AsyncBaseTransport):
    """Carries calls into the centre's application. While it is `down` nothing arrives."""

    def __init__(self, app: Any) -> None:
        self._centre = httpx.ASGITransport(app)
        self._calls_until_loss = -2
        self.down = False
        self.calls: list[str] = []
        self.users: list[str | None] = []

    def lose_after(self, calls: int) -> None:
        """Carry so many business calls; of the next one the answer gets lost."""
        self._calls_until_loss = calls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(f"{request.method} {request.url.path}")
        if self.down:
            raise httpx.ConnectError("down", request=request)
        try:
            answer = await self._centre.handle_async_request(request)
        except BrokenOnPurpose as broken:
            raise httpx.RemoteProtocolError("broken", request=request) from broken
        if request.url.path.startswith("/exchange/v1/enterprises/basic"):
            self.users.append(request.headers.get("X-Brain-On-Behalf-Of"))
        if request.url.path != "/oauth/token":
            self._calls_until_loss -= 1
            if self._calls_until_loss == -1:
                raise httpx.ReadError("lost", request=request)
        return answer


@dataclass(kw_only=True)
class Pair:
    centre: RunningNode
    brain: RunningNode
    network: Network
    form: dict[str, Any] = field(default_factory=lambda: dict(FORM))

    async def enrolment(self) -> str:
        async with self.centre.node.database.transaction() as session:
            enrolled = await centre_applications.enrol(
                session, "东营市轮胎产业研究院", CREDIT_CODE, "operator"
            )
        return enrolled.code

    async def draft(self) -> int:
        async with self.brain.node.database.transaction() as session:
            return (await own.create(session, self.form)).id

    async def submitted(self) -> int:
        application_id = await self.draft()
        await own.submit(self.brain.node, application_id, await self.enrolment())
        return application_id

    async def decide(self, application_id: int, step: str, reason: str = "") -> None:
        """The centre's people decide."""
        application = await self.application(application_id)
        async with self.centre.node.database.transaction() as session:
            row = await centre_queries.by_number(session, application.number, lock=True)
            actor = centre_applications.Actor("centre", "审核员")
            if step == "approve":
                await sandbox.fill(self.centre.node, {})
            await centre_applications.take(session, row, step, actor, reason)
            row.calls_per_minute = 600_000
            await centre_credentials.follow(session, self.centre.node, row)

    async def application(self, application_id: int) -> Any:
        async with self.brain.node.database.transaction() as session:
            return await connection.application(session, application_id)

    async def connected(self) -> int:
        """As if the joint test had been passed: production credentials are collected."""
        application_id = await self.submitted()
        await self.decide(application_id, "approve")
        await own.act(self.brain.node, application_id, "test-requests")
        await self.decide(application_id, "pass")
        await self.decide(application_id, "promote")
        await own.collect(self.brain.node, application_id, Environment.PRODUCTION)
        return application_id


@pytest.fixture
def pair(centre: RunningNode, brain_node: RunningNode) -> Pair:
    network = Network(centre.app)
    brain_node.node.provided[ExchangeClientSettings] = ExchangeClientSettings(
        centre_url="http://centre.test", network=network
    )
    return Pair(centre=centre, brain=brain_node, network=network)
