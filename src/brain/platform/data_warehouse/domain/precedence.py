"""Which of several providers' words on one attribute holds: priority within a bound of freshness."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, Literal

from brain.kit.errors import Conflict, FieldError, Invalid
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.contract.precedence import Authority, Standing

YEAR: Final = 365  # days: enterprises report once a year (企业信息公示暂行条例 第八条)


@dataclass(frozen=True)
class Ranked:
    """A place in a ranking: all providers of one authority, or one provider by name."""

    kind: Literal["authority", "provider"]
    name: str


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """`entries`, the most trusted first; providers that none of them names come last, alike. A statement
    counts while it is at most `freshness_days` older than the newest on the same attribute; None: always."""

    entries: tuple[Ranked, ...]
    freshness_days: int | None

    def __post_init__(self) -> None:
        wrong: list[FieldError] = []
        for place, entry in enumerate(self.entries):
            if entry in self.entries[:place]:
                wrong.append({"loc": f"/body/entries/{place}", "message": "重复的一项"})
            if entry.kind == "authority" and entry.name not in set(Authority):
                wrong.append({"loc": f"/body/entries/{place}", "message": "没有这类来源"})
        if wrong:
            raise Invalid("来源优先级有误", fields=wrong)

    def rank(self, provider: str, authority: Authority) -> int:
        """A provider's own place goes before that of its authority, be it higher or lower."""
        for entry in (Ranked("provider", provider), Ranked("authority", authority.value)):
            if entry in self.entries:
                return self.entries.index(entry)
        return len(self.entries)


_DEFAULT: Final = Ranking(
    entries=tuple(
        Ranked("authority", authority.value)
        for authority in (
            Authority.VERIFIED,
            Authority.PUBLIC,
            Authority.CENTRE,
            Authority.ENTERPRISE,
            Authority.THIRD_PARTY,
        )
    ),
    freshness_days=YEAR,
)
DEFAULTS: Final = dict.fromkeys(Family, _DEFAULT)


class EditionState(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class ProposedByYou(Conflict):
    code = "same_person"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A ranking of one family as a person proposed it and another decided; the last confirmed is in force."""

    id: int
    family: Family
    ranking: Ranking
    reason: str
    state: EditionState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decided_for: str | None

    def require_decidable(self, by: str) -> None:
        """`Conflict` unless it waits, `ProposedByYou` for whoever proposed it."""
        if self.state is not EditionState.PROPOSED:
            raise Conflict("这份来源优先级已经处理过了")
        if self.proposed_by == by:
            raise ProposedByYou("提出的人不能自己确认或退回，请另一人处理")


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a ranking would change: of the records on which several providers speak, how many would read
    otherwise, and in how many values."""

    contested: int
    records: int
    values: int


@dataclass(frozen=True, kw_only=True)
class Recomputation:
    """How far the records of a family have been decided anew; `finished_at` None while it goes on."""

    seen: int
    changed: int
    begun_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One provider's newest word on an attribute."""

    provider: str
    rank: int
    value: Any
    as_of: date
    received_at: datetime


def standings(claims: Sequence[Claim], freshness_days: int | None) -> Mapping[str, Standing]:
    """By provider. Of the claims that are fresh enough the highest rank holds, then the latest day, then what
    came last; `queries.stating` says the same in SQL for many records at once."""
    newest = max(claim.as_of for claim in claims)

    def is_fresh(claim: Claim) -> bool:
        return freshness_days is None or (newest - claim.as_of).days <= freshness_days

    winner = min(filter(is_fresh, claims), key=_strength)
    return {
        claim.provider: Standing.HOLDS if claim is winner else _standing(claim, winner, fresh=is_fresh(claim))
        for claim in claims
    }


def _strength(claim: Claim) -> tuple[int, int, float, str]:
    return claim.rank, -claim.as_of.toordinal(), -claim.received_at.timestamp(), claim.provider


def _standing(claim: Claim, winner: Claim, *, fresh: bool) -> Standing:
    if claim.value == winner.value:
        return Standing.AGREES
    if claim.rank > winner.rank:
        return Standing.OUTRANKED
    if not fresh and claim.rank < winner.rank:
        return Standing.STALE
    return Standing.FRESHER if claim.as_of < winner.as_of else Standing.LATER_DELIVERY
