"""The chain: each entry's digest covers its content and the digest before it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Final, Literal

from brain.kit.crypto import sm3
from brain.kit.errors import Refusal

BEGINNING: Final = "0" * 64  # stands before the first entry
LARGEST_EXPORT: Final = 100_000
RETENTION_MONTHS: Final = 6  # 网络安全法 (2025) 第二十三条; nothing is ever deleted here

Result = Literal["done", "refused"]
# missing: a position is empty. changed: the content is not what was digested. unlinked: the entry does not
# follow the one before. checkpoint: the digest is not the one noted outside. cut: the end is gone.
Fault = Literal["missing", "changed", "unlinked", "checkpoint", "cut"]

LONGEST: Final = {"object_id": 200, "object_title": 300, "actor": 64, "actor_name": 200, "address": 64}


class TooManyToExport(Refusal):
    status, code = 422, "too_many_to_export"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is known of an act before it has its place; `details` is JSON."""

    at: datetime
    actor: str
    actor_name: str
    roles: str
    address: str
    action: str
    kind: str
    object_id: str
    object_title: str
    result: str
    trace_id: str
    details: str


@dataclass(frozen=True, kw_only=True)
class Chained(Entry):
    position: int
    previous: str
    digest: str


@dataclass(frozen=True)
class Head:
    """The last entry, or what stands before the first."""

    position: int = 0
    digest: str = BEGINNING


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How far the chain was followed, and its first fault."""

    checked: int
    head: Head
    broken_at: int | None = None
    fault: Fault | None = None

    @property
    def whole(self) -> bool:
        return self.fault is None


def clipped(name: str, text: str) -> str:
    """As much as its column takes, without what PostgreSQL cannot keep."""
    return text.replace("\0", "")[: LONGEST[name]]


_CONTENT: Final = tuple(field.name for field in fields(Entry) if field.name != "at")


def digest(entry: Entry, position: int, previous: str) -> str:
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [position, at, *(getattr(entry, name) for name in _CONTENT)]
    return sm3(f"{previous}\n{json.dumps(content, ensure_ascii=False)}".encode())


def chain(entries: Iterable[Entry], head: Head) -> list[Chained]:
    """The entries in their order, each after the one before."""
    chained = []
    for entry in entries:
        position, previous = head.position + 1, head.digest
        head = Head(position, digest(entry, position, previous))
        chained.append(Chained(**vars(entry), position=position, previous=previous, digest=head.digest))
    return chained


class Walk:
    """Follows the chain from its first entry to a head, piece by piece, as far as it is whole."""

    def __init__(self, checkpoints: Mapping[int, str]) -> None:
        self._checkpoints = checkpoints
        self.head = Head()

    def follow(self, entries: Iterable[Chained]) -> Verdict | None:
        """The first fault of this piece, if it has one."""
        for entry in entries:
            fault = self._fault(entry)
            if fault is not None:
                return self._broken(fault, self.head.position + 1)
            self.head = Head(entry.position, entry.digest)
        return None

    def arrive(self, last: int) -> Verdict:
        """At the end: whether it is where the log, and what was noted outside, say that it is."""
        if self.head.position < max((last, *self._checkpoints)):
            return self._broken("cut", self.head.position + 1)
        return Verdict(checked=self.head.position, head=self.head)

    def _broken(self, fault: Fault, at: int) -> Verdict:
        return Verdict(checked=self.head.position, head=self.head, broken_at=at, fault=fault)

    def _fault(self, entry: Chained) -> Fault | None:
        if entry.position != self.head.position + 1:
            return "missing"
        if entry.previous != self.head.digest:
            return "unlinked"
        if entry.digest != digest(entry, entry.position, entry.previous):
            return "changed"
        if self._checkpoints.get(entry.position, entry.digest) != entry.digest:
            return "checkpoint"
        return None
