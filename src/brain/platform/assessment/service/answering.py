"""Drafts: started or copied, answered step by step, filled from facts, discarded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.assessment.contract import Answer, Assessment, Status
from brain.platform.assessment.domain import acts
from brain.platform.assessment.domain.facts import Fact, answer_of
from brain.platform.assessment.domain.indicators import Indicator, IndicatorSet, Value
from brain.platform.assessment.domain.scoring import check_answer
from brain.platform.assessment.queries import assessments
from brain.platform.assessment.service import facts, sets


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody answers; None takes an answer back. `reason`: why not as the fact says."""

    indicator: str
    value: Value | None
    reason: str | None = None


async def record(session: AsyncSession, act: Act, which: Assessment, by: str, **details: object) -> None:
    title = f"{which.set_code} {which.set_version}"
    recorded = Recorded(act=act, target=str(which.id), title=title, actor=by, details=details)
    await announce(session, recorded)


async def start(
    session: AsyncSession, set_code: str, version: str, *, copy_of: int | None, by: str
) -> Assessment:
    """The draft of this set where there is one; else a new one, with what still fits of `copy_of`."""
    asked = await sets.get(session, set_code, version)
    if not asked.dimensions:
        raise Conflict("这个指标集还没有指标，请先导入正式的指标集")
    await lock(session, "assessment.draft", set_code)
    if draft := await assessments.draft_of(session, set_code):
        return draft
    copied = await assessments.get(session, copy_of) if copy_of else None
    if copied and copied.set_code != set_code:
        raise Invalid("只能从同一指标集的评测复制")
    made = await assessments.start(session, set_code, version, copy_of, by)
    if copied:
        await _copy(session, asked, copied, made)
    await record(session, acts.STARTED, made, by, copied_from=copy_of)
    return made


async def _copy(session: AsyncSession, asked: IndicatorSet, source: Assessment, target: Assessment) -> None:
    for code, answer in (await assessments.answers(session, source.id)).items():
        indicator = asked.indicator(code)
        if indicator and _fits(indicator, answer.value):
            await assessments.put_answer(session, target.id, answer)
    for item in await assessments.evidence(session, source.id):
        if asked.indicator(item.indicator):
            await assessments.add_evidence(
                session,
                target.id,
                indicator=item.indicator,
                kind=item.kind,
                text=item.text,
                digest=item.digest,
                size=item.size,
                added_by=item.added_by,
            )


def _fits(indicator: Indicator, value: Value) -> bool:
    try:
        check_answer(indicator, value)
    except Invalid:
        return False
    return True


async def draft(session: AsyncSession, assessment_id: int) -> tuple[Assessment, IndicatorSet]:
    """Locked until the transaction ends; raises Conflict for one that was submitted."""
    found = await assessments.get(session, assessment_id, lock=True)
    if found.status is not Status.DRAFT:
        raise Conflict("这次评测已提交，不能再改；如需更新，请以它为底开始新的评测")
    return found, await sets.get(session, found.set_code, found.set_version)


async def answer(session: AsyncSession, assessment_id: int, said: list[Said], by: str) -> None:
    """Keep a step's answers; what is the same as before is left as it is."""
    found, asked = await draft(session, assessment_id)
    before = await assessments.answers(session, assessment_id)
    changed = [each.indicator for each in said if await _keep(session, found, asked, before, each, by)]
    if changed:
        await assessments.change(session, assessment_id)
        await record(session, acts.ANSWERED, found, by, indicators=changed)


async def _keep(
    session: AsyncSession,
    found: Assessment,
    asked: IndicatorSet,
    before: Mapping[str, Answer],
    said: Said,
    by: str,
) -> bool:
    indicator, known = known_indicator(asked, said.indicator), before.get(said.indicator)
    if said.value is None:
        await assessments.take_back_answer(session, found.id, said.indicator)
        return known is not None
    check_answer(indicator, said.value)
    fact = known.fact if known else None
    reason = said.reason if fact and answer_of(indicator, fact) != said.value else None
    if fact and answer_of(indicator, fact) != said.value and not reason:
        raise Invalid(f"“{indicator.title}”的回答与平台的事实不同，请写明原因", indicator=indicator.code)
    if known and (known.value, known.reason) == (said.value, reason):
        return False
    kept = Answer(
        indicator=said.indicator,
        value=said.value,
        fact=fact,
        reason=reason,
        answered_by=by,
        answered_at=now(),
    )
    await assessments.put_answer(session, found.id, kept)
    return True


def known_indicator(asked: IndicatorSet, code: str) -> Indicator:
    indicator = asked.indicator(code)
    if indicator is None:
        raise Invalid(f"指标集里没有指标“{code[:60]}”")
    return indicator


async def prefill(session: AsyncSession, node: Node, assessment_id: int, by: str) -> int:
    """Answer from facts what nobody answered, and renew what facts answered; how many changed.

    What people said otherwise stays as they said it.
    """
    found, asked = await draft(session, assessment_id)
    known, told = await assessments.answers(session, assessment_id), await facts.gathered(session, node)
    filled = [
        filling
        for indicator in asked.indicators
        if indicator.prefill in told
        and (filling := _filling(indicator, told[indicator.prefill], known.get(indicator.code), by))
    ]
    for each in filled:
        await assessments.put_answer(session, assessment_id, each)
    if filled:
        await assessments.change(session, assessment_id)
        await record(session, acts.PREFILLED, found, by, indicators=[each.indicator for each in filled])
    return len(filled)


def _filling(indicator: Indicator, fact: Fact, known: Answer | None, by: str) -> Answer | None:
    value = answer_of(indicator, fact)
    if value is None or (known and (known.fact is None or known.reason)):
        return None
    if known and known.fact and replace(known.fact, as_of=fact.as_of) == fact:
        return None
    return Answer(
        indicator=indicator.code, value=value, fact=fact, reason=None, answered_by=by, answered_at=now()
    )


async def discard(session: AsyncSession, assessment_id: int, by: str) -> None:
    found, _ = await draft(session, assessment_id)
    await assessments.discard(session, assessment_id)
    await record(session, acts.DISCARDED, found, by)
