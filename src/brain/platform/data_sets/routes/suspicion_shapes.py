"""JSON shapes of suspected cells."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.data_sets.domain.suspicions import DetectionState, SuspicionState
from brain.platform.data_sets.schemas import Reason

SuspicionKind = Literal[
    "disguised_missing", "format", "merged", "spelling", "corrupted", "dependency", "pattern", "outlier"
]


class DetectionView(Schema):
    id: int
    version: int
    state: DetectionState = Field(
        description="queued 排队、running 进行中、done 完成、stopped 已停止、failed 失败"
    )
    asked_by: str | None = Field(description="由谁发起；构建后自动查找的为空")
    asked_at: datetime
    finished_at: datetime | None
    rows: int
    rows_looked: int = Field(description="实际看了多少行：超过一百万格时按相同间隔抽取")
    columns: int = Field(description="看了多少列，最多 60 列")
    progress: int = Field(description="百分之几")
    found: int = Field(description="发现多少处；只保留最有把握的两千处")
    problem: str | None


class SuspicionReasonView(Schema):
    kind: SuspicionKind
    text: str
    confidence: float


class SuspicionView(Schema):
    id: int
    version: int
    column: str
    value: str | None
    repair: str | None = Field(description="建议的取值；空文本为应当为空，null 为没有建议")
    kind: SuspicionKind
    confidence: float = Field(description="多大把握是错的，0–1")
    reasons: list[SuspicionReasonView] = Field(description="依据；涉及您无权查看的列的不列出")
    values: dict[str, str | None] = Field(description="这一行，您无权查看的已脱敏或为空")
    state: SuspicionState = Field(
        description="open 待处理、repaired 已改正、dismissed 无误、asked 待数据源答复"
    )
    repairable: bool = Field(description="可以在这里改正")
    found_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class SuspicionsDecided(Schema):
    ids: Annotated[list[Annotated[int, Field(ge=1, le=2**40)]], Field(min_length=1, max_length=100)]
    decision: Literal["repair", "dismiss", "ask"] = Field(
        description="repair 采纳建议、dismiss 无误、ask 向数据源核实"
    )
    reason: Reason
