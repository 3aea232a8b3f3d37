"""What is kept of a data set, how long, and what must not be removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A version is kept while it is one of the newest `versions`, or younger than `days`.

    Deliveries that no longer count, because they were withdrawn or another took their place, are removed
    `delivery_days` after that; never where it is None.
    """

    versions: int = 10
    days: int = 0
    delivery_days: int | None = None

    def surplus(self, built: Sequence[tuple[int, datetime]], at: datetime) -> list[int]:
        """The numbers to be forgotten, of versions with the newest first; never the newest."""
        spared = at - timedelta(days=self.days)
        return [number for number, built_at in built[max(1, self.versions) :] if built_at <= spared]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A policy somebody set."""

    policy: Policy
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class LegalHold:
    id: int
    data_set: str
    reason: str
    placed_by: str
    placed_at: datetime
    released_by: str | None
    released_at: datetime | None
    released_for: str | None


class Ground(StrEnum):
    """Why rows must go (个人信息保护法 47; 数据安全管理办法)."""

    PERSON = "person"  # the person asks, or consent ended
    CONTRACT = "contract"  # the agreement with the provider ended
    PROVIDER = "provider"  # the provider takes it back
    LAW = "law"  # an authority or a court orders it


class ErasureState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    REFUSED = "refused"
    APPROVED = "approved"
    ERASED = "erased"  # gone from what was delivered; older versions still there
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Erasure:
    """`found`: rows of the newest version when it was asked for; `report`: what was removed."""

    id: int
    data_set: str
    marks: frozenset[str]
    sealed_key: bytes
    ground: Ground
    reason: str
    state: ErasureState
    found: int
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None
    erased_at: datetime | None
    done_at: datetime | None
    report: dict[str, Any]

    @property
    def rows(self) -> int:
        """How many rows were named."""
        return len(self.marks)
