"""JSON shapes of issues of quality, the overview and the report."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import Tier
from brain.kit.schemas import Schema
from brain.platform.data_sets.domain.issues import IssueAct, IssueState

FileFormat = Literal["csv", "xlsx"]


class IssueView(Schema):
    id: int
    data_set: str = Field(description="数据集的查询用名")
    rule: str
    message: str = Field(description="规则")
    severity: Literal["warn", "quarantine", "stop"]
    owner: str | None = Field(description="责任部门；平台自带的数据集没有，由运营人员办理")
    assignee: str | None = Field(description="办理人")
    state: IssueState = Field(
        description="open 待办理、in_work 办理中、waiting 等待他人、resolved 已解决、accepted 已接受"
    )
    due: date = Field(description="期限：停止发布 1 天、隔离行 3 天、提醒 10 天")
    overdue: bool
    accepted_until: date | None
    violations: int = Field(description="最近一次核对中不符合的行数")
    rows: int
    version: int | None = Field(description="在哪个版本中；没有能发布的为空")
    opened_at: datetime
    closed_at: datetime | None
    times: int = Field(description="第几次出现")


class IssueStepView(Schema):
    kind: str = Field(description="opened、reopened、resolved 由核对得出；其余是人办理的")
    text: str
    by: str | None
    at: datetime


class WholeIssueView(IssueView):
    allowed: list[IssueAct] = Field(description="现在可以怎样办理")
    steps: list[IssueStepView] = Field(description="经过，最新在前")


class IssueStepWanted(Schema):
    act: IssueAct = Field(
        description="take 由我办理、wait 等待、accept 接受、reopen 重新办理、plan 改期限、comment 说明"
    )
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""
    until: date | None = Field(None, description="接受到哪一日，或新的期限")
    owner: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = (
        Field(None, description="新的责任部门")
    )


class QualityStandingView(Schema):
    tier: Tier
    name: str
    title: str
    title_en: str
    owner: str | None
    score: float | None = Field(description="最新版本的总分；没有规则时为空")
    change: float | None = Field(description="比上一个版本")
    version: int | None
    built_at: datetime | None
    rows: int | None
    usual_rows: int | None = Field(description="此前最多 8 个版本行数的中位数")
    unresolved: int = Field(description="未解决的问题单")
    overdue: int
    problem: str | None = Field(description="最近一次没有构建成功的原因")


class QualityPointView(Schema):
    version: int | None = Field(description="没有能发布的为空")
    at: datetime
    rows: int
    score: float | None
    scores: dict[str, float]
    rules: int
    broken: int


class QualityLineView(Schema):
    tier: Tier
    name: str
    title: str
    title_en: str
    owner: str | None
    before: float | None = Field(description="期初的总分")
    after: float | None = Field(description="期末的总分")
    change: float | None
    opened: int = Field(description="期间出现的问题单")
    resolved: int
    accepted: int
    unresolved: int = Field(description="现在未解决的")


class QualityOwnerView(Schema):
    owner: str | None
    opened: int
    resolved: int
    accepted: int
    unresolved: int
    overdue: int


class QualityReportView(Schema):
    since: date
    until: date
    lines: list[QualityLineView] = Field(description="各数据集，变差的在前")
    owners: list[QualityOwnerView]
    worse: list[IssueView] = Field(description="期间出现的问题单")
    repaired: list[IssueView] = Field(description="期间解决的问题单")
