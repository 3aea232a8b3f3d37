"""Taking shared records into the warehouse: those of consents to `monitoring`, as `factory_link` does values.

What was written before a crash and not noted is delivered again: rows have keys, nothing is doubled.
"""

import asyncio
import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import polars as pl
from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import BEIJING, now, today
from brain.kit.datasets import DataSet, Type
from brain.kit.db import lock
from brain.kit.disk import needs_room
from brain.kit.errors import Unavailable
from brain.kit.node import Node
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.factory_link.brain.service import reading as factories
from brain.platform.factory_link.brain.service.as_source import declared
from brain.platform.factory_link.brain.service.reading import ConnectedFactory, Wanted
from brain.platform.ingestion.contract import Delivery, Status
from brain.platform.ingestion.service import imports
from brain.platform.record_sharing.brain.datasets import OF_KIND, SUMS
from brain.platform.record_sharing.brain.models import SharedConsentRow, SharedRecordRow
from brain.platform.record_sharing.protocol.forms import Form

LAND: Final = "shared_records.land"
MOST_ROWS: Final = 50_000  # of one landing
_WAITS: Final = or_(
    SharedRecordRow.landed_revision.is_(None), SharedRecordRow.landed_revision < SharedRecordRow.revision
)
_POLARS: Final = {
    Type.TEXT: pl.String(),
    Type.NUMBER: pl.Float64(),
    Type.TIME: pl.Datetime("us", "UTC"),
    Type.DATE: pl.Date(),
    Type.BOOLEAN: pl.Boolean(),
}


async def due(session: AsyncSession) -> Sequence[str]:
    """Consents of which something waits."""
    found = await session.scalars(
        select(SharedConsentRow.id)
        .where(
            SharedConsentRow.purpose == Purpose.MONITORING,
            SharedConsentRow.ended_at.is_(None),
            or_(SharedConsentRow.until.is_(None), SharedConsentRow.until > now()),
            select(SharedRecordRow.id)
            .where(SharedRecordRow.consent_id == SharedConsentRow.id, _WAITS)
            .exists(),
        )
        .order_by(SharedConsentRow.id)
    )
    return found.all()


async def ask(session: AsyncSession, consent_id: str) -> None:
    await jobs.enqueue(session, LAND, {"consent": consent_id}, key=consent_id)


async def waiting(session: AsyncSession) -> dict[str, int]:
    """Rows that the warehouse does not have yet, by consent."""
    found = await session.execute(
        select(SharedRecordRow.consent_id, func.count()).where(_WAITS).group_by(SharedRecordRow.consent_id)
    )
    return {str(consent): int(count) for consent, count in found}


async def land(node: Node, consent_id: str) -> int:
    """Everything that came until now; gives how many rows. Raises Unavailable when the import fails."""
    taken = 0
    async with node.database.transaction() as session:
        await lock(session, "shared_records.landing", consent_id)
        while many := await _land_some(node, consent_id):
            taken += many
    return taken


async def _land_some(node: Node, consent_id: str) -> int:
    async with node.database.transaction() as session:
        if consent_id not in await due(session):
            return 0
        consent = await session.get_one(SharedConsentRow, consent_id)
        factory = await factories.factory(session, consent.factory_id)
        found = (
            await session.scalars(
                select(SharedRecordRow)
                .where(SharedRecordRow.consent_id == consent_id, _WAITS)
                .order_by(SharedRecordRow.id)
                .limit(MOST_ROWS)
            )
        ).all()
    data_set = SUMS if consent.form == Form.AGGREGATED else OF_KIND[consent.kind]
    told = [row for each in found for row in _rows(factory, consent, each)]
    await _deliver(node, factory, data_set, await asyncio.to_thread(_frame, data_set, told), found)
    async with node.database.transaction() as session:
        for each in found:
            await session.execute(
                update(SharedRecordRow)
                .where(SharedRecordRow.id == each.id)
                .values(landed_revision=each.revision)
            )
        what = f"存入产业数据仓“{data_set.title}”{len(told)} 行"
        await factories.note(session, Wanted(factory.id, Purpose.MONITORING, "数据仓", what), 0)
    return len(found)


async def _deliver(
    node: Node,
    factory: ConnectedFactory,
    data_set: DataSet,
    frame: pl.DataFrame,
    found: Sequence[SharedRecordRow],
) -> None:
    with tempfile.TemporaryDirectory(dir=node.folder) as folder:
        path = (
            Path(folder)
            / f"{factory.credit_code}-{data_set.name}-{max(each.revision for each in found)}.parquet"
        )
        with needs_room():
            await asyncio.to_thread(frame.write_parquet, path)
        title = f"{factory.title} {today().isoformat()} 的{data_set.title}"
        source = await declared(node, factory.id)
        done = await imports.import_file(
            node, path, data_set.full_name, Delivery(source_id=source, title=title, as_of=today())
        )
    if done.status is not Status.DONE:
        raise Unavailable(f"工厂的业务记录没有进数据仓：{done.problem}")


def _rows(factory: ConnectedFactory, consent: SharedConsentRow, row: SharedRecordRow) -> list[dict[str, Any]]:
    whose = {"factory_code": factory.credit_code, "factory_name": factory.title, "consent": consent.id}
    if consent.form != Form.AGGREGATED:
        more = {"form": consent.form, "key": row.key, "record_at": row.at, "withdrawn": row.withdrawn}
        return [{**row.content, **whose, **more}]
    period = {
        "kind": consent.kind,
        "period": consent.period,
        "period_begin": row.at.astimezone(BEIJING).date(),
        "grouped_by": json.dumps(row.content["group"], ensure_ascii=False, sort_keys=True),
    }
    measures = {"records": row.content["records"], **row.content["values"]}
    return [{**whose, **period, "measure": name, "number": number} for name, number in measures.items()]


def _frame(data_set: DataSet, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            column.name: pl.Series(
                [_value(column.type, row.get(column.name)) for row in rows], dtype=_POLARS[column.type]
            )
            for column in data_set.own_columns
        }
    )


def _value(kind: Type, value: Any) -> Any:
    """What a factory wrote that is not of the column's type is left out."""
    match kind:
        case Type.TEXT:
            return value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)
        case Type.NUMBER:
            return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        case Type.BOOLEAN:
            return value if isinstance(value, bool) else None
        case Type.TIME:
            return _moment(value)
        case _:
            return value


def _moment(value: Any) -> datetime | None:
    try:
        told = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return told.astimezone(UTC) if told.tzinfo else None
