"""JSON shapes of classification and grading."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import Tier
from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import ColumnFindingView, Name
from brain.platform.governance.contract.grading import (
    DerivedCase,
    GradeWhy,
    GradingFacts,
    Measured,
    ProcessingState,
)
from brain.platform.grading.contract import BookState, Facts, TablesState
from brain.platform.grading.domain.important import CatalogueState, FilingField
from brain.platform.grading.domain.opinions import AdviceState, OpinionState

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{0,119}$")]
Level = Annotated[int, Field(ge=1, le=6, description="1–4 一般数据，5 重要数据，6 核心数据")]
Table = Annotated[str, StringConstraints(min_length=1, max_length=500_000)]


class FactsShape(Schema):
    """填写的分类、分级要素与备案内容。"""

    category: Code | None = Field(None, description="分类表的代码")
    processing: ProcessingState = Field(
        "raw", description="raw 原始、masked 脱敏、labelled 标签、statistical 统计、fused 融合"
    )
    case: DerivedCase = Field(
        "default", description="large_group 大范围群体的统计、less_identified 融合后不再能识别"
    )
    measures: dict[Measured, Annotated[float, Field(ge=0, le=1e15)]] = Field(
        {},
        description="规模 records/people、覆盖度 coverage（0–1）、精度 precision_metres、深度 years",
    )
    marks: list[Annotated[str, StringConstraints(max_length=60)]] = Field(
        [], max_length=20, description="群体与区域的标记"
    )
    filing: dict[FilingField, Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]] = (
        Field({}, description="重要数据目录的备案内容")
    )

    def facts(self) -> Facts:
        grading = GradingFacts(
            category=self.category,
            processing=self.processing,
            case=self.case,
            measures=self.measures,
            marks=frozenset(self.marks),
        )
        return Facts(grading=grading, filing={name: text for name, text in self.filing.items() if text})


class GradedDataSetView(Schema):
    tier: Tier
    name: str
    title: str
    title_en: str
    path: str = Field(description="分类路径")
    level: Level = Field(description="就高从严的级别：各列、要素与关联之高")
    columns: int
    unconfirmed: int = Field(description="没有人确认的列数")
    changed: int = Field(description="确认之后发现更高级别内容的列数")
    state: BookState
    rows: int | None


class GradeReasonView(Schema):
    why: GradeWhy = Field(
        description="person 人工、declared 登记、kind 识别、element 要素、association 关联、derived 加工"
    )
    rule: str
    level: Level
    columns: list[str]


class TaughtView(Schema):
    level: Level
    columns: list[str] = Field(description="同名同类的列，人工已定级")


class ProposedGradeView(Schema):
    level: Level
    personal: bool
    category: str | None
    origin: Literal["taught", "rules", "model", "declared"] = Field(
        description="taught 依人工的先例、rules 规则、model 小模型、declared 登记"
    )


class GradeDecidedView(Schema):
    by: str
    at: datetime
    reason: str
    locked: bool


class HarmView(Schema):
    subject: str = Field(description="影响对象")
    harm: str = Field(description="影响程度")


class GradedColumnView(Schema):
    name: str
    title: str
    title_en: str
    level: Level
    personal: bool
    category: str | None
    path: str
    harms: list[HarmView]
    found: ColumnFindingView | None
    examples: list[str] = Field(description="示例，已遮盖")
    taught: TaughtView | None
    proposed: ProposedGradeView
    decided: GradeDecidedView | None
    changed: bool


class WholeGradedView(GradedDataSetView):
    facts: FactsShape
    told_by: str | None
    told_at: datetime | None
    reasons: list[GradeReasonView] = Field(description="为什么是这一级，严的在前")
    rules_version: str
    column_grades: list[GradedColumnView]


class ColumnGradeWanted(Schema):
    column: Name
    level: Level
    personal: bool = Field(description="个人信息")
    category: Code | None = None
    locked: bool = Field(False, description="锁定：此后的发现与新的修订不改变它，只产生待办")
    reason: Reason


class RestWanted(Schema):
    reason: Reason


class AdviceView(Schema):
    id: int
    column: str
    level: Level
    kind: str | None = Field(description="模型认为是什么；没有说的为空")
    reason: str = Field(description="模型的理由，至多 200 字")
    state: AdviceState = Field(description="waiting 待人决定、accepted 已采纳、refused 未采纳")
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None


class OpinionView(Schema):
    version: int = Field(description="问的是哪个版本")
    model: str
    state: OpinionState = Field(description="waiting 等待答复、answered 已答复、failed 没有答成")
    problem: str | None = Field(description="没有答成的原因")
    agreed: int = Field(description="不比现行或识别的级别更严的条数")
    dropped: int = Field(description="不认得或不合约定、因而丢弃的条数")
    asked_by: str
    asked_at: datetime
    answered_at: datetime | None
    advice: list[AdviceView]


class LanguageModelView(Schema):
    """语言模型对一个数据集的看法。"""

    model: str | None = Field(description="配置的模型；没有配置的为空")
    opinion: OpinionView | None = Field(description="最近的一次")


class TablesWanted(Schema):
    matrix: Table = Field(description="影响矩阵（CSV）：影响对象、无危害、一般危害、严重危害、特别严重危害")
    taxonomy: Table = Field(description="分类表（CSV）：代码、名称；代码以上级代码加点开头")
    note: Reason = Field(description="依据与说明")


class TablesRevisionView(Schema):
    revision: int
    note: str
    state: TablesState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class CategoryView(Schema):
    code: str
    name: str
    path: str


class MarkView(Schema):
    mark: str
    title: str


class TablesInForceView(Schema):
    version: str
    matrix: str
    taxonomy: str
    provisional: list[str] = Field(description="没有公开依据、须由主管部门或使用单位确定的部分")
    categories: list[CategoryView]
    marks: list[MarkView]
    waiting: TablesWanted | None = Field(description="待确认的修订")
    revisions: list[TablesRevisionView]


class ImportantEntryView(Schema):
    data_set: str
    title: str
    category: str
    path: str
    level: Level
    records: int
    size: int
    carrier: str = Field(description="载体")
    coverage: float | None
    processing: ProcessingState
    columns: list[str]
    reasons: list[str]
    filing: dict[FilingField, str]
    missing: list[FilingField] = Field(description="还没有填写的备案内容")


class ImportantCatalogueView(Schema):
    number: int
    entries: list[ImportantEntryView]
    digest: str = Field(description="各条目的 SM3 摘要")
    state: CatalogueState
    produced_by: str
    produced_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class FilingChangeView(Schema):
    data_set: str
    what: Literal["added", "removed", "scale", "level", "category", "content"]
    share: float | None = Field(description="规模相对已审定者的变化")
    due: date


class ImportantNowView(Schema):
    entries: list[ImportantEntryView] = Field(description="今天的重要数据")
    changes: list[FilingChangeView] = Field(description="与已审定目录的差别，及报送期限")
    versions: list[ImportantCatalogueView]
