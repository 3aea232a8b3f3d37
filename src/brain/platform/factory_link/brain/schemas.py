"""JSON shapes of the brain's side, for people."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.protocol.messages import Granularity, HealthTold, Purpose

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class NewInvitation(Schema):
    credit_code: str = Field(min_length=18, max_length=18, description="工厂的统一社会信用代码")
    title: Line = Field(description="工厂名称")


class FactoryView(Schema):
    id: str
    credit_code: str
    title: str
    state: Stage
    reason: str | None
    check_number: str | None = Field(description="核对号：与工厂页面上的一致才确认")
    code_until: datetime
    invited_by: str
    invited_at: datetime
    claimed_at: datetime | None
    confirmed_by: str | None
    confirmed_at: datetime | None
    closed_by: str | None
    closed_at: datetime | None
    key_since: datetime | None
    seen_at: datetime | None
    health: HealthTold | None


class PlacedFactory(Schema):
    id: str
    title: str
    state: Stage
    seen_at: datetime | None


class FactoryCityView(Schema):
    code: str = Field(description="设区的市，GB/T 2260")
    name: str
    factories: list[PlacedFactory]


class InvitationView(Schema):
    factory: FactoryView
    code: str = Field(description="一次性注册码：只显示这一次")


class CheckedNumber(Schema):
    check_number: str = Field(pattern=r"^\d{6}$")


class Closing(Schema):
    reason: Reason


class ConsentedView(Schema):
    id: int
    purpose: Purpose
    granularity: Granularity
    points: int
    given_by: str
    given_at: datetime
    until: datetime | None
    ended_at: datetime | None


class FactoryPointView(Schema):
    number: int
    code: str
    title: str
    kind: str
    unit: str | None
    quantity: str | None
    domain: str
    level: int
    equipment: list[str]
    shared: bool


class ArrivedView(Schema):
    batches: int
    points: int
    size: int
    refused: int
    last_received: datetime | None


class InWarehouseView(Schema):
    until: datetime | None = Field(description="到这一时刻为止的值已处理：可以存入数据仓的已存入")
    waiting: int = Field(description="等待存入的批次")


class SharedView(Schema):
    """What a factory shares, and what came of it in the last day."""

    consents: list[ConsentedView]
    points: list[FactoryPointView]
    day: ArrivedView
    landed: InWarehouseView


class ReadingsQuery(Schema):
    purpose: Purpose
    begin: AwareDatetime
    end: AwareDatetime
    point: list[int] = Field(min_length=1, max_length=50, description="测点的编号")
    what: Reason = Field(description="用来做什么；会告知工厂")


class ReadingView(Schema):
    point: int
    at: datetime
    quality: int
    value: float | int | str | None
    granularity: str
    statistic: Literal["value", "count", "mean", "low", "high"]


class ReadingsView(Schema):
    items: list[ReadingView]
