"""Standards: lists, one of them, what people declare and decide."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, csv_file
from brain.platform.standards.contract import Kind, Revision, Standard, StandardState
from brain.platform.standards.routes.naming import CanConfirm, CanDeclare, CanRead, CodePath, KindPath
from brain.platform.standards.schemas import (
    NewCodeTable,
    NewElement,
    NewTerm,
    StandardReason,
    StandardRevisionView,
    StandardView,
    WholeStandardView,
)
from brain.platform.standards.service import declaring, looking

router = APIRouter(prefix="/api/standards", tags=["数据标准"])

REFUSALS = refusals(Unauthenticated, Forbidden)
DECLARING = refusals(Unauthenticated, Forbidden, Conflict, Invalid)
DECIDING = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
KindQuery = Annotated[Kind, Query(description="term 术语、element 数据元、code_table 代码表")]
HEADER = (
    "标识",
    "名称",
    "英文名称",
    "定义",
    "同义词",
    "出处",
    "表示格式",
    "计量单位",
    "代码表",
    "版本",
    "生效日期",
)


@router.get("", response_model=Page[StandardView], responses=REFUSALS)
async def listed(
    session: Session, caller: CanRead, paging: WantedPage, kind: KindQuery = "term", words: Search = None
) -> dict[str, Any]:
    """生效的标准；按名称、同义词、拼音、定义查找，最相符的在前。代码表为最新版本。"""
    found = await looking.listed(session, kind, words)
    shown = found[paging.offset : paging.offset + paging.page_size]
    items = [StandardView.of(each) for each in shown]
    return {"items": items, "total": len(found), "page": paging.page, "page_size": paging.page_size}


@router.get("/export", response_class=Response, responses=REFUSALS | {200: {"content": {CSV_TYPE: {}}}})
async def export(
    session: Session, caller: CanRead, kind: KindQuery = "term", words: Search = None
) -> Response:
    """生效的标准，CSV。"""
    rows = [_row(each) for each in await looking.listed(session, kind, words)]
    headers = {"content-disposition": f'attachment; filename="{kind}.csv"'}
    return Response(csv_file(HEADER, rows), media_type=CSV_TYPE, headers=headers)


def _row(standard: Standard) -> list[Any]:
    view = StandardView.of(standard)
    names = ("code", "title", "title_en", "definition", "source", "format", "unit", "code_table", "label")
    told = {name: getattr(view, name) for name in names}
    synonyms = "；".join(view.synonyms)
    return [*list(told.values())[:4], synonyms, *list(told.values())[4:], view.since]


@router.get("/waiting", response_model=list[StandardRevisionView], responses=REFUSALS)
async def waiting(session: Session, caller: CanRead) -> list[StandardRevisionView]:
    """待批准的标准，最早的在前。"""
    return [_view(each) for each in await looking.waiting(session)]


@router.post(
    "/terms", response_model=StandardRevisionView, status_code=status.HTTP_201_CREATED, responses=DECLARING
)
async def declare_term(session: Session, caller: CanDeclare, wanted: NewTerm) -> StandardRevisionView:
    """提出术语或它的新修订；另一位审批人员批准后生效。"""
    return _view(await declaring.declare(session, wanted.standard(), (), by=caller.username))


@router.post(
    "/elements",
    response_model=StandardRevisionView,
    status_code=status.HTTP_201_CREATED,
    responses=DECLARING,
)
async def declare_element(session: Session, caller: CanDeclare, wanted: NewElement) -> StandardRevisionView:
    """提出数据元或它的新修订；另一位审批人员批准后生效。"""
    return _view(await declaring.declare(session, wanted.standard(), (), by=caller.username))


@router.post(
    "/code-tables",
    response_model=StandardRevisionView,
    status_code=status.HTTP_201_CREATED,
    responses=DECLARING,
)
async def declare_code_table(
    session: Session, caller: CanDeclare, wanted: NewCodeTable
) -> StandardRevisionView:
    """提出代码表或它的新版本；另一位审批人员批准后生效，已有的版本不变。"""
    entries = [each.entry() for each in wanted.entries]
    return _view(await declaring.declare(session, wanted.standard(), entries, by=caller.username))


@router.get(
    "/{kind}/{code}",
    response_model=WholeStandardView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanRead, kind: KindPath, code: CodePath) -> WholeStandardView:
    """一项标准：生效的内容、历次修订、引用它的数据元。"""
    history = await looking.history(session, kind, code)
    settled = next((each for each in history if each.state in looking.SETTLED), history[0])
    standing = next((each for each in history if each.state is StandardState.IN_FORCE), None)
    holds = standing is not None and (kind == "code_table" or standing is settled)
    shown = standing if holds and standing else settled
    return WholeStandardView(
        standard=StandardView.of(shown.standard),
        in_force=holds,
        history=[_view(each) for each in history],
        users=[StandardView.of(each) for each in await declaring.users_of(session, kind, code)],
    )


@router.post(
    "/{kind}/{code}/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def confirm(session: Session, caller: CanConfirm, kind: KindPath, code: CodePath) -> Response:
    """批准待定的修订，立即生效。提出人不能批准自己提出的。"""
    await declaring.confirm(session, kind, code, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{kind}/{code}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def refuse(
    session: Session, caller: CanConfirm, kind: KindPath, code: CodePath, wanted: StandardReason
) -> Response:
    """退回待定的修订，说明原因。"""
    await declaring.refuse(session, kind, code, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{kind}/{code}/withdrawal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def withdraw(
    session: Session, caller: CanConfirm, kind: KindPath, code: CodePath, wanted: StandardReason
) -> Response:
    """废止人提出的标准；代码表废止最新的版本，前一版本重新有效。"""
    await declaring.withdraw(session, kind, code, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _view(revision: Revision) -> StandardRevisionView:
    return StandardRevisionView(
        **vars(revision) | {"standard": StandardView.of(revision.standard)},
    )
