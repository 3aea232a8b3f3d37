"""JSON shapes of what is kept: versions and their differences, retention, holds, erasures."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.domain.retention import ErasureState, Ground
from brain.platform.data_sets.schemas import DataSetVersionView, Reason


class RowChangeView(Schema):
    kind: Literal["added", "gone", "changed"] = Field(description="新增、消失、变化")
    before: dict[str, str | None] | None = Field(description="取值的文字，按列；您无权查看的已脱敏或为空")
    after: dict[str, str | None] | None


class DifferenceView(Schema):
    older: DataSetVersionView
    newer: DataSetVersionView
    added: int = Field(description="新增的行数")
    gone: int = Field(description="消失的行数")
    changed: int | None = Field(description="变化的行数；没有键的数据集不能分辨，为空")
    by_column: dict[str, int] = Field(description="各列有多少行变化；没有变化的列不列出")
    examples: list[RowChangeView] = Field(description="每种最多 30 行")


class RetentionWanted(Schema):
    versions: int = Field(ge=1, le=1000, description="保留最近多少个版本")
    days: int = Field(ge=0, le=3650, description="构建后至少保留多少天")
    delivery_days: int | None = Field(
        None, ge=1, le=3650, description="撤回或被取代的交付，多少天后清除文件；空为不清除"
    )
    reason: Reason


class RetentionView(Schema):
    versions: int
    days: int
    delivery_days: int | None


class RetentionDecisionView(Schema):
    policy: RetentionView
    reason: str
    by: str
    at: datetime


class LegalHoldView(Schema):
    id: int
    reason: str
    placed_by: str
    placed_at: datetime
    released_by: str | None
    released_at: datetime | None
    released_for: str | None


class ErasureView(Schema):
    id: int
    ground: Ground = Field(
        description="person 个人请求、contract 合同终止、provider 提供方要求、law 依法要求"
    )
    reason: str
    state: ErasureState = Field(
        description="waiting 待核准、refused 不同意、approved 执行中、erased 等待重建、done 已完成"
    )
    rows: int = Field(description="指明的行数")
    found: int = Field(description="提出时最新版本中有的行数")
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None
    done_at: datetime | None
    report: dict[str, Any] = Field(description="从哪些交付、隔离的行、版本中清除")


class KeepingView(Schema):
    """What is kept of a data set."""

    policy: RetentionView = Field(description="此刻有效的保留期限")
    decisions: list[RetentionDecisionView] = Field(description="最新在前")
    holds: list[LegalHoldView] = Field(description="法律冻结，最新在前")
    erasures: list[ErasureView] = Field(description="永久删除的请求，最新在前")
    downstream: list[str] = Field(description="由它构建的全部数据集：删除会传到这些数据集")
    erasable: bool = Field(description="能够按键删除行")


class ErasureWanted(Schema):
    rows: list[dict[Name, Annotated[str, StringConstraints(max_length=400)]]] = Field(
        min_length=1, max_length=10_000, description="要删除的行，按键的各列"
    )
    ground: Ground
    reason: Reason
