"""Bodies of 企业基本信息类."""

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


class EnterpriseFacts(Part, kw_only=True):
    """`items` are the records of one family; for `basic` there is exactly one."""

    credit_code: str
    name: str
    matched_by: str
    items: list[dict[str, Any]]


class EnterpriseAnswer(Answer, kw_only=True):
    family: EnterpriseFamily
    enterprise: EnterpriseFacts


class EnterpriseResult(Part, kw_only=True):
    """The answer to the key of the same position; 106 with candidates when nothing matched."""

    resp_code: str
    resp_desc: str
    enterprise: EnterpriseFacts | UnsetType = UNSET
    candidates: list[Candidate] | UnsetType = UNSET


class EnterpriseResults(Answer, kw_only=True):
    family: EnterpriseFamily
    results: list[EnterpriseResult]


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
    families: dict[str, list[dict[str, Any]]]


class ChainPage(Answer, kw_only=True):
    """Ask again with `next_cursor` while `has_more`; enterprises changed meanwhile appear under `changes`."""

    items: list[PulledEnterprise]
    next_cursor: str
    has_more: bool


class EnterpriseChange(Part, kw_only=True):
    """The family as it stands after the change."""

    credit_code: str
    name: str
    family: EnterpriseFamily
    revision: int
    items: list[dict[str, Any]]


class ChangePage(Answer, kw_only=True):
    items: list[EnterpriseChange]
    next_cursor: str
    has_more: bool
