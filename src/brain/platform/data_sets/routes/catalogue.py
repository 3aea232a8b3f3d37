"""The catalogue of data sets: what there is, one of them, the grades of its columns."""

from inspect import cleandoc
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response, status
from fastapi.responses import JSONResponse

from brain.kit.datasets import Derived, Gathered
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Search
from brain.platform.data_sets.contract import ColumnFindingView
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import (
    AttemptView,
    ColumnView,
    DataSetVersionView,
    DataSetView,
    DecisionView,
    DeclarationView,
    DeliveryView,
    GradeWanted,
    RegistrationMark,
    TracedView,
    WholeDataSetView,
    WithdrawalWanted,
)
from brain.platform.data_sets.service import catalogue, delivering, grading, tracing
from brain.platform.data_sets.service.catalogue import Entry, Whole
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
REFUSALS = refusals(Unauthenticated, Forbidden)
JSON_LD = "application/ld+json"


def _view(entry: Entry) -> dict[str, Any]:
    names = DataSetView.model_fields.keys() - {"version", "registration"}
    version = DataSetVersionView.model_validate(entry.version) if entry.version else None
    return {name: getattr(entry.data_set, name) for name in names} | {
        "version": version,
        "registration": RegistrationMark.model_validate(entry.registration) if entry.registration else None,
    }


@router.get("", response_model=list[DataSetView], responses=REFUSALS)
async def listed(
    session: Session, node: CurrentNode, caller: CanRead, words: Search = None
) -> list[DataSetView]:
    """三级数据仓的数据集：基础库、行业库、场景库。"""
    return [DataSetView(**_view(entry)) for entry in await catalogue.entries(session, node, words)]


@router.get(
    "/catalogue.jsonld",
    response_class=JSONResponse,
    responses=REFUSALS | {200: {"content": {JSON_LD: {}}}},
)
async def dcat(session: Session, node: CurrentNode, caller: CanRead, request: Request) -> JSONResponse:
    """整个目录，DCAT-AP 3（JSON-LD）：供其他目录收录。"""
    base = str(request.base_url).rstrip("/")
    return JSONResponse(await catalogue.as_dcat(session, node, base), media_type=JSON_LD)


@router.post("/refresh", status_code=status.HTTP_202_ACCEPTED, response_class=Response, responses=REFUSALS)
async def refresh(session: Session, caller: CanManage) -> Response:
    """立即构建有变化的数据集（平时每五分钟自动检查一次）。"""
    await ask_to_refresh(session)
    return Response(status_code=status.HTTP_202_ACCEPTED)


@router.get(
    "/{tier}/{name}",
    response_model=WholeDataSetView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> WholeDataSetView:
    """一个数据集：各列的含义与级别、来源与用处、交付与构建的历史、前若干行。"""
    return _whole(await catalogue.whole(session, node, caller, name))


@router.get(
    "/{tier}/{name}/lineage",
    response_model=list[TracedView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def lineage(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> list[TracedView]:
    """列级血缘：各列来自哪些列，又影响哪些列。只用于筛选或连接的列不算来源。"""
    found = await tracing.traced(session, node, name)
    return [TracedView.model_validate(each) for each in found]


@router.post(
    "/{tier}/{name}/grades",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def decide_grade(
    session: Session,
    node: CurrentNode,
    caller: CanConfirm,
    name: FullName,
    wanted: GradeWanted,
) -> Response:
    """确定一列的级别，立即生效；此后发现更高级别的内容时按发现的级别保护，并请人再定。"""
    grade = grading.Grade(**wanted.model_dump())
    await grading.decide(session, node, name, grade, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/deliveries/{delivery_id}/withdrawal",
    response_model=DeliveryView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def withdraw(
    session: Session,
    caller: CanManage,
    delivery_id: Annotated[int, Path(ge=1, le=2**63 - 1)],
    wanted: WithdrawalWanted,
) -> DeliveryView:
    """撤回一次交付：下一个版本不再含有它的行。"""
    withdrawn = await delivering.withdraw(session, delivery_id, wanted.reason, by=caller.username)
    return DeliveryView.model_validate(withdrawn)


def _whole(found: Whole) -> WholeDataSetView:
    data_set = found.entry.data_set
    built = data_set.built
    return WholeDataSetView(
        **_view(found.entry),
        columns=_columns(found),
        inputs=found.inputs,
        users=found.users,
        statement=cleandoc(built.statement) if isinstance(built, Derived) else None,
        gathered=built.whole if isinstance(built, Gathered) else None,
        rules=[dict(rule) for rule in data_set.rules],
        attempts=[AttemptView.model_validate(attempt) for attempt in found.attempts],
        head=[] if found.head is None else [list(row) for row in found.head.rows()],
        decisions=[DecisionView.model_validate(decision) for decision in found.decisions],
        declarations=[DeclarationView.model_validate(each) for each in found.declarations],
        deliveries=[DeliveryView.model_validate(each) for each in found.deliveries],
    )


def _columns(found: Whole) -> list[ColumnView]:
    keys = found.entry.data_set.keys
    return [
        ColumnView(
            name=column.name,
            title=column.title,
            title_en=column.title_en,
            type=column.type,
            level=column.level,
            personal=column.personal,
            kind=column.kind,
            key=column.name in keys,
            shown=found.shown[column.name].means if column.name in found.shown else "plain",
            found=ColumnFindingView.model_validate(found.findings[column.name])
            if column.name in found.findings
            else None,
        )
        for column in found.entry.data_set.columns
    ]
