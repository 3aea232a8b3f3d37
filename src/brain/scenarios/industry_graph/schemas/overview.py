"""Shapes of the chain by stage, lists of enterprises, cards and edges."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.reference.region import SHAPE
from brain.scenarios.industry_graph.domain.chain import Role
from brain.scenarios.industry_graph.domain.correction import Kind as CorrectionKind
from brain.scenarios.industry_graph.domain.enterprise import Filters, Place

Grade = Literal["strong", "medium", "weak", "missing"]


class FilterQuery(Schema):
    """图谱的筛选条件；不填为不限。"""

    region: str | None = Field(default=None, pattern=rf"^{SHAPE}$", description="行政区划代码，含下级")
    scale: str | None = Field(default=None, max_length=50, description="企业规模")
    honour: str | None = Field(default=None, max_length=200, description="荣誉名称")
    year_from: int | None = Field(default=None, ge=1900, le=2200, description="成立年份不早于")
    year_to: int | None = Field(default=None, ge=1900, le=2200, description="成立年份不晚于")
    as_of: date | None = Field(default=None, description="在这一天有效的归属；不填为现在")
    key_only: bool = Field(default=False, description="只看重点企业（上市、有荣誉、规模以上）")

    @property
    def filters(self) -> Filters:
        return Filters(**{name: getattr(self, name) for name in Filters.__dataclass_fields__})


class OverviewQuery(FilterQuery):
    known_at: datetime | None = Field(default=None, description="按这一时刻的认识；不填为现在")


class PlaceQuery(FilterQuery):
    stage: str | None = Field(default=None, max_length=64, description="阶段编码")
    link: str | None = Field(default=None, max_length=64, description="环节编码")
    product: str | None = Field(default=None, max_length=64, description="产品编码")

    @property
    def place(self) -> Place:
        return Place(stage=self.stage, link=self.link, product=self.product)


class ListQuery(PlaceQuery):
    page: int = Field(default=1, ge=1, le=100_000, description="页码，从 1 起")
    page_size: int = Field(default=20, ge=1, le=100, description="每页条数")


class CountView(Schema):
    """企业数按角色分列；注册资本单位为万元。"""

    enterprises: int
    producers: int
    traders: int
    services: int
    key: int
    capital: float


class PartView(Schema):
    name: Literal["producers", "capital", "quotient"]
    value: float
    score: float
    weight: float
    sentence: str
    sentence_en: str


class StrengthView(Schema):
    score: float
    grade: Grade
    parts: list[PartView]
    sentence: str
    sentence_en: str


class ProductStateView(Schema):
    code: str
    title: str
    title_en: str
    count: CountView
    strength: StrengthView


class LinkStateView(Schema):
    code: str
    title: str
    title_en: str
    count: CountView
    strength: StrengthView
    products: list[ProductStateView]


class StageView(Schema):
    code: str
    title: str
    title_en: str
    links: list[LinkStateView]


class BuildView(Schema):
    """一次更新：读了多少企业、动了多少。"""

    from_revision: int
    to_revision: int
    read: int
    touched: int
    opened: int
    closed: int
    finished_at: datetime


class OverviewView(Schema):
    """产业链分阶段概览；provisional 表示产业链定义为暂行。"""

    chain: str
    title: str
    title_en: str
    version: str
    provisional: bool
    source: str
    stages: list[StageView]
    enterprises: int
    key: int
    edges: int
    build: BuildView | None


class GrowthView(Schema):
    """各年开始的归属数，按阶段编码。"""

    year: int
    stages: dict[str, int]


class ChoiceView(Schema):
    code: str
    title: str


class ChoicesView(Schema):
    """筛选条件的可选项。"""

    regions: list[ChoiceView]
    scales: list[str]
    honours: list[str]


class HeldProductView(Schema):
    code: str
    title: str
    title_en: str
    role: Role
    weight: float


class EnterpriseView(Schema):
    credit_code: str
    name: str
    region_code: str | None
    region_name: str | None
    established_on: date | None
    capital_wan: Decimal | None
    scale: str | None
    honours: list[str]
    is_key: bool


class EnterpriseLineView(EnterpriseView):
    products: list[HeldProductView]


class EvidenceView(Schema):
    """归属的依据：哪个字段的哪几个字，由哪些动词支配，按哪条规则。"""

    field: Literal["name", "scope", "listing", "expert"]
    text: str
    start: int
    end: int
    rule: str
    verbs: list[str]
    strength: float


class AttachmentView(HeldProductView):
    stage: str
    link_title: str
    link_title_en: str
    score: float
    evidence: list[EvidenceView]


class CorrectionView(Schema):
    id: int
    kind: CorrectionKind
    credit_code: str | None
    enterprise_name: str | None
    product: str | None
    role: Role | None
    upstream: str | None
    downstream: str | None
    weight: float | None
    subject: str
    reason: str
    author: str
    created_at: datetime
    revoked_at: datetime | None
    revoked_by: str | None
    revoke_reason: str | None


class ContradictionView(Schema):
    id: int
    kind: str
    title: str
    subject: str
    credit_code: str | None
    enterprise_name: str | None
    words: list[str]
    decisions: list[str]
    found_at: datetime
    decision: str | None
    reason: str | None
    resolved_by: str | None
    resolved_at: datetime | None


class CardView(EnterpriseView):
    """企业在图谱中的名片；依据的起止位置指向名称与经营范围原文。"""

    business_scope: str
    reg_status: str | None
    address: str | None
    attachments: list[AttachmentView]
    corrections: list[CorrectionView]
    contradictions: list[ContradictionView]


class AssertionView(Schema):
    """一个来源的说法。"""

    source: str
    stated_on: date
    confidence: float
    weight: float | None
    wording: str
    recorded_at: datetime


class EdgeView(Schema):
    """一条供应关系和它的依据；holds 为假表示已被专家断开。"""

    upstream: str
    upstream_title: str
    upstream_title_en: str
    downstream: str
    downstream_title: str
    downstream_title_en: str
    holds: bool
    corrected: bool
    weight: float | None
    confidence: float | None
    assertions: list[AssertionView]
    corrections: list[CorrectionView]
    upstream_count: CountView
    downstream_count: CountView
