"""Upgrading as the factory's people see it: what runs, what is offered, deciding, going back."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Request, status

from brain.kit import jws
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.gateway_upgrade.gateway.domain.windows import Window
from brain.platform.gateway_upgrade.gateway.models import OfferedReleaseRow
from brain.platform.gateway_upgrade.gateway.schemas import (
    Agreement,
    MaintenanceWindow,
    OfferedRelease,
    Reason,
    UpgradeStanding,
)
from brain.platform.gateway_upgrade.gateway.service import carrying_out, releases, windows
from brain.platform.gateway_upgrade.protocol import packages
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/gateway-upgrade", tags=["软件升级"])

CanSee = Annotated[Caller, Depends(require("gateway_upgrade.see"))]
CanDecide = Annotated[Caller, Depends(require("gateway_upgrade.decide"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
SEEN: Final = refusals(Unauthenticated, Forbidden)
CHANGE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


@router.get("", response_model=UpgradeStanding, responses=SEEN)
async def standing(session: Session, node: CurrentNode, caller: CanSee) -> dict[str, Any]:
    """正在运行的版本、两个槽、试用到哪一步、维护时段。"""
    found = carrying_out.standing(node)
    key = found.pop("key")
    window, automatic = await windows.current(session)
    return found | {
        "window": {"start": window.start, "end": window.end, "automatic": automatic},
        "fingerprint": jws.fingerprint(key) if key else None,
    }


@router.put("/window", response_model=MaintenanceWindow, responses=CHANGE)
async def set_window(session: Session, caller: CanDecide, body: MaintenanceWindow) -> MaintenanceWindow:
    """维护时段，以及以后的版本是否不再问、在时段内自动升级。"""
    if body.start == body.end:
        raise Invalid("时段的开始与结束不能相同", [{"loc": "/body/end", "message": "须与开始不同"}])
    await windows.change(session, Window(body.start, body.end), caller, automatic=body.automatic)
    return body


@router.get("/releases", response_model=Page[OfferedRelease], responses=SEEN)
async def offered(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """收到的版本，新的在前。"""
    rows, total = await releases.page(session, paging)
    items = [OfferedRelease.model_validate(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/releases",
    response_model=OfferedRelease,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGE | refusals(TooLarge),
    openapi_extra=packages.BODY,
)
async def bring(
    request: Request, session: Session, node: CurrentNode, caller: CanDecide
) -> OfferedReleaseRow:
    """在本机上传安装包（离线的工厂）：与大脑送来的一样核对签名与内容，还不会安装。"""
    async with packages.received(request.stream(), releases.root_of(node)) as package:
        return await releases.bring(session, node, package, caller)


@router.post("/releases/{number}/agreement", response_model=OfferedRelease, responses=CHANGE)
async def agree(
    session: Session, node: CurrentNode, caller: CanDecide, number: Id, body: Agreement
) -> OfferedReleaseRow:
    """同意升级：立即，或在维护时段里。失败过的可以再同意一次。"""
    return await releases.agree(session, node, number, caller, at_once=body.at_once)


@router.post("/releases/{number}/refusal", response_model=OfferedRelease, responses=CHANGE)
async def decline(
    session: Session, node: CurrentNode, caller: CanDecide, number: Id, body: Reason
) -> OfferedReleaseRow:
    """暂不升级；以后还可以同意。"""
    return await releases.decline(session, node, number, body.reason, caller)


@router.post("/return", status_code=status.HTTP_202_ACCEPTED, responses=CHANGE)
async def go_back(session: Session, node: CurrentNode, caller: CanDecide, body: Reason) -> None:
    """退回另一槽的版本，试用中也可以：几秒后重新启动，新版本才有的表连同内容一起去掉。"""
    await carrying_out.go_back(session, node, body.reason, caller)
