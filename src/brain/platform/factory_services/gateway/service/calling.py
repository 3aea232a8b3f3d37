"""What the brain offers is asked for; what it answers becomes a result and a message to people."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Notice, Recorded, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterRefused, LinkConfirmed
from brain.platform.factory_link.gateway.service import letters
from brain.platform.factory_services.gateway.domain import acts
from brain.platform.factory_services.gateway.domain.subscribing import Every, next_due
from brain.platform.factory_services.gateway.models import OfferRow, OwnCallRow, SubscriptionRow
from brain.platform.factory_services.protocol.letters import (
    ASK,
    CALL,
    CATALOGUE,
    PUSH,
    RESULT,
    CallBody,
    CatalogueBody,
    OfferedService,
    PushBody,
    ResultBody,
)
from brain.platform.identity.contract import Caller

log = logger(__name__)

MOST_WAITING: Final = 20  # calls that are not answered yet
SEE: Final = "brain_services.see"


async def hear_confirmation(session: AsyncSession, confirmed: LinkConfirmed) -> None:
    await ask_catalogue(session)


async def ask_catalogue(session: AsyncSession) -> None:
    """Raises Conflict where there is no brain to ask."""
    await letters.post(session, str(uuid4()), ASK, {})


async def offers(session: AsyncSession) -> Sequence[OfferRow]:
    found = await session.scalars(select(OfferRow).where(OfferRow.gone_at.is_(None)).order_by(OfferRow.name))
    return found.all()


async def offer(session: AsyncSession, service: str) -> OfferedService:
    row = await session.get(OfferRow, service)
    if row is None or row.gone_at is not None:
        raise NotFound("大脑没有这项服务")
    return OfferedService.model_validate(row.told)


async def call(session: AsyncSession, service: str, request: dict[str, Any], by: Caller) -> OwnCallRow:
    """On its way, also while the brain cannot be reached. Raises Conflict while too many wait."""
    told = await offer(session, service)
    return await _call(session, told, request, by.username, by.name)


async def _call(
    session: AsyncSession, service: OfferedService, request: dict[str, Any], by: str, by_name: str
) -> OwnCallRow:
    waiting = await session.scalars(select(OwnCallRow.id).where(OwnCallRow.state == "waiting"))
    if len(waiting.all()) >= MOST_WAITING:
        raise Conflict(f"已有 {MOST_WAITING} 次调用在等答复，请等它们完成")
    row = OwnCallRow(
        id=str(uuid4()),
        service=service.name,
        request=request,
        asked_by=by,
        asked_by_name=by_name,
        asked_at=now(),
        state="waiting",
    )
    session.add(row)
    told = CallBody(call=row.id, service=service.name, request=request, by=by_name)
    await letters.post(session, row.id, CALL, told.model_dump(mode="json", by_alias=True))
    await announce(session, Recorded(act=acts.CALLED, target=row.id, title=service.title, actor=by))
    return row


async def subscribe(
    session: AsyncSession, service: str, request: dict[str, Any], every: Every, by: Caller
) -> None:
    """In place of an earlier subscription of the same service."""
    told = await offer(session, service)
    if not told.repeatable:
        raise Conflict("这项服务不能定期自动调用")
    values = {
        "request": request,
        "every": every,
        "by": by.username,
        "by_name": by.name,
        "since": now(),
        "due_at": next_due(every, now()),
    }
    statement = insert(SubscriptionRow).values(service=service, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["service"], set_=values))
    await announce(
        session,
        Recorded(
            act=acts.SUBSCRIBED,
            target=service,
            title=told.title,
            actor=by.username,
            details={"every": every},
        ),
    )


async def cancel(session: AsyncSession, service: str, by: Caller) -> None:
    row = await session.get(SubscriptionRow, service)
    if row is None:
        raise NotFound("没有订阅这项服务")
    await session.delete(row)
    await announce(session, Recorded(act=acts.CANCELLED, target=service, title=service, actor=by.username))


async def call_due(node: Node) -> None:
    """Every subscription that is due, once; what is offered no longer waits until it is again."""
    async with node.database.transaction() as session:
        due = await session.scalars(
            select(SubscriptionRow).where(SubscriptionRow.due_at <= now()).with_for_update(skip_locked=True)
        )
        for row in due.all():
            held = await session.get(OfferRow, row.service)
            if held is None or held.gone_at is not None:
                continue
            told = OfferedService.model_validate(held.told)
            try:
                await _call(session, told, row.request, row.by, row.by_name)
            except Conflict as refusal:
                log.warning("brain_services.not_called", service=row.service, why=refusal.message)
                continue
            row.due_at = next_due(row.every, now())  # type: ignore[arg-type]


async def hear(session: AsyncSession, letter: BrainLetter) -> None:
    kinds = {CATALOGUE: _hear_catalogue, RESULT: _hear_result, PUSH: _hear_push}
    if letter.kind in kinds:
        try:
            await kinds[letter.kind](session, letter.body)
        except ValidationError:
            log.warning("brain_services.not_understood", kind=letter.kind, letter=letter.id)


async def hear_refusal(session: AsyncSession, letter: LetterRefused) -> None:
    row = await session.get(OwnCallRow, letter.id) if letter.kind == CALL else None
    if row is not None and row.state == "waiting":
        row.state, row.message, row.answered_at = "refused", letter.message, now()
        await _tell(session, row)


async def _hear_catalogue(session: AsyncSession, body: dict[str, Any]) -> None:
    told = CatalogueBody.model_validate(body)
    names = [each.name for each in told.services]
    await session.execute(
        update(OfferRow).where(OfferRow.name.not_in(names), OfferRow.gone_at.is_(None)).values(gone_at=now())
    )
    for each in told.services:
        values = {"told": each.model_dump(mode="json", by_alias=True), "heard_at": now(), "gone_at": None}
        statement = insert(OfferRow).values(name=each.name, **values)
        await session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))


async def _hear_result(session: AsyncSession, body: dict[str, Any]) -> None:
    told = ResultBody.model_validate(body)
    row = await session.get(OwnCallRow, told.call, with_for_update=True)
    if row is None or row.state != "waiting":
        return
    row.state, row.result, row.message, row.answered_at = told.state, told.result, told.message, now()
    await _tell(session, row)


async def _hear_push(session: AsyncSession, body: dict[str, Any]) -> None:
    told = PushBody.model_validate(body)
    await announce(
        session,
        Notice(
            kind="message",
            title=told.title,
            title_en=told.title_en,
            body=told.body,
            link="/brain-services",
            scope=SEE,
        ),
    )


_ANSWERED: Final = {
    "done": ("“{}”有了结果", "“{}” has a result"),
    "refused": ("“{}”没有办成", "“{}” was refused"),
    "failed": ("“{}”没有办成", "“{}” failed"),
}


async def _tell(session: AsyncSession, row: OwnCallRow) -> None:
    held = await session.get(OfferRow, row.service)
    titles = (held.told["title"], held.told["titleEn"]) if held else (row.service, row.service)
    words = _ANSWERED[row.state]
    await announce(
        session,
        Notice(
            kind="message",
            title=words[0].format(titles[0]),
            title_en=words[1].format(titles[1]),
            body=row.message or "",
            link=f"/brain-services/calls/{row.id}",
            scope=SEE,
        ),
    )
