"""A factory applies, supplements, withdraws, and follows what becomes of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now, today
from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Notice, Recorded, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterRefused
from brain.platform.factory_link.gateway.service import letters
from brain.platform.identity.contract import Caller
from brain.platform.recognition.gateway.domain import acts
from brain.platform.recognition.gateway.models import ApplicationRow
from brain.platform.recognition.gateway.service.telling import told
from brain.platform.recognition.protocol.certificates import read
from brain.platform.recognition.protocol.letters import (
    APPLY,
    CASE,
    SUPPLEMENT,
    WITHDRAW,
    ApplyBody,
    CaseBody,
    WordsBody,
)
from brain.platform.recognition.protocol.stages import OPEN, CaseState, CaseStep, after

log = logger(__name__)

REMIND: Final = timedelta(days=60)
_WORDS: Final = {
    CaseState.SUBMITTED: ("已送到大脑", "received by the brain"),
    CaseState.REVIEWING: ("大脑正在审核", "under review"),
    CaseState.SUPPLEMENTING: ("需要补充材料", "a supplement is asked for"),
    CaseState.REVIEWED: ("材料审核完成", "reviewed"),
    CaseState.CHECKING: ("已安排现场核查", "a site check is arranged"),
    CaseState.CHECKED: ("现场核查完成", "the site check is done"),
    CaseState.RECOMMENDED: ("已推荐到省级能力中心", "recommended to the provincial centre"),
    CaseState.RECOGNISED: ("获得认定", "recognised"),
    CaseState.REFUSED: ("未获认定", "refused"),
    CaseState.WITHDRAWN: ("已撤回", "withdrawn"),
    CaseState.REVOKED: ("认定被撤销", "recognition revoked"),
}


async def all_of(session: AsyncSession) -> Sequence[ApplicationRow]:
    found = await session.scalars(select(ApplicationRow).order_by(ApplicationRow.at.desc()))
    return found.all()


async def get(session: AsyncSession, application_id: str, *, lock_it: bool = False) -> ApplicationRow:
    row = await session.get(ApplicationRow, application_id, with_for_update=lock_it)
    if row is None:
        raise NotFound("没有这份申请")
    return row


async def apply(session: AsyncSession, assessment_id: int, statement: str, by: Caller) -> ApplicationRow:
    """On its way once the transaction commits. A certificate that is held makes it its yearly re-check.

    Raises Conflict where an application is open, the assessment is a draft, or there is no brain.
    """
    await lock(session, "recognition_application")
    held = await all_of(session)
    if any(CaseState(each.state) in OPEN for each in held):
        raise Conflict("已有一份申请在办，请先等它办完或撤回")
    application = await told(session, assessment_id, statement)
    row = ApplicationRow(
        id=str(uuid4()),
        assessment_id=assessment_id,
        recheck_of=_certificate(held),
        told=application.model_dump(mode="json", by_alias=True),
        by=by.username,
        by_name=by.name,
        at=now(),
        state=CaseState.SUBMITTED,
        revision=0,
        steps=[],
        wishes=[],
        certificate=None,
        valid_until=None,
        reminded=False,
    )
    session.add(row)
    body = ApplyBody(case=row.id, recheck_of=row.recheck_of, at=row.at, by=by.name, application=application)
    await letters.post(session, row.id, APPLY, body.model_dump(mode="json", by_alias=True))
    await _record(session, acts.APPLIED, row, by)
    return row


def _certificate(held: Sequence[ApplicationRow]) -> str | None:
    """The number of the newest recognition that stands."""
    for row in held:
        if row.state == CaseState.RECOGNISED and row.certificate:
            return str(row.certificate["number"])
    return None


async def supplement(session: AsyncSession, application_id: str, words: str, by: Caller) -> ApplicationRow:
    row = await get(session, application_id, lock_it=True)
    after(CaseState(row.state), CaseStep.SUPPLEMENT)
    await _wish(session, row, SUPPLEMENT, words, by)
    await _record(session, acts.SUPPLEMENTED, row, by)
    return row


async def withdraw(session: AsyncSession, application_id: str, words: str, by: Caller) -> ApplicationRow:
    row = await get(session, application_id, lock_it=True)
    after(CaseState(row.state), CaseStep.WITHDRAW)
    await _wish(session, row, WITHDRAW, words, by)
    await _record(session, acts.WITHDRAWN, row, by)
    return row


async def _wish(session: AsyncSession, row: ApplicationRow, kind: str, words: str, by: Caller) -> None:
    if any(each["kind"] == kind for each in row.wishes):
        raise Conflict("已经送出，正在等大脑答复")
    body = WordsBody(case=row.id, wish=str(uuid4()), at=now(), by=by.name, words=words)
    await letters.post(session, body.wish, kind, body.model_dump(mode="json", by_alias=True))
    row.wishes = [*row.wishes, {"kind": kind, "words": words, "at": body.at.isoformat(), "by": by.name}]


async def hear(session: AsyncSession, letter: BrainLetter) -> None:
    """The newest word counts, whatever the order in which words come."""
    if letter.kind != CASE:
        return
    try:
        body = CaseBody.model_validate(letter.body)
    except ValidationError as wrong:
        log.warning("recognition_application.not_understood", letter=letter.id, why=str(wrong))
        return
    row = await session.get(ApplicationRow, body.case, with_for_update=True)
    if row is None or body.revision < row.revision:
        return
    is_new = body.revision > row.revision
    row.state, row.revision, row.wishes = body.state, body.revision, []
    row.steps = [each.model_dump(mode="json", by_alias=True) for each in body.steps]
    if body.certificate is not None:
        told_by = read(body.certificate.jws, body.certificate.key)
        row.certificate = body.certificate.model_dump(mode="json", by_alias=True)
        row.valid_until = date.fromisoformat(told_by["validUntil"])
    if is_new:
        await _tell(session, row)


async def hear_refusal(session: AsyncSession, letter: LetterRefused) -> None:
    row = await session.get(ApplicationRow, letter.id) if letter.kind == APPLY else None
    if row is not None and row.revision == 0:
        row.state = CaseState.REFUSED
        row.steps = [
            {"step": "decline", "at": now().isoformat(), "by": "系统", "words": letter.message, "on": None}
        ]
        await _tell(session, row)


async def remind(node: Node) -> None:
    """Once for each certificate that ends soon and whose re-check is not under way."""
    async with node.database.transaction() as session:
        held = await all_of(session)
        if any(CaseState(each.state) in OPEN for each in held):
            return
        row = next((each for each in held if each.state == CaseState.RECOGNISED and each.valid_until), None)
        if row is None or row.reminded or row.valid_until is None or row.valid_until - today() > REMIND:
            return
        row.reminded = True
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"晨星工厂证书 {row.valid_until} 到期，请做年度复核",
                title_en=f"The certificate ends on {row.valid_until}: the yearly re-check is due",
                body="完成一次新的自评，再以它申请复核",
                link="/recognition",
                scope="recognition_application.apply",
                key=f"recognition_application.recheck/{row.id}",
            ),
        )


async def _tell(session: AsyncSession, row: ApplicationRow) -> None:
    words, words_en = _WORDS[CaseState(row.state)]
    last: dict[str, Any] = row.steps[-1] if row.steps else {}
    await announce(
        session,
        Notice(
            kind="message",
            title=f"晨星工厂申请：{words}",
            title_en=f"Recognition: {words_en}",
            body=last.get("words", ""),
            link=f"/recognition/{row.id}",
            scope="recognition_application.see",
        ),
    )


async def _record(session: AsyncSession, act: Act, row: ApplicationRow, by: Caller) -> None:
    title = f"{row.told['setTitle']} {row.told['total']:g}"
    await announce(session, Recorded(act=act, target=row.id, title=title, actor=by.username))
