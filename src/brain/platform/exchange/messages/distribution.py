"""Bodies of 数据下发."""

from typing import Any

from brain.platform.exchange.messages.base import Answer, Instant, Line, Part, Request


class DistributionItem(Part, kw_only=True):
    """`number` is unique and rising; a client that has seen it drops the repeat."""

    number: int
    kind: str
    title: str
    content: dict[str, Any]
    published_at: Instant


class DistributionPage(Answer, kw_only=True):
    items: list[DistributionItem]
    next_cursor: str
    has_more: bool


class Acknowledgement(Request, kw_only=True):
    cursor: Line


class AcknowledgementAnswer(Answer, kw_only=True):
    acknowledged: int
    cursor: str
