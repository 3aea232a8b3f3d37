"""How a call on the face ended."""

from dataclasses import dataclass

from brain.platform.exchange.codes import RespCode


@dataclass(frozen=True, kw_only=True)
class Trace:
    """How one call ended; `client_id` None when nobody was admitted."""

    client_id: str | None
    method: str
    path: str
    status: int
    code: RespCode
    reason: str | None
