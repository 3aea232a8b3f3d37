"""The coder in use, its proposals, and the decisions of people."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.governance.contract import (
    CodingState,
    IndustryCandidate,
    IndustryCoding,
    IndustryCorrection,
    IndustryEvidence,
)
from brain.platform.governance.models import IndustryCoderRow, IndustryCodingRow

_CLASS: Final = 4
_STATES: Final[dict[CodingState, tuple[ColumnElement[bool], ...]]] = {
    "unsure": (IndustryCodingRow.level < _CLASS, IndustryCodingRow.corrected_code.is_(None)),
    "all": (),
    "corrected": (IndustryCodingRow.corrected_code.is_not(None),),
}
_PROPOSED: Final = ("edition", "code", "level", "confidence", "candidates", "evidence")


async def save_coder(session: AsyncSession, dumped: bytes, *, enterprises: int, labelled: int) -> None:
    """In place of the one before; coding begins again from the first revision."""
    values = {"dumped": dumped, "enterprises": enterprises, "labelled": labelled, "trained_at": now()}
    first = insert(IndustryCoderRow).values(id=1, edition=1, revision=0, **values)
    again = {**values, "revision": 0, "edition": IndustryCoderRow.edition + 1}
    await session.execute(first.on_conflict_do_update(index_elements=["id"], set_=again))


async def lock_coder(session: AsyncSession) -> IndustryCoderRow | None:
    """Whoever else codes waits until this transaction ends."""
    return await session.get(IndustryCoderRow, 1, with_for_update=True, populate_existing=True)


async def propose(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """What people decided stays beside the new proposal."""
    if rows:
        proposed = insert(IndustryCodingRow)
        changed = {name: proposed.excluded[name] for name in _PROPOSED}
        whole = proposed.on_conflict_do_update(index_elements=["credit_code"], set_=changed)
        await session.execute(whole, [{**row, "note": ""} for row in rows])


async def withdraw(session: AsyncSession, credit_codes: Sequence[str]) -> None:
    """Proposals for enterprises that have an official code, unless a person has decided."""
    await session.execute(
        delete(IndustryCodingRow).where(
            IndustryCodingRow.credit_code.in_(credit_codes), IndustryCodingRow.corrected_code.is_(None)
        )
    )


async def get(session: AsyncSession, credit_code: str, *, locked: bool = False) -> IndustryCoding | None:
    row = await session.get(IndustryCodingRow, credit_code, with_for_update=locked, populate_existing=locked)
    return _coding(row) if row else None


async def page(
    session: AsyncSession, state: CodingState, industry: str | None, *, offset: int, limit: int
) -> tuple[list[IndustryCoding], int]:
    """The least sure first, the latest decisions first."""
    wanted = select(IndustryCodingRow).where(*_STATES[state])
    if industry:
        coded = (IndustryCodingRow.corrected_code, IndustryCodingRow.code)
        wanted = wanted.where(or_(*(column.startswith(industry) for column in coded)))
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    if state == "corrected":
        wanted = wanted.order_by(IndustryCodingRow.corrected_at.desc(), IndustryCodingRow.credit_code)
    else:
        wanted = wanted.order_by(
            IndustryCodingRow.level, IndustryCodingRow.confidence, IndustryCodingRow.credit_code
        )
    rows = await session.scalars(wanted.offset(offset).limit(limit))
    return [_coding(row) for row in rows], total or 0


async def correct(session: AsyncSession, credit_code: str, correction: IndustryCorrection) -> None:
    values = {
        "corrected_code": correction.code,
        "corrected_by": correction.by,
        "corrected_at": correction.at,
        "note": correction.note,
    }
    await session.execute(
        update(IndustryCodingRow).where(IndustryCodingRow.credit_code == credit_code).values(values)
    )


async def corrections(session: AsyncSession) -> dict[str, str]:
    """The decided code of each enterprise."""
    decided = select(IndustryCodingRow.credit_code, IndustryCodingRow.corrected_code)
    rows = await session.execute(decided.where(*_STATES["corrected"]))
    return {row.credit_code: row.corrected_code for row in rows}


def _coding(row: IndustryCodingRow) -> IndustryCoding:
    correction = None
    if row.corrected_code and row.corrected_by and row.corrected_at:
        correction = IndustryCorrection(
            code=row.corrected_code, by=row.corrected_by, at=row.corrected_at, note=row.note
        )
    return IndustryCoding(
        credit_code=row.credit_code,
        code=row.code,
        level=row.level,
        confidence=row.confidence,
        candidates=tuple(IndustryCandidate(**one) for one in row.candidates),
        evidence=tuple(IndustryEvidence(**one) for one in row.evidence),
        correction=correction,
    )
