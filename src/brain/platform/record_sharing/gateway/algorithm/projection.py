"""What a record becomes before it leaves."""

import hashlib
import hmac
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from brain.kit.clock import BEIJING
from brain.platform.operations.contract import KINDS, FieldKind
from brain.platform.record_sharing.gateway.domain.grades import (
    COARSE,
    FEWEST,
    UNIT,
    is_grouping,
    is_summed,
    may_leave,
)
from brain.platform.record_sharing.protocol.forms import Form

_DIGITS: Final = 2  # significant, of a masked number
_DIGEST: Final = 16  # hexadecimal digits of a masked text


@dataclass(frozen=True, kw_only=True)
class Way:
    """How records of a kind leave. `levels` of its fields now; `secret` keys the digests of texts, and never
    leaves the gateway."""

    kind: str
    form: Form
    fields: Sequence[str]
    levels: Mapping[str, int]
    secret: bytes

    @property
    def open_fields(self) -> list[str]:
        """Those whose level, as it is now, lets them leave in this form."""
        return [each for each in self.fields if may_leave(self.levels[each], self.form)]

    def is_key_open(self) -> bool:
        return may_leave(self.levels["key"], self.form)


@dataclass(frozen=True, kw_only=True)
class Projected:
    key: str
    at: datetime
    content: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sum:
    group: dict[str, Any]
    records: int
    values: dict[str, float]


def project(way: Way, key: str, at: datetime, content: Mapping[str, Any]) -> Projected:
    """A record under this way; for raw and masked forms. Values that it does not have are absent."""
    told = {name: content[name] for name in way.open_fields if content.get(name) is not None}
    if way.form is Form.RAW:
        return Projected(key=key, at=at, content=told)
    kinds = KINDS[way.kind].by_name
    masked = {name: _masked(kinds[name].kind, value, way.secret) for name, value in told.items()}
    return Projected(key=_digest(key, way.secret), at=_day(at), content=masked)


def sums(way: Way, contents: Iterable[Mapping[str, Any]]) -> list[Sum]:
    """Of the records of one period: by what their choices have in common, how many, and sums of numbers."""
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    grouping = [each for each in way.open_fields if is_grouping(way.kind, each)]
    for content in contents:
        groups[tuple(content.get(name) for name in grouping)].append(content)
    return [
        Sum(group=dict(zip(grouping, group, strict=True)), records=len(found), values=_values(way, found))
        for group, found in sorted(groups.items(), key=lambda each: tuple(map(str, each[0])))
    ]


def _values(way: Way, contents: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    told = {}
    adding = [each for each in contents if _adds_up(way.kind, each)]
    for name in way.open_fields:
        if not is_summed(way.kind, name):
            continue
        values = [content[name] for content in adding if content.get(name) is not None]
        if values and (way.levels[name] < COARSE or len(values) >= FEWEST):
            told[name] = math.fsum(values)
    return told


def _adds_up(kind: str, content: Mapping[str, Any]) -> bool:
    """Not without a unit where the kind has one, and not what a meter stood at."""
    has_unit = UNIT not in KINDS[kind].by_name or content.get(UNIT) is not None
    return has_unit and content.get("reading") != "counter"


def _masked(kind: FieldKind, value: Any, secret: bytes) -> Any:
    if kind is FieldKind.TEXT:
        return _digest(str(value), secret)
    if kind is FieldKind.TEXTS:
        return [_digest(str(each), secret) for each in value]
    if kind in (FieldKind.NUMBER, FieldKind.COUNT):
        return _rounded(value)
    return _day(datetime.fromisoformat(value)).isoformat() if kind is FieldKind.MOMENT else value


def _digest(text: str, secret: bytes) -> str:
    """The same text gives the same digest in every kind of record, so that what belongs together stays so."""
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()[:_DIGEST]


def _rounded(value: float) -> float:
    if value == 0:
        return value
    return round(value, _DIGITS - 1 - math.floor(math.log10(abs(value))))


def _day(at: datetime) -> datetime:
    return at.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
