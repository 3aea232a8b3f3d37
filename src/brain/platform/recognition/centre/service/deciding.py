"""Recommendations of brains are taken, decided and answered."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import case, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.exchange.server.service import letters
from brain.platform.identity.contract import Caller
from brain.platform.recognition.centre.domain import acts
from brain.platform.recognition.centre.domain.terms import DecisionOutcome, RecommendationState
from brain.platform.recognition.centre.models import RecommendationRow
from brain.platform.recognition.centre.service import certificates
from brain.platform.recognition.protocol.letters import (
    DECISION,
    CertificateTold,
    DecisionBody,
    RecommendBody,
    WordsBody,
)
from brain.platform.recognition.protocol.stages import CaseStep

_STEPS: Final = {
    RecommendationState.RECOGNISED: CaseStep.RECOGNISE,
    RecommendationState.REFUSED: CaseStep.REFUSE,
    RecommendationState.RETURNED: CaseStep.RETURN,
    RecommendationState.WITHDRAWN: CaseStep.WITHDRAW,
}


async def receive(session: AsyncSession, letter: LetterReceived, told: RecommendBody) -> None:
    """Again only after it was returned, and only from the brain that it came from."""
    row = await session.get(RecommendationRow, told.case, with_for_update=True)
    if row is not None and (row.client_id != letter.client_id or row.state != RecommendationState.RETURNED):
        return
    values = {
        "client_id": letter.client_id,
        "brain": letter.brain,
        "credit_code": told.credit_code,
        "factory": told.factory,
        "recheck_of": told.recheck_of,
        "application": told.application.model_dump(mode="json", by_alias=True),
        "findings": [each.model_dump(mode="json", by_alias=True) for each in told.findings],
        "steps": [each.model_dump(mode="json", by_alias=True) for each in told.steps],
        "state": RecommendationState.WAITING,
        "recommended_at": now(),
    }
    statement = insert(RecommendationRow).values(id=told.case, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    await announce(
        session,
        Recorded(
            act=acts.RECEIVED,
            target=told.case,
            title=told.factory,
            actor=f"brain:{letter.client_id}",
            actor_name=letter.brain,
        ),
    )
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"{letter.brain}推荐{told.factory}为晨星工厂",
            title_en=f"{letter.brain} recommends {told.factory}",
            link=f"/recognitions/{told.case}",
            scope="recognition.decide",
            key=_key(told.case),
        ),
    )


async def withdraw(session: AsyncSession, letter: LetterReceived, told: WordsBody) -> None:
    """Only while nobody has decided."""
    row = await session.get(RecommendationRow, told.case, with_for_update=True)
    if row is None or row.client_id != letter.client_id or row.state != RecommendationState.WAITING:
        return
    row.state, row.decision, row.decided_at = RecommendationState.WITHDRAWN, told.words, now()
    await _answer(session, row, told.by, None)
    await _close(session, row, f"brain:{letter.client_id}", letter.brain)


async def decide(
    session: AsyncSession, node: Node, case_id: str, outcome: DecisionOutcome, reason: str, by: Caller
) -> RecommendationRow:
    """Raises Conflict for what is decided already."""
    row = await get(session, case_id, lock=True)
    if row.state != RecommendationState.WAITING:
        raise Conflict("这份推荐已经处理过了")
    row.state = RecommendationState(outcome)
    row.decided_by, row.decided_at, row.decision = by.username, now(), reason
    certificate = None
    if row.state == RecommendationState.RECOGNISED:
        certificate = await certificates.issue(session, node, row)
        row.certificate = certificate.number
    await _answer(session, row, by.name, certificate)
    await _close(session, row, by.username, by.name)
    return row


async def _answer(
    session: AsyncSession, row: RecommendationRow, by: str, certificate: CertificateTold | None
) -> None:
    step = _STEPS[RecommendationState(row.state)]
    told = {
        "case": row.id,
        "step": step,
        "at": row.decided_at,
        "by": by,
        "words": row.decision,
        "certificate": certificate,
    }
    body = DecisionBody.model_validate(told).model_dump(mode="json", by_alias=True)
    title = f"{row.factory}：{acts.DECIDED[row.state].title}"
    await letters.answer(session, row.client_id, DECISION, title, body, by=row.decided_by or "")


async def _close(session: AsyncSession, row: RecommendationRow, actor: str, name: str) -> None:
    await announce(session, Settled(key=_key(row.id)))
    await announce(
        session,
        Recorded(
            act=acts.DECIDED[row.state],
            target=row.id,
            title=row.factory,
            actor=actor,
            actor_name=name,
            details={"reason": row.decision, "certificate": row.certificate},
        ),
    )


async def get(session: AsyncSession, case_id: str, *, lock: bool = False) -> RecommendationRow:
    row = await session.get(RecommendationRow, case_id, with_for_update=lock)
    if row is None:
        raise NotFound("没有这份推荐")
    return row


async def page(
    session: AsyncSession, paging: Paging, *, state: str | None, q: str | None
) -> tuple[Sequence[RecommendationRow], int]:
    """Those that wait first, the oldest of them before."""
    chosen = select(RecommendationRow)
    if state:
        chosen = chosen.where(RecommendationRow.state == state)
    if q:
        like = RecommendationRow.factory.icontains(q, autoescape=True)
        brain = RecommendationRow.brain.icontains(q, autoescape=True)
        chosen = chosen.where(or_(like, brain, RecommendationRow.credit_code == q.strip().upper()))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    waits = RecommendationRow.state == RecommendationState.WAITING
    ordered = chosen.order_by(
        case((waits, 0), else_=1),
        case((waits, RecommendationRow.recommended_at)),
        RecommendationRow.recommended_at.desc(),
        RecommendationRow.id,
    )
    found = await session.scalars(ordered.limit(paging.page_size).offset(paging.offset))
    return found.all(), total or 0


async def waiting(session: AsyncSession) -> int:
    found = select(func.count()).where(RecommendationRow.state == RecommendationState.WAITING)
    return await session.scalar(found) or 0


def _key(case_id: str) -> str:
    return f"recognition.recommendation/{case_id}"
