"""How the face answers: code, sentence, request id, and the headers that RFC 6749 and RFC 6750 ask for."""

from dataclasses import dataclass, field

import msgspec
from msgspec import UNSET
from starlette.types import Receive, Scope, Send

from brain.kit.errors import Refusal, TooMany
from brain.platform.exchange import protocol
from brain.platform.exchange.codes import (
    DEFINITIONS,
    BadClient,
    BadGrant,
    BadToken,
    NotOpened,
    RespCode,
    resp_code,
)
from brain.platform.exchange.messages.base import Answer, Candidate, FieldProblem, RefusalAnswer
from brain.platform.exchange.server.domain.admission import InsufficientScope
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.routes.call import Call, Page

_ENCODER = msgspec.json.Encoder(decimal_format="number")
REALM = "exchange"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """An answer ready to be sent, and what of it a log should know."""

    status: int
    content: bytes
    request_id: str
    media_type: str = "application/json; charset=utf-8"
    code: RespCode = RespCode.SUCCESS
    reason: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            "content-type": self.media_type,
            "content-length": str(len(self.content)),
            "cache-control": "no-store",
            "pragma": "no-cache",
            protocol.REQUEST_ID_HEADER.lower(): self.request_id,
            protocol.ACCEPT_ENCODING_HEADER.lower(): "gzip",
            **self.headers,
        }
        listed = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": listed})
        await send({"type": "http.response.body", "body": self.content})


def accepted(call: Call, answer: Answer) -> Sent:
    answer.request_id = call.request_id
    return Sent(status=200, content=_ENCODER.encode(answer), request_id=call.request_id)


def page(call: Call, found: Page) -> Sent:
    return Sent(status=200, content=found.content, request_id=call.request_id, media_type=found.media_type)


def refused(call: Call, refusal: Refusal) -> Sent:
    code = resp_code(refusal)
    details = refusal.details
    answer = RefusalAnswer(
        resp_code=code.value,
        resp_desc=sentence(code, refusal.message),
        request_id=call.request_id,
        reason=refusal.code,
        errors=_problems(details),
        candidates=_candidates(details),
        retry_after=refusal.retry_after if isinstance(refusal, TooMany) else UNSET,
        server_time=details.get("serverTime", UNSET),
    )
    status, headers = refusal.status, _headers(refusal)
    if call.path.startswith("/oauth/"):
        status = _as_oauth(answer, refusal)
    elif isinstance(refusal, BadToken | InsufficientScope):
        headers["www-authenticate"] = _challenge(refusal)
    return Sent(
        status=status,
        content=_ENCODER.encode(answer),
        request_id=call.request_id,
        code=code,
        reason=refusal.code,
        headers=headers,
    )


def sentence(code: RespCode, message: str) -> str:
    """The definition of table A.2 first, then what is the matter."""
    return f"{DEFINITIONS[code]}：{message}"


def trace(call: Call, sent: Sent) -> Trace:
    return Trace(
        client_id=call.admitted.client.id if call.admitted else None,
        method=call.method,
        path=call.path,
        status=sent.status,
        code=sent.code,
        reason=sent.reason,
    )


def _problems(details: dict[str, object]) -> list[FieldProblem] | msgspec.UnsetType:
    found = details.get("errors") or details.get("fields")
    return msgspec.convert(found, list[FieldProblem]) if found else UNSET


def _candidates(details: dict[str, object]) -> list[Candidate] | msgspec.UnsetType:
    found = details.get("candidates")
    return msgspec.convert(found, list[Candidate], from_attributes=True) if found is not None else UNSET


def _headers(refusal: Refusal) -> dict[str, str]:
    headers = {}
    if isinstance(refusal, TooMany):
        headers["retry-after"] = str(refusal.retry_after)
    if "allow" in refusal.details:
        headers["allow"] = refusal.details["allow"]
    if isinstance(refusal, BadClient):
        headers["www-authenticate"] = f'Basic realm="{REALM}"'
    return headers


def _challenge(refusal: Refusal) -> str:
    """RFC 6750, 3: no error word when no token was sent at all."""
    if refusal.details.get("missing"):
        return f'Bearer realm="{REALM}"'
    scope = refusal.details.get("scope")
    return f'Bearer realm="{REALM}", error="{refusal.code}"' + (f', scope="{scope}"' if scope else "")


def _as_oauth(answer: RefusalAnswer, refusal: Refusal) -> int:
    """RFC 6749, 5.2: the word for the error; 401 only for a client that failed to authenticate."""
    answer.error_description = refusal.message
    if isinstance(refusal, BadGrant):
        answer.error = refusal.details["error"]
    elif isinstance(refusal, BadClient):
        answer.error = "invalid_client"
    elif isinstance(refusal, NotOpened):
        answer.error = "unauthorized_client"
        return 400
    elif refusal.status in {413, 415, 422}:
        answer.error = "invalid_request"
    return refusal.status
