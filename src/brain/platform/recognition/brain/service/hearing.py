"""Letters of factories, and what the centre sends down."""

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.logging import logger
from brain.platform.exchange.client.contract import Distributed
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.recognition.brain.service import cases
from brain.platform.recognition.protocol.letters import (
    APPLY,
    DECISION,
    SUPPLEMENT,
    WITHDRAW,
    ApplyBody,
    DecisionBody,
    WordsBody,
)

log = logger(__name__)


async def hear_factory(session: AsyncSession, letter: FactoryLetter) -> None:
    try:
        if letter.kind == APPLY:
            await cases.submit(session, letter, ApplyBody.model_validate(letter.body))
        elif letter.kind in {SUPPLEMENT, WITHDRAW}:
            await cases.wish(session, letter, WordsBody.model_validate(letter.body))
    except ValidationError as wrong:
        log.warning("recognition.not_understood", letter=letter.id, factory=letter.factory_id, why=str(wrong))


async def hear_centre(session: AsyncSession, told: Distributed) -> None:
    if told.kind != DECISION:
        return
    try:
        body = DecisionBody.model_validate(told.content)
    except ValidationError as wrong:
        log.warning("recognition.not_understood", distribution=told.number, why=str(wrong))
        return
    await cases.decided(session, body)
