"""The code lists that filters offer: regions and industries, a level at a time."""

from typing import Annotated

from fastapi import APIRouter, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.domain import regions_below
from brain.platform.data_warehouse.schemas import CodeListView, CodeView
from brain.platform.identity.service import SettledCaller
from brain.reference.region import SHAPE as REGION

router = APIRouter(
    prefix="/api/data-warehouse", tags=["产业数据仓"], responses=refusals(Unauthenticated, Forbidden)
)


def _view(codes: dict[str, str]) -> CodeListView:
    return CodeListView(items=[CodeView(code=code, name=name) for code, name in codes.items()])


@router.get("/regions", response_model=CodeListView)
async def regions(
    caller: SettledCaller,
    parent: Annotated[
        str | None, Query(pattern=rf"^{REGION}$", description="上级行政区划代码；空为省级")
    ] = None,
) -> CodeListView:
    """下一级行政区划（GB/T 2260，现行）。"""
    return _view(regions_below(parent))


@router.get("/industries", response_model=CodeListView)
async def industries(
    session: Session,
    caller: SettledCaller,
    parent: Annotated[
        str | None, Query(pattern=r"^[A-T]\d{0,3}$", description="上级行业代码；空为门类")
    ] = None,
) -> CodeListView:
    """下一级行业（GB/T 4754）；导入全表后含中类与小类。"""
    return _view(await service.industries_below(session, parent))


@router.get("/industries/search", response_model=CodeListView)
async def industry_search(
    session: Session,
    caller: SettledCaller,
    words: Annotated[
        str, Query(alias="q", min_length=1, max_length=40, description="名称中的文字或代码的开头")
    ],
) -> CodeListView:
    """按名称或代码查找行业（GB/T 4754），至多二十个。"""
    return _view(await service.industries_like(session, words, limit=20))
