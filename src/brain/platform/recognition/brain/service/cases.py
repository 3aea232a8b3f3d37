"""An application at the brain: each step is kept and told to the factory; recommended, it goes up."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import case, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.schemas import Paging
from brain.platform.exchange.client.service import letters as upward
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.service import letters as downward
from brain.platform.identity.contract import Caller
from brain.platform.recognition.brain.domain import acts
from brain.platform.recognition.brain.models import CaseRow
from brain.platform.recognition.protocol.letters import (
    CASE,
    RECOMMEND,
    WITHDRAW,
    ApplyBody,
    CaseBody,
    DecisionBody,
    FindingTold,
    RecommendBody,
    StepTold,
    WordsBody,
)
from brain.platform.recognition.protocol.stages import LEGAL, OPEN, CaseState, CaseStep, after

_WORK: Final = (
    CaseState.SUBMITTED,
    CaseState.REVIEWING,
    CaseState.REVIEWED,
    CaseState.CHECKING,
    CaseState.CHECKED,
)


class SamePerson(Conflict):
    code = "same_person"


async def submit(session: AsyncSession, letter: FactoryLetter, told: ApplyBody) -> None:
    """One application of a factory at a time; the same one again changes nothing."""
    step = StepTold(step=CaseStep.SUBMIT, at=told.at, by=told.by, words=told.application.statement)
    open_one = await session.scalar(
        select(CaseRow.id).where(
            CaseRow.factory_id == letter.factory_id, CaseRow.state.in_(OPEN), CaseRow.id != told.case
        )
    )
    statement = insert(CaseRow).values(
        id=told.case,
        factory_id=letter.factory_id,
        credit_code=letter.credit_code,
        factory=letter.title,
        recheck_of=told.recheck_of,
        state=CaseState.SUBMITTED,
        revision=1,
        application=told.application.model_dump(mode="json", by_alias=True),
        findings=[],
        steps=[_told(step)],
        submitted_at=now(),
        changed_at=now(),
    )
    fresh = await session.scalar(statement.on_conflict_do_nothing().returning(CaseRow.id))
    if fresh is None:
        return
    row = await session.get_one(CaseRow, fresh)
    await _record(session, row, step, f"factory:{row.factory_id}")
    if open_one is not None:
        words = "贵厂已有一份申请在办，请先等它办完或撤回"
        await _move(session, row, StepTold(step=CaseStep.DECLINE, at=now(), by="系统", words=words))
        return
    await _tell(session, row)
    await _todo(session, row, f"{row.factory}申请晨星工厂认定", f"{row.factory} applies for recognition")


async def wish(session: AsyncSession, letter: FactoryLetter, told: WordsBody) -> None:
    """A supplement or a withdrawal. What comes too late is answered by how the application stands."""
    row = await session.get(CaseRow, told.case, with_for_update=True)
    if row is None or row.factory_id != letter.factory_id:
        return
    step = CaseStep.WITHDRAW if letter.kind == WITHDRAW else CaseStep.SUPPLEMENT
    taken = StepTold(step=step, at=told.at, by=told.by, words=told.words)
    if step is CaseStep.WITHDRAW and row.state == CaseState.RECOMMENDED:
        await upward.post(session, told.wish, WITHDRAW, told.model_dump(mode="json", by_alias=True))
        return
    try:
        await _move(session, row, taken, f"factory:{row.factory_id}")
    except Conflict:
        await _tell(session, row, again=told.wish)
        return
    if step is CaseStep.SUPPLEMENT:
        await _todo(session, row, f"{row.factory}补充了认定材料", f"{row.factory} sent a supplement")


async def take(
    session: AsyncSession, case_id: str, told: StepTold, findings: Sequence[FindingTold], by: Caller
) -> CaseRow:
    """A step of a person of the brain. Raises Conflict where it is not its turn, and SamePerson where who
    reviewed would also recommend."""
    row = await get(session, case_id, lock=True)
    after(CaseState(row.state), told.step)
    if told.step is CaseStep.REVIEW:
        row.findings = [each.model_dump(mode="json", by_alias=True) for each in _known(row, findings)]
        row.reviewed_by = by.username
    if told.step is CaseStep.RECOMMEND and row.reviewed_by == by.username:
        raise SamePerson("材料由您审核，推荐须由另一人决定")
    _require_day(told)
    await _move(session, row, told, by.username)
    if told.step is CaseStep.RECOMMEND:
        await _recommend(session, row)
    return row


def _known(row: CaseRow, findings: Sequence[FindingTold]) -> Sequence[FindingTold]:
    codes = {each["code"] for each in row.application["answers"]}
    unknown = [each.code for each in findings if each.code not in codes]
    if unknown or len({each.code for each in findings}) < len(findings):
        raise Invalid(
            "审核意见中有申请里没有的、或重复的指标", [{"loc": "/body/findings", "message": "请核对"}]
        )
    return findings


def _require_day(told: StepTold) -> None:
    if told.step in {CaseStep.ARRANGE_CHECK, CaseStep.RECORD_CHECK} and told.on is None:
        raise Invalid("请写明现场核查的日期", [{"loc": "/body/on", "message": "必填"}])


async def _recommend(session: AsyncSession, row: CaseRow) -> None:
    body = RecommendBody.model_validate(
        {
            "case": row.id,
            "credit_code": row.credit_code,
            "factory": row.factory,
            "recheck_of": row.recheck_of,
            "application": row.application,
            "findings": row.findings,
            "steps": row.steps,
        }
    )
    number = str(uuid5(NAMESPACE_URL, f"recommend:{row.id}/{row.revision}"))
    await upward.post(session, number, RECOMMEND, body.model_dump(mode="json", by_alias=True))


async def decided(session: AsyncSession, told: DecisionBody) -> None:
    """The centre's word; what is not expected any more is left alone."""
    row = await session.get(CaseRow, told.case, with_for_update=True)
    if row is None or (CaseState(row.state), told.step) not in LEGAL:
        return
    step = StepTold(step=told.step, at=told.at, by=told.by, words=told.words)
    if told.certificate is not None:
        row.certificate = told.certificate.model_dump(mode="json", by_alias=True)
    await _move(session, row, step, "centre")
    title, title_en = acts.TITLES[told.step]
    if told.step is CaseStep.RETURN:
        await _todo(session, row, f"能力中心退回{row.factory}的申请", f"The centre returned {row.factory}")
    else:
        await announce(
            session,
            Notice(
                kind="message",
                title=f"{row.factory}：{title}",
                title_en=f"{row.factory}: {title_en}",
                body=told.words,
                link=f"/recognition-cases/{row.id}",
                scope="recognition_review.see",
            ),
        )


