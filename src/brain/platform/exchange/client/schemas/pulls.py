"""JSON shapes of pulls, distributions and lookups."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.exchange.protocol import EnterpriseFamily

PullKind = Literal["chain", "changes", "distribution"]


class PullQuery(Schema):
    """按行业、地区、关键词圈定产业链企业；`since` 用于变更拉取。"""

    industries: list[str] = Field(default=[], max_length=200)
    regions: list[str] = Field(default=[], max_length=200)
    keywords: list[str] = Field(default=[], max_length=100)
    families: list[EnterpriseFamily] = Field(default=list(EnterpriseFamily), min_length=1, max_length=5)
    since: datetime | None = None


class NewPull(Schema):
    kind: PullKind
    title: Annotated[str, Field(min_length=1, max_length=100)]
    scene: str | None = Field(default=None, max_length=40, description="用途场景（规范 4 a）")
    query: PullQuery = PullQuery()
    every_minutes: int | None = Field(
        default=None, ge=1, le=60 * 24 * 31, description="间隔分钟；空为只运行一次"
    )


class PullView(Schema):
    id: int
    kind: PullKind
    title: str
    scene: str | None
    query: dict[str, Any]
    every_minutes: int | None
    rows: int
    cursor: str | None
    acknowledged: str | None
    due_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    problem: str | None


class PullsView(Schema):
    items: list[PullView]


class ReceivedDistributionView(Schema):
    number: int
    kind: str
    title: str
    content: dict[str, Any]
    published_at: datetime
    received_at: datetime


class EnterpriseLookupQuery(Schema):
    credit_code: str | None = Field(default=None, max_length=18)
    name: str | None = Field(default=None, min_length=1, max_length=200)
    scene: str = Field(max_length=40, description="用途场景（规范 4 a）")


class LookupSourceView(Schema):
    """查询结果的来源：由谁提供，截至哪一天。"""

    provider: str
    title: str
    as_of: date
    sample: bool


class EnterpriseLookupView(Schema):
    credit_code: str
    name: str
    matched_by: str
    items: list[dict[str, Any]]
    sources: list[LookupSourceView]
