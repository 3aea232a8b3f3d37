"""JSON shapes of conformance to the standards."""

from datetime import date, datetime

from pydantic import Field

from brain.kit.datasets import Tier
from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.schemas import Reason
from brain.platform.standards.contract import ProblemKind


class DataSetStandingView(Schema):
    """一个数据集的落标情况；还没有检查时数字为空。"""

    tier: Tier
    name: str
    title: str
    title_en: str
    columns: int = Field(description="检查的列数；来源各列不计")
    conforming: int | None = Field(description="落标的列数")
    without_element: int | None = Field(description="没有数据元的列数")
    wrong_values: int | None = Field(description="不符合的值数")
    rate: float | None = Field(description="落标率")
    version: int | None
    checked_at: datetime | None


class ConformanceProblemView(Schema):
    kind: ProblemKind = Field(
        description="no_element 没有数据元、unknown_element 数据元没有生效、name 列名、title 含义、"
        "type 类型、format 表示格式、code 代码表"
    )
    message: str
    count: int = Field(description="不符合的值数")
    examples: list[str] = Field(description="不符合的值的例子；您无权查看时没有")


class ElementSuggestionView(Schema):
    element: str
    title: str
    title_en: str
    reason: str


class ColumnConformanceView(Schema):
    column: str
    title: str
    title_en: str
    element: str | None = Field(description="数据元的标识")
    problems: list[ConformanceProblemView]
    suggestions: list[ElementSuggestionView] = Field(description="没有认定时建议的数据元，好的在前")


class VersionRateView(Schema):
    version: int
    rate: float


class ElementChoiceView(Schema):
    column: str
    element: str | None
    reason: str
    by: str
    at: datetime


class DataSetConformanceView(Schema):
    version: int | None = Field(description="检查的版本；还没有检查时为空")
    day: date | None = Field(description="数据的日期：代码表用这一天有效的版本")
    checked_at: datetime | None
    rate: float | None
    columns: list[ColumnConformanceView]
    past: list[VersionRateView] = Field(description="各版本的落标率，最新的在前")
    choices: list[ElementChoiceView] = Field(description="人的认定，最新的在前")


class ElementWanted(Schema):
    column: Name
    element: Name | None = Field(description="数据元的标识；空为认定没有")
    reason: Reason


class HoldingColumnView(Schema):
    tier: Tier
    name: str
    title: str
    title_en: str
    column: str
    column_title: str
    column_title_en: str
