"""What a record is made of: fields with a type, names people know them by, and the words for choices."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

LONGEST_TEXT: Final = 200
MOST_TEXTS: Final = 500  # lots that one is made of


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    MOMENT = "moment"
    CHOICE = "choice"
    TEXTS = "texts"
    FLAG = "flag"
    UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`also`: other words that mean it."""

    value: str
    title: str
    title_en: str
    also: tuple[str, ...] = ()

    def is_meant(self, word: str) -> bool:
        return word in {self.value, self.title, self.title_en.lower(), *self.also}


@dataclass(frozen=True, kw_only=True)
class RecordField:
    """`also`: other headings under which it is found. `low`: numbers below are refused."""

    name: str
    title: str
    title_en: str
    kind: FieldKind
    required: bool = False
    also: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    low: float | None = None
    hint: str = ""
    default: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """`at`: the field that says when it happened, or is due."""

    name: str
    title: str
    title_en: str
    key: str
    at: str
    fields: tuple[RecordField, ...]
    by_name: dict[str, RecordField] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {each.name: each for each in self.fields})


def text(name: str, title: str, title_en: str, *also: str, required: bool = False) -> RecordField:
    return RecordField(
        name=name, title=title, title_en=title_en, kind=FieldKind.TEXT, also=also, required=required
    )


def number(name: str, title: str, title_en: str, *also: str, required: bool = False) -> RecordField:
    """A quantity, never below nothing."""
    return RecordField(
        name=name, title=title, title_en=title_en, kind=FieldKind.NUMBER, also=also, required=required, low=0
    )


def moment(name: str, title: str, title_en: str, *also: str, required: bool = False) -> RecordField:
    return RecordField(
        name=name, title=title, title_en=title_en, kind=FieldKind.MOMENT, also=also, required=required
    )


def unit(*, required: bool = False, default: str | None = None) -> RecordField:
    return RecordField(
        name="unit", title="单位", title_en="Unit", kind=FieldKind.UNIT, required=required,
        also=("计量单位", "uom", "unit_of_measure"), default=default,
    )  # fmt: skip
