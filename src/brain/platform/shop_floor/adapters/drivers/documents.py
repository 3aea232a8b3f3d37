"""JSON documents of machines: values and times by pointer (RFC 6901), and what a person sees in them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import islice
from typing import Annotated, Any, Final, Literal

import msgspec
from pydantic import AfterValidator, Field

from brain.kit.clock import BEIJING
from brain.platform.shop_floor.adapters.drivers.driver import Address, Found, Sample
from brain.platform.shop_floor.domain.readings import LONGEST_TEXT, Quality, Value, ValueKind

DEEPEST: Final = 8  # levels of a document that are shown
MOST_FOUND: Final = 500
LONGEST_POINTER: Final = 1000

TimeUnit = Literal["iso", "s", "ms", "us"]

_FACTORS: Final[dict[str, int]] = {"s": 1_000_000, "ms": 1_000, "us": 1}
_LARGEST: Final = 2**63
_INDEX: Final = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)


class _Missing(Enum):
    MISSING = "missing"


MISSING: Final = _Missing.MISSING


def keys(pointer: str) -> tuple[str, ...]:
    """The reference tokens of a pointer; raises ValueError where it is none."""
    if not pointer:
        return ()
    if not pointer.startswith("/") or re.search(r"~(?![01])", pointer):
        raise ValueError("JSON 指针应为空，或以 / 开头，如 /data/temperature")
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in pointer[1:].split("/"))


def pointer(tokens: Sequence[str]) -> str:
    return "".join(f"/{each.replace('~', '~0').replace('/', '~1')}" for each in tokens)


def _is_pointer(text: str) -> str:
    keys(text)
    return text


Pointer = Annotated[str, Field(max_length=LONGEST_POINTER), AfterValidator(_is_pointer)]


def decode(text: bytes) -> Any:
    """Raises ValueError for what is no JSON."""
    try:
        return msgspec.json.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def find(document: Any, tokens: Sequence[str]) -> Any:
    """What the tokens lead to, or MISSING."""
    for token in tokens:
        if isinstance(document, dict):
            document = document.get(token, MISSING)
        elif isinstance(document, list) and _INDEX.fullmatch(token) and int(token) < len(document):
            document = document[int(token)]
        else:
            return MISSING
    return document


@dataclass(frozen=True)
class Clock:
    """Where in a document its time stands, and how it is written."""

    tokens: tuple[str, ...]
    unit: TimeUnit

    def read(self, document: Any) -> int | None:
        """µs since 1970 UTC; None where there is no time that can be read."""
        told = find(document, self.tokens)
        if self.unit == "iso":
            return _of_iso(told) if isinstance(told, str) and len(told) <= 40 else None
        if type(told) not in (int, float) or not -_LARGEST < told * _FACTORS[self.unit] < _LARGEST:
            return None
        return int(told * _FACTORS[self.unit])


def _of_iso(text: str) -> int | None:
    """A time without zone is Beijing's."""
    try:
        told = datetime.fromisoformat(text)
        zoned = told if told.tzinfo else told.replace(tzinfo=BEIJING)
        return round(zoned.timestamp() * 1_000_000)
    except (ValueError, OverflowError):
        return None


def kind_of(value: Any) -> ValueKind | None:
    """None for what is no single value."""
    kinds = {bool: ValueKind.BOOLEAN, int: ValueKind.NUMBER, float: ValueKind.NUMBER, str: ValueKind.TEXT}
    return kinds.get(type(value))


def sample(value: Any, at: int | None = None) -> Sample:
    told: Value = value if kind_of(value) and len(str(value)) <= LONGEST_TEXT else None
    return Sample(value=told, quality=Quality.BAD if told is None else Quality.GOOD, at=at)


def fields(
    document: Any, under: str, address: Callable[[str], Address], at: int | None = None
) -> list[Found[Address]]:
    """The fields right below a pointer; what is to be asked for theirs is their pointer."""
    above = keys(under)
    return [
        _field((*above, key), value, address, at)
        for key, value in islice(_children(find(document, above)), MOST_FOUND)
        if len(under) + 2 * len(key) < LONGEST_POINTER
    ]


def _children(found: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(found, dict):
        return found.items()
    return ((str(index), value) for index, value in enumerate(found if isinstance(found, list) else []))


def _field(
    tokens: tuple[str, ...], value: Any, address: Callable[[str], Address], at: int | None
) -> Found[Address]:
    place = pointer(tokens)
    if isinstance(value, dict | list):
        under = place if value and len(tokens) < DEEPEST else None
        return Found(name=tokens[-1], title=tokens[-1], address=None, under=under)
    return Found(
        name=tokens[-1],
        title=tokens[-1],
        address=address(place),
        under=None,
        kind=kind_of(value),
        sample=sample(value, at),
    )
