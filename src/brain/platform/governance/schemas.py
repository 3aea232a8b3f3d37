"""JSON shapes of name matching and industry codes."""

from datetime import datetime
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


class IndustryCandidateView(Schema):
    code: str = Field(description="行业代码")
    name: str = Field(description="行业名称")
    share: float = Field(ge=0, le=1, description="名称与经营范围所说中支持它的比例")


class IndustryEvidenceView(Schema):
    text: str = Field(description="名称或经营范围中的文字")
    in_name: bool = Field(description="出自名称")
    share: float = Field(ge=0, le=1, description="为第一候选提供的比例")


class IndustryCorrectionView(Schema):
    code: str = Field(description="核定的行业代码")
    name: str = Field(description="行业名称")
    by: str = Field(description="核定人")
    at: datetime = Field(description="核定时间")
    note: str = Field(description="说明")


class IndustryCodingView(Schema):
    credit_code: str = Field(description="统一社会信用代码")
    enterprise_name: str = Field(description="企业名称")
    business_scope: str = Field(description="经营范围")
    code: str | None = Field(description="有把握的最细一级代码；空为连门类都没有把握")
    name: str | None = Field(description="行业名称")
    level: int = Field(ge=0, le=4, description="代码的层级：1 门类、2 大类、3 中类、4 小类；0 为没有")
    confidence: float = Field(ge=0, le=1, description="该级正确的概率")
    candidates: list[IndustryCandidateView] = Field(description="候选小类")
    evidence: list[IndustryEvidenceView] = Field(description="依据")
    correction: IndustryCorrectionView | None = Field(description="人的核定")


class NewIndustryCorrection(Schema):
    code: str = Field(min_length=1, max_length=5, description="行业代码，如 C2911")
    note: str = Field(default="", max_length=500, description="说明")
