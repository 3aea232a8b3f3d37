"""JSON shapes of rules of quality and what people make of them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.data_sets.domain.rules import ChangeState
from brain.platform.data_sets.schemas import BrokenRuleView, Reason

RuleName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
Written = Annotated[
    dict[str, Any], Field(description="规则的定义：kind 种类与该种类的各项（见数据质量文档）")
]


class RuleView(Schema):
    name: str
    kind: str = Field(description="种类：not_null 非空、pattern 格式、free_sql 自由查询等")
    dimension: str = Field(description="维度：completeness 完整、uniqueness 唯一等")
    severity: str = Field(description="warn 提醒、quarantine 隔离行、stop 停止发布")
    message: str = Field(description="规则的一句话")
    of_rows: bool = Field(description="由行违反；否则针对整个数据集")
    columns: list[str] = Field(description="说到的列")
    definition: dict[str, Any]


class RuleChangeView(Schema):
    id: int
    rule: str
    definition: dict[str, Any] | None = Field(description="改成的定义；空为停用")
    until: date | None = Field(description="到此日为止，其后恢复原来的规则")
    reason: str
    state: ChangeState = Field(
        description="waiting 待确认、in_force 已生效、refused 已退回、replaced 已被取代"
    )
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision: str | None = Field(description="退回的理由")


class StandingRuleView(Schema):
    rule: RuleView
    origin: Literal["code", "declared", "page"] = Field(
        description="code 平台自带、declared 登记时声明、page 在页面上新增"
    )
    off: bool = Field(description="已停用")
    change: RuleChangeView | None = Field(description="最近一次生效的改动")
    waiting: RuleChangeView | None = Field(description="待确认的改动")
    broken: BrokenRuleView | None = Field(description="最新版本没有全部符合时的结果")


class RuleColumnView(Schema):
    name: str
    title: str
    title_en: str
    type: str


class RulebookView(Schema):
    title: str
    title_en: str
    version: int | None = Field(description="最新版本；还没有构建时为空")
    columns: list[RuleColumnView]
    rules: list[StandingRuleView]
    asked: list[RuleChangeView] = Field(description="待确认的新规则")
    history: list[RuleChangeView] = Field(description="全部改动，最新在前")


class RuleChangeWanted(Schema):
    rule: RuleName | None = Field(None, description="改动哪一条；不填为新增")
    definition: Written | None = Field(None, description="改成的定义；不填为停用")
    until: date | None = Field(None, description="平台自带的规则降为提醒到哪一日为止")
    reason: Reason


class RuleTrialWanted(Schema):
    definition: Written


class RuleTrialView(Schema):
    rule: RuleView
    version: int
    rows: int
    violations: int = Field(description="不符合的行数；针对整个数据集的规则为 0 或 1")
    examples: list[dict[str, str | None]] = Field(description="不符合的行，最多 10 行；无权查看的已脱敏")
    blind: list[str] = Field(description="规则说到而您无权查看的列：只给行数，不给例子；自由查询中按空值试算")


class RuleProposalView(Schema):
    definition: dict[str, Any]
    message: str
    support: int = Field(description="依据的行数")
    reason: str
