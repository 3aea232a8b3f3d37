"""Views for the explorer on the canvas."""

from typing import Annotated

from fastapi import APIRouter, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.reference.credit_code import SHAPE
from brain.scenarios.industry_graph.domain.graph import View, enterprise_id, product_id
from brain.scenarios.industry_graph.routes.access import CanRead, CreditCodePath, ProductPath
from brain.scenarios.industry_graph.schemas.explorer import FoundView, GraphView, GroupQuery, WalkQuery
from brain.scenarios.industry_graph.schemas.overview import FilterQuery
from brain.scenarios.industry_graph.service import exploring

router = APIRouter(prefix="/api/industry-graph/graph", tags=["产业全景图谱"])
FINDING = refusals(Unauthenticated, Forbidden, NotFound)
NODE = rf"^(product:[a-z0-9_]{{1,64}}|enterprise:{SHAPE})$"

Wanted = Annotated[FilterQuery, Query()]
NodeId = Annotated[str, Query(pattern=NODE, description="节点，如 product:tyre、enterprise:91…")]


@router.get("", response_model=GraphView, responses=refusals(Unauthenticated, Forbidden))
async def whole(session: Session, caller: CanRead, query: Wanted) -> View:
    """全链：所有产品与供应关系，企业只计数。"""
    return await exploring.whole(session, query.filters)


@router.get("/products/{product}", response_model=GraphView, responses=FINDING)
async def walk(
    session: Session,
    caller: CanRead,
    product: ProductPath,
    query: Annotated[WalkQuery, Query()],
) -> View:
    """某产品的上游、下游或邻域，至多 6 步；本产品的主要企业单列，其余按市汇总。"""
    return await exploring.walk(session, product, query.direction, query.hops, query.filters)


@router.get("/products/{product}/groups", response_model=GraphView, responses=FINDING)
async def group(
    session: Session, caller: CanRead, product: ProductPath, query: Annotated[GroupQuery, Query()]
) -> View:
    """展开一个汇总节点：某产品在某市的企业。"""
    return await exploring.group(session, product, query.city, query.filters)


@router.get("/enterprises/{credit_code}", response_model=GraphView, responses=FINDING)
async def around_enterprise(
    session: Session, caller: CanRead, credit_code: CreditCodePath, query: Wanted
) -> View:
    """一家企业的产品，以及与之相邻的上下游产品。"""
    return await exploring.around_enterprise(session, credit_code, query.filters)


@router.get("/path", response_model=GraphView, responses=FINDING | refusals(Invalid))
async def path(session: Session, caller: CanRead, start: NodeId, end: NodeId) -> View:
    """两个产品或企业之间最短的供应通路。"""
    return await exploring.path(session, start, end)


@router.get("/search", response_model=list[FoundView], responses=refusals(Unauthenticated, Forbidden))
async def search(
    session: Session,
    caller: CanRead,
    text: Annotated[str, Query(min_length=1, max_length=100, description="产品或企业名称、信用代码的一部分")],
) -> list[FoundView]:
    """按名称找图谱中的产品与企业。"""
    products, enterprises = await exploring.find(session, text, limit=10)
    return [
        *(
            FoundView(
                id=product_id(one.code),
                kind="product",
                title=one.title,
                title_en=one.title_en,
                code=one.code,
            )
            for one in products
        ),
        *(
            FoundView(
                id=enterprise_id(one.credit_code),
                kind="enterprise",
                title=one.name,
                title_en=one.name,
                code=one.credit_code,
            )
            for one in enterprises
        ),
    ]
