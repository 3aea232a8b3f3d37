"""Results: computed for a draft when asked, written once with their digest when it is submitted."""

import json
from dataclasses import dataclass

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.errors import Conflict
from brain.platform.assessment.contract import Answer, Assessment, EvidenceItem, Status
from brain.platform.assessment.domain import acts
from brain.platform.assessment.domain.gaps import Gap, gaps
from brain.platform.assessment.domain.indicators import IndicatorSet
from brain.platform.assessment.domain.scoring import Score, score
from brain.platform.assessment.queries import assessments
from brain.platform.assessment.service import answering, sets


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Everything of an assessment; once submitted, as it was then."""

    asked: IndicatorSet
    answers: list[Answer]
    evidence: list[EvidenceItem]
    score: Score
    gaps: list[Gap]


async def whole(session: AsyncSession, found: Assessment) -> Whole:
    """Raises Conflict where what was submitted is not what its digest says."""
    if found.result is None:
        return await _computed(session, found, await sets.get(session, found.set_code, found.set_version))
    if sm3(found.result.encode()) != found.digest:
        raise Conflict("评测结果与提交时的摘要不同，可能被改动，请联系审计管理员")
    return msgspec.json.decode(found.result, type=Whole)


async def _computed(session: AsyncSession, found: Assessment, asked: IndicatorSet) -> Whole:
    answers = await assessments.answers(session, found.id)
    values = {code: answer.value for code, answer in answers.items() if asked.indicator(code)}
    return Whole(
        asked=asked,
        answers=[answers[each.code] for each in asked.indicators if each.code in answers],
        evidence=await assessments.evidence(session, found.id),
        score=score(asked, values),
        gaps=gaps(asked, values),
    )


async def submit(session: AsyncSession, assessment_id: int, by: str) -> Assessment:
    """Submitting again changes nothing."""
    found = await assessments.get(session, assessment_id, lock=True)
    if found.status is Status.SUBMITTED:
        return found
    _, asked = await answering.draft(session, assessment_id)
    result = await _computed(session, found, asked)
    if not result.answers:
        raise Conflict("还没有回答任何指标，不能提交")
    text = json.dumps(msgspec.to_builtins(result), ensure_ascii=False, sort_keys=True)
    digest = sm3(text.encode())
    await assessments.change(
        session,
        assessment_id,
        status=Status.SUBMITTED,
        submitted_by=by,
        submitted_at=now(),
        result=text,
        digest=digest,
        total=result.score.total,
        level=result.score.level,
    )
    await answering.record(
        session, acts.SUBMITTED, found, by, total=result.score.total, level=result.score.level, digest=digest
    )
    return await assessments.get(session, assessment_id)


async def submitted(session: AsyncSession, assessment_id: int) -> tuple[Assessment, Whole]:
    """Raises NotFound, or Conflict for a draft."""
    found = await assessments.get(session, assessment_id)
    if found.status is not Status.SUBMITTED:
        raise Conflict("这次评测还没有提交，不能用来申请")
    return found, await whole(session, found)
