"""Indicator sets imported, assessments, answers and evidence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.assessment.contract import Answer, Assessment, EvidenceItem, Status
from brain.platform.assessment.models import AnswerRow, AssessmentRow, EvidenceRow, SetRow


def _assessment(row: AssessmentRow) -> Assessment:
    return msgspec.convert(row, Assessment, from_attributes=True)


def _evidence(row: EvidenceRow) -> EvidenceItem:
    return msgspec.convert(row, EvidenceItem, from_attributes=True)


async def imported_sets(session: AsyncSession) -> Sequence[SetRow]:
    return (await session.scalars(select(SetRow).order_by(SetRow.code, SetRow.imported_at))).all()


async def imported_set(session: AsyncSession, code: str, version: str) -> SetRow | None:
    return await session.get(SetRow, (code, version))


async def add_set(session: AsyncSession, code: str, version: str, told: dict[str, Any], by: str) -> None:
    session.add(SetRow(code=code, version=version, told=told, imported_by=by, imported_at=now()))
    await session.flush()


async def draft_of(session: AsyncSession, set_code: str) -> Assessment | None:
    row = await session.scalar(
        select(AssessmentRow).where(AssessmentRow.set_code == set_code, AssessmentRow.status == Status.DRAFT)
    )
    return _assessment(row) if row else None


async def start(
    session: AsyncSession, set_code: str, version: str, copied_from: int | None, by: str
) -> Assessment:
    at = now()
    row = AssessmentRow(
        set_code=set_code,
        set_version=version,
        status=Status.DRAFT,
        copied_from=copied_from,
        started_by=by,
        started_at=at,
        changed_at=at,
    )
    session.add(row)
    await session.flush()
    return _assessment(row)


async def get(session: AsyncSession, assessment_id: int, *, lock: bool = False) -> Assessment:
    row = await session.get(AssessmentRow, assessment_id, populate_existing=True, with_for_update=lock)
    if row is None:
        raise NotFound("没有这次评测")
    return _assessment(row)


async def page(session: AsyncSession, *, offset: int, limit: int) -> tuple[list[Assessment], int]:
    """The newest first."""
    total = await session.scalar(select(func.count()).select_from(AssessmentRow))
    rows = await session.scalars(
        select(AssessmentRow).order_by(AssessmentRow.id.desc()).offset(offset).limit(limit)
    )
    return [_assessment(row) for row in rows], total or 0


async def submitted(session: AsyncSession, set_code: str) -> list[Assessment]:
    """The oldest first."""
    rows = await session.scalars(
        select(AssessmentRow)
        .where(AssessmentRow.set_code == set_code, AssessmentRow.status == Status.SUBMITTED)
        .order_by(AssessmentRow.submitted_at)
    )
    return [_assessment(row) for row in rows]


async def change(session: AsyncSession, assessment_id: int, **values: Any) -> None:
    await session.execute(
        update(AssessmentRow).where(AssessmentRow.id == assessment_id).values({"changed_at": now()} | values)
    )


async def discard(session: AsyncSession, assessment_id: int) -> None:
    await session.execute(delete(AssessmentRow).where(AssessmentRow.id == assessment_id))


async def answers(session: AsyncSession, assessment_id: int) -> dict[str, Answer]:
    rows = await session.scalars(
        select(AnswerRow)
        .where(AnswerRow.assessment == assessment_id)
        .execution_options(populate_existing=True)
    )
    return {row.indicator: msgspec.convert(row, Answer, from_attributes=True) for row in rows}


async def put_answer(session: AsyncSession, assessment_id: int, answer: Answer) -> None:
    told = msgspec.to_builtins(answer, builtin_types=(datetime,)) | {"assessment": assessment_id}
    told["fact"] = msgspec.to_builtins(answer.fact) if answer.fact else None
    placed = insert(AnswerRow).values(told)
    await session.execute(
        placed.on_conflict_do_update(
            index_elements=[AnswerRow.assessment, AnswerRow.indicator],
            set_={name: placed.excluded[name] for name in told if name not in {"assessment", "indicator"}},
        )
    )


async def take_back_answer(session: AsyncSession, assessment_id: int, indicator: str) -> None:
    await session.execute(
        delete(AnswerRow).where(AnswerRow.assessment == assessment_id, AnswerRow.indicator == indicator)
    )


async def evidence(session: AsyncSession, assessment_id: int) -> list[EvidenceItem]:
    rows = await session.scalars(
        select(EvidenceRow).where(EvidenceRow.assessment == assessment_id).order_by(EvidenceRow.id)
    )
    return [_evidence(row) for row in rows]


async def evidence_item(session: AsyncSession, assessment_id: int, evidence_id: int) -> EvidenceItem:
    row = await session.get(EvidenceRow, evidence_id)
    if row is None or row.assessment != assessment_id:
        raise NotFound("没有这项证据")
    return _evidence(row)


async def add_evidence(session: AsyncSession, assessment_id: int, **told: Any) -> EvidenceItem:
    row = EvidenceRow(assessment=assessment_id, added_at=now(), **told)
    session.add(row)
    await session.flush()
    return _evidence(row)


async def remove_evidence(session: AsyncSession, evidence_id: int) -> None:
    await session.execute(delete(EvidenceRow).where(EvidenceRow.id == evidence_id))
