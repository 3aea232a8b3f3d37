"""A bare caller of the exchange face: signs as annex 3 asks, and can be told to do anything wrong."""

import secrets
import time
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec

from brain.kit.crypto import sm3
from brain.platform.exchange import protocol
from brain.platform.exchange.messages.application import ApplicationForm
from brain.platform.exchange.messages.application import Environment as EnvironmentName
from brain.platform.exchange.scenes.catalogue import NAMES, scenes
from brain.platform.exchange.server.domain.applications import STEPS
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.service import applications, credentials, review
from brain.platform.exchange.signature import DEFAULT_ALGORITHM, Signed
from tests.conftest import RunningNode

CREDIT_CODE = "91370500706338219C"
REVIEWER = review.Reviewer("reviewer", "审批员")
BRAIN = applications.Actor("brain", "东营轮胎产业研究院")
CENTRE = applications.Actor("centre", "联调报告")
FORM: dict[str, Any] = {
    "organisationName": "东营轮胎产业研究院",
    "organisationCreditCode": CREDIT_CODE,
    "systemName": "轮胎橡胶产业大脑",
    "purposes": "构建轮胎橡胶产业链图谱并上报监测数据",
    "interfaceClasses": ["enterprise", "governance", "synergy", "distribution"],
    "scenes": list(NAMES),
    "sourceAddresses": [],
    "users": ["zhang.san"],
    "expectedCallsPerDay": 10_000,
    "expectedBytesPerDay": 10**9,
    "contactRole": "数据交换管理员",
    "contactPhone": "0546-8888888",
}


@dataclass(kw_only=True)
class Caller:
    """Credentials of one environment, and the calls made with them."""

    http: httpx.AsyncClient
    number: str
    application_token: str
    client_id: str
    client_secret: str
    sign_key: str
    prefix: str = ""
    access_token: str = field(default="")

    async def token(self, **form: str) -> httpx.Response:
        data = {"grant_type": "client_credentials", **form}
        return await self.http.post(
            f"{self.prefix}/oauth/token", data=data, auth=(self.client_id, self.client_secret)
        )

    async def sign_in(self, **form: str) -> None:
        self.access_token = (await self.token(**form)).json()["access_token"]

    def headers(self, method: str, target: str, body: bytes, **changes: Any) -> dict[str, str]:
        """What a correct call carries; `changes` replace parts before or after signing."""
        key = changes.pop("sign_key", self.sign_key)
        algorithm = changes.pop("algorithm", DEFAULT_ALGORITHM)
        signed = Signed(
            method=method,
            target=target,
            timestamp=changes.pop("timestamp", round(time.time() * 1000)),
            nonce=changes.pop("nonce", secrets.token_hex(16)),
            digest=changes.pop("digest", sm3(body)),
        )
        return {
            "authorization": f"Bearer {self.access_token}",
            protocol.TIMESTAMP_HEADER: str(signed.timestamp),
            protocol.NONCE_HEADER: signed.nonce,
            protocol.DIGEST_HEADER: signed.digest,
            protocol.SIGNATURE_HEADER: signed.sign(key, algorithm),
            protocol.ALGORITHM_HEADER: algorithm,
        }

    async def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str | None] | None = None,
        **changes: Any,
    ) -> httpx.Response:
        """A signed call; `headers` with None leave one out. Dicts are sent as JSON."""
        target = httpx.URL(f"{self.prefix}{protocol.BASE_PATH}{path}").raw_path.decode()
        content = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body)
        sent: dict[str, str | None] = {
            **self.headers(method, target, changes.pop("plain", content), **changes)
        }
        if content:
            sent["content-type"] = "application/json"
        if path.startswith("/enterprises"):
            sent[protocol.SCENE_HEADER] = "industry_graph"
        sent.update(headers or {})
        kept = {name: value for name, value in sent.items() if value is not None}
        return await self.http.request(method, target, content=content, headers=kept)

    async def report(self, scene: str = "industry_graph", **changes: Any) -> httpx.Response:
        body = report_body(scene, **{key: changes.pop(key) for key in [*changes] if key in BODY_KEYS})
        return await self.call("POST", f"/reports/{scenes()[scene].slug}", body, **changes)


BODY_KEYS = {"batchId", "partNumber", "partCount", "asOf", "source", "records", "snapshot", "schemaVersion"}


def report_body(scene: str = "industry_graph", **changes: Any) -> dict[str, Any]:
    return {
        "batchId": "batch-1",
        "partNumber": 1,
        "partCount": 1,
        "asOf": "2026-03-31T16:00:00+08:00",
        "source": "行业数据仓",
        "records": [deepcopy(scenes()[scene].example)],
    } | changes


def form(**changes: Any) -> ApplicationForm:
    return msgspec.convert({**FORM, **changes}, ApplicationForm)


async def draft(centre: RunningNode, **changes: Any) -> tuple[str, str]:
    """Number and token of a new application."""
    async with centre.node.database.transaction() as session:
        enrolled = await applications.enrol(session, FORM["organisationName"], CREDIT_CODE, "operator")
        opened = await applications.apply(session, enrolled.code, form(**changes))
    return opened.number, opened.application_token


async def move(centre: RunningNode, number: str, *steps: str) -> None:
    """Take steps of either side, each with a reason."""
    async with centre.node.database.transaction() as session:
        for name in steps:
            row = await queries.by_number(session, number, lock=True)
            side = STEPS[name].side
            await applications.take(session, row, name, BRAIN if side == "brain" else CENTRE, "理由")
            await credentials.follow(session, centre.node, row)


TO_TESTING = ("submissions", "approve", "test-requests")
TO_ACTIVE = (*TO_TESTING, "pass", "promote")


async def opened(centre: RunningNode, environment: EnvironmentName = "production", **changes: Any) -> Caller:
    """A caller with a token, in production or in the sandbox."""
    number, application_token = await draft(centre, **changes)
    await move(centre, number, *(TO_ACTIVE if environment == "production" else TO_TESTING))
    async with centre.node.database.transaction() as session:
        row: ApplicationRow = await queries.by_number(session, number, lock=True)
        shown = await credentials.collect(session, centre.node, row, environment)
    caller = Caller(
        http=await centre.client(),
        number=number,
        application_token=application_token,
        client_id=shown.client_id,
        client_secret=shown.client_secret,
        sign_key=shown.sign_key,
        prefix=protocol.SANDBOX_PREFIX if environment == "sandbox" else "",
    )
    await caller.sign_in()
    return caller
