"""Letters of factories: consents, records, sums, ends."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.logging import logger
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.brain.models import SharedConsentRow, SharedRecordRow
from brain.platform.record_sharing.protocol.forms import Form
from brain.platform.record_sharing.protocol.letters import (
    CONSENT,
    ENDED,
    RECORDS,
    SUMS,
    ConsentBody,
    EndedBody,
    RecordsBody,
    SumsBody,
)

log = logger(__name__)


async def hear(session: AsyncSession, letter: FactoryLetter) -> None:
    try:
        if letter.kind == CONSENT:
            await _consented(session, letter, ConsentBody.model_validate(letter.body))
        elif letter.kind == RECORDS:
            await _told(session, letter, RecordsBody.model_validate(letter.body))
        elif letter.kind == SUMS:
            await _summed(session, letter, SumsBody.model_validate(letter.body))
        elif letter.kind == ENDED:
            await _ended(session, letter, EndedBody.model_validate(letter.body))
    except ValidationError as wrong:
        log.warning(
            "shared_records.not_understood", letter=letter.id, factory=letter.factory_id, why=str(wrong)
        )


async def _consented(session: AsyncSession, letter: FactoryLetter, told: ConsentBody) -> None:
    kind = KINDS.get(told.kind)
    if kind is None or not set(told.fields) <= kind.by_name.keys():
        log.warning("shared_records.unknown_kind", factory=letter.factory_id, kind=told.kind)
        return
    terms = told.model_dump(exclude={"consent"})
    statement = insert(SharedConsentRow).values(
        id=told.consent, factory_id=letter.factory_id, refused=0, **terms
    )
    await session.execute(statement.on_conflict_do_nothing(index_elements=["id"]))


async def _open(session: AsyncSession, letter: FactoryLetter, consent_id: str) -> SharedConsentRow | None:
    """Locked. None where the factory has no such consent, also where another has."""
    row = await session.get(SharedConsentRow, consent_id, with_for_update=True)
    return row if row is not None and row.factory_id == letter.factory_id else None


def _stands(row: SharedConsentRow) -> bool:
    return row.ended_at is None and (row.until is None or now() < row.until)


async def _told(session: AsyncSession, letter: FactoryLetter, body: RecordsBody) -> None:
    row = await _open(session, letter, body.consent)
    if row is None:
        return
    if not _stands(row) or row.form == Form.AGGREGATED:
        row.refused += len(body.rows)
        return
    newest = {each.key: each for each in sorted(body.rows, key=lambda each: each.revision)}
    await _keep(
        session,
        row,
        [
            {
                "key": each.key,
                "revision": each.revision,
                "at": each.at,
                "withdrawn": each.withdrawn,
                "content": {name: value for name, value in each.content.items() if name in row.fields},
            }
            for each in newest.values()
        ],
    )


async def _summed(session: AsyncSession, letter: FactoryLetter, body: SumsBody) -> None:
    row = await _open(session, letter, body.consent)
    if row is None:
        return
    if not _stands(row) or row.form != Form.AGGREGATED:
        row.refused += len(body.sums)
        return
    before = await session.scalars(
        select(SharedRecordRow).where(SharedRecordRow.consent_id == row.id, SharedRecordRow.at == body.begin)
    )
    # What was told of the period and is told no longer, is nothing now: the warehouse has the old figure.
    told = {each.key: _emptied(each.content) for each in before}
    for each in body.sums:
        group = {name: value for name, value in each.group.items() if name in row.fields}
        values = {name: value for name, value in each.values.items() if name in row.fields}
        key = f"{body.begin.isoformat()} {json.dumps(group, ensure_ascii=False, sort_keys=True)}"[:400]
        known = told.get(key, {"values": {}})["values"]
        told[key] = {"group": group, "records": each.records, "values": dict.fromkeys(known) | values}
    await _keep(
        session,
        row,
        [
            {"key": key, "revision": body.revision, "at": body.begin, "withdrawn": False, "content": content}
            for key, content in told.items()
        ],
    )


def _emptied(content: dict[str, Any]) -> dict[str, Any]:
    return {"group": content["group"], "records": 0, "values": dict.fromkeys(content["values"])}


async def _keep(session: AsyncSession, row: SharedConsentRow, told: Sequence[dict[str, Any]]) -> None:
    row.received_at = now()
    if not told:
        return
    statement = insert(SharedRecordRow).values(
        [{**each, "consent_id": row.id, "received_at": row.received_at} for each in told]
    )
    fresh = statement.excluded
    names = ("revision", "at", "withdrawn", "content", "received_at")
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["consent_id", "key"],
            set_={name: fresh[name] for name in names},
            where=SharedRecordRow.revision < fresh.revision,
        )
    )


async def _ended(session: AsyncSession, letter: FactoryLetter, body: EndedBody) -> None:
    row = await _open(session, letter, body.consent)
    if row is not None and row.ended_at is None:
        row.ended_at, row.ended_why = body.at, body.reason
