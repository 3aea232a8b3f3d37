"""Records on their way: read on in the order in which they were kept, written as letters, each once.

The place up to which records were read and the letter are written together: killed at any moment it goes on
where it stopped, and a letter has the same number however often it is made.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.node import Node
from brain.kit.schemas import Schema
from brain.platform.factory_link.gateway.contract import LetterLeft, LetterRefused
from brain.platform.factory_link.gateway.service import letters
from brain.platform.operations.contract import Record
from brain.platform.operations.service import reading
from brain.platform.record_sharing.gateway.algorithm.projection import Way, project, sums
from brain.platform.record_sharing.gateway.models import PeriodRow, RecordConsentRow, SharedLetterRow
from brain.platform.record_sharing.gateway.service import consenting, grading
from brain.platform.record_sharing.protocol.forms import Form, Period
from brain.platform.record_sharing.protocol.letters import (
    LARGEST,
    MOST_ROWS,
    MOST_SUMS,
    RECORDS,
    SUMS,
    RecordsBody,
    RecordTold,
    SumsBody,
    SumTold,
)

SEND: Final = "record_sharing.send"
MOST_WAITING: Final = 20  # letters: while more wait, others get their turn
_READ: Final = 2_000  # records at a time


async def ask(session: AsyncSession) -> None:
    """Do not wait for the minute."""
    await jobs.enqueue(session, SEND, {}, key="now")


async def send(node: Node) -> None:
    """All that is consented to and has not left yet, as far as the letters that wait allow."""
    async with node.database.transaction() as session:
        consents = [row.id for row in await consenting.in_force(session)]
    for consent_id in consents:
        while await _step(node, consent_id):
            pass


async def _step(node: Node, consent_id: str) -> bool:
    """Whether there may be more."""
    async with node.database.transaction() as session:
        row = await consenting.get(session, consent_id, lock_it=True)
        if row.id not in {each.id for each in await consenting.in_force(session)}:
            return False
        kind = SUMS if row.form == Form.AGGREGATED else RECORDS
        if await letters.waiting(session, kind) >= MOST_WAITING:
            return False
        way = await way_of(session, node, row)
        records = await reading.after(session, row.position, _READ, [row.kind])
        if row.form == Form.AGGREGATED:
            return await _note_periods(session, row, records) or await _send_period(session, row, way)
        if records and way.is_key_open():
            await _send_records(session, row, way, records)
        return bool(records) and way.is_key_open()


async def way_of(session: AsyncSession, node: Node, row: RecordConsentRow) -> Way:
    return Way(
        kind=row.kind,
        form=Form(row.form),
        fields=row.fields,
        levels=(await grading.levels(session))[row.kind],
        secret=node.secrets.derived("record_sharing.digests"),
    )


@dataclass
class _Letter:
    """Rows until the letter is full; `last`: the number of the last record dealt with."""

    last: int
    rows: list[RecordTold] = field(default_factory=list)
    size: int = 0
    too_large: int = 0

    def take(self, told: RecordTold) -> bool:
        """Whether it had room."""
        size = len(told.model_dump_json(by_alias=True).encode())
        if size > LARGEST:
            self.too_large += 1
        elif len(self.rows) == MOST_ROWS or self.size + size > LARGEST:
            return False
        else:
            self.rows.append(told)
            self.size += size
        self.last = told.revision
        return True


async def _send_records(
    session: AsyncSession, row: RecordConsentRow, way: Way, records: Sequence[Record]
) -> None:
    letter = _Letter(last=row.position)
    for record in records:
        if record.at < row.since:
            letter.last = record.number
        elif not letter.take(_told(way, record)):
            break
    if letter.rows:
        body = RecordsBody(consent=row.id, rows=letter.rows)
        await _post(session, row, str(letter.last), RECORDS, body)
    row.too_large += letter.too_large
    row.position = letter.last


def _told(way: Way, record: Record) -> RecordTold:
    projected = project(way, record.key, record.at, {} if record.withdrawn else record.content)
    return RecordTold(
        revision=record.number,
        key=projected.key,
        at=projected.at,
        withdrawn=record.withdrawn,
        content=projected.content,
    )


async def _note_periods(session: AsyncSession, row: RecordConsentRow, records: Sequence[Record]) -> bool:
    """Whether there were records: their periods, also those in which they were before, are told anew."""
    if not records:
        return False
    period = Period(row.period or Period.DAY)
    moments = await reading.moments(session, row.kind, [each.key for each in records])
    begins = {period.begin(at) for at in moments if at >= row.since}
    if begins:
        values = [{"consent_id": row.id, "begin": begin} for begin in sorted(begins)]
        await session.execute(insert(PeriodRow).values(values).on_conflict_do_nothing())
    row.position = records[-1].number
    return True


async def _send_period(session: AsyncSession, row: RecordConsentRow, way: Way) -> bool:
    """Whether there was one that is over. One that is not would tell a record by what it adds."""
    period = Period(row.period or Period.DAY)
    over = period.begin(now())
    begin = await session.scalar(
        select(PeriodRow.begin)
        .where(PeriodRow.consent_id == row.id, PeriodRow.begin < over)
        .order_by(PeriodRow.begin)
        .limit(1)
    )
    if begin is None:
        return False
    body = await _summed(session, row, way, begin)
    await _post(session, row, f"{begin.isoformat()} {row.position}", SUMS, body)
    await session.execute(delete(PeriodRow).where(PeriodRow.consent_id == row.id, PeriodRow.begin == begin))
    return True


async def _summed(session: AsyncSession, row: RecordConsentRow, way: Way, begin: datetime) -> SumsBody:
    end = Period(row.period or Period.DAY).end(begin)
    contents = await reading.standing(session, row.kind, max(begin, row.since), end)
    told = [
        SumTold(group=each.group, records=each.records, values=each.values) for each in sums(way, contents)
    ]
    return SumsBody(consent=row.id, revision=row.position, begin=begin, sums=told[:MOST_SUMS])


async def _post(session: AsyncSession, row: RecordConsentRow, letter: str, kind: str, body: Schema) -> None:
    told = body.model_dump(mode="json", by_alias=True)
    carried = len(told["sums" if kind == SUMS else "rows"])
    size = len(json.dumps(told, ensure_ascii=False).encode())
    letter_id = str(uuid5(UUID(row.id), letter))
    await letters.post(session, letter_id, kind, told)
    session.add(SharedLetterRow(id=letter_id, consent_id=row.id, rows=carried, size=size, written_at=now()))


async def note_left(session: AsyncSession, letter: LetterLeft) -> None:
    if letter.kind in (RECORDS, SUMS):
        (await session.get_one(SharedLetterRow, letter.id)).left_at = now()


async def note_refused(session: AsyncSession, letter: LetterRefused) -> None:
    if letter.kind in (RECORDS, SUMS):
        (await session.get_one(SharedLetterRow, letter.id)).refusal = letter.message
