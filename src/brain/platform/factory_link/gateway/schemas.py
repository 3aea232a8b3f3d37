"""JSON shapes of the gateway's side, for people of the factory."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.factory_link.protocol.messages import MOST_POINTS, Granularity, Purpose

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class NewLink(Schema):
    url: str = Field(min_length=8, max_length=400, description="大脑的地址，如 https://brain.example.cn")
    code: str = Field(min_length=8, max_length=40, description="大脑发来的一次性注册码")


class LinkView(Schema):
    id: str
    url: str
    brain: str
    brain_code: str | None
    state: str = Field(
        description="claimed 待确认，confirmed 已确认，diverged 疑有两台网关，revoked 已吊销，left 已断开"
    )
    brain_state: str = Field(description="大脑一侧：claimed、active、suspended、revoked")
    reason: str | None
    check_number: str = Field(description="核对号：与大脑页面上的一致才确认")
    enrolled_by: str
    enrolled_at: datetime
    confirmed_by: str | None
    confirmed_at: datetime | None
    key_since: datetime
    reached_at: datetime | None
    problem: str | None


class Leaving(Schema):
    reason: Reason


class NewConsent(Schema):
    purpose: Purpose
    granularity: Granularity
    points: list[int] = Field(min_length=1, max_length=MOST_POINTS, description="测点的编号")
    until: AwareDatetime | None = None
    note: Text = ""


class ConsentView(Schema):
    id: int
    purpose: Purpose
    granularity: Granularity
    points: list[int]
    until: datetime | None
    note: str
    given_by: str
    given_by_name: str
    given_at: datetime
    withdrawn_by: str | None
    withdrawn_at: datetime | None
    withdrawn_why: str | None
    follows: int | None


class Withdrawal(Schema):
    reason: Reason


class SentDayView(Schema):
    """What left on a day, of one point, at one granularity."""

    day: date
    point: int
    code: str
    title: str
    granularity: str
    count: int


class UseView(Schema):
    id: int
    at: datetime
    purpose: Purpose
    by: str
    what: str
    points: int


class LeftView(Schema):
    """The owner's page: what left today, who used what for which purpose."""

    day: date
    values: int
    size: int
    items: list[SentDayView]
    uses: list[UseView]
