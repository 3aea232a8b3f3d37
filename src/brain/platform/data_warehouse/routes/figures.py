"""Figures for overviews: counts by region, industry, year and size, and the sources behind them."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.domain import SIZES, Tally, industry_name, regions_below
from brain.platform.data_warehouse.schemas import (
    EnterpriseFiguresView,
    FilterQuery,
    ProvisionsView,
    ProvisionView,
    RegionFigureView,
    SectionFigureView,
    SizeFigureView,
    YearFigureView,
)
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(
    prefix="/api/data-warehouse", tags=["产业数据仓"], responses=refusals(Unauthenticated, Forbidden)
)

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]


@router.get("/figures", response_model=EnterpriseFiguresView)
async def figures(
    session: Session, caller: CanRead, query: Annotated[FilterQuery, Query()]
) -> EnterpriseFiguresView:
    """按下一级地区、行业门类、成立年份、注册资本统计企业；筛选条件与企业检索相同。"""
    found = await service.figures(session, query.filters)
    regions = regions_below(query.region)
    return EnterpriseFiguresView(
        enterprises=found.total.enterprises,
        capital=found.total.capital,
        regions=[
            RegionFigureView(code=code, name=name, **vars(found.regions.get(code, Tally())))
            for code, name in regions.items()
        ],
        elsewhere=found.elsewhere(regions),
        sections=[
            SectionFigureView(code=code, name=industry_name(code) or code, **vars(tally))
            for code, tally in _known(found.sections)
        ],
        unclassified=found.sections.get(None, Tally()).enterprises,
        years=[YearFigureView(year=year, **vars(tally)) for year, tally in _known(found.years)],
        undated=found.years.get(None, Tally()).enterprises,
        sizes=_sizes(found.sizes),
        unsized=found.sizes.get(None, Tally()).enterprises,
    )


def _sizes(tallies: Mapping[int | None, Tally]) -> list[SizeFigureView]:
    bounds = zip_longest(SIZES, SIZES[1:])
    return [
        SizeFigureView(capital_from=low, capital_to=high, **vars(tallies.get(place, Tally())))
        for place, (low, high) in enumerate(bounds)
    ]


def _known(tallies: Mapping[Any, Tally]) -> list[tuple[Any, Tally]]:
    return sorted((key, tally) for key, tally in tallies.items() if key is not None)


@router.get("/sources", response_model=ProvisionsView)
async def sources(session: Session, caller: CanRead) -> ProvisionsView:
    """数据来源：谁提供的、哪一类、截止到哪天、何时入库，最近的在前。"""
    return ProvisionsView(
        items=[ProvisionView.model_validate(one) for one in await service.provisions(session)]
    )
