"""The store of values: its limits, what lies in it, who still has to read, what was lost."""

from typing import Any

from fastapi import APIRouter

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.platform.shop_floor.routes.asking import CanConfigure, CanSee
from brain.platform.shop_floor.schemas.machines import LimitsShape, LossView, StoreView
from brain.platform.shop_floor.service import watching
from brain.platform.shop_floor.service.storing import Limits
from brain.platform.shop_floor.service.watching import Store

router = APIRouter(prefix="/api/shop-floor", tags=["设备与采集"])


@router.get("/store", response_model=StoreView, responses=refusals(Unauthenticated, Forbidden))
async def see_store(session: Session, caller: CanSee) -> Store:
    """缓存：上限、占用、最早的数据、各读取方还有多少没读。"""
    return await watching.store(session)


@router.put("/store", response_model=StoreView, responses=refusals(Unauthenticated, Forbidden, Invalid))
async def set_limits(session: Session, caller: CanConfigure, body: LimitsShape) -> Store:
    """设置缓存上限：占多少磁盘，读取后再留多少天。"""
    await watching.set_limits(session, Limits(body.budget, body.days), by=caller.username)
    return await watching.store(session)


@router.get("/losses", response_model=Page[LossView], responses=refusals(Unauthenticated, Forbidden))
async def list_losses(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """没能保住的数据：何时、多少、为什么，最近的在前。"""
    rows, total = await watching.losses(session, limit=paging.page_size, offset=paging.offset)
    items = [LossView.model_validate(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}
