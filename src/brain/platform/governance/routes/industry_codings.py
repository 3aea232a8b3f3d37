"""Proposed industry codes of enterprises, and what people decide."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.governance.contract import CodingState, IndustryCoding
from brain.platform.governance.schemas import (
    IndustryCandidateView,
    IndustryCodingView,
    IndustryCorrectionView,
    IndustryEvidenceView,
    NewIndustryCorrection,
)
from brain.platform.governance.service import industry_coding
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.reference.credit_code import SHAPE

router = APIRouter(prefix="/api/governance/industry-codings", tags=["数据治理"])

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
CanCorrect = Annotated[Caller, Depends(require("governance.correct_industry"))]
CreditCodePath = Annotated[str, Path(pattern=rf"^{SHAPE}$", description="统一社会信用代码")]
StateQuery = Annotated[
    CodingState, Query(description="unsure 没有把握到小类且未核定、all 全部、corrected 已核定")
]
IndustryQuery = Annotated[
    str | None, Query(pattern=r"^[A-T]\d{0,4}$", description="只要核定或建议在这个行业之内的")
]


@router.get("", response_model=Page[IndustryCodingView], responses=refusals(Unauthenticated, Forbidden))
async def listed(
    session: Session,
    caller: CanRead,
    paging: WantedPage,
    state: StateQuery = "unsure",
    industry: IndustryQuery = None,
) -> Page[IndustryCodingView]:
    """没有官方小类代码的企业的行业代码建议；最没有把握的在前，已核定的最近的在前。"""
    found, total = await industry_coding.page(
        session, state, industry, offset=paging.offset, limit=paging.page_size
    )
    items = await _views(session, found)
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get(
    "/{credit_code}",
    response_model=IndustryCodingView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanRead, credit_code: CreditCodePath) -> IndustryCodingView:
    """一家企业的行业代码建议、依据与核定。"""
    return (await _views(session, [await industry_coding.get(session, credit_code)]))[0]


@router.put(
    "/{credit_code}/correction",
    response_model=IndustryCodingView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def correct(
    session: Session, caller: CanCorrect, credit_code: CreditCodePath, body: NewIndustryCorrection
) -> IndustryCodingView:
    """核定行业代码：确认建议，或给出另一个；下次学习时用作标注。"""
    coding = await industry_coding.correct(session, credit_code, body.code, body.note, by=caller.username)
    return (await _views(session, [coding]))[0]


async def _views(session: Session, codings: Sequence[IndustryCoding]) -> list[IndustryCodingView]:
    enterprises = await data_warehouse.get_many(session, [coding.credit_code for coding in codings])
    named = {code for coding in codings for code in _codes(coding)}
    names = await data_warehouse.industry_names(session, named)
    return [
        IndustryCodingView(
            credit_code=coding.credit_code,
            enterprise_name=enterprises[coding.credit_code].name,
            business_scope=enterprises[coding.credit_code].business_scope or "",
            code=coding.code,
            name=names.get(coding.code) if coding.code else None,
            level=coding.level,
            confidence=coding.confidence,
            candidates=[
                IndustryCandidateView(code=each.code, name=names.get(each.code, ""), share=each.share)
                for each in coding.candidates
            ],
            evidence=[IndustryEvidenceView(**vars(each)) for each in coding.evidence],
            correction=_correction(coding, names),
        )
        for coding in codings
    ]


def _correction(coding: IndustryCoding, names: dict[str, str]) -> IndustryCorrectionView | None:
    decided = coding.correction
    return IndustryCorrectionView(**vars(decided), name=names.get(decided.code, "")) if decided else None


def _codes(coding: IndustryCoding) -> list[str]:
    decided = [coding.correction.code] if coding.correction else []
    return [*(each.code for each in coding.candidates), *decided, *([coding.code] if coding.code else [])]
