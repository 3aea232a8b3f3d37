"""Both sides of the exchange as their people move them: enrol, apply, decide, connect."""

from dataclasses import dataclass, field
from typing import Any

from brain.kit.node import Node
from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.service import applications as own
from brain.platform.exchange.client.service.link import Environment
from brain.platform.exchange.scenes.catalogue import NAMES
from brain.platform.exchange.server.queries import applications as centre_queries
from brain.platform.exchange.server.service import applications as centre_applications
from brain.platform.exchange.server.service import credentials as centre_credentials
from brain.platform.exchange.server.service import sandbox

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


@dataclass(kw_only=True)
class Sides:
    centre_node: Node
    brain_node: Node
    form: dict[str, Any] = field(default_factory=lambda: dict(FORM))

    async def enrolment(self) -> str:
        async with self.centre_node.database.transaction() as session:
            enrolled = await centre_applications.enrol(
                session, "东营市轮胎产业研究院", CREDIT_CODE, "operator"
            )
        return enrolled.code

    async def draft(self) -> int:
        async with self.brain_node.database.transaction() as session:
            return (await own.create(session, self.form)).id

    async def submitted(self) -> int:
        application_id = await self.draft()
        await own.submit(self.brain_node, application_id, await self.enrolment())
        return application_id

    async def decide(self, application_id: int, step: str, reason: str = "") -> None:
        """The centre's people decide."""
        application = await self.application(application_id)
        async with self.centre_node.database.transaction() as session:
            row = await centre_queries.by_number(session, application.number, lock=True)
            actor = centre_applications.Actor("centre", "审核员")
            if step == "approve":
                await sandbox.fill(self.centre_node)
            await centre_applications.take(session, row, step, actor, reason)
            row.calls_per_minute = 600_000
            await centre_credentials.follow(session, self.centre_node, row)

    async def application(self, application_id: int) -> Any:
        async with self.brain_node.database.transaction() as session:
            return await connection.application(session, application_id)

    async def connected(self) -> int:
        """As if the joint test had been passed: production credentials are collected."""
        application_id = await self.submitted()
        await self.decide(application_id, "approve")
        await own.act(self.brain_node, application_id, "test-requests")
        await self.decide(application_id, "pass")
        await self.decide(application_id, "promote")
        await own.collect(self.brain_node, application_id, Environment.PRODUCTION)
        return application_id
