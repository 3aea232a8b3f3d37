"""A sample: a text on its way through the steps, with where it came from and what was done to it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Split = Literal["train", "test"]
Language = Literal["zh", "en", "other"]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """`document` is the SM3 digest of the file, `number` the place in a file of many; `removed` counts the
    placeholders put into `text` by kind; `replaces` names the samples that repeat this one."""

    id: str
    title: str
    text: str
    source: str
    provider: str
    licence: str
    as_of: date
    document: str
    number: int = 0
    language: Language | None = None
    tokens: int = 0
    removed: dict[str, int] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    split: Split = "train"


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """Why a sample is not kept; `other` is the kept sample that it repeats, where it does."""

    reason: str
    other: str | None = None


def identifier(document: str, number: int) -> str:
    """A sample is known by the file it came from and its place in it."""
    return f"{document[:24]}-{number}"
