"""JSON shapes of 备案申请, its credentials, the joint test."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.exchange.client.schemas.ledger import PartState

Environment = Literal["sandbox", "production"]


class ExchangeChoiceView(Schema):
    value: str
    title: str
    interface_class: str | None = None


class ExchangeOptionsView(Schema):
    """填写申请与筛选台账所需的选项。"""

    interface_classes: list[ExchangeChoiceView]
    scenes: list[ExchangeChoiceView]
    families: list[ExchangeChoiceView]


class OwnCredentialView(Schema):
    """接口凭证；密钥只加密保存，不显示。"""

    id: int
    environment: Environment
    client_id: str
    classes: list[str]
    scenes: list[str]
    valid_until: date | None
    previous_valid_until: datetime | None
    token_expires_at: datetime | None
    collected_at: datetime
    retired_at: datetime | None


class LinkClockView(Schema):
    """`unknown`：校时服务器不可达，时间未经核实。"""

    status: Literal["ok", "off", "unknown"]
    offset: float | None
    server: str | None
    checked_at: datetime


class CentreConnectionView(Schema):
    """与省级能力中心的连接现状。"""

    centre_url: str | None
    proxy: str | None
    clock: LinkClockView
    credentials: list[OwnCredentialView]
    counts: dict[PartState, int]
    waiting_since: datetime | None


class OwnApplicationForm(Schema):
    """已填写的部分；提交时整体校验。"""

    organisation_name: str | None = Field(default=None, max_length=200)
    organisation_credit_code: str | None = Field(default=None, max_length=18)
    system_name: str | None = Field(default=None, max_length=200)
    purposes: str | None = Field(default=None, max_length=2000)
    interface_classes: list[str] = Field(default=[], max_length=4)
    scenes: list[str] = Field(default=[], max_length=10)
    source_addresses: list[str] = Field(default=[], max_length=50)
    users: list[str] = Field(default=[], max_length=200)
    expected_calls_per_day: int | None = None
    expected_bytes_per_day: int | None = None
    contact_role: str | None = Field(default=None, max_length=200)
    contact_phone: str | None = Field(default=None, max_length=30)


class ApplicationStepView(Schema):
    at: datetime
    side: Literal["brain", "centre"]
    actor: str
    action: str
    from_state: str
    to_state: str
    reason: str


class OwnApplicationView(Schema):
    """`actions` 是省级能力中心当前允许的操作。"""

    id: int
    number: str | None
    state: str
    state_title: str
    editable: bool
    form: OwnApplicationForm
    history: list[ApplicationStepView]
    actions: list[str]
    collectable: list[Environment]
    valid_until: date | None
    renewal_pending: bool
    created_at: datetime
    updated_at: datetime


class OwnApplicationsView(Schema):
    items: list[OwnApplicationView]


class ApplicationSubmission(Schema):
    enrolment_code: str | None = Field(
        default=None, min_length=1, max_length=200, description="接入码，首次提交时必填"
    )


class CredentialCollection(Schema):
    environment: Environment


class StepComment(Schema):
    comment: str | None = Field(default=None, min_length=1, max_length=2000)


class TestCheckView(Schema):
    id: str
    group: str
    title: str
    expected_status: int
    expected_code: str
    passed: bool
    observed: str
    milliseconds: int
    request_ids: list[str]


class TestFindingView(Schema):
    """待整改的一项：本地所见与省级能力中心的意见。"""

    id: str
    title: str
    observed: str | None
    centre: str | None


class TestRunView(Schema):
    id: int
    application_id: int
    state: Literal["running", "passed", "failed", "broken"]
    total: int
    checks: list[TestCheckView]
    findings: list[TestFindingView]
    comment: str | None
    problem: str | None
    started_by: str
    started_at: datetime
    finished_at: datetime | None
    countersigned_at: datetime | None


class TestRunsView(Schema):
    items: list[TestRunView]
