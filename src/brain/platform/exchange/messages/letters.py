"""Bodies of letters from a brain: an extension of annex 3, which knows reports of scenes only."""

from typing import Annotated, Any, Final

from msgspec import Meta

from brain.platform.exchange.messages.base import Answer, Instant, Request

LARGEST: Final = 256 * 1024  # bytes of a letter's body as JSON

LetterId = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
LetterKind = Annotated[str, Meta(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}$")]


class Letter(Request, kw_only=True):
    """`id` is the same however often it is sent; `kind` is `<room>.<word>`, `body` of that room's shape."""

    id: LetterId
    kind: LetterKind
    written_at: Instant
    body: dict[str, Any]


class LetterAnswer(Answer, kw_only=True):
    """`known`: it had come before."""

    known: bool
