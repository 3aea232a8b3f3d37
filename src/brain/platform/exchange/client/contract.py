"""What the assembly hands to the brain's half of the exchange, and what upper rooms hear from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from brain.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class ExchangeClientSettings:
    """How a brain reaches its centre: it only ever calls out, through `proxy` where there is one (2.4 f).

    `network` takes the place of the network where centre and brain live in one process.
    """

    centre_url: str | None
    proxy: str | None = None
    connect_seconds: float = 5.0
    answer_seconds: float = 60.0
    network: httpx.AsyncBaseTransport | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True)
class Distributed(Event):
    """The centre sent something down; heard once, in the transaction that stores it."""

    number: int
    kind: str
    title: str
    published_at: datetime
    content: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class LetterRefused(Event):
    """The centre will not have a letter, however often it is sent."""

    id: str
    kind: str
    message: str
