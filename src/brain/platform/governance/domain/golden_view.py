"""Why each value of an enterprise stands: the newest statement of a record, the survivor before others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from brain.platform.data_warehouse.contract import Fact, Source
from brain.platform.governance.domain.golden_record import Priorities, SourceRecord, golden_record


class Standing(StrEnum):
    """Why a value stands, or why another goes before it."""

    UNDISPUTED = "undisputed"
    FRESHER = "fresher"
    LATER_DELIVERY = "later_delivery"  # of the same day
    SURVIVOR = "survivor"
    FIRST_BY_CODE = "first_by_code"  # of two absorbed records with statements of one day
    JOINED = "joined"  # former names of all sources are kept


@dataclass(frozen=True, kw_only=True)
class Overruled:
    """A value that another goes before; `until` where a newer statement of the same record ended it."""

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
    overruled: tuple[Overruled, ...]


def golden_view(survivor: str, facts: Mapping[str, Sequence[Fact]]) -> list[GoldenAttribute]:
    """`facts` of the basic family by credit code, the survivor's and those of records absorbed by it: what
    holds first. Attributes in the order of the first record that has them."""
    current = {
        (code, fact.attribute): fact for code, told in facts.items() for fact in told if fact.valid_to is None
    }
    records = [
        SourceRecord(id=code, source=code, as_of=fact.valid_from, values={attribute: text(fact.value)})
        for (code, attribute), fact in current.items()
    ]
    golden = golden_record(records, Priorities((survivor,), {}))
    winners = {
        attribute: (code := golden[attribute].record.id, current[code, attribute])
        for attribute in dict.fromkeys(attribute for _, attribute in current)
    }
    return [_attribute(survivor, code, fact, facts) for code, fact in winners.values()]


def text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _attribute(
    survivor: str, code: str, winner: Fact, facts: Mapping[str, Sequence[Fact]]
) -> GoldenAttribute:
    overruled = [
        Overruled(
            value=text(fact.value),
            credit_code=other,
            source=fact.source,
            since=fact.valid_from,
            until=fact.valid_to,
            why=_within_record(winner, fact)
            if other == code
            else _between_records(survivor, code, winner, fact),
        )
        for other, told in facts.items()
        for fact in told
        if fact.attribute == winner.attribute and fact is not winner and fact.value != winner.value
    ]
    return GoldenAttribute(
        attribute=winner.attribute,
        value=text(winner.value),
        credit_code=code,
        source=winner.source,
        since=winner.valid_from,
        why=overruled[0].why if overruled else Standing.UNDISPUTED,
        overruled=tuple(overruled),
    )


def _within_record(winner: Fact, fact: Fact) -> Standing:
    """How the warehouse decides when it is told: the later day, of one day what came last."""
    if fact.attribute == "former_names":
        return Standing.JOINED
    return Standing.FRESHER if fact.valid_from < winner.valid_from else Standing.LATER_DELIVERY


def _between_records(survivor: str, code: str, winner: Fact, fact: Fact) -> Standing:
    if code == survivor:
        return Standing.SURVIVOR
    return Standing.FRESHER if fact.valid_from < winner.valid_from else Standing.FIRST_BY_CODE
