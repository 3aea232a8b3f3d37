"""What a language model is shown of a data set, and what of its answer is taken: it never lowers."""

import string
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

HIGHEST: Final = 4  # important and core data are for people alone to tell
LONGEST_SHAPE: Final = 40  # characters
LONGEST_REASON: Final = 200  # characters
_SHAPES: Final = 5
_HAN: Final = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF), (0x3007, 0x3007))


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How `count` sampled values are written, without what they say. `length` in characters."""

    shape: str
    length: int
    count: int


@dataclass(frozen=True, kw_only=True)
class Shown:
    """All that leaves of a column."""

    name: str
    title: str
    type: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One entry of the answer, of the right form; nothing in it is believed yet."""

    column: str
    level: int
    kind: str | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """`raises`: what to put before a person. `agreed`: entries no stricter than what holds.
    `dropped`: entries with an unknown column or kind, another level, no reason, or a column said twice."""

    raises: tuple[Said, ...]
    agreed: int
    dropped: int


class OpinionState(StrEnum):
    WAITING = "waiting"  # for the model
    ANSWERED = "answered"
    FAILED = "failed"


class AdviceState(StrEnum):
    WAITING = "waiting"  # for a person
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Advice:
    """A higher level that the model proposes for a column."""

    id: int
    column: str
    level: int
    kind: str | None
    reason: str
    state: AdviceState
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What a model was asked about one version, and what it answered."""

    id: int
    data_set: str
    version: int
    model: str
    state: OpinionState
    problem: str | None
    agreed: int
    dropped: int
    asked_by: str
    asked_at: datetime
    answered_at: datetime | None
    advice: tuple[Advice, ...]


def shape_of(value: str) -> str:
    """Letters as A, 汉字 as 汉, digits as 9, other signs outside ASCII as ?."""
    return "".join(_sign(character) for character in value[:LONGEST_SHAPE])


def shapes(values: Iterable[str]) -> tuple[Shape, ...]:
    """The commonest first."""
    counted = Counter((shape_of(value), len(value)) for value in values if value)
    return tuple(
        Shape(shape=shape, length=length, count=count)
        for (shape, length), count in sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:_SHAPES]
    )


def raised(held: int, advised: int) -> int:
    """The level of a column once a proposal is accepted: never below what holds."""
    return max(held, advised)


def weigh(said: Sequence[Said], held: Mapping[str, int], kinds: Collection[str]) -> Weighed:
    """`held`: the levels of rules, model and people by column, of the columns that were asked about."""
    known: dict[str, Said] = {}
    for each in said:
        if each.column in held and each.column not in known and _is_sound(each, kinds):
            known[each.column] = each
    raises = tuple(
        _told(each) for each in known.values() if raised(held[each.column], each.level) > held[each.column]
    )
    return Weighed(raises=raises, agreed=len(known) - len(raises), dropped=len(said) - len(known))


def _is_sound(said: Said, kinds: Collection[str]) -> bool:
    known = said.kind is None or said.kind in kinds
    return known and 1 <= said.level <= HIGHEST and bool(_printable(said.reason))


def _told(said: Said) -> Said:
    reason = _printable(said.reason)[:LONGEST_REASON]
    return Said(column=said.column, level=said.level, kind=said.kind, reason=reason)


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else " " for each in text).strip()


def _sign(character: str) -> str:
    if any(first <= ord(character) <= last for first, last in _HAN):
        return "汉"
    if character.isnumeric():
        return "9"
    if character.isalpha():
        return "A"
    if character.isspace():
        return " "
    return character if character in string.punctuation else "?"
