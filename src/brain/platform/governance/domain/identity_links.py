"""That two records of the master data are one enterprise: proposed, decided by another person, undone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from brain.kit.errors import Conflict, FieldError, Invalid


class LinkKind(StrEnum):
    RENUMBERED = "renumbered"  # 三证合一: an old number and the new code
    REREGISTERED = "reregistered"
    DUPLICATE = "duplicate"


class LinkState(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    SPLIT = "split"


class SamePerson(Conflict):
    code = "same_person"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A person's word on a link."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class ProposedLink:
    """`absorbed` is the same enterprise as `survivor` since a day; `evidence` (field, verdict) where a
    search proposed it."""

    absorbed: str
    survivor: str
    kind: LinkKind
    since: date
    reason: str
    evidence: tuple[dict[str, Any], ...] = ()

    def __post_init__(self) -> None:
        if self.absorbed == self.survivor:
            where: FieldError = {"loc": "/body/survivor", "message": "两个统一社会信用代码相同"}
            raise Invalid("不能把企业并入它自己", fields=[where])


@dataclass(frozen=True, kw_only=True)
class IdentityLink(ProposedLink):
    id: int
    state: LinkState
    proposed_by: str
    proposed_at: datetime
    decided: Said | None
    split: Said | None

    def require_decidable(self, by: str) -> None:
        """`Conflict` unless it waits, `SamePerson` for whoever proposed it."""
        if self.state is not LinkState.PROPOSED:
            raise Conflict("这条合并已经处理过了")
        if self.proposed_by == by:
            raise SamePerson("提出合并的人不能自己确认或退回，请另一人处理")

    def require_confirmed(self) -> None:
        if self.state is not LinkState.CONFIRMED:
            raise Conflict("这条合并没有生效，不需要拆分")


def require_free(absorbed: str, survivor: str, confirmed: dict[str, str]) -> None:
    """Merges are one step deep: what is absorbed absorbs nothing, what survives is not absorbed.

    `confirmed` leads from absorbed records to their survivors.
    """
    if absorbed in confirmed:
        raise Conflict(f"{absorbed} 已并入 {confirmed[absorbed]}，须先拆分")
    if survivor in confirmed:
        raise Conflict(f"{survivor} 已并入 {confirmed[survivor]}，请改为并入 {confirmed[survivor]}")
    if absorbed in confirmed.values():
        raise Conflict(f"已有企业并入 {absorbed}，须先拆分，或把方向换过来")
