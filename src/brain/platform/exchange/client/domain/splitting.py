"""Cutting a batch into parts that each fit into one send (annex 3, 2.4 d)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from brain.kit.errors import TooLarge

WIDEST_NUMBER = 999_999


class RecordTooLarge(TooLarge):
    """One record alone exceeds what one send may carry."""

    code = "record_too_large"


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """What every part of a batch repeats around its records."""

    batch_id: str
    source: str
    as_of: datetime
    schema_version: str
    snapshot: bool

    def opening(self, number: int, count: int) -> bytes:
        head = {
            "batchId": self.batch_id,
            "partNumber": number,
            "partCount": count,
            "asOf": self.as_of.isoformat(),
            "source": self.source,
            "schemaVersion": self.schema_version,
            "snapshot": self.snapshot,
        }
        return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()[:-1] + b',"records":['

    def body(self, number: int, count: int, records: Sequence[bytes]) -> bytes:
        return self.opening(number, count) + b",".join(records) + b"]}"


@dataclass(frozen=True, kw_only=True)
class Part:
    number: int
    count: int
    records: int
    body: bytes


def split(envelope: Envelope, records: Sequence[bytes], limit: int) -> list[Part]:
    """Pack JSON-encoded records, in order, into as few bodies of at most `limit` bytes as order allows.

    The same input always gives the same bytes, so a part that is made again has the digest it had before.
    """
    room = limit - len(envelope.opening(WIDEST_NUMBER, WIDEST_NUMBER)) - len(b"]}")
    groups = list(_groups(records, room))
    return [
        Part(
            number=number,
            count=len(groups),
            records=len(group),
            body=envelope.body(number, len(groups), group),
        )
        for number, group in enumerate(groups, start=1)
    ]


def _groups(records: Sequence[bytes], room: int) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    used = 0
    for position, record in enumerate(records):
        if len(record) > room:
            _refuse(position, len(record), room)
        if group and used + 1 + len(record) > room:
            yield group
            group, used = [], 0
        used += len(record) + bool(group)
        group.append(record)
    yield group


def _refuse(position: int, size: int, room: int) -> NoReturn:
    raise RecordTooLarge(
        f"第 {position + 1} 条记录有 {size} 字节，超过一次发送的上限 {room} 字节", loc=f"/records/{position}"
    )
