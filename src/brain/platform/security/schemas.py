"""JSON shapes of the audit log."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.security.domain import Fault, Result


class AuditFilter(Schema):
    q: str | None = Field(default=None, max_length=100, description="人员、对象、来源地址或追踪号")
    person: str | None = Field(default=None, max_length=64, description="用户名")
    action: str | None = Field(default=None, max_length=100, description="操作")
    kind: str | None = Field(default=None, max_length=100, description="对象类别")
    result: Result | None = Field(default=None, description="结果：done 完成，refused 被拒绝")
    first_day: date | None = Field(default=None, description="起始日期（北京时间）")
    last_day: date | None = Field(default=None, description="截止日期，含当日")


class AuditQuery(AuditFilter):
    page: int = Field(default=1, ge=1, le=100_000, description="页码，从 1 起")
    page_size: int = Field(default=20, ge=1, le=100, description="每页条数")


class AuditExportQuery(AuditFilter):
    format: Literal["xlsx", "csv"] = "xlsx"


class AuditEntryView(Schema):
    position: int
    at: datetime
    actor: str
    actor_name: str
    roles: list[str]
    address: str
    action: str
    action_title: str
    action_title_en: str
    kind: str
    kind_title: str
    kind_title_en: str
    object_id: str
    object_title: str
    link: str | None = Field(description="对象在门户中的页面，无页面或无权查看时为空")
    result: Result
    trace_id: str
    details: dict[str, Any]
    previous: str
    digest: str


class AuditWordView(Schema):
    name: str
    title: str
    title_en: str


class AuditPersonView(Schema):
    username: str
    name: str


class AuditChoicesView(Schema):
    actions: list[AuditWordView]
    kinds: list[AuditWordView]
    roles: list[AuditWordView]
    people: list[AuditPersonView]


class AuditVerificationView(Schema):
    at: datetime
    by: str
    checked: int
    digest: str
    broken_at: int | None
    fault: Fault | None


class AuditStandingView(Schema):
    total: int
    first_at: datetime | None
    last_at: datetime | None
    retention_months: int
    verification: AuditVerificationView | None
