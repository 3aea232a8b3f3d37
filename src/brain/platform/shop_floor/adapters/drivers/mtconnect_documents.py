"""What an MTConnect agent tells (ANSI/MTC1.4 and later, schemas 1.3 to 2.x): its devices, and observations.

Elements are told apart by their local names: each version of the schema has a namespace of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from brain.platform.shop_floor.domain.readings import Value, ValueKind

UNAVAILABLE: Final = "UNAVAILABLE"
_WHOLE: Final = re.compile(r"[0-9]{1,20}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LONGEST_NUMBER: Final = 100  # characters
_YES, _NO = {"TRUE", "ON", "YES", "ACTIVE"}, {"FALSE", "OFF", "NO", "INACTIVE"}
# Events that are told as numbers (Part 2, controlled vocabulary); all others are words.
_COUNTS: Final = {"PART_COUNT", "LOAD_COUNT", "UNLOAD_COUNT", "TRANSFER_COUNT", "BLOCK_COUNT", "LINE_NUMBER"}
_RATES: Final = {"AXIS_FEEDRATE_OVERRIDE", "PATH_FEEDRATE_OVERRIDE", "ROTARY_VELOCITY_OVERRIDE"}


class NoDocument(ValueError):
    """What came is no document of MTConnect."""


class Refused(ValueError):
    """The agent's own word for what it cannot answer; `code` as in the schema, e.g. OUT_OF_RANGE."""

    def __init__(self, code: str, told: str) -> None:
        super().__init__(f"{code} {told}".strip())
        self.code = code


class Header(NamedTuple):
    """`instance` is another once the agent was started anew; `first` is the oldest sequence number that it
    still holds, `next` the one to ask from; `at` in µs since 1970 UTC, to the second where `coarse`."""

    instance: int
    first: int
    next: int
    last: int
    buffer: int
    at: int | None
    coarse: bool


class Observation(NamedTuple):
    """`category`: Samples, Events or Condition; `name`: of the element, for conditions their level."""

    item: str
    category: str
    name: str
    sequence: int
    at: int | None
    text: str
    code: str
    is_single: bool


@dataclass(frozen=True)
class DataItem:
    id: str
    name: str
    category: str
    type: str
    unit: str | None
    kind: ValueKind | None
    low: float | None
    high: float | None
    parts: int


@dataclass(frozen=True)
class Component:
    """`path`: the ids from the device down."""

    path: tuple[str, ...]
    name: str
    items: tuple[DataItem, ...]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def document(body: bytes, root: str) -> Element:
    """Raises Refused, and NoDocument where it is not the one called `root`."""
    try:
        found: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise NoDocument("应答不是 MTConnect 的文档") from error
    if _local(found) == "MTConnectError":
        errors = [each for each in found.iter() if each.get("errorCode")]
        if errors:
            raise Refused(errors[0].get("errorCode", ""), _text(errors[0])[:200])
    if _local(found) != root:
        raise NoDocument("应答不是 MTConnect 的文档")
    return found


def header(streams: Element) -> Header:
    told = next((each for each in streams if _local(each) == "Header"), None)
    if told is None:
        raise NoDocument("MTConnect 文档没有抬头")
    made = told.get("creationTime", "")
    return Header(
        instance=_whole(told, "instanceId"),
        first=_whole(told, "firstSequence"),
        next=_whole(told, "nextSequence"),
        last=_whole(told, "lastSequence"),
        buffer=_whole(told, "bufferSize"),
        at=moment(made),
        coarse="." not in made,
    )


def _whole(element: Element, name: str) -> int:
    text = element.get(name, "")
    if not _WHOLE.fullmatch(text):
        raise NoDocument(f"MTConnect 文档的 {name} 不是数")
    return int(text)


def moment(text: str) -> int | None:
    """µs since 1970 UTC; a time without zone is UTC's."""
    try:
        told = datetime.fromisoformat(text[:40])
        zoned = told if told.tzinfo else told.replace(tzinfo=UTC)
        return round(zoned.timestamp() * 1_000_000)
    except (ValueError, OverflowError):
        return None


