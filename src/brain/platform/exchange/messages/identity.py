"""Bodies of 身份认证 and of the clock."""

from typing import Literal

import msgspec

from brain.platform.exchange.messages.base import Answer, Instant


class TokenAnswer(Answer, kw_only=True):
    access_token: str = msgspec.field(name="access_token")
    token_type: Literal["Bearer"] = msgspec.field(default="Bearer", name="token_type")
    expires_in: int = msgspec.field(name="expires_in")
    scope: str


class TimeAnswer(Answer, kw_only=True):
    time: Instant
    timestamp: int
