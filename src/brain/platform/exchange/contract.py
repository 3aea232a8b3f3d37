"""The door of the exchange for other rooms: reporting up."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.exchange.client.service import outbox


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