async def get(session: AsyncSession, case_id: str, *, lock: bool = False) -> CaseRow:
    row = await session.get(CaseRow, case_id, with_for_update=lock)
    if row is None:
        raise NotFound("没有这份申请")
    return row


async def page(
    session: AsyncSession, paging: Paging, *, state: str | None, q: str | None
) -> tuple[Sequence[CaseRow], int]:
    """What the brain has to work on first, the longest waiting before."""
    chosen = select(CaseRow)
    if state:
        chosen = chosen.where(CaseRow.state == state)
    if q:
        like = CaseRow.factory.icontains(q, autoescape=True)
        chosen = chosen.where(or_(like, CaseRow.credit_code == q.strip().upper()))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    works = CaseRow.state.in_(_WORK)
    ordered = chosen.order_by(
        case((works, 0), else_=1),
        case((works, CaseRow.changed_at)),
        CaseRow.changed_at.desc(),
        CaseRow.id,
    )
    found = await session.scalars(ordered.limit(paging.page_size).offset(paging.offset))
    return found.all(), total or 0


async def _move(session: AsyncSession, row: CaseRow, step: StepTold, actor: str | None = None) -> None:
    row.state = after(CaseState(row.state), step.step)
    row.steps = [*row.steps, _told(step)]
    row.revision += 1
    row.changed_at = now()
    await _record(session, row, step, actor)
    await _tell(session, row)
    await announce(session, Settled(key=_key(row)))


async def _tell(session: AsyncSession, row: CaseRow, *, again: str | None = None) -> None:
    body = CaseBody.model_validate(
        {
            "case": row.id,
            "revision": row.revision,
            "state": row.state,
            "steps": row.steps,
            "certificate": row.certificate,
        }
    )
    number = str(uuid5(NAMESPACE_URL, f"case:{row.id}/{again or row.revision}"))
    await downward.send(session, row.factory_id, number, CASE, body.model_dump(mode="json", by_alias=True))


def _told(step: StepTold) -> dict[str, Any]:
    return step.model_dump(mode="json", by_alias=True)


async def _record(session: AsyncSession, row: CaseRow, step: StepTold, actor: str | None) -> None:
    details: dict[str, Any] = {"words": step.words} | ({"on": step.on.isoformat()} if step.on else {})
    await announce(
        session,
        Recorded(
            act=acts.OF[step.step],
            target=row.id,
            title=row.factory,
            actor=actor,
            actor_name=step.by,
            details=details,
        ),
    )


async def _todo(session: AsyncSession, row: CaseRow, title: str, title_en: str) -> None:
    await announce(
        session,
        Notice(
            kind="todo",
            title=title,
            title_en=title_en,
            link=f"/recognition-cases/{row.id}",
            scope="recognition_review.review",
            key=_key(row),
        ),
    )


def _key(row: CaseRow) -> str:
    return f"recognition.case/{row.id}"
