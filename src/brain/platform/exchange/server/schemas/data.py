"""JSON shapes of the ledger, reconciliations, distributions and the overview."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from brain.kit.schemas import Schema


class PartView(Schema):
    id: int
    client_id: str
    scene: str
    batch_id: str
    part_number: int
    part_count: int
    records: int
    bytes: int
    digest: str
    received_at: datetime
    resp_code: str
    resp_desc: str
    request_id: str
    user: str | None


class ReconciliationView(Schema):
    id: int
    day: date
    client_id: str
    against: str
    parts: int
    differences: dict[str, Any]
    agreed: bool
    compared_at: datetime


class NewDistribution(Schema):
    kind: str = Field(pattern=r"^[a-z][a-z0-9_.-]{1,63}$", description="类别，如 notice、standard")
    title: str = Field(min_length=1, max_length=200)
    content: dict[str, Any] = Field(description="内容（JSON 对象）")
    audience: list[str] | None = Field(default=None, max_length=1000, description="标识码清单；不填为全部")


class DistributionView(Schema):
    number: int
    kind: str
    title: str
    content: dict[str, Any]
    audience: list[str] | None
    published_at: datetime
    published_by: str
    confirmed: int


class SceneReported(Schema):
    scene: str
    title: str
    batches: int
    records: int
    bytes: int
    waiting: int
    last_completed_at: datetime | None
    last_as_of: datetime | None


class BrainView(Schema):
    application_number: str
    client_id: str
    organisation_name: str
    system_name: str
    state: str
    state_title: str
    valid_until: date | None
    scenes: list[str]
    reported: list[SceneReported]
    last_received_at: datetime | None
    fresh_days: int | None = Field(description="最近一批数据的数据时间距今的天数")
    acknowledged: int
    open_alarms: int


class Overview(Schema):
    as_of: datetime
    brains: list[BrainView]
    batches: int
    records: int
    bytes: int
