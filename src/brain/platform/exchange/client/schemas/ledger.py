"""JSON shapes of the ledger, dead letters and reconciliation."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema

PartState = Literal["queued", "accepted", "dead", "discarded"]
Words = Annotated[str, Field(min_length=1, max_length=2000)]


class DiscardReason(Schema):
    reason: Words


class PartProblemView(Schema):
    loc: str
    message: str


class SentPartView(Schema):
    id: int
    batch_id: str
    scene: str
    number: int
    count: int
    records: int
    size: int
    digest: str
    state: PartState
    attempts: int
    queued_at: datetime
    next_attempt_at: datetime
    status: int | None
    code: str | None
    reason: str | None
    request_id: str | None
    errors: list[PartProblemView] | None
    received_at: datetime | None
    confirmed_at: datetime | None


class LedgerQuery(Schema):
    scene: str | None = Field(default=None, max_length=40, description="场景")
    state: PartState | None = Field(default=None, description="状态")
    batch_id: str | None = Field(default=None, max_length=64, description="批次号")
    first_day: date | None = Field(default=None, description="排队日期起（北京时间）")
    last_day: date | None = Field(default=None, description="排队日期止（北京时间）")


class LedgerPageQuery(LedgerQuery):
    page: int = Field(default=1, ge=1, le=100_000, description="页码，从 1 起")
    page_size: int = Field(default=20, ge=1, le=100, description="每页条数")


class LedgerExportQuery(LedgerQuery):
    format: Literal["csv", "xlsx"] = "xlsx"


class SendAttemptView(Schema):
    at: datetime
    milliseconds: int
    status: int | None
    code: str | None
    reason: str
    request_id: str | None


class SendAttemptsView(Schema):
    items: list[SendAttemptView]


class PartRecordsView(Schema):
    records: list[dict[str, Any]]


class PartEdit(Schema):
    records: list[dict[str, Any]] = Field(min_length=1, max_length=100_000, description="修改后的全部记录")


class OwnDifferenceView(Schema):
    difference: Literal["missing", "doubled", "altered", "unknown"]
    scene: str
    batch_id: str
    part_number: int
    explanation: str


class OwnReconciliationView(Schema):
    day: date
    at: datetime
    ours: int
    theirs: int
    findings: list[OwnDifferenceView]
