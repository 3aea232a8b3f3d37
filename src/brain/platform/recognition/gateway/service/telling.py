"""What of a submitted assessment leaves with an application: answers, basis, digests of files; no files."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.assessment.contract import Answer, Assessment
from brain.platform.assessment.service.exporting import said
from brain.platform.assessment.service.submitting import Whole, submitted
from brain.platform.recognition.protocol.letters import (
    AnswerTold,
    ApplicationTold,
    DimensionTold,
    ProofTold,
)


async def told(session: AsyncSession, assessment_id: int, statement: str) -> ApplicationTold:
    """Raises NotFound for no assessment, Conflict for a draft."""
    found, whole = await submitted(session, assessment_id)
    return _application(found, whole, statement)


def _application(found: Assessment, whole: Whole, statement: str) -> ApplicationTold:
    asked, score = whole.asked, whole.score
    levels = {level.code: level.title for level in asked.levels}
    pairs = list(zip(asked.dimensions, score.dimensions, strict=True))
    return ApplicationTold.model_validate(
        {
            "set_title": asked.title,
            "set_version": asked.version,
            "provisional": asked.provisional,
            "submitted_at": found.submitted_at,
            "digest": found.digest,
            "total": score.total,
            "level": levels.get(score.level or ""),
            "dimensions": [
                DimensionTold(title=dimension.title, weight=dimension.weight, points=scored.points)
                for dimension, scored in pairs
            ],
            "answers": [
                _answer(whole, dimension.title, indicator.code, indicator.title, points.points)
                for dimension, scored in pairs
                for indicator, points in zip(dimension.indicators, scored.indicators, strict=True)
            ],
            "unanswered": len(score.unanswered),
            "statement": statement,
        }
    )


def _answer(whole: Whole, dimension: str, code: str, title: str, points: float) -> AnswerTold:
    answer = next((each for each in whole.answers if each.indicator == code), None)
    indicator = whole.asked.indicator(code)
    return AnswerTold(
        code=code,
        title=title,
        dimension=dimension,
        answer=said(indicator, answer.value) if answer and indicator else "未回答",
        points=points,
        basis=_basis(answer),
        reason=answer.reason if answer else None,
        proofs=[
            ProofTold(kind=each.kind, text=each.text[:400], digest=each.digest)
            for each in whole.evidence
            if each.indicator == code
        ],
    )


def _basis(answer: Answer | None) -> str:
    if answer is None:
        return "未回答"
    return f"{answer.fact.source}：{answer.fact.explanation}"[:600] if answer.fact else "自述"
