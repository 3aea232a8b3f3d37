"""A brain hands a signed configuration to the gateway for which it is; it can neither make nor alter one."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.logging import logger
from brain.kit.schemas import Paging
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.service import letters, reading
from brain.platform.gateway_configuration.brain.domain import acts
from brain.platform.gateway_configuration.brain.models import DeliveryRow
from brain.platform.gateway_configuration.protocol.documents import (
    ANSWER,
    DOCUMENT,
    AnswerBody,
    DocumentBody,
    read,
)
from brain.platform.identity.contract import Caller

log = logger(__name__)


async def page(session: AsyncSession, paging: Paging, q: str | None) -> tuple[Sequence[DeliveryRow], int]:
    chosen = select(DeliveryRow)
    if q:
        named = (DeliveryRow.factory, DeliveryRow.credit_code, DeliveryRow.author)
        chosen = chosen.where(or_(*(each.icontains(q, autoescape=True) for each in named)))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    newest: Any = chosen.order_by(DeliveryRow.sent_at.desc(), DeliveryRow.id)
    found = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    return found.all(), total


async def send(session: AsyncSession, document: str, by: Caller) -> DeliveryRow:
    """To the factory whose credit code it names. Only the gateway can tell whether it is rightly signed.

    Raises Invalid for whatever is no configuration, NotFound where no such factory is linked, Conflict for
    one that was sent before.
    """
    key, told = read(document)
    factory = next(
        (each for each in await reading.active(session) if each.credit_code == told.credit_code), None
    )
    if factory is None:
        raise NotFound(f"没有接通的工厂，其信用代码是 {told.credit_code}")
    digest = sm3(document.encode())
    await lock(session, "configuration_delivery", factory.id)
    same = select(DeliveryRow.id).where(DeliveryRow.factory_id == factory.id, DeliveryRow.digest == digest)
    if await session.scalar(same):
        raise Conflict("这份配置送过了")
    row = DeliveryRow(
        id=str(uuid4()), factory_id=factory.id, factory=factory.title, credit_code=factory.credit_code,
        digest=digest, number=told.number, author=told.author, reason=told.reason, changes=len(told.changes),
        key=key, valid_until=told.valid_until, sent_by=by.username, sent_at=now(),
    )  # fmt: skip
    session.add(row)
    body = DocumentBody(document=document)
    await letters.send(session, factory.id, row.id, DOCUMENT, body.model_dump(mode="json", by_alias=True))
    title = f"{factory.title} {told.number}"
    await announce(session, Recorded(act=acts.SENT, target=row.id, title=title, actor=by.username))
    return row


async def hear(session: AsyncSession, letter: FactoryLetter) -> None:
    """What the gateway did with it; the first answer counts."""
    if letter.kind != ANSWER:
        return
    try:
        body = AnswerBody.model_validate(letter.body)
    except ValidationError as wrong:
        log.warning("configuration_delivery.not_understood", letter=letter.id, why=str(wrong))
        return
    row = await session.get(DeliveryRow, body.document, with_for_update=True)
    if row is None or row.factory_id != letter.factory_id or row.outcome is not None:
        return
    row.outcome, row.refusal, row.answered_at = body.outcome, body.reason or None, body.at
