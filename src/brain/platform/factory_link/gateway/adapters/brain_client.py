"""Calls to a brain: signed by the gateway, and answers believed only when the brain signed them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from brain.kit.errors import Refusal
from brain.kit.schemas import Schema
from brain.platform.factory_link.protocol import signing
from brain.platform.factory_link.protocol.messages import (
    BATCH,
    PREFIX,
    BatchAnswer,
    CatalogueTold,
    EnrolmentAnswer,
    EnrolmentRequest,
    HealthTold,
    LetterAnswer,
    LettersAnswer,
    LetterTold,
    NewKey,
    PieceAnswer,
    PositionAnswer,
    UsesAnswer,
)

T = TypeVar("T", bound=Schema)


class BrainNotReached(Refusal):
    """No answer, or one that the brain did not sign: worth another try later."""

    status, code = 502, "brain_not_reached"


class BrainRefused(Refusal):
    """It refuses. Whoever stands between could say so too: only `position` tells for certain.

    `details["code"]` is its code, `details["retry_after"]` the seconds that it asks us to wait.
    """

    status, code = 409, "brain_refused"


@dataclass
class BrainClient:
    """One link. `late` is how far the brain's clock is from ours, learnt when it refuses the time."""

    http: httpx.AsyncClient
    url: str
    link: str
    key: Ed25519PrivateKey = field(repr=False)
    brain_key: str
    late: timedelta = timedelta(0)

    async def position(self) -> PositionAnswer:
        return await self._call(PositionAnswer, "GET", "/position", b"")

    async def catalogue(self, told: CatalogueTold) -> PositionAnswer:
        return await self._call(PositionAnswer, "PUT", "/catalogue", _json(told))

    async def health(self, told: HealthTold) -> PositionAnswer:
        return await self._call(PositionAnswer, "PUT", "/health", _json(told))

    async def batch(self, body: bytes) -> BatchAnswer:
        return await self._call(BatchAnswer, "POST", "/batches", body, BATCH)

    async def uses(self, after: int) -> UsesAnswer:
        return await self._call(UsesAnswer, "GET", f"/uses?after={after}", b"")

    async def letter(self, told: LetterTold) -> LetterAnswer:
        return await self._call(LetterAnswer, "POST", "/letters", _json(told))

    async def letters(self, after: int) -> LettersAnswer:
        return await self._call(LettersAnswer, "GET", f"/letters?after={after}", b"")

    async def piece(self, sha256: str, offset: int) -> PieceAnswer:
        return await self._call(PieceAnswer, "GET", f"/files/{sha256}?offset={offset}", b"")

    async def new_key(self, told: NewKey) -> PositionAnswer:
        return await self._call(PositionAnswer, "PUT", "/key", _json(told))

    async def _call(
        self, kind: type[T], method: str, path: str, body: bytes, content: str = "application/json"
    ) -> T:
        for attempt in (1, 2):
            try:
                return await self._once(kind, method, path, body, content)
            except BrainRefused as refused:
                if attempt == 2 or refused.details.get("code") != "clock_off":
                    raise
                self.late = _late(refused.details.get("now"))
        raise AssertionError

    async def _once(self, kind: type[T], method: str, path: str, body: bytes, content: str) -> T:
        at = datetime.now(UTC) + self.late
        request = signing.Message({"Content-Type": content}, method, f"{self.url}{PREFIX}{path}")
        signing.sign(request, self.key, self.link, body, at)
        response = await _sent(self.http, request, body)
        return _believed(kind, request, response, self.brain_key, at)


async def enrol(
    http: httpx.AsyncClient, url: str, told: EnrolmentRequest, key: Ed25519PrivateKey
) -> EnrolmentAnswer:
    """The first call: the brain's key is not known yet. That it is the brain's is what people compare."""
    body = _json(told)
    request = signing.Message({"Content-Type": "application/json"}, "POST", f"{url}{PREFIX}/enrolments")
    signing.sign(request, key, told.public_key, body)
    response = await _sent(http, request, body)
    return _believed(EnrolmentAnswer, request, response, lambda answer: answer.public_key, datetime.now(UTC))


def _json(told: Schema) -> bytes:
    return told.model_dump_json(by_alias=True).encode()


async def _sent(http: httpx.AsyncClient, request: signing.Message, body: bytes) -> httpx.Response:
    try:
        response = await http.request(
            request.method or "", request.url or "", headers=request.headers, content=body
        )
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise BrainNotReached(f"连不上大脑：{type(error).__name__}") from error
    if response.status_code >= 500:
        raise BrainNotReached(f"大脑应答 {response.status_code}")
    if response.status_code != httpx.codes.OK:
        raise _refused(response)
    return response


def _refused(response: httpx.Response) -> BrainRefused:
    try:
        told: Any = response.json()
        message, code = str(told["message"]), str(told["code"])
    except (ValueError, KeyError, TypeError):
        return BrainRefused(f"大脑应答 {response.status_code}", code="unknown")
    wait = response.headers.get("retry-after", "")
    extra = {"retry_after": int(wait)} if wait.isdigit() else {}
    return BrainRefused(message, **({"now": told.get("now")} | extra | {"code": code}))


def _late(told: object) -> timedelta:
    try:
        return datetime.fromisoformat(str(told)) - datetime.now(UTC)
    except (ValueError, TypeError):
        return timedelta(0)


def _believed(
    kind: type[T],
    request: signing.Message,
    response: httpx.Response,
    key: str | Callable[[T], str],
    at: datetime,
) -> T:
    try:
        told = kind.model_validate_json(response.content)
    except ValidationError as error:
        raise BrainNotReached("大脑的应答读不懂") from error
    answer = signing.Answer(dict(response.headers), response.status_code, request)
    public = signing.public_key(key if isinstance(key, str) else key(told))
    try:
        signing.verify(answer, public, response.content, at)
    except (signing.SignatureRefused, signing.ClockOff) as error:
        raise BrainNotReached("应答不是大脑签名的：途中可能有人改动") from error
    return told
