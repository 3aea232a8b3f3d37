"""JSON shapes of training sets."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.training_sets.contract import ReleaseStatus
from brain.platform.training_sets.domain.findings import Kind
from brain.platform.training_sets.domain.recipes import Split

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
ColumnName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]


class TrainingRecipe(Schema):
    name: ColumnName = Field(description="名称：小写字母、数字与下划线，登记后不变")
    title: Line
    purpose: Text = Field(description="为什么做、用来训练什么")
    limits: Text = Field(description="不适合做什么、已知的偏差")
    licence: Line = Field(description="许可：谁可以怎样使用")
    contact: Line
    data_set: str = Field(max_length=80, description="取自哪个数据集，如 industry.tyre_capacity")
    columns: list[ColumnName] = Field(min_length=1, max_length=500)
    label: ColumnName | None = Field(None, description="标签：模型要回答的列")
    groups: list[ColumnName] = Field([], max_length=10, description="同组的行在同一划分，如企业")
    time: ColumnName | None = Field(None, description="按先后划分：早的训练，晚的测试")
    shares: dict[Split, Annotated[float, Field(ge=0, le=1)]] = Field(description="各划分的比例，合起来为 1")


class LeakView(Schema):
    kind: Kind = Field(description="duplicates 重复、groups 同组、time 时间、giveaway 一列说出标签")
    rows: int
    of: int
    message: str
    column: str | None


class CountedView(Schema):
    value: str
    count: int


class ColumnProfileView(Schema):
    name: str
    missing: float = Field(description="缺失的比例")
    distinct: int
    least: float | None
    mean: float | None
    most: float | None
    common: list[CountedView] = Field(description="最常见的取值与次数；取值过多时不列")


class ReleaseOriginView(Schema):
    data_set: str
    provider: str
    title: str
    as_of: str
    rows: int
    sample: bool
    basis: str | None
    basis_document: str | None


class ReleaseReportView(Schema):
    version: int = Field(description="取自数据集的第几版")
    rows: dict[str, int]
    labels: dict[str, dict[str, int]]
    columns: list[ColumnProfileView]
    leaks: list[LeakView]
    origins: list[ReleaseOriginView]
    score: float | None
    rules: int
    broken: list[str]
    files: dict[str, str] = Field(description="SM3，按文件")


class ReleaseView(Schema):
    id: int
    number: int
    status: ReleaseStatus = Field(
        description="waiting 构建中、failed 未成功、built 待审、refused 不同意、published 已发布、"
        "withdrawn 已撤回"
    )
    report: ReleaseReportView | None
    problem: str | None
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class TrainingSetView(Schema):
    id: int
    recipe: TrainingRecipe
    created_by: str
    created_at: datetime
    releases: list[ReleaseView] = Field(description="最新在前")


class ReleaseDecision(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
