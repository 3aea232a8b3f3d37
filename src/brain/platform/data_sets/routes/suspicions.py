"""Suspected cells of a data set: looked for, shown, decided on."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.datasets import DataSet, Gathered
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.domain.suspicions import Suspicion, SuspicionState
from brain.platform.data_sets.queries.suspicions import Narrowed
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.routes.suspicion_shapes import (
    DetectionView,
    SuspicionKind,
    SuspicionReasonView,
    SuspicionsDecided,
    SuspicionView,
)
from brain.platform.data_sets.service import detecting, repairing
from brain.platform.data_sets.service.protection import masked
from brain.platform.governance.contract import Shown
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据质量"])

CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
Number = Annotated[int, Path(ge=1, le=2**40)]
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
DECIDING = {"repair": repairing.repair, "dismiss": repairing.dismiss, "ask": repairing.ask_source}


def narrowed(
    state: SuspicionState | None = None,
    column: Annotated[Name | None, Query()] = None,
    kind: SuspicionKind | None = None,
    repairable: bool = False,  # noqa: FBT001, FBT002 - a word of the query
) -> Narrowed:
    return Narrowed(state=state, column=column, kind=kind, repairable=repairable)


@router.get(
    "/{tier}/{name}/detections",
    response_model=list[DetectionView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def looks(session: Session, node: CurrentNode, caller: CanManage, name: FullName) -> list[Any]:
    """最近十次查找：看了多少行、多少列，发现多少处。"""
    return await detecting.latest(session, node, name)


@router.post(
    "/{tier}/{name}/detections",
    response_model=DetectionView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=REFUSALS,
)
async def look(session: Session, node: CurrentNode, caller: CanManage, name: FullName) -> Any:
    """在最新版本中查找疑似错误；已在查找的就是那一次。"""
    return await detecting.begin(session, node, name, by=caller.username)


@router.post(
    "/detections/{detection_id}/stop",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def stop(session: Session, caller: CanManage, detection_id: Number) -> Response:
    """停止查找；以前的发现保留。"""
    await detecting.stop(session, detection_id)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.get(
    "/{tier}/{name}/suspicions",
    response_model=Page[SuspicionView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def listed(
    session: Session,
    node: CurrentNode,
    caller: CanManage,
    name: FullName,
    wanted: Annotated[Narrowed, Depends(narrowed)],
    paging: WantedPage,
) -> dict[str, Any]:
    """疑似错误的单元格，最有把握的在前。"""
    data_set, shown, found, total = await repairing.page(session, node, caller, name, wanted, paging)
    items = [_view(each, data_set, shown) for each in found]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/{tier}/{name}/suspicions/{suspicion_id}/evidence",
    response_model=list[dict[str, str | None]],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def evidence(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, suspicion_id: Number
) -> list[dict[str, str | None]]:
    """佐证的行：依据所说的列与它相同的行，以及取建议值的行；涉及您无权查看的列时没有。"""
    return await repairing.evidence(session, node, caller, name, suspicion_id)


@router.post(
    "/{tier}/{name}/suspicions/decision",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def decide(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, wanted: SuspicionsDecided
) -> Response:
    """采纳建议（下一个版本改正）、说明无误（不再提出），或向数据源核实；可以一次多处。"""
    decided = repairing.Decided(ids=wanted.ids, reason=wanted.reason, by=caller.username)
    await DECIDING[wanted.decision](session, node, name, decided)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _view(found: Suspicion, data_set: DataSet, shown: dict[str, Shown]) -> SuspicionView:
    how = shown.get(found.column)
    here = isinstance(data_set.built, Gathered) and bool(data_set.keys) and found.column not in data_set.keys
    names = SuspicionView.model_fields.keys() - {"reasons", "repairable"}
    told = {name: getattr(found, name) for name in names} | {
        "value": masked(found.value, how),
        "repair": masked(found.repair, how),
        "values": {name: masked(value, shown.get(name)) for name, value in found.values.items()},
        "reasons": [
            SuspicionReasonView(kind=r.kind, text=r.text, confidence=r.confidence)
            for r in found.told_without(shown)
        ],
    }
    return SuspicionView(**told, repairable=here and found.repair is not None)
