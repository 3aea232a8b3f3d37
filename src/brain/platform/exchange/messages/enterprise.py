"""Bodies of 企业基本信息类."""

from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from brain.platform.exchange.messages.base import Answer, Candidate, Limit, Line, Part, Request
from brain.platform.exchange.protocol import MAX_KEYS, EnterpriseFamily


class EnterpriseKey(Request, kw_only=True):
    """Exactly one of the two."""

    credit_code: Line | UnsetType = UNSET
    name: Line | UnsetType = UNSET


class EnterpriseQueries(Request, kw_only=True):
    keys: Annotated[list[EnterpriseKey], Meta(min_length=1, max_length=MAX_KEYS)]


class DataSource(msgspec.Struct, rename="camel", kw_only=True, frozen=True):
    """Where records come from: who provided them to the centre, and the day on which they were true."""

    provider: Annotated[str, Meta(description="数据提供单位")]
    title: Annotated[str, Meta(description="数据名称")]
    as_of: Annotated[date, Meta(description="数据截至日期：所载内容在这一天为真")]
    sample: Annotated[bool, Meta(description="示例数据")] = False


DataSources = Annotated[list[DataSource], Meta(description="本次应答所载记录的来源，记录以序号引用")]
_POSITION = {"type": "integer", "minimum": 0}
TracedRecord = Annotated[
    dict[str, Any],
    Meta(
        extra_json_schema={
            "required": ["source"],
            "properties": {
                "source": _POSITION | {"description": "来源：在 sources 中的序号，从 0 起"},
                "attributeSources": {
                    "type": "object",
                    "additionalProperties": _POSITION,
                    "description": "来源不同的属性：属性名与其来源的序号；没有则不出现",
                },
            },
        }
    ),
]
"""A record in the wire's form with the positions of its sources."""


class EnterpriseFacts(Part, kw_only=True):
    """`items` are the records of one family; for `basic` there is exactly one."""

    credit_code: str
    name: str
    matched_by: str
    items: list[TracedRecord]


class EnterpriseAnswer(Answer, kw_only=True):
    family: EnterpriseFamily
    enterprise: EnterpriseFacts
    sources: DataSources


class EnterpriseResult(Part, kw_only=True):
    """The answer to the key of the same position; 106 with candidates when nothing matched."""

    resp_code: str
    resp_desc: str
    enterprise: EnterpriseFacts | UnsetType = UNSET
    candidates: list[Candidate] | UnsetType = UNSET


class EnterpriseResults(Answer, kw_only=True):
    family: EnterpriseFamily
    results: list[EnterpriseResult]
    sources: DataSources


class ChainPull(Request, kw_only=True):
    """Enterprises in any of `regions`, of any of `industries`, with any of `keywords`; empty means all."""

    industries: Annotated[list[Line], Meta(max_length=200)] = msgspec.field(default_factory=list)
    regions: Annotated[list[Line], Meta(max_length=200)] = msgspec.field(default_factory=list)
    keywords: Annotated[list[Line], Meta(max_length=100)] = msgspec.field(default_factory=list)
    families: Annotated[list[EnterpriseFamily], Meta(min_length=1, max_length=5)]
    cursor: str | UnsetType = UNSET
    limit: Limit = 200


class PulledEnterprise(Part, kw_only=True):
    credit_code: str
    name: str
    families: dict[str, list[TracedRecord]]


class ChainPage(Answer, kw_only=True):
    """Ask again with `next_cursor` while `has_more`; enterprises changed meanwhile appear under `changes`."""

    items: list[PulledEnterprise]
    sources: DataSources
    next_cursor: str
    has_more: bool


class EnterpriseChange(Part, kw_only=True):
    """The family as it stands after the change."""

    credit_code: str
    name: str
    family: EnterpriseFamily
    revision: int
    items: list[TracedRecord]


class ChangePage(Answer, kw_only=True):
    items: list[EnterpriseChange]
    sources: DataSources
    next_cursor: str
    has_more: bool
