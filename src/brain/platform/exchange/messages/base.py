"""What all bodies share: requests, answers, refusals."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from brain.platform.exchange.codes import DEFINITIONS, RespCode
from brain.platform.exchange.protocol import PAGE_LIMIT

Instant = Annotated[datetime, Meta(tz=True)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Limit = Annotated[int, Meta(ge=1, le=PAGE_LIMIT)]


class Request(msgspec.Struct, rename="camel", kw_only=True, forbid_unknown_fields=True):
    """A body sent by the brain; unknown properties are refused."""


class Part(msgspec.Struct, rename="camel", kw_only=True):
    """A piece of an answer; the client ignores properties that it does not know."""


class Answer(Part, kw_only=True):
    resp_code: str = RespCode.SUCCESS.value
    resp_desc: str = DEFINITIONS[RespCode.SUCCESS]
    request_id: str = ""


class FieldProblem(Part, kw_only=True):
    """`loc` is a JSON pointer into the body, or the name of a query parameter."""

    loc: str
    message: str


class Candidate(Part, kw_only=True):
    credit_code: str
    name: str
    score: float


class RefusalAnswer(Answer, kw_only=True):
    reason: str | UnsetType = UNSET
    errors: list[FieldProblem] | UnsetType = UNSET
    candidates: list[Candidate] | UnsetType = UNSET
    retry_after: int | UnsetType = UNSET
    server_time: int | UnsetType = UNSET  # milliseconds since 1970 UTC, when the clock is at fault
    error: str | UnsetType = UNSET  # RFC 6749 §5.2, at the token endpoint only
    error_description: Annotated[str, Meta(description="RFC 6749 §5.2")] | UnsetType = msgspec.field(
        default=UNSET, name="error_description"
    )
