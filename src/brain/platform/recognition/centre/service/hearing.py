"""Letters of brains."""

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.logging import logger
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.recognition.centre.service import deciding
from brain.platform.recognition.protocol.letters import RECOMMEND, WITHDRAW, RecommendBody, WordsBody

log = logger(__name__)


async def hear(session: AsyncSession, letter: LetterReceived) -> None:
    try:
        if letter.kind == RECOMMEND:
            await deciding.receive(session, letter, RecommendBody.model_validate(letter.body))
        elif letter.kind == WITHDRAW:
            await deciding.withdraw(session, letter, WordsBody.model_validate(letter.body))
    except ValidationError as wrong:
        log.warning("recognition.not_understood", letter=letter.id, client=letter.client_id, why=str(wrong))
