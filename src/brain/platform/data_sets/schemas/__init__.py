"""JSON shapes of data sets."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import Tier, Type
from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import (
    MOST_COLUMNS,
    ColumnFindingView,
    DeclarationState,
    DeclaredColumn,
    DeclaredDataSet,
    Name,
)
from brain.platform.data_sets.domain.holding import HeldState
from brain.platform.data_sets.domain.registration import RegistrationState

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]

Category = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{0,119}$")]

Statement = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000),
    Field(description="一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise"),
]


class BrokenRuleView(Schema):
    name: str
    message: str = Field(description="规则")
    holds: bool = Field(description="不符合的行已隔离")
    violations: int = Field(description="不符合的行数；针对整个数据集的规则为 1")
    rows: int


class QualityView(Schema):
    score: float = Field(description="总分 0–100：各维度得分的平均")
    scores: dict[str, float] = Field(description="各维度得分：完整、唯一、有效、一致、准确、及时")
    rules: int = Field(description="规则数")
    broken: list[BrokenRuleView] = Field(description="没有全部符合的规则，严重的在前")


class DataSetVersionView(Schema):
    number: int = Field(description="版本号，从 1 起")
    rows: int
    bytes: int
    seconds: float = Field(description="构建用时")
    built_at: datetime
    quality: QualityView | None = Field(description="质量规则的结果；没有声明规则时为空")


class RegistrationMark(Schema):
    called: str | None = Field(description="标识，或登记之前的临时标识")
    state: RegistrationState = Field(description="目录登记的状态")


class DataSetView(Schema):
    tier: Tier = Field(description="base 基础库、industry 行业库、scenario 场景库")
    name: str
    title: str
    title_en: str
    about: str = Field(description="每行是什么，从哪里来")
    level: int = Field(description="级别：各列从高（就高从严）")
    owner: str | None = Field(description="责任部门；平台自带的没有")
    version: DataSetVersionView | None = Field(description="最新版本；还没有构建时为空")
    registration: RegistrationMark | None = Field(description="目录登记；没有人填写过时为空")


class ColumnView(Schema):
    name: str
    title: str
    title_en: str
    type: Type
    level: int = Field(description="一般数据 1–4 级（GB/T 43697-2024 附录 H）")
    personal: bool = Field(description="个人信息")
    kind: str | None = Field(description="含有什么：credit_code、mobile 等")
    key: bool = Field(description="键：合起来标识一行")
    shown: Literal["plain", "masked", "withheld"] = Field(description="您看到的取值：原样、脱敏、不显示")
    found: ColumnFindingView | None = Field(description="最新版本中发现的内容")


class AttemptView(Schema):
    number: int | None = Field(description="成功构建的版本号")
    problem: str | None = Field(description="没有构建成功的原因")
    rows: int
    seconds: float
    at: datetime
    upon_last: bool = Field(description="增量：沿用上一版本的文件")
    full_because: str | None = Field(description="全量构建的原因")
    written: int = Field(description="新写的字节数")


class NewDataSet(DeclaredDataSet):
    """A data set computed from others."""

    columns: list[DeclaredColumn] = Field(min_length=1, max_length=MOST_COLUMNS)
    statement: Statement


class StatementWanted(Schema):
    statement: Statement


class ComputedColumnView(Schema):
    """一列的建议；列名不合规则的，请在语句中用 AS 命名。"""

    name: str
    title: str
    title_en: str
    type: Type
    level: int = Field(description="至少的级别：所来自各列之高")
    personal: bool
    kind: str | None


class OriginView(Schema):
    data_set: str
    column: str


class TracedView(Schema):
    column: str
    direct: list[OriginView] = Field(description="直接来自")
    sources: list[OriginView] = Field(description="最初来自：不再由其他列计算的列")
    impact: list[OriginView] = Field(description="影响：由它计算的全部列")


class DeclarationView(Schema):
    revision: int = Field(description="第几次修订，从 1 起")
    state: DeclarationState = Field(
        description="waiting 待确认、confirmed 已确认、refused 已退回、replaced 已被取代、retired 已停用"
    )
    declared_by: str
    declared_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class WaitingDataSet(Schema):
    tier: Tier
    name: str
    title: str
    title_en: str
    revision: int
    declared_by: str
    declared_at: datetime


class Confirmation(Schema):
    levels: dict[Name, Annotated[int, Field(ge=1, le=6)]] = Field(
        {}, max_length=MOST_COLUMNS, description="要改正的级别，按列名"
    )


class Refusal(Schema):
    reason: Reason


class HeldRowView(Schema):
    id: int
    values: dict[str, str | None] = Field(description="取值的文字，按列；您无权查看的已脱敏或为空")
    broken: list[str] = Field(description="不符合的规则")
    state: HeldState
    held_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class Correction(Schema):
    values: dict[Name, Annotated[str, StringConstraints(max_length=4000)] | None] = Field(
        min_length=1, max_length=MOST_COLUMNS, description="改正的取值，按列；空为没有"
    )
    reason: Reason


class WithdrawalWanted(Schema):
    reason: Reason


class GradeWanted(Schema):
    column: Name
    level: int = Field(ge=1, le=6, description="一般数据 1–4 级，5 重要数据，6 核心数据")
    personal: bool = Field(description="个人信息")
    reason: Reason
    category: Category | None = Field(None, description="分类（分类表的代码）")
    locked: bool = Field(False, description="锁定：此后的发现与新的修订不改变它")


class DecisionView(Schema):
    column: str
    level: int
    personal: bool
    reason: str
    by: str
    at: datetime
    category: str | None
    locked: bool


class WithdrawalView(Schema):
    by: str
    at: datetime
    reason: str


class DeliveryView(Schema):
    id: int = Field(description="与导入任务的编号相同；更正另有编号")
    corrects: bool = Field(description="是人更正的一行")
    provider: str
    title: str
    as_of: date
    sample: bool
    rows: int
    delivered_by: str
    delivered_at: datetime
    withdrawal: WithdrawalView | None


class WholeDataSetView(DataSetView):
    columns: list[ColumnView]
    inputs: list[str] = Field(description="由哪些数据集构建")
    users: list[str] = Field(description="哪些数据集由它构建")
    statement: str | None = Field(description="由其他数据集计算时的构建语句")
    gathered: bool | None = Field(
        description="由数据源交付时：每次交付是全部（true），或同键的行以较新的为准（false）"
    )
    rules: list[dict[str, Any]] = Field(description="质量规则")
    attempts: list[AttemptView] = Field(description="最近的构建，最新在前")
    head: list[list[Any]] = Field(description="前若干行，与 columns 同序")
    decisions: list[DecisionView] = Field(description="人工确定的级别，最新在前")
    declarations: list[DeclarationView] = Field(description="登记的各次修订，最新在前；平台自带的没有")
    deliveries: list[DeliveryView] = Field(description="数据源的交付，日期最新在前")


class Question(Schema):
    statement: Statement
    limit: int = Field(200, ge=1, le=1000, description="最多返回的行数")


class AnswerColumn(Schema):
    name: str
    type: str = Field(description="Arrow 类型")


class AnswerView(Schema):
    columns: list[AnswerColumn]
    rows: list[list[Any]]
    cut: bool = Field(description="还有更多的行没有返回")
    hidden: list[str] = Field(description="您无权查看取值的列，结果中已脱敏或为空")
    narrowed: list[str] = Field(description="按行策略您只能看到一部分行的数据集")
    versions: dict[str, int] = Field(description="所用数据集的版本")
    seconds: float


class ExportWanted(Schema):
    statement: Statement
    format: Literal["csv", "xlsx", "arrow"] = "csv"
