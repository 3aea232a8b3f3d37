"""The chain definition, imports and rebuilds."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Query, UploadFile, status
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, TooLarge, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.scenarios.industry_graph.domain import acts
from brain.scenarios.industry_graph.queries import builds as queries
from brain.scenarios.industry_graph.routes.access import CanManage, CanRead
from brain.scenarios.industry_graph.schemas.decisions import (
    DefinitionView,
    EdgeImportQuery,
    ImportedView,
    NewDefinition,
    ProductImportQuery,
    QueuedView,
)
from brain.scenarios.industry_graph.schemas.overview import BuildView
from brain.scenarios.industry_graph.service import building, importing
from brain.scenarios.industry_graph.service import chain as chains
from brain.scenarios.industry_graph.service.chain import Held
from brain.scenarios.industry_graph.service.importing import Imported

router = APIRouter(prefix="/api/industry-graph", tags=["产业全景图谱"])
MANAGING = refusals(Unauthenticated, Forbidden, Invalid, TooLarge)
LARGEST_FILE = 50 * 1024 * 1024

Upload = Annotated[UploadFile, File(description="CSV（UTF-8 或 GB18030，可为 gzip）")]


@router.get("/definition", response_model=DefinitionView, responses=refusals(Unauthenticated, Forbidden))
async def definition(session: Session, caller: CanRead) -> DefinitionView:
    """在用的产业链定义全文。"""
    return _definition(await chains.held(session))


@router.post(
    "/definition",
    response_model=DefinitionView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid, Conflict),
)
async def install(session: Session, caller: CanManage, body: NewDefinition) -> DefinitionView:
    """换用新的产业链定义；随后在后台按新定义重读全部企业，专家修正保留。"""
    installed = await chains.install(session, body.text, caller.name)
    await _record(session, acts.INSTALLED, installed, version=installed.chain.version)
    return _definition(installed)


@router.get("/builds", response_model=Page[BuildView], responses=refusals(Unauthenticated, Forbidden))
async def builds(session: Session, caller: CanRead, paging: WantedPage) -> Page[BuildView]:
    """图谱更新记录，最新在前。"""
    chain = (await chains.held(session)).chain
    found, total = await queries.page(session, chain.code, offset=paging.offset, limit=paging.page_size)
    items = [BuildView.model_validate(one) for one in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/builds",
    response_model=QueuedView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden),
)
async def rebuild(session: Session, caller: CanManage) -> QueuedView:
    """在后台重读全部企业；没有变化的归属不动。"""
    await building.restart(session)
    await _record(session, acts.REBUILT, await chains.held(session))
    return QueuedView()


@router.post("/imports/supply-edges", response_model=ImportedView, responses=MANAGING)
async def import_supply_edges(
    session: Session,
    caller: CanManage,
    file: Upload,
    query: Annotated[EdgeImportQuery, Query()],
) -> Imported:
    """导入产品供应关系；两端都能对应到本链产品的才入库，同一来源以最后一次导入为准。"""
    wanted = [name for name in (query.upstream, query.downstream, query.weight, query.relation) if name]
    rows = importing.rows_of(await _content(file), *wanted)
    done = await importing.supply_edges(session, rows, query.columns, query.source)
    await _record(
        session, acts.EDGES_IMPORTED, await chains.held(session), file=file.filename, rows=done.rows
    )
    return done


@router.post("/imports/listed-products", response_model=ImportedView, responses=MANAGING)
async def import_listed_products(
    session: Session,
    caller: CanManage,
    file: Upload,
    query: Annotated[ProductImportQuery, Query()],
    companies: Annotated[UploadFile | None, File(description="企业代码与全称对照（CSV）")] = None,
) -> Imported:
    """导入上市公司披露的产品及占比；企业按全称或信用代码对应数据仓。"""
    rows = importing.rows_of(await _content(file), query.company, query.product, query.weight)
    names = {}
    if companies is not None:
        known = importing.rows_of(await _content(companies), query.company_code, query.company_name)
        names = {row[query.company_code]: row[query.company_name] for row in known}
    done = await importing.listed_products(session, rows, query.columns, names, query.source)
    await _record(
        session, acts.PRODUCTS_IMPORTED, await chains.held(session), file=file.filename, rows=done.rows
    )
    return done


async def _record(session: AsyncSession, act: Act, held: Held, **details: Any) -> None:
    recorded = Recorded(act=act, target=held.chain.code, title=held.chain.title, details=details)
    await announce(session, recorded)


async def _content(file: UploadFile) -> bytes:
    content = await file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge("文件超过 50 MB")
    return content


def _definition(held: Held) -> DefinitionView:
    chain = held.chain
    return DefinitionView(
        number=held.number,
        code=chain.code,
        title=chain.title,
        version=chain.version,
        provisional=chain.provisional,
        text=held.text,
    )
