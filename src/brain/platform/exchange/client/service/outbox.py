"""Queueing reports in the transaction of the data they tell of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import crypto, jobs
from brain.kit.clock import now
from brain.kit.errors import FieldError, Invalid
from brain.platform.exchange import protocol
from brain.platform.exchange.client.domain.refusals import KeyUsed
from brain.platform.exchange.client.domain.splitting import Envelope, Part, split
from brain.platform.exchange.client.models import BatchRow, PartRow
from brain.platform.exchange.client.queries import outbox as queries
from brain.platform.exchange.problems import record_problems
from brain.platform.exchange.scenes.catalogue import Scene, scenes

SEND = "exchange_client.send"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where the records of a report come from, as of when, and by which key the report is known."""

    source: str
    as_of: datetime
    key: str
    snapshot: bool = False


async def queue(
    session: AsyncSession, scene: str, records: Sequence[Mapping[str, Any]], origin: Origin
) -> str:
    """The batch id; a second call with the same key and the same records changes nothing."""
    encoded = [msgspec.json.encode(record) for record in records]
    check(scenes()[scene], encoded)
    batch = BatchRow(
        id=f"{scenes()[scene].slug}-{crypto.sm3(origin.key.encode())[:24]}",
        scene=scene,
        key=origin.key,
        source=origin.source,
        as_of=origin.as_of,
        snapshot=origin.snapshot,
        records=len(records),
        fingerprint=crypto.sm3(b",".join(encoded)),
        queued_at=now(),
    )
    held = await queries.add_batch(session, batch)
    if held is None:
        parts = split(envelope(batch), encoded, protocol.MAX_BODY)
        await queries.add_parts(session, [_row(batch, part) for part in parts])
        await jobs.enqueue(session, SEND, {"scene": scene}, key=scene)
    elif held != batch.fingerprint:
        raise KeyUsed(f"批次键 {origin.key} 已用于另一份数据")
    return batch.id


def envelope(batch: BatchRow) -> Envelope:
    return Envelope(
        batch_id=batch.id,
        source=batch.source,
        as_of=batch.as_of,
        schema_version=scenes()[batch.scene].version,
        snapshot=batch.snapshot,
    )


def check(scene: Scene, encoded: Sequence[bytes]) -> None:
    """Refuse here what the centre would refuse there."""
    if not encoded:
        raise Invalid("没有要上报的记录")
    try:
        msgspec.json.decode(b"[" + b",".join(encoded) + b"]", type=list[scene.record_type])  # type: ignore[name-defined]  # a type made at run time
    except msgspec.ValidationError as error:
        fields: list[FieldError] = [
            {"loc": problem.loc, "message": problem.message}
            for problem in record_problems(scene.name, [msgspec.json.decode(record) for record in encoded])
        ]
        raise Invalid(f"数据不符合“{scene.title}”的接口描述", fields) from error


def _row(batch: BatchRow, part: Part) -> PartRow:
    return PartRow(
        batch_id=batch.id,
        scene=batch.scene,
        number=part.number,
        count=part.count,
        records=part.records,
        size=len(part.body),
        digest=crypto.sm3(part.body),
        body=part.body,
        state="queued",
        queued_at=batch.queued_at,
        next_attempt_at=batch.queued_at,
    )
