"""JSON shapes of data sets."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import Tier, Type
from brain.kit.schemas import Schema

Statement = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000),
    Field(description="一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise"),
]


class BrokenRuleView(Schema):
    name: str
    message: str = Field(description="规则")
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


class DataSetView(Schema):
    tier: Tier = Field(description="base 基础库、industry 行业库、scenario 场景库")
    name: str
    title: str
    title_en: str
    about: str = Field(description="每行是什么，从哪里来")
    level: int = Field(description="级别：各列从高（就高从严）")
    version: DataSetVersionView | None = Field(description="最新版本；还没有构建时为空")


class ColumnView(Schema):
    name: str
    title: str
    title_en: str
    type: Type
    level: int = Field(description="一般数据 1–4 级（GB/T 43697-2024 附录 H）")
    key: bool = Field(description="键：合起来标识一行")
    hidden: bool = Field(description="您无权查看取值")


class AttemptView(Schema):
    number: int | None = Field(description="成功构建的版本号")
    problem: str | None = Field(description="没有构建成功的原因")
    rows: int
    seconds: float
    at: datetime


class WholeDataSetView(DataSetView):
    columns: list[ColumnView]
    inputs: list[str] = Field(description="由哪些数据集构建")
    users: list[str] = Field(description="哪些数据集由它构建")
    statement: str | None = Field(description="行业库、场景库的构建语句")
    attempts: list[AttemptView] = Field(description="最近的构建，最新在前")
    head: list[list[Any]] = Field(description="前若干行，与 columns 同序")


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
    hidden: list[str] = Field(description="您无权查看取值的列，结果中为空")
    versions: dict[str, int] = Field(description="所用数据集的版本")
    seconds: float


class ExportWanted(Schema):
    statement: Statement
    format: Literal["csv", "xlsx", "arrow"] = "csv"
