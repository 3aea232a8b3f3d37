"""What an owner is shown: what would leave, and what did."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now
from brain.kit.node import Node
from brain.platform.factory_link.gateway.service import letters
from brain.platform.operations.contract import KINDS
from brain.platform.operations.service import reading
from brain.platform.record_sharing.gateway.algorithm.projection import Way, project, sums
from brain.platform.record_sharing.gateway.contract import RecordTerms
from brain.platform.record_sharing.gateway.domain import grades
from brain.platform.record_sharing.gateway.models import RecordConsentRow, SharedLetterRow
from brain.platform.record_sharing.gateway.service import consenting, grading
from brain.platform.record_sharing.protocol.forms import Period
from brain.platform.record_sharing.protocol.letters import RECORDS, SUMS

SHOWN: Final = 5
_SPAN: Final = timedelta(days=62)  # in which an example of a period is looked for
_LETTERS: Final = 20  # read at a time


@dataclass(frozen=True)
class Example:
    """One row as it would leave; `key` None: sums of `records` records."""

    key: str | None
    at: datetime
    records: int
    content: dict[str, Any]


async def examples(session: AsyncSession, node: Node, terms: RecordTerms) -> list[Example]:
    """The newest that would leave under these terms. Raises Invalid where they may not be."""
    await consenting.check(session, terms)
    way = Way(
        kind=terms.kind,
        form=terms.form,
        fields=grades.completed(KINDS[terms.kind], terms.form, terms.fields),
        levels=(await grading.levels(session))[terms.kind],
        secret=node.secrets.derived("record_sharing.digests"),
    )
    if terms.period is not None:
        return await _summed(session, way, terms.period)
    newest = await reading.newest_of(session, terms.kind, SHOWN)
    told = [project(way, each.key, each.at, each.content) for each in newest]
    return [Example(each.key, each.at, 1, each.content) for each in told]


async def _summed(session: AsyncSession, way: Way, period: Period) -> list[Example]:
    end = period.begin(now())
    while end > now() - _SPAN:
        begin = period.begin(end - timedelta(seconds=1))
        contents = await reading.standing(session, way.kind, begin, end)
        if contents:
            return [
                Example(None, begin, each.records, each.group | each.values) for each in sums(way, contents)
            ][:SHOWN]
        end = begin
    return []


@dataclass(frozen=True)
class RecordsLeft:
    """What left under a consent; on one day, or since it was given."""

    consent: RecordConsentRow
    rows: int
    size: int


async def on_day(session: AsyncSession, day: date) -> list[RecordsLeft]:
    begin = datetime.combine(day, time(), BEIJING)
    left = SharedLetterRow.left_at
    sums_of_day = await _sums(session, left >= begin, left < begin + timedelta(days=1))
    rows = {row.id: row for row in await consenting.all_of(session)}
    return [RecordsLeft(rows[each], *told) for each, told in sums_of_day.items()]


async def totals(session: AsyncSession) -> dict[str, tuple[int, int]]:
    """Rows and bytes that left, by consent."""
    return await _sums(session, SharedLetterRow.left_at.is_not(None))


async def waiting(session: AsyncSession) -> dict[str, tuple[int, int]]:
    """Rows and bytes that are written and have not left, by consent."""
    return await _sums(session, SharedLetterRow.left_at.is_(None), SharedLetterRow.refusal.is_(None))


async def _sums(session: AsyncSession, *which: Any) -> dict[str, tuple[int, int]]:
    found = await session.execute(
        select(SharedLetterRow.consent_id, func.sum(SharedLetterRow.rows), func.sum(SharedLetterRow.size))
        .where(*which)
        .group_by(SharedLetterRow.consent_id)
    )
    return {str(consent): (int(rows), int(size)) for consent, rows, size in found}


async def everything(node: Node, consent_id: str) -> AsyncIterator[Sequence[dict[str, Any]]]:
    """All that ever left under a consent, in order, a few letters at a time."""
    after = 0
    while True:
        async with node.database.transaction() as session:
            found = await letters.left(session, [RECORDS, SUMS], {"consent": consent_id}, after, _LETTERS)
            rows = [
                {"leftAt": letter.sent_at.isoformat() if letter.sent_at else None, **row}
                for letter in found
                for row in _rows(letter.body)
            ]
        if not found:
            return
        after = found[-1].number
        yield rows


def _rows(body: dict[str, Any]) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = body.get("rows") or [
        {"begin": body["begin"], "revision": body["revision"], **each} for each in body.get("sums", ())
    ]
    return told
