"""Design: products by revision, what a revision is made of, two revisions side by side."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import AfterValidator

from brain.kit.db import Session
from brain.kit.errors import NotFound
from brain.kit.schemas import Page, Search, WantedPage, without_null
from brain.platform.operations.domain import comparing
from brain.platform.operations.queries import design
from brain.platform.operations.routes.access import FOUND, SEEN, CanSee
from brain.platform.operations.schemas import (
    ComparedRevisions,
    DesignDifference,
    DesignProductView,
    DesignRevisionView,
    ProductDesignView,
    RevisionContents,
)

router = APIRouter(prefix="/api/operations/design", tags=["业务记录"])
Named = Annotated[str, Query(min_length=1, max_length=200), AfterValidator(without_null)]


@router.get("/products", response_model=Page[DesignProductView], responses=SEEN)
async def design_products(
    session: Session, caller: CanSee, paging: WantedPage, q: Search = None
) -> dict[str, Any]:
    """有物料清单或工艺路线的产品；按产品、子件、工序查找。"""
    rows, total = await design.products(session, q, limit=paging.page_size, offset=paging.offset)
    items = [DesignProductView(product=name, revisions=count, at=at) for name, count, at in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/product", response_model=ProductDesignView, responses=FOUND)
async def design_product(session: Session, caller: CanSee, product: Named) -> ProductDesignView:
    """一个产品的各版本，新的在前，以及它的技术文件。"""
    rows, documents = await design.revisions(session, product), await design.documents(session, product)
    if not rows and not documents:
        raise NotFound("没有这个产品的设计数据")
    return ProductDesignView(
        product=product,
        revisions=[
            DesignRevisionView(revision=name, at=at, items=items, steps=steps)
            for name, at, items, steps in rows
        ],
        documents=documents,
    )


@router.get("/revision", response_model=RevisionContents, responses=FOUND)
async def design_revision(
    session: Session, caller: CanSee, product: Named, revision: Named
) -> RevisionContents:
    """一个版本的物料清单与工艺路线。"""
    items = await design.of_revision(session, "bom_item", product, revision)
    steps = await design.of_revision(session, "routing_step", product, revision)
    if not items and not steps:
        raise NotFound("没有这个版本")
    return RevisionContents(items=items, steps=steps)


@router.get("/comparison", response_model=ComparedRevisions, responses=FOUND)
async def compare_revisions(
    session: Session, caller: CanSee, product: Named, before: Named, after: Named
) -> ComparedRevisions:
    """两个版本的差别：增加、去掉、改变的子件与工序。"""
    old = await design_revision(session, caller, product, before)
    new = await design_revision(session, caller, product, after)
    return ComparedRevisions(
        items=[DesignDifference.model_validate(each) for each in comparing.items(old.items, new.items)],
        steps=[DesignDifference.model_validate(each) for each in comparing.steps(old.steps, new.steps)],
    )
