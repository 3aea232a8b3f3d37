"""Letters of factories are heard, services run, results sent back."""

from datetime import timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Refusal
from brain.kit.events import Recorded, announce
from brain.kit.jobs import enqueue
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.services import Asked, Service
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.service import letters
from brain.platform.factory_services.brain.contract import News, Offered
from brain.platform.factory_services.brain.domain import acts
from brain.platform.factory_services.brain.models import CallRow
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

log = logger(__name__)

RUN: Final = "factory_services.run"
TELL: Final = "factory_services.tell_catalogue"
PATIENCE: Final = timedelta(hours=6)  # longer than all tries of a job take
MOST_WAITING: Final = 20  # calls of one factory that are not answered yet


async def hear(session: AsyncSession, letter: FactoryLetter) -> None:
    """A call is answered also where it cannot be understood: the factory is not left waiting."""
    if letter.kind == ASK:
        await enqueue(session, TELL, {"factory": letter.factory_id, "letter": letter.id})
    elif letter.kind == CALL:
        try:
            told = CallBody.model_validate(letter.body)
        except ValidationError:
            log.warning("factory_services.not_understood", factory=letter.factory_id, letter=letter.id)
            await _answer(session, letter.factory_id, letter.id, "refused", None, "大脑读不懂这次调用")
            return
        await _take(session, letter, told)


async def _take(session: AsyncSession, letter: FactoryLetter, told: CallBody) -> None:
    waiting = await session.scalar(
        select(func.count()).where(CallRow.factory_id == letter.factory_id, CallRow.state == "waiting")
    )
    statement = insert(CallRow).values(
        id=told.call,
        factory_id=letter.factory_id,
        credit_code=letter.credit_code,
        factory=letter.title,
        service=told.service,
        request=told.request,
        asked_by=told.by,
        asked_at=now(),
        state="waiting",
    )
    fresh = await session.scalar(statement.on_conflict_do_nothing().returning(CallRow.id))
    if fresh is None:
        return
    await announce(
        session,
        Recorded(
            act=acts.CALLED,
            target=told.call,
            title=told.service,
            actor=f"factory:{letter.factory_id}",
            actor_name=letter.title,
        ),
    )
    if (waiting or 0) >= MOST_WAITING:
        await finish(session, told.call, "refused", None, f"已有 {MOST_WAITING} 次调用在等答复，请等它们完成")
    else:
        await enqueue(session, RUN, {"call": told.call})


async def run(node: Node, call_id: str) -> None:
    """Safe to repeat: what is finished stays as it is."""
    async with node.database.transaction() as session:
        row = await session.get_one(CallRow, call_id)
    if row.state != "waiting":
        return
    service = node.get(Offered).by_name.get(row.service)
    state, result, message = await _outcome(node, service, row)
    async with node.database.transaction() as session:
        await finish(session, call_id, state, result, message)


async def _outcome(
    node: Node, service: Service | None, row: CallRow
) -> tuple[str, dict[str, Any] | None, str | None]:
    if service is None:
        return "refused", None, "大脑没有这项服务，请刷新服务目录"
    try:
        request = service.request.model_validate(row.request)
    except ValidationError as error:
        first = error.errors()[0]
        return "refused", None, f"请求读不懂：{'/'.join(map(str, first['loc']))} {first['msg']}"
    asked = Asked(
        call=row.id,
        factory_id=row.factory_id,
        credit_code=row.credit_code,
        title=row.factory,
        by=row.asked_by,
        request=request,
    )
    try:
        found = await service.run(node, asked)
    except Refusal as refusal:
        return "refused", None, refusal.message
    return "done", found.model_dump(mode="json", by_alias=True), None


async def finish(
    session: AsyncSession, call_id: str, state: str, result: dict[str, Any] | None, message: str | None
) -> None:
    """What becomes of the call, and the letter that tells, in one transaction; once."""
    row = await session.get_one(CallRow, call_id, with_for_update=True)
    if row.state != "waiting":
        return
    row.state, row.result, row.message, row.finished_at = state, result, message, now()
    await _answer(session, row.factory_id, call_id, state, result, message)


async def _answer(
    session: AsyncSession,
    factory_id: str,
    call_id: str,
    state: str,
    result: dict[str, Any] | None,
    message: str | None,
) -> None:
    told = ResultBody.model_validate(
        {"call": call_id, "state": state, "result": result, "message": message, "at": now()}
    )
    await letters.send(
        session, factory_id, _derived(call_id), RESULT, told.model_dump(mode="json", by_alias=True)
    )


async def give_up(node: Node) -> None:
    """Calls whose run failed however often it was tried: the factory is told."""
    async with node.database.transaction() as session:
        late = await session.scalars(
            select(CallRow.id).where(CallRow.state == "waiting", CallRow.asked_at < now() - PATIENCE)
        )
        for call_id in late.all():
            await finish(session, call_id, "failed", None, "大脑没能办成，已记下原因；可以再调用一次")


async def tell_catalogue(node: Node, factory_id: str, letter_id: str) -> None:
    offered = node.get(Offered).by_name.values()
    told = CatalogueBody(services=[_offered(each) for each in offered])
    async with node.database.transaction() as session:
        body = told.model_dump(mode="json", by_alias=True)
        await letters.send(session, factory_id, _derived(letter_id), CATALOGUE, body)


async def push(session: AsyncSession, factory_id: str, news_id: str, news: News) -> None:
    """Once for each `news_id` (a UUID)."""
    told = PushBody.model_validate(news)
    await letters.send(session, factory_id, news_id, PUSH, told.model_dump(mode="json", by_alias=True))


def _derived(letter_id: str) -> str:
    """The answer's own number, the same however often it is made."""
    return str(uuid5(NAMESPACE_URL, f"answer:{letter_id}"))


def _offered(service: Service) -> OfferedService:
    return OfferedService(
        name=service.name,
        version=service.version,
        title=service.title,
        title_en=service.title_en,
        gives=service.gives,
        gives_en=service.gives_en,
        purpose=service.purpose,
        quantities=list(service.quantities),
        request=service.request.model_json_schema(by_alias=True),
        result=service.result.model_json_schema(by_alias=True),
        repeatable=service.repeatable,
    )
