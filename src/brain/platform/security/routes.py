"""The audit log as the audit administrator reads it. No route changes or deletes an entry."""

import asyncio
import json
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Response

from brain.kit.acts import Act, Kind
from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Paging
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, Cell, csv_file, xlsx_file
from brain.platform.identity.contract import ROLES, Caller, Role
from brain.platform.identity.service import require
from brain.platform.security import queries, service
from brain.platform.security.contract import READ_AUDIT, Acts
from brain.platform.security.domain import RETENTION_MONTHS, Chained, TooManyToExport
from brain.platform.security.schemas import (
    AuditChoicesView,
    AuditEntryView,
    AuditExportQuery,
    AuditFilter,
    AuditPersonView,
    AuditQuery,
    AuditStandingView,
    AuditVerificationView,
    AuditWordView,
)

router = APIRouter(prefix="/api/security", tags=["安全审计"])

CanRead = Annotated[Caller, Depends(require(READ_AUDIT))]
REFUSALS = refusals(Unauthenticated, Forbidden)
MOST_PEOPLE = 500
RESULTS = {"done": "完成", "refused": "被拒绝"}
HEADER = (
    "序号", "时间", "用户名", "姓名", "角色", "来源地址", "操作", "对象类别", "对象编号", "对象名称", "结果",
    "追踪号", "详情", "上一条摘要（SM3）", "本条摘要（SM3）",
)  # fmt: skip


def _filter(asked: AuditFilter) -> queries.Filter:
    if asked.first_day and asked.last_day and asked.first_day > asked.last_day:
        message = "截止日期不能早于起始日期"
        raise Invalid(message, [{"loc": "/query/lastDay", "message": message}])
    return queries.Filter(**{name: getattr(asked, name) for name in AuditFilter.model_fields})


@router.get("/entries", response_model=Page[AuditEntryView], responses=REFUSALS | refusals(Invalid))
async def entries(
    session: Session, node: CurrentNode, caller: CanRead, asked: Annotated[AuditQuery, Query()]
) -> Page[AuditEntryView]:
    """审计日志，最新的在前。"""
    paging = Paging(page=asked.page, page_size=asked.page_size)
    found, total = await queries.page(session, _filter(asked), paging)
    acts = node.get(Acts)
    items = [_view(one, acts, caller) for one in found]
    return Page(items=items, total=total, page=asked.page, page_size=asked.page_size)


@router.get(
    "/entries/export",
    response_class=Response,
    responses=REFUSALS
    | refusals(Invalid, TooManyToExport)
    | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}}}},
)
async def export(
    session: Session, node: CurrentNode, caller: CanRead, asked: Annotated[AuditExportQuery, Query()]
) -> Response:
    """按当前筛选条件导出审计日志；导出本身也记入日志。"""
    found = await service.export(session, _filter(asked))
    acts = node.get(Acts)
    cells = (_cells(one, acts) for one in found)
    if asked.format == "csv":
        content, kind = await asyncio.to_thread(csv_file, HEADER, cells), CSV_TYPE
    else:
        content, kind = await asyncio.to_thread(xlsx_file, "审计日志", HEADER, cells), XLSX_TYPE
    disposition = f'attachment; filename="audit-log-{today():%Y%m%d}.{asked.format}"'
    return Response(content, media_type=kind, headers={"content-disposition": disposition})


@router.get("/choices", response_model=AuditChoicesView, responses=REFUSALS)
async def choices(session: Session, node: CurrentNode, caller: CanRead) -> AuditChoicesView:
    """可供筛选的操作、对象类别与人员。"""
    acts = node.get(Acts)
    people = await queries.actors(session, MOST_PEOPLE)
    return AuditChoicesView(
        actions=[_word(act) for act in acts.by_name.values()],
        kinds=[_word(kind) for kind in acts.kinds.values()],
        roles=[_word(role) for role in ROLES.values()],
        people=[AuditPersonView(username=username, name=name) for username, name in people],
    )


@router.get("/standing", response_model=AuditStandingView, responses=REFUSALS)
async def standing(session: Session, caller: CanRead) -> AuditStandingView:
    """日志的条数、起止时间、留存要求与最近一次校验。"""
    total, first_at, last_at = await queries.span(session)
    verified = await queries.last_verification(session)
    return AuditStandingView(
        total=total,
        first_at=first_at,
        last_at=last_at,
        retention_months=RETENTION_MONTHS,
        verification=AuditVerificationView.model_validate(verified, extra="ignore") if verified else None,
    )


@router.post("/verifications", response_model=AuditVerificationView, responses=REFUSALS)
async def verify(node: CurrentNode, caller: CanRead) -> AuditVerificationView:
    """从第一条起逐条校验摘要链，指出第一处断裂。"""
    found = await service.verify(node, by=caller.username)
    return AuditVerificationView.model_validate(found, extra="ignore")


def _word(named: Act | Kind | Role) -> AuditWordView:
    return AuditWordView(name=named.name, title=named.title, title_en=named.title_en)


def _view(entry: Chained, acts: Acts, caller: Caller) -> AuditEntryView:
    act, kind = acts.by_name.get(entry.action), acts.kinds.get(entry.kind)
    return AuditEntryView.model_validate(
        vars(entry)
        | {
            "roles": [role for role in entry.roles.split(",") if role],
            "action_title": act.title if act else entry.action,
            "action_title_en": act.title_en if act else entry.action,
            "kind_title": kind.title if kind else entry.kind,
            "kind_title_en": kind.title_en if kind else entry.kind,
            "link": _link(kind, entry, caller),
            "details": json.loads(entry.details),
        }
    )


def _link(kind: Kind | None, entry: Chained, caller: Caller) -> str | None:
    if kind is None or kind.page is None or (kind.scope and kind.scope not in caller.scopes):
        return None
    if "{}" not in kind.page:
        return kind.page
    return kind.page.format(quote(entry.object_id, safe="")) if entry.object_id else None


def _cells(entry: Chained, acts: Acts) -> list[Cell]:
    act, kind = acts.by_name.get(entry.action), acts.kinds.get(entry.kind)
    roles = [ROLES[role].title if role in ROLES else role for role in entry.roles.split(",")]
    return [
        entry.position,
        entry.at,
        entry.actor,
        entry.actor_name,
        "、".join(roles),
        entry.address,
        act.title if act else entry.action,
        kind.title if kind else entry.kind,
        entry.object_id,
        entry.object_title,
        RESULTS[entry.result],
        entry.trace_id,
        entry.details,
        entry.previous,
        entry.digest,
    ]
