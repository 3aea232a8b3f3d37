"""JSON shapes of enrolments, applications and alarms."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema


class NewEnrolment(Schema):
    organisation_name: str = Field(min_length=2, max_length=200)
    credit_code: str = Field(pattern="^[0-9A-HJ-NPQRTUWXY]{18}$")


class EnrolmentView(Schema):
    id: int
    organisation_name: str
    credit_code: str
    created_by: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


class EnrolmentCode(EnrolmentView):
    code: str = Field(description="一次性登记码，只显示这一次")


class ApplicationBrief(Schema):
    number: str
    state: str
    organisation_name: str
    credit_code: str
    system_name: str
    created_at: datetime
    valid_until: date | None


class ClientView(Schema):
    """一个机器客户端；密钥从不显示。"""

    id: str = Field(description="客户端标识（client_id）")
    name: str
    application_number: str = Field(description="所属申请")
    state: Literal["open", "suspended", "revoked", "expired"]
    scopes: list[str] = Field(description="已开通的接口类")
    scenes: list[str] = Field(description="已开通的场景")
    addresses: list[str] = Field(description="允许的来源地址；空为不限")
    calls_per_minute: int
    valid_until: date | None
    previous_until: datetime | None = Field(description="轮换中：旧密钥用到何时")
    created_at: datetime


class HistoryView(Schema):
    at: datetime
    side: str
    actor: str
    action: str
    from_state: str
    to_state: str
    reason: str


class ConformanceCheckView(Schema):
    """一项检查：规定的应答、产业大脑所见、能力中心的意见。"""

    id: str
    group: str
    title: str
    expected_status: int
    expected_code: str
    passed: bool
    observed: str
    milliseconds: int
    request_ids: list[str]
    problems: list[str]


class ConformanceView(Schema):
    run_id: str
    software: str
    verdict: str
    checks: list[ConformanceCheckView]
    started_at: datetime
    finished_at: datetime
    algorithm: str
    signature: str
    countersigned_at: datetime
    countersignature: str


class StepView(Schema):
    name: str
    title: str
    needs_reason: bool


class ApplicationView(ApplicationBrief):
    state_title: str
    form: dict[str, Any]
    calls_per_minute: int
    client_id: str
    renewal_pending: bool
    sandbox_collected: bool
    production_collected: bool
    history: list[HistoryView]
    steps: list[StepView]
    conformance: list[ConformanceView]


class StepTaken(Schema):
    reason: str = Field(default="", max_length=2000)


class Limits(Schema):
    calls_per_minute: int = Field(ge=1, le=1_000_000, description="每分钟调用次数上限")


class EnvironmentChoice(Schema):
    environment: Literal["sandbox", "production"]


class AlarmView(Schema):
    id: int
    client_id: str
    kind: str
    first_at: datetime
    last_at: datetime
    times: int
    handled_by: str | None
    handled_at: datetime | None
