"""Bodies of 数据上报 and of the ledger."""

from datetime import date, datetime
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from brain.platform.exchange.messages.base import Answer, Instant, Part, Request
from brain.platform.exchange.protocol import MAX_PARTS


class ReportHead(Request, kw_only=True):
    """What every report body carries; the scene's type adds `records`."""

    batch_id: Annotated[
        str, Meta(pattern="^[A-Za-z0-9._-]{1,64}$", description="批次号，在上报方的该场景内唯一")
    ]
    part_number: Annotated[int, Meta(ge=1, le=MAX_PARTS, description="分片序号，从 1 起")]
    part_count: Annotated[int, Meta(ge=1, le=MAX_PARTS, description="分片总数")]
    as_of: Annotated[datetime, Meta(tz=True, description="数据时间")]
    source: Annotated[str, Meta(min_length=1, max_length=200, description="数据来源（规范 4 c）")]
    snapshot: Annotated[bool, Meta(description="真：本批替换该场景此前的全部数据")] | UnsetType = UNSET
    schema_version: Annotated[str, Meta(pattern=r"^\d+\.\d+$", description="接口描述版本")] | UnsetType = (
        UNSET
    )


class ReportAnswer(Answer, kw_only=True):
    batch_id: str
    part_number: int
    part_count: int
    records: int
    received_parts: int
    complete: bool
    duplicate: bool
    digest: str
    received_at: Instant


class LedgerItem(Part, kw_only=True):
    scene: str
    batch_id: str
    part_number: int
    part_count: int
    records: int
    bytes: int
    digest: str
    received_at: Instant
    resp_code: str


class LedgerPage(Answer, kw_only=True):
    items: list[LedgerItem]
    next_cursor: str
    has_more: bool


class SentPart(Request, kw_only=True):
    """A part as the client's ledger has it."""

    scene: str
    batch_id: str
    part_number: int
    digest: str
    records: int


class LedgerConfirmation(Request, kw_only=True):
    """What the client holds to be accepted on one Beijing day; the centre compares it with its own ledger."""

    date: date
    items: Annotated[list[SentPart], Meta(max_length=20_000)]


class LedgerDifference(Part, kw_only=True):
    scene: str
    batch_id: str
    part_number: int


class LedgerComparison(Answer, kw_only=True):
    """`missing` at the centre, `unknown` to the client, `altered` in digest or number of records."""

    agreed: bool
    missing: list[LedgerDifference]
    unknown: list[LedgerDifference]
    altered: list[LedgerDifference]
