"""What the other side writes of corrections: brains to the centre, the centre to brains."""

from pydantic import ValidationError
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Refusal
from brain.kit.logging import logger
from brain.platform.enterprise_record.contract import CORRECTION, DECISION, CorrectionBody, DecisionBody
from brain.platform.enterprise_record.domain.correcting import (
    CorrectionState,
    EvidenceFile,
    evidence_file,
    stated,
)
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.enterprise_record.service import correcting
from brain.platform.exchange.client.contract import Distributed, LetterRefused
from brain.platform.exchange.server.contract import LetterReceived

log = logger(__name__)


async def hear_brain(session: AsyncSession, letter: LetterReceived) -> None:
    """What the centre cannot read it leaves alone: the brain's own word stays with the brain."""
    if letter.kind != CORRECTION:
        return
    try:
        told = CorrectionBody.model_validate(letter.body)
        stated(told.attribute, told.value)
        file = evidence_file(told.file.name, told.file.content) if told.file else None
    except (ValidationError, Refusal) as wrong:
        log.warning(
            "enterprise_record.not_understood", letter=letter.id, client=letter.client_id, why=str(wrong)
        )
        return
    await _keep(session, letter, told, file)


async def _keep(
    session: AsyncSession, letter: LetterReceived, told: CorrectionBody, file: EvidenceFile | None
) -> None:
    statement = insert(CorrectionRow).values(
        id=told.correction,
        client_id=letter.client_id,
        brain=letter.brain,
        credit_code=told.credit_code,
        name=told.name,
        attribute=told.attribute,
        held=told.held,
        value=told.value,
        reason=told.reason,
        file_name=file and file.name,
        file=file and file.content,
        asked_by=told.asked_by,
        asked_at=told.asked_at,
        state=CorrectionState.WAITING,
    )
    fresh = await session.scalar(statement.on_conflict_do_nothing().returning(CorrectionRow.id))
    if fresh is not None:
        row = await correcting.get(session, fresh)
        await correcting.announce_asked(session, row, f"brain:{letter.client_id}", letter.brain)


async def hear_centre(session: AsyncSession, told: Distributed) -> None:
    if told.kind != DECISION:
        return
    try:
        body = DecisionBody.model_validate(told.content)
    except ValidationError as wrong:
        log.warning("enterprise_record.not_understood", distribution=told.number, why=str(wrong))
        return
    await correcting.centre_decided(session, body.correction, body.outcome, body.decision, body.at)


async def hear_refusal(session: AsyncSession, letter: LetterRefused) -> None:
    if letter.kind == CORRECTION:
        await correcting.not_taken(session, letter.id, letter.message)