def observations(streams: Element) -> list[Observation]:
    """In the order in which the agent took them."""
    found = [
        _observation(element, _local(category))
        for category in streams.iter()
        if _local(category) in ("Samples", "Events", "Condition")
        for element in category
    ]
    return sorted(found, key=lambda each: each.sequence)


def _observation(element: Element, category: str) -> Observation:
    return Observation(
        item=element.get("dataItemId", ""),
        category=category,
        name=_local(element),
        sequence=_whole(element, "sequence"),
        at=moment(element.get("timestamp", "")),
        text=_text(element),
        code=element.get("conditionId") or element.get("nativeCode") or "",
        is_single=len(element) == 0 and element.get("sampleCount") is None,
    )


def _text(element: Element) -> str:
    return (element.text or "").strip()


def value_of(text: str, kind: ValueKind, part: int | None) -> Value:
    """What is not of this kind stays text. `part`: which of several numbers, from 1."""
    if part is not None:
        several = text.split()
        text = several[part - 1] if part <= len(several) else ""
    if kind is ValueKind.BOOLEAN:
        upper = text.upper()
        return True if upper in _YES else False if upper in _NO else text
    if kind is ValueKind.TEXT or len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return text
    return int(text) if kind is ValueKind.INTEGER and text.lstrip("+-").isdecimal() else float(text)


class Conditions:
    """What a condition says, from its single notices: several faults may be active at once (Part 3)."""

    def __init__(self) -> None:
        self._active: dict[str, str] = {}

    def take(self, told: Observation) -> str | None:
        """All that is active, as text; None where nothing is known."""
        if told.name == "Normal" and told.code:
            self._active.pop(told.code, None)
        elif told.name in ("Normal", "Unavailable"):
            self._active.clear()
        else:
            parts = told.name.upper(), told.code, told.text
            self._active[told.code] = " ".join(each for each in parts if each)
        if told.name == "Unavailable":
            return None
        return "; ".join(self._active.values()) or "NORMAL"


def components(devices: Element) -> list[Component]:
    """Devices and what they are made of, each with the data items right at it."""
    found: list[Component] = []
    pending: list[tuple[Element, tuple[str, ...]]] = [(each, ()) for each in _inside(devices, "Devices")]
    while pending:
        element, above = pending.pop()
        path = (*above, element.get("id", ""))
        name = element.get("name") or element.get("id", "")
        items = tuple(item for each in _inside(element, "DataItems") if (item := _item(each)))
        found.append(Component(path, f"{_local(element)} {name}" if above else str(name), items))
        pending += [(each, path) for each in _inside(element, "Components")]
    return found


def _inside(element: Element, box: str) -> Iterator[Element]:
    return (each for held in element if _local(held) == box for each in held)


def _item(element: Element) -> DataItem | None:
    if _local(element) != "DataItem" or not element.get("id"):
        return None
    category, kind, unit = element.get("category", ""), element.get("type", ""), element.get("units")
    limits = {_local(each): _text(each) for held in element if _local(held) == "Constraints" for each in held}
    several = 3 if unit and unit.endswith("_3D") else 1
    return DataItem(
        id=element.get("id", ""),
        name=element.get("name") or " ".join(filter(None, (kind, element.get("subType")))),
        category=category,
        type=kind,
        unit=unit.removesuffix("_3D") if unit else None,
        kind=_kind(category, kind, element.get("representation", "VALUE")),
        low=_number(limits.get("Minimum")),
        high=_number(limits.get("Maximum")),
        parts=several,
    )


def _kind(category: str, type_: str, representation: str) -> ValueKind | None:
    """None for what is no single value: series, sets and tables."""
    if representation not in ("VALUE", "DISCRETE"):
        return None
    if category == "SAMPLE" or type_ in _RATES:
        return ValueKind.NUMBER
    return ValueKind.INTEGER if type_ in _COUNTS else ValueKind.TEXT


def _number(text: str | None) -> float | None:
    return float(text) if text and len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) else None
