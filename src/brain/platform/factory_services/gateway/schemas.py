"""JSON shapes of the gateway's side."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.factory_services.gateway.domain.subscribing import Every


class SubscriptionView(Schema):
    every: Every
    request: dict[str, Any]
    by_name: str
    since: datetime
    due_at: datetime


class BrainServiceView(Schema):
    name: str
    version: str
    title: str
    title_en: str
    gives: str
    gives_en: str
    purpose: str | None = Field(description="须先同意哪种用途")
    missing: list[str] = Field(description="这种用途还没有同意的指标")
    request: dict[str, Any] = Field(description="请求的 JSON Schema")
    repeatable: bool = Field(description="可以定期自动调用")
    heard_at: datetime
    subscription: SubscriptionView | None
    last_call: str | None = Field(description="最近一次调用")


class NewCall(Schema):
    request: dict[str, Any] = Field(max_length=100)


class NewSubscription(Schema):
    request: dict[str, Any] = Field(max_length=100)
    every: Every


class OwnCallSummary(Schema):
    id: str
    service: str
    title: str
    title_en: str
    asked_by_name: str
    asked_at: datetime
    state: Literal["waiting", "done", "refused", "failed"]
    message: str | None
    answered_at: datetime | None


class OwnCallView(OwnCallSummary):
    request: dict[str, Any]
    result: dict[str, Any] | None
