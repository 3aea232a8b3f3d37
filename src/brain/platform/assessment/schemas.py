"""JSON shapes of assessing."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.assessment.contract import PlanStatus, Status
from brain.platform.assessment.domain.indicators import Business, EvidenceKind, Gate, Kind

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$")]
AnswerValue = Annotated[str, StringConstraints(max_length=60)] | Annotated[float, Field(allow_inf_nan=False)]


class IndicatorOptionView(Schema):
    code: str
    title: str
    title_en: str
    points: float


class IndicatorThresholdView(Schema):
    at: float
    points: float


class IndicatorView(Schema):
    code: str
    title: str
    title_en: str
    asks: str
    asks_en: str
    kind: Kind = Field(description="choice 单选、yes_no 是否、number 数值、share 百分比")
    weight: float = Field(description="占维度的百分比")
    business: Business
    evidence: list[EvidenceKind]
    prefill: str | None = Field(description="可由平台哪项事实回答")
    unit: str
    options: list[IndicatorOptionView]
    thresholds: list[IndicatorThresholdView]


class DimensionView(Schema):
    code: str
    title: str
    title_en: str
    weight: float
    indicators: list[IndicatorView]


class DigitalLevelView(Schema):
    code: str
    title: str
    title_en: str
    from_score: float


class IndicatorSetHead(Schema):
    code: str
    version: str
    title: str
    title_en: str
    issuer: str
    document: str
    number: str
    date: str
    provisional: bool
    note: str
    note_en: str
    gate: Gate = Field(description="total 只看总分；every_dimension 每个维度都要达到")
    levels: list[DigitalLevelView]


class IndicatorSetView(IndicatorSetHead):
    dimensions: list[DimensionView]


class IndicatorSetSummary(IndicatorSetHead):
    indicators: int
    draft: int | None = Field(description="此指标集正在填写的评测")


class NewAssessment(Schema):
    set_code: Code
    set_version: Version
    copy_of: int | None = Field(None, ge=1, le=2**63 - 1, description="以哪次评测为底")


class AssessmentHead(Schema):
    id: int
    set_code: str
    set_version: str
    status: Status = Field(description="draft 填写中、submitted 已提交")
    copied_from: int | None
    started_by: str
    started_at: datetime
    changed_at: datetime
    submitted_by: str | None
    submitted_at: datetime | None
    digest: str | None = Field(description="结果的 SM3 摘要")
    total: float | None
    level: str | None


class AssessmentSummary(AssessmentHead):
    title: str
    title_en: str
    level_title: str | None
    level_title_en: str | None


class KnownFactView(Schema):
    key: str
    value: str | float
    unit: str
    as_of: datetime
    source: str
    source_en: str
    explanation: str
    explanation_en: str


class IndicatorAnswerView(Schema):
    indicator: str
    value: str | float
    fact: KnownFactView | None = Field(description="平台预填所依据的事实")
    reason: str | None = Field(description="为什么与事实不同")
    answered_by: str
    answered_at: datetime


class AssessmentEvidenceView(Schema):
    id: int
    indicator: str
    kind: EvidenceKind
    text: str
    digest: str | None
    size: int | None
    added_by: str
    added_at: datetime


class IndicatorScoreView(Schema):
    code: str
    points: float
    answered: bool


class DimensionScoreView(Schema):
    code: str
    points: float
    indicators: list[IndicatorScoreView]


class AssessmentScoreView(Schema):
    total: float
    level: str | None
    next_level: str | None
    lacking: float = Field(description="离下一级还差的总分")
    held_back_by: list[str] = Field(description="没有达到下一级门槛的维度")
    dimensions: list[DimensionScoreView]
    unanswered: list[str] = Field(description="没有回答的指标，按 0 分计")


class GapView(Schema):
    indicator: str
    dimension: str
    points: float
    next_step: str | float
    next_points: float
    gain: float = Field(description="做到下一步，总分增加多少")
    gain_in_all: float
    steps: int
    holds_back: bool


class PlanItemView(Schema):
    id: int
    indicator: str | None
    action: str
    owner: str
    due: date
    service_key: str | None
    service_title: str | None
    status: PlanStatus
    overdue: bool
    created_by: str
    created_at: datetime


class AssessmentView(Schema):
    assessment: AssessmentHead
    asked: IndicatorSetView
    answers: list[IndicatorAnswerView]
    evidence: list[AssessmentEvidenceView]
    score: AssessmentScoreView
    gaps: list[GapView]
    plan: list[PlanItemView]


class SaidAnswer(Schema):
    indicator: Code
    value: AnswerValue | None = Field(description="null 收回回答")
    reason: Line | None = Field(None, description="与平台事实不同时必须写明")


class StepAnswers(Schema):
    answers: list[SaidAnswer] = Field(min_length=1, max_length=500)


class PrefilledView(Schema):
    filled: int


class NewEvidence(Schema):
    indicator: Code
    kind: Literal["text", "reference", "fact"]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class EvidenceFile(Schema):
    indicator: Code = Field(description="属于哪个指标")
    name: str = Field(min_length=1, max_length=255, description="文件名")


class NewPlanItem(Schema):
    indicator: Code | None = None
    action: Line
    owner: Name
    due: date
    service_key: Annotated[str, StringConstraints(max_length=100)] | None = None
    service_title: Annotated[str, StringConstraints(max_length=200)] | None = None


class PlanItemChange(Schema):
    status: PlanStatus
    due: date
    owner: Name


class DimensionPoint(Schema):
    code: str
    title: str
    title_en: str
    points: float


class ProgressPoint(Schema):
    id: int
    submitted_at: datetime
    set_version: str
    total: float
    level_title: str | None
    level_title_en: str | None
    dimensions: list[DimensionPoint]
