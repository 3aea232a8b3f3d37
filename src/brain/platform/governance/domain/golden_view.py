"""Why each value of an enterprise stands: what the warehouse chose for a record; survivors go first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from brain.platform.data_warehouse.contract import Fact, Source
from brain.platform.data_warehouse.contract.precedence import Standing as Weighed
from brain.platform.data_warehouse.contract.precedence import Statement


class Standing(StrEnum):
    """Why a value stands, or why another goes before it."""

    UNDISPUTED = "undisputed"
    PRIORITY = "priority"  # of its source
    STALE = "stale"  # a source of higher priority spoke too long ago
    FRESHER = "fresher"
    LATER_DELIVERY = "later_delivery"  # of the same day
    SURVIVOR = "survivor"
    FIRST_BY_CODE = "first_by_code"  # of two absorbed records with statements of one day
    JOINED = "joined"  # former names of all sources are kept


_WEIGHED: Final = {
    Weighed.OUTRANKED: Standing.PRIORITY,
    Weighed.STALE: Standing.STALE,
    Weighed.FRESHER: Standing.FRESHER,
    Weighed.LATER_DELIVERY: Standing.LATER_DELIVERY,
}


@dataclass(frozen=True, kw_only=True)
class Overruled:
    """A value that another goes before; `until` where it held once, None where it is a source's word of now
    or the value of an absorbed record."""

    value: str
    credit_code: str
    source: Source
    since: date
    until: date | None
    why: Standing


@dataclass(frozen=True, kw_only=True)
class GoldenAttribute:
    attribute: str
    value: str
    credit_code: str
    source: Source
    since: date
    why: Standing
    agreeing: tuple[Source, ...]
    overruled: tuple[Overruled, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """Of one record: its values, present and past, and what each source says where several speak of it."""

    facts: Sequence[Fact]
    statements: Sequence[Statement] = ()


def golden_view(survivor: str, told: Mapping[str, Told]) -> list[GoldenAttribute]:
    """`told` of the basic family by credit code, the survivor's and those of records absorbed by it: what
    holds first. Attributes in the order of the first record that has them."""
    current: dict[str, list[tuple[str, Fact]]] = {}
    for code, each in told.items():
        for fact in each.facts:
            if fact.valid_to is None:
                current.setdefault(fact.attribute, []).append((code, fact))

    def strength(stated: tuple[str, Fact]) -> tuple[bool, int, str]:
        code, fact = stated
        return code != survivor, -fact.valid_from.toordinal(), code

    return [_attribute(survivor, *min(stated, key=strength), told) for stated in current.values()]


def text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _attribute(survivor: str, code: str, winner: Fact, told: Mapping[str, Told]) -> GoldenAttribute:
    words = [each for each in told[code].statements if each.attribute == winner.attribute]
    holding = [each.source for each in words if each.standing is Weighed.HOLDS]
    source = holding[0] if holding else winner.source
    overruled = (
        *_overruled_words(code, words),
        *_earlier(code, winner, told[code].facts, words),
        *_of_other_records(survivor, code, winner, told),
    )
    return GoldenAttribute(
        attribute=winner.attribute,
        value=text(winner.value),
        credit_code=code,
        source=source,
        since=winner.valid_from,
        why=overruled[0].why if overruled else Standing.UNDISPUTED,
        agreeing=tuple(each.source for each in words if each.standing is Weighed.AGREES),
        overruled=overruled,
    )


def _overruled_words(code: str, words: Sequence[Statement]) -> Iterator[Overruled]:
    """What other sources say now."""
    for word in words:
        if word.standing in _WEIGHED:
            yield Overruled(
                value=text(word.value),
                credit_code=code,
                source=word.source,
                since=word.source.as_of,
                until=None,
                why=_WEIGHED[word.standing],
            )


def _earlier(
    code: str, winner: Fact, facts: Sequence[Fact], words: Sequence[Statement]
) -> Iterator[Overruled]:
    """What held once and no source says now."""
    now_said = [(word.value, word.source.provider) for word in words]
    for fact in facts:
        if fact.attribute != winner.attribute or fact is winner or fact.value == winner.value:
            continue
        if (fact.value, fact.source.provider) not in now_said:
            yield _overruled(code, fact, _within_record(winner, fact))


def _of_other_records(
    survivor: str, code: str, winner: Fact, told: Mapping[str, Told]
) -> Iterator[Overruled]:
    for other, each in told.items():
        for fact in each.facts:
            if other != code and fact.attribute == winner.attribute and fact.value != winner.value:
                yield _overruled(other, fact, _between_records(survivor, code, winner, fact))


def _overruled(code: str, fact: Fact, why: Standing) -> Overruled:
    return Overruled(
        value=text(fact.value),
        credit_code=code,
        source=fact.source,
        since=fact.valid_from,
        until=fact.valid_to,
        why=why,
    )


def _within_record(winner: Fact, fact: Fact) -> Standing:
    """How the warehouse decides between words of one source: the later day, of one day what came last."""
    if fact.attribute == "former_names":
        return Standing.JOINED
    return Standing.FRESHER if fact.valid_from < winner.valid_from else Standing.LATER_DELIVERY


def _between_records(survivor: str, code: str, winner: Fact, fact: Fact) -> Standing:
    if code == survivor:
        return Standing.SURVIVOR
    return Standing.FRESHER if fact.valid_from < winner.valid_from else Standing.FIRST_BY_CODE
