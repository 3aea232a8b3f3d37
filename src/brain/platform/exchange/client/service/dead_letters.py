"""Parts that the centre did not accept: looked at, mended, sent again or discarded by people."""

from typing import Any, cast

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import crypto, jobs
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import TooLarge
from brain.kit.events import Recorded, Settled, announce
from brain.platform.exchange import protocol
from brain.platform.exchange.client.domain import acts
from brain.platform.exchange.client.domain.refusals import NotDead
from brain.platform.exchange.client.models import PartRow
from brain.platform.exchange.client.queries import outbox as queries
from brain.platform.exchange.client.service import outbox
from brain.platform.exchange.client.service.sending import dead_letter_key
from brain.platform.exchange.scenes.catalogue import scenes


async def records(session: AsyncSession, part_id: int) -> list[dict[str, Any]]:
    part = await _dead(session, part_id)
    body: dict[str, Any] = msgspec.json.decode(cast("bytes", part.body))
    found: list[dict[str, Any]] = body["records"]
    return found


async def resend(session: AsyncSession, part_id: int, by: str) -> PartRow:
    """As it is: for when the reason lay elsewhere."""
    part = await _dead(session, part_id)
    await _requeue(session, part, by, acts.PART_RESENT)
    return part


async def edit(session: AsyncSession, part_id: int, changed: list[dict[str, Any]], by: str) -> PartRow:
    """Other records in the same part of the same batch: the centre has taken nothing of it yet."""
    part = await _dead(session, part_id)
    encoded = [msgspec.json.encode(record) for record in changed]
    outbox.check(scenes()[part.scene], encoded)
    batch = await queries.batch(session, part.batch_id)
    body = outbox.envelope(batch).body(part.number, part.count, encoded)
    if len(body) > protocol.MAX_BODY:
        raise TooLarge(f"修改后有 {len(body)} 字节，超过一次发送的上限 {protocol.MAX_BODY} 字节")
    batch.records += len(changed) - part.records
    part.body, part.size, part.records, part.digest = body, len(body), len(changed), crypto.sm3(body)
    await _requeue(session, part, by, acts.PART_EDITED)
    return part


async def discard(session: AsyncSession, part_id: int, reason: str, by: str) -> PartRow:
    part = await _dead(session, part_id)
    part.state, part.body = "discarded", None
    await _settled(session, part, by, acts.PART_DISCARDED, reason=reason)
    return part


async def _dead(session: AsyncSession, part_id: int) -> PartRow:
    part = await queries.lock_part(session, part_id)
    if part.state != "dead":
        raise NotDead("只有未被接收的分片可以修改、重发或放弃")
    return part


async def _requeue(session: AsyncSession, part: PartRow, by: str, how: Act) -> None:
    part.state, part.queued_at, part.next_attempt_at, part.attempts = "queued", now(), now(), 0
    part.errors = None
    await jobs.enqueue(session, outbox.SEND, {"scene": part.scene}, key=part.scene)
    await _settled(session, part, by, how, digest=part.digest)


async def _settled(session: AsyncSession, part: PartRow, by: str, how: Act, **details: Any) -> None:
    await announce(session, Settled(key=dead_letter_key(part.id)))
    title = f"{scenes()[part.scene].title} {part.number}/{part.count}"
    recorded = Recorded(act=how, target=part.batch_id, title=title, actor=by, details=details)
    await announce(session, recorded)
