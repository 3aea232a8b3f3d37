"""Figures of the chain for the cockpit."""

from typing import Annotated

from fastapi import APIRouter, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.reference.region import GAZETTEER
from brain.scenarios.industry_graph.domain.figures import Flow, Tally
from brain.scenarios.industry_graph.routes.access import CanRead
from brain.scenarios.industry_graph.schemas.figures import (
    ChainFiguresView,
    ChainFlowView,
    ChainHonourView,
    ChainRegionView,
    ChainYearView,
)
from brain.scenarios.industry_graph.schemas.overview import PlaceQuery
from brain.scenarios.industry_graph.service import figures as service

router = APIRouter(prefix="/api/industry-graph", tags=["产业全景图谱"])


@router.get(
    "/figures", response_model=ChainFiguresView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def figures(
    session: Session, caller: CanRead, query: Annotated[PlaceQuery, Query()]
) -> ChainFiguresView:
    """按下一级地区、成立年份、荣誉统计产业链企业；筛选条件与企业清单相同。"""
    found = await service.figures(session, query.filters, query.place)
    regions = {str(region.code): region.name for region in GAZETTEER.children(query.region)}
    placed = sum(tally.enterprises for code, tally in found.regions.items() if code in regions)
    years = sorted((year, tally) for year, tally in found.years.items() if year is not None)
    return ChainFiguresView(
        **vars(found.total),
        regions=[
            ChainRegionView(code=code, name=name, **vars(found.regions.get(code, Tally())))
            for code, name in regions.items()
        ],
        elsewhere=found.total.enterprises - placed,
        years=[ChainYearView(year=year, **vars(tally)) for year, tally in years],
        undated=found.years.get(None, Tally()).enterprises,
        honours=[ChainHonourView(title=title, enterprises=count) for title, count in found.honours],
    )


@router.get("/flows", response_model=list[ChainFlowView], responses=refusals(Unauthenticated, Forbidden))
async def flows(session: Session, caller: CanRead) -> list[Flow]:
    """环节之间有多少条产品供应关系；环节内部的不计。"""
    return await service.flows(session)
