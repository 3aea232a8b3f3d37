"""Improvement plans of submitted assessments: who does what by when; what is overdue is told."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.db import lock
from brain.kit.errors import Conflict
from brain.kit.events import Notice, Settled, announce
from brain.kit.node import Node
from brain.platform.assessment.contract import PlanItem, PlanStatus, Status
from brain.platform.assessment.domain import acts
from brain.platform.assessment.queries import assessments, plan
from brain.platform.assessment.service import answering, submitting


def _todo(item_id: int) -> str:
    return f"assessment.plan.{item_id}"


async def add(session: AsyncSession, assessment_id: int, by: str, **told: Any) -> PlanItem:
    """The same open action for the same indicator again is the one that is there."""
    found = await assessments.get(session, assessment_id)
    if found.status is not Status.SUBMITTED:
        raise Conflict("评测提交之后才能制定改进措施")
    if told["indicator"] is not None:
        answering.known_indicator((await submitting.whole(session, found)).asked, told["indicator"])
    await lock(session, "assessment.plan", str(assessment_id))
    for each in await plan.items(session, assessment_id):
        if each.status is PlanStatus.OPEN and (each.indicator, each.action) == (
            told["indicator"],
            told["action"],
        ):
            return each
    item = await plan.add(session, assessment_id, by, **told)
    await answering.record(
        session, acts.PLANNED, found, by, item=item.id, action=item.action, due=item.due.isoformat()
    )
    return item


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far an item is, until when, and whose it is."""

    status: PlanStatus
    due: date
    owner: str


async def change(
    session: AsyncSession, assessment_id: int, item_id: int, wanted: Standing, by: str
) -> PlanItem:
    """What is done, dropped or put off is no longer overdue."""
    before = await plan.get(session, assessment_id, item_id)
    if Standing(status=before.status, due=before.due, owner=before.owner) == wanted:
        return before
    await plan.change(session, item_id, told_overdue=False, **asdict(wanted))
    await announce(session, Settled(key=_todo(item_id)))
    found = await assessments.get(session, assessment_id)
    await answering.record(
        session,
        acts.PLAN_CHANGED,
        found,
        by,
        item=item_id,
        status=wanted.status.value,
        due=wanted.due.isoformat(),
        owner=wanted.owner,
    )
    return await plan.get(session, assessment_id, item_id)


async def tell_overdue(node: Node) -> None:
    async with node.database.transaction() as session:
        for item in await plan.newly_overdue(session, today()):
            await plan.change(session, item.id, told_overdue=True)
            notice = Notice(
                kind="todo",
                title=f"改进措施已逾期：{item.action[:60]}",
                title_en=f"An improvement is overdue: {item.action[:60]}",
                body=f"负责人 {item.owner}，应于 {item.due.isoformat()} 完成；请更新状态或另定日期",
                link=f"/assessment/{item.assessment}",
                scope="assessment.answer",
                key=_todo(item.id),
            )
            await announce(session, notice)
