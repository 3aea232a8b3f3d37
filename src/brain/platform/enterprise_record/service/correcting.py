"""A correction from asking to what became of it; what was accepted is a source's word like any other."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.db import lock
from brain.kit.errors import Conflict, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.kit.services import Asked
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Family, Source
from brain.platform.data_warehouse.contract.precedence import Authority, Standing
from brain.platform.data_warehouse.service import precedence
from brain.platform.enterprise_record.domain import acts
from brain.platform.enterprise_record.domain.correcting import (
    CORRECTABLE,
    CorrectionState,
    Outcome,
    evidence_file,
    stated,
)
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.enterprise_record.schemas import CorrectionAsked, CorrectionRequest, RecordWordView
from brain.platform.enterprise_record.service import telling
from brain.platform.enterprise_record.service.showing import text
from brain.platform.identity.contract import Caller

PROVIDER: Final = "经核实的更正"
MOST_WAITING: Final = 20  # corrections of one enterprise


async def ask(node: Node, asked: Asked) -> CorrectionAsked:
    """Asked once for each call. Raises Invalid for what cannot be read or is known already, Conflict where a
    correction of the same attribute waits, NotFound where nothing is known of the enterprise."""
    request: CorrectionRequest = asked.request
    values = stated(request.attribute, request.value)
    file = evidence_file(request.file.name, request.file.content) if request.file else None
    async with node.database.transaction() as session:
        await lock(session, "enterprise_record", asked.credit_code)
        earlier = await session.get(CorrectionRow, asked.call)
        if earlier is not None:
            return CorrectionAsked(correction=earlier.id, state=CorrectionState(earlier.state))
        enterprise = await warehouse.get_by_code(session, asked.credit_code)
        if enterprise is None:
            raise NotFound("大脑还没有贵企业的登记信息，请联系大脑的运营人员导入")
        held = getattr(enterprise, request.attribute)
        if held == values[request.attribute]:
            raise Invalid("与大脑现有的一致，不用更正")
        await _require_room(session, asked.credit_code, request.attribute)
        row = CorrectionRow(
            id=asked.call,
            factory_id=asked.factory_id,
            credit_code=asked.credit_code,
            name=enterprise.name,
            attribute=request.attribute,
            held=None if held is None else text(held),
            value=text(values[request.attribute]),
            reason=request.reason,
            file_name=file and file.name,
            file=file and file.content,
            asked_by=asked.by,
            asked_at=now(),
            state=CorrectionState.WAITING,
        )
        session.add(row)
        await announce_asked(session, row, f"factory:{asked.factory_id}", asked.title)
    return CorrectionAsked(correction=row.id, state=CorrectionState.WAITING)


async def _require_room(session: AsyncSession, credit_code: str, attribute: str) -> None:
    waiting = await session.scalars(
        select(CorrectionRow.attribute).where(
            CorrectionRow.credit_code == credit_code, CorrectionRow.state == CorrectionState.WAITING
        )
    )
    attributes = waiting.all()
    if attribute in attributes:
        raise Conflict("这一项已有一条更正在等核实，请等它有结论")
    if len(attributes) >= MOST_WAITING:
        raise Conflict(f"已有 {MOST_WAITING} 条更正在等核实，请等它们有结论")


async def announce_asked(session: AsyncSession, row: CorrectionRow, actor: str, name: str) -> None:
    known = CORRECTABLE[row.attribute]
    await announce(
        session, Recorded(act=acts.ASKED, target=row.id, title=_title(row), actor=actor, actor_name=name)
    )
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"{row.name}要更正“{known.title}”，等待核实",
            title_en=f"{row.name} asks to correct “{known.title_en}”",
            body="请核对凭据后采纳或不采纳",
            link=f"/corrections/{row.id}",
            scope="enterprise_record.decide",
            key=_todo(row.id),
        ),
    )


async def decide(
    session: AsyncSession, correction_id: str, outcome: Outcome, reason: str, by: Caller
) -> CorrectionRow:
    """Accepted, it is stated in the master data at once. Raises Conflict for what is decided already."""
    row = await session.get(CorrectionRow, correction_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这项更正")
    CorrectionState(row.state).require_waiting()
    row.state = CorrectionState(outcome)
    row.decided_by, row.decided_at, row.decision = by.username, now(), reason
    if row.state == CorrectionState.ACCEPTED:
        await precedence.know_provider(session, PROVIDER, Authority.VERIFIED)
        source = Source(provider=PROVIDER, title=f"{row.name}提出，{row.asked_at:%Y-%m-%d}", as_of=today())
        await warehouse.state(session, row.credit_code, stated(row.attribute, row.value), source)
    await telling.tell(session, row)
    await announce(session, Settled(key=_todo(row.id)))
    act = acts.ACCEPTED if row.state == CorrectionState.ACCEPTED else acts.REFUSED
    details = {"attribute": row.attribute, "held": row.held, "value": row.value, "reason": reason}
    await announce(
        session,
        Recorded(act=act, target=row.id, title=_title(row), actor=by.username, details=details),
    )
    return row


async def centre_decided(
    session: AsyncSession, correction_id: str, outcome: Outcome, decision: str, at: datetime
) -> None:
    """Heard once; what this brain does not know or never sent is left alone."""
    row = await session.get(CorrectionRow, correction_id, with_for_update=True)
    if row is None or row.centre_state != CorrectionState.WAITING:
        return
    row.centre_state = CorrectionState(outcome)
    row.centre_decision, row.centre_decided_at = decision, at
    await telling.tell_of_centre(session, row)
    details = {"outcome": row.centre_state, "decision": decision}
    await announce(
        session,
        Recorded(act=acts.TOLD, target=row.id, title=_title(row), actor_name="省级能力中心", details=details),
    )


async def not_taken(session: AsyncSession, correction_id: str, message: str) -> None:
    """The centre would not even take it: nobody waits for its decision."""
    row = await session.get(CorrectionRow, correction_id, with_for_update=True)
    if row is not None and row.centre_state == CorrectionState.WAITING:
        row.centre_state, row.centre_decision = None, f"能力中心未收：{message}"


async def get(session: AsyncSession, correction_id: str) -> CorrectionRow:
    row = await session.get(CorrectionRow, correction_id)
    if row is None:
        raise NotFound("没有这项更正")
    return row


async def evidence(session: AsyncSession, correction_id: str, by: Caller) -> tuple[CorrectionRow, bytes]:
    """The file, and that it was read is recorded: a licence names persons."""
    row = await get(session, correction_id)
    content = await session.scalar(select(CorrectionRow.file).where(CorrectionRow.id == correction_id))
    if content is None:
        raise NotFound("这项更正没有附件")
    await announce(session, Recorded(act=acts.READ, target=row.id, title=_title(row), actor=by.username))
    return row, content


async def page(
    session: AsyncSession, paging: Paging, *, state: str | None, q: str | None
) -> tuple[Sequence[CorrectionRow], int]:
    """Those that wait first, the oldest of them first; then the others, the newest first."""
    chosen = select(CorrectionRow)
    if state:
        chosen = chosen.where(CorrectionRow.state == state)
    if q:
        like = CorrectionRow.name.icontains(q, autoescape=True)
        chosen = chosen.where(or_(like, CorrectionRow.credit_code == q.strip().upper()))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    waits = CorrectionRow.state == CorrectionState.WAITING
    ordered = chosen.order_by(
        case((waits, 0), else_=1),
        case((waits, CorrectionRow.asked_at)),
        CorrectionRow.asked_at.desc(),
        CorrectionRow.id,
    )
    found = await session.scalars(ordered.limit(paging.page_size).offset(paging.offset))
    return found.all(), total or 0


async def said(session: AsyncSession, row: CorrectionRow) -> list[RecordWordView]:
    """What each source says of the attribute now; where only one speaks, that it holds."""
    found = await precedence.statements(session, row.credit_code, personal=False)
    words = [
        _word(each.source, each.value, each.standing) for each in found if each.attribute == row.attribute
    ]
    if words:
        return words
    held = (await warehouse.history(session, row.credit_code)).get(Family.BASIC, [])
    return [
        _word(fact.source, fact.value, Standing.HOLDS)
        for fact in held
        if fact.attribute == row.attribute and fact.valid_to is None
    ]


def _word(source: Source, value: Any, standing: Standing) -> RecordWordView:
    return RecordWordView(
        provider=source.provider,
        title=source.title,
        as_of=source.as_of,
        value=text(value),
        standing=standing,
    )


def _title(row: CorrectionRow) -> str:
    return f"{row.name} {CORRECTABLE[row.attribute].title}"


def _todo(correction_id: str) -> str:
    return f"enterprise_record.correction/{correction_id}"
