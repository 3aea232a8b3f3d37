"""Alarms: what stands, what people say to it, the journal, the load, the rules."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.alarms.contract import Told
from brain.platform.alarms.domain.rules import Rule
from brain.platform.alarms.queries import alarms
from brain.platform.alarms.schemas import (
    AlarmEntryView,
    AlarmLoadView,
    AlarmOutage,
    AlarmRuleDetail,
    AlarmRuleRevision,
    AlarmRuleView,
    AlarmsAcknowledged,
    NewAlarmRule,
    NewAlarmShelf,
    StandingAlarmView,
)
from brain.platform.alarms.service import answering, ruling, showing
from brain.platform.alarms.service.showing import Load, Shown
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/alarms", tags=["报警"])

CanSee = Annotated[Caller, Depends(require("alarms.see"))]
CanAcknowledge = Annotated[Caller, Depends(require("alarms.acknowledge"))]
CanConfigure = Annotated[Caller, Depends(require("alarms.configure"))]
RuleId = Annotated[int, Path(ge=1, le=2**63 - 1)]
SEEN: Final = refusals(Unauthenticated, Forbidden)
DONE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
_RULE: Final = tuple(Rule.__dataclass_fields__)


def _alarm(shown: Shown) -> StandingAlarmView:
    rule, alarm, point = shown.rule, shown.alarm, shown.point
    told = {name: getattr(alarm, name, None) for name in StandingAlarmView.model_fields}
    told |= {name: getattr(rule, name) for name in StandingAlarmView.model_fields if hasattr(rule, name)}
    more = {
        "rule_id": rule.id,
        "standing": shown.standing,
        "point_title": point.title if point else None,
        "unit": point.unit if point else None,
        "equipment": list(point.equipment) if point else [],
    }
    return StandingAlarmView.model_validate(told | more)


@router.get("", response_model=list[StandingAlarmView], responses=SEEN)
async def all_alarms(session: Session, caller: CanSee) -> list[StandingAlarmView]:
    """每条规则的报警现在怎样，要人处置的在前。"""
    return [_alarm(each) for each in await showing.all_alarms(session)]


@router.post("/acknowledgement", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def acknowledge(session: Session, caller: CanAcknowledge, body: AlarmsAcknowledged) -> None:
    """确认：看到了。可以一次确认几条。"""
    await answering.acknowledge(session, body.rules, body.remark, caller)


@router.get("/journal", response_model=Page[AlarmEntryView], responses=SEEN)
async def journal(
    session: Session,
    caller: CanSee,
    paging: WantedPage,
    search: Search = None,
    rule_id: Annotated[int | None, Query(alias="ruleId", ge=1, le=2**63 - 1)] = None,
) -> Page[AlarmEntryView]:
    """报警日志，新的在前；只增不改。"""
    found, total = await alarms.journal(session, rule_id, search, paging.page_size, paging.offset)
    items = [
        AlarmEntryView.model_validate(
            {name: getattr(entry, name, None) for name in AlarmEntryView.model_fields} | {"title": title}
        )
        for entry, title in found
    ]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get("/load", response_model=AlarmLoadView, responses=SEEN)
async def load(session: Session, caller: CanSee, days: Annotated[int, Query(ge=1, le=365)] = 7) -> Load:
    """报警负荷：十分钟里多少条、哪些规则最多、抖动的与长期不消失的（IEC 62682）。"""
    return await showing.load(session, days)


@router.get("/rules", response_model=list[AlarmRuleView], responses=SEEN)
async def rules(session: Session, caller: CanSee) -> list[Any]:
    """在用的规则，按名称。"""
    return list(await alarms.rules(session))


def _told(body: NewAlarmRule) -> Told:
    told = body.model_dump()
    rule = Rule(**{name: told.pop(name) for name in _RULE} | {"words": tuple(body.words)})
    return Told(rule=rule, **told)


@router.post("/rules", response_model=AlarmRuleView, status_code=status.HTTP_201_CREATED, responses=DONE)
async def add(session: Session, caller: CanConfigure, body: NewAlarmRule) -> Any:
    """新增规则，即刻生效。"""
    return await ruling.add(session, _told(body), caller)


@router.get(
    "/rules/{rule_id}",
    response_model=AlarmRuleDetail,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def rule(session: Session, caller: CanSee, rule_id: RuleId) -> AlarmRuleDetail:
    """一条规则，与它以前怎么说。"""
    row = await alarms.rule(session, rule_id)
    before = [AlarmRuleRevision.model_validate(each) for each in await alarms.revisions(session, rule_id)]
    told = {name: getattr(row, name) for name in AlarmRuleView.model_fields}
    return AlarmRuleDetail.model_validate(told | {"revisions": before})


@router.put("/rules/{rule_id}", response_model=AlarmRuleView, responses=DONE)
async def change(session: Session, caller: CanConfigure, rule_id: RuleId, body: NewAlarmRule) -> Any:
    """更改规则，一秒内生效；以前的说法留着。"""
    return await ruling.change(session, rule_id, _told(body), caller)


@router.delete("/rules/{rule_id}", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def retire(session: Session, caller: CanConfigure, rule_id: RuleId) -> None:
    """停用规则；日志与历史留着。"""
    await ruling.retire(session, rule_id, caller)


@router.put("/{rule_id}/shelf", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def shelve(session: Session, caller: CanAcknowledge, rule_id: RuleId, body: NewAlarmShelf) -> None:
    """搁置一段时间（最长 24 小时），到时自动恢复。"""
    await answering.shelve(session, rule_id, body.minutes, body.reason, caller)


@router.delete("/{rule_id}/shelf", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def unshelve(session: Session, caller: CanAcknowledge, rule_id: RuleId) -> None:
    """取消搁置。"""
    await answering.unshelve(session, rule_id, caller)


@router.put("/{rule_id}/outage", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def take_out(session: Session, caller: CanConfigure, rule_id: RuleId, body: AlarmOutage) -> None:
    """退出服务，直到有人恢复；检修时用。"""
    await answering.take_out(session, rule_id, body.reason, caller)


@router.delete("/{rule_id}/outage", status_code=status.HTTP_204_NO_CONTENT, responses=DONE)
async def put_back(session: Session, caller: CanConfigure, rule_id: RuleId) -> None:
    """恢复服务。"""
    await answering.put_back(session, rule_id, caller)
