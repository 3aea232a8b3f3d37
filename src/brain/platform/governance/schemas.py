"""JSON shapes of name matching."""

from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.governance.contract import Part, Verdict


class PartAgreementView(Schema):
    part: Part = Field(
        description="名称组成：region 地区、trade_name 字号、business 行业、form 组织形式、branch 分支"
    )
    written: str = Field(description="所写")
    registered: str = Field(description="登记")
    verdict: Verdict = Field(description="same 一致、similar 相近、left_out 未写、added 多写、different 不同")


class NameCandidateView(Schema):
    credit_code: str = Field(description="统一社会信用代码")
    name: str = Field(description="现用名称")
    matched_name: str = Field(description="匹配到的名称，可能是曾用名")
    score: float = Field(ge=0, le=1, description="相似度，1 为名称相同")
    parts: list[PartAgreementView] = Field(description="逐部分的依据")


class NameMatchView(Schema):
    how: Literal["exact", "normalised", "former", "fuzzy"] | None = Field(
        description="exact 原样相同、normalised 规范化后相同、former 曾用名相同、fuzzy 近似；空为未找到"
    )
    candidates: list[NameCandidateView] = Field(description="候选企业，由近及远")
    ambiguous: bool = Field(description="前两名过于接近，需要人来选择")
