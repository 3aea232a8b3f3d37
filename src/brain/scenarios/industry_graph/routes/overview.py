"""The chain by stage, lists and export of enterprises, cards and the evidence of edges."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from brain.kit import events
from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page
from brain.kit.spreadsheet import XLSX_TYPE, Cell, xlsx_file
from brain.scenarios.industry_graph.domain.acts import EXPORTED
from brain.scenarios.industry_graph.domain.attachment import Attachment
from brain.scenarios.industry_graph.domain.chain import ROLE_TITLES, Chain
from brain.scenarios.industry_graph.domain.enterprise import Enterprise
from brain.scenarios.industry_graph.domain.supply import Recorded
from brain.scenarios.industry_graph.queries.selection import Listed
from brain.scenarios.industry_graph.routes.access import (
    CanExport,
    CanRead,
    CreditCodePath,
    ProductPath,
    contradiction_view,
    correction_view,
    region_name,
)
from brain.scenarios.industry_graph.schemas.overview import (
    AssertionView,
    AttachmentView,
    BuildView,
    CardView,
    ChoicesView,
    ChoiceView,
    CountView,
    EdgeView,
    EnterpriseLineView,
    EvidenceView,
    GrowthView,
    HeldProductView,
    LinkStateView,
    ListQuery,
    OverviewQuery,
    OverviewView,
    ProductStateView,
    StageView,
    StrengthView,
)
from brain.scenarios.industry_graph.service import reading
from brain.scenarios.industry_graph.service.reading import LinkState, Overview

router = APIRouter(prefix="/api/industry-graph", tags=["产业全景图谱"])
SIGNED_IN = refusals(Unauthenticated, Forbidden)
FINDING = refusals(Unauthenticated, Forbidden, NotFound)
LARGEST_EXPORT = 50_000
HEADER = (
    "统一社会信用代码",
    "企业名称",
    "地区",
    "成立日期",
    "注册资本（万元）",
    "荣誉",
    "阶段",
    "环节",
    "产品",
    "角色",
    "业务占比",
)


@router.get("/overview", response_model=OverviewView, responses=SIGNED_IN)
async def overview(
    session: Session, caller: CanRead, query: Annotated[OverviewQuery, Query()]
) -> OverviewView:
    """产业链按上、中、下游分列：各环节、产品的企业数与强弱，每个强弱都说明如何算出。"""
    return _overview_view(await reading.overview(session, query.filters, query.known_at))


@router.get("/growth", response_model=list[GrowthView], responses=SIGNED_IN)
async def growth(session: Session, caller: CanRead) -> list[GrowthView]:
    """历年新增的企业产品归属，供时间轴使用。"""
    return [GrowthView(year=year, stages=stages) for year, stages in (await reading.growth(session)).items()]


@router.get("/choices", response_model=ChoicesView, responses=SIGNED_IN)
async def choices(session: Session, caller: CanRead) -> ChoicesView:
    """图谱中出现的地区、规模与荣誉，供筛选使用。"""
    regions, scales, honours = await reading.choices(session)
    codes = sorted({*regions, *(f"{code[:4]}00" for code in regions)})
    return ChoicesView(
        regions=[ChoiceView(code=code, title=region_name(code) or code) for code in codes],
        scales=scales,
        honours=honours,
    )


@router.get("/enterprises", response_model=Page[EnterpriseLineView], responses=FINDING)
async def enterprises(
    session: Session, caller: CanRead, query: Annotated[ListQuery, Query()]
) -> Page[EnterpriseLineView]:
    """阶段、环节或产品内的企业，重点企业在前。"""
    offset = (query.page - 1) * query.page_size
    chain, listed, total = await reading.enterprises(
        session, query.filters, query.place, offset=offset, limit=query.page_size
    )
    items = [_line(chain, one) for one in listed]
    return Page(items=items, total=total, page=query.page, page_size=query.page_size)


@router.get(
    "/enterprises/export",
    response_class=Response,
    responses=FINDING | {200: {"content": {XLSX_TYPE: {}}}},
)
async def export(session: Session, caller: CanExport, query: Annotated[ListQuery, Query()]) -> Response:
    """导出符合条件的企业及其产品归属（Excel）。"""
    chain, listed, _ = await reading.enterprises(
        session, query.filters, query.place, offset=0, limit=LARGEST_EXPORT
    )
    await events.announce(session, events.Recorded(act=EXPORTED, target=chain.code, title=chain.title))
    content = await asyncio.to_thread(xlsx_file, f"{chain.title}产业图谱", HEADER, _rows(chain, listed))
    disposition = 'attachment; filename="industry-graph.xlsx"'
    return Response(content, media_type=XLSX_TYPE, headers={"content-disposition": disposition})


@router.get("/enterprises/{credit_code}", response_model=CardView, responses=FINDING)
async def card(session: Session, caller: CanRead, credit_code: CreditCodePath) -> CardView:
    """企业名片：产品归属及其依据、人工修正、待处理的矛盾。"""
    chain, found = await reading.card(session, credit_code)
    return CardView(
        **_facts(found.enterprise),
        business_scope=found.registered.business_scope or "",
        reg_status=found.registered.reg_status,
        address=found.registered.address,
        attachments=[_attachment(chain, one) for one in found.attachments],
        corrections=[correction_view(chain, one) for one in found.corrections],
        contradictions=[contradiction_view(chain, one) for one in found.contradictions],
    )


@router.get("/edges/{upstream}/{downstream}", response_model=EdgeView, responses=FINDING)
async def edge(session: Session, caller: CanRead, upstream: ProductPath, downstream: ProductPath) -> EdgeView:
    """一条供应关系的依据：谁说的、何时说的、多大把握。"""
    chain, found = await reading.edge(session, upstream, downstream)
    ends = (chain.product(upstream), chain.product(downstream))
    assertions = found.edge.rests_on if found.edge else ()
    return EdgeView(
        upstream=upstream,
        upstream_title=ends[0].title,
        upstream_title_en=ends[0].title_en,
        downstream=downstream,
        downstream_title=ends[1].title,
        downstream_title_en=ends[1].title_en,
        holds=found.edge is not None,
        corrected=bool(found.corrections),
        weight=found.edge.weight if found.edge else None,
        confidence=found.edge.confidence if found.edge else None,
        assertions=[_assertion(one) for one in assertions],
        corrections=[correction_view(chain, one) for one in found.corrections],
        upstream_count=CountView.model_validate(found.upstream),
        downstream_count=CountView.model_validate(found.downstream),
    )


def _overview_view(found: Overview) -> OverviewView:
    chain = found.chain
    stages = [
        StageView(
            code=stage.code,
            title=stage.title,
            title_en=stage.title_en,
            links=[_link(state) for state in found.links if state.link.stage == stage.code],
        )
        for stage in chain.stages
    ]
    return OverviewView(
        chain=chain.code,
        title=chain.title,
        title_en=chain.title_en,
        version=chain.version,
        provisional=chain.provisional,
        source=chain.source,
        stages=stages,
        enterprises=found.enterprises,
        key=found.key,
        edges=found.edges,
        build=BuildView.model_validate(found.build) if found.build else None,
    )


def _link(state: LinkState) -> LinkStateView:
    return LinkStateView(
        code=state.link.code,
        title=state.link.title,
        title_en=state.link.title_en,
        count=CountView.model_validate(state.count),
        strength=StrengthView.model_validate(state.strength),
        products=[
            ProductStateView(
                code=one.product.code,
                title=one.product.title,
                title_en=one.product.title_en,
                count=CountView.model_validate(one.count),
                strength=StrengthView.model_validate(one.strength),
            )
            for one in state.products
        ],
    )


def _facts(one: Enterprise) -> dict[str, Any]:
    return {
        "credit_code": one.credit_code,
        "name": one.name,
        "region_code": one.region_code,
        "region_name": region_name(one.region_code),
        "established_on": one.established_on,
        "capital_wan": one.capital_wan,
        "scale": one.scale,
        "honours": list(one.honours),
        "is_key": one.is_key,
    }


def _line(chain: Chain, listed: Listed) -> EnterpriseLineView:
    products = [
        HeldProductView(
            code=code,
            title=chain.product(code).title,
            title_en=chain.product(code).title_en,
            role=role,
            weight=weight,
        )
        for code, role, weight in listed.products
    ]
    return EnterpriseLineView(**_facts(listed.enterprise), products=products)


def _attachment(chain: Chain, found: Attachment) -> AttachmentView:
    product = chain.product(found.product)
    link = chain.link(product.link)
    return AttachmentView(
        code=product.code,
        title=product.title,
        title_en=product.title_en,
        role=found.role,
        weight=found.weight,
        stage=link.stage,
        link_title=link.title,
        link_title_en=link.title_en,
        score=found.score,
        evidence=[EvidenceView.model_validate(asdict(one)) for one in found.evidence],
    )


def _assertion(one: Recorded) -> AssertionView:
    return AssertionView(
        source=one.assertion.source.title,
        stated_on=one.assertion.source.stated_on,
        confidence=one.assertion.source.confidence,
        weight=one.assertion.weight,
        wording=one.assertion.wording,
        recorded_at=one.recorded_at,
    )


def _rows(chain: Chain, listed: Iterable[Listed]) -> Iterator[Sequence[Cell]]:
    for one in listed:
        facts = one.enterprise
        for code, role, weight in one.products:
            product = chain.product(code)
            yield (
                facts.credit_code,
                facts.name,
                region_name(facts.region_code),
                facts.established_on,
                facts.capital_wan,
                "、".join(facts.honours),
                chain.stage_of(code).title,
                chain.link(product.link).title,
                product.title,
                ROLE_TITLES[role],
                weight,
            )
