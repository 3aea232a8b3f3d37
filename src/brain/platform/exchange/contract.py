"""The door of the exchange for other rooms: reporting up, hearing what was sent down, settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.events import Event
from brain.platform.exchange.client.service import outbox


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


async def report(
    session: AsyncSession,
    scene: str,
    records: Sequence[Mapping[str, Any]],
    *,
    source: str,
    as_of: datetime,
    key: str,
) -> str:
    """Queue a report in the caller's transaction and return its batch id (annex 3, 2.2.1).

    `records` are in the wire's camelCase and checked against the scene at once (`Invalid`). The same key
    again returns the same batch; with other records it is refused (`Conflict`): put a version into the key.
    """
    return await outbox.queue(session, scene, records, outbox.Origin(source=source, as_of=as_of, key=key))


async def report_snapshot(
    session: AsyncSession,
    scene: str,
    records: Sequence[Mapping[str, Any]],
    *,
    source: str,
    as_of: datetime,
    key: str,
) -> str:
    """As `report`, but the batch takes the place of everything this brain has reported for the scene."""
    origin = outbox.Origin(source=source, as_of=as_of, key=key, snapshot=True)
    return await outbox.queue(session, scene, records, origin)
