"""What taking over a list of points would do: new points, changes field by field, cells that are refused."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from math import isclose
from typing import Any, Final

from brain.kit.errors import Invalid
from brain.platform.shop_floor.domain.point_lists import Told
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.registering import Codes, Plan

FIXED: Final = {"number", "source", "kind", "equipment"}


@dataclass(frozen=True, kw_only=True)
class Existing:
    plan: Plan
    source: str
    retired: bool


@dataclass(frozen=True)
class Change:
    """Of one field, as it is kept."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class Added:
    row: int
    source: str
    plan: Plan


@dataclass(frozen=True, kw_only=True)
class Changed:
    row: int
    point: Point
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Refused:
    """`column`: its name, `address/…` for a part of the address; empty for the row as a whole."""

    row: int
    column: str
    problem: str


def same(one: Any, other: Any) -> bool:
    """Spreadsheet programs keep 15 digits of a number."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-14)
    return bool(one == other)


class WrongRow(ValueError):
    def __init__(self, column: str, problem: str) -> None:
        super().__init__(problem)
        self.column = column


@dataclass
class Outcome:
    added: list[Added] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0
    refused: list[Refused] = field(default_factory=list)

    def mark(self) -> str:
        """The same for the same outcome: what was seen is what is done."""
        told = [
            [(each.source, str(each.plan)) for each in self.added],
            [(each.point.number, str(each.changes)) for each in self.changed],
        ]
        return sha256(json.dumps(told).encode()).hexdigest()


class Ledger:
    """What stands, and what rows before have taken of it. `points` by number."""

    def __init__(
        self, points: Mapping[int, Existing], equipment: Mapping[str, int], codes: Iterable[str]
    ) -> None:
        self.points, self.equipment, self.codes = points, equipment, Codes(codes)
        self.by_code = {each.plan.point.code: each for each in points.values()}
        self.unit_codes = {number: code for code, number in equipment.items()}
        self._touched: dict[int, int] = {}
        self._addresses = {
            key(each.source, each.plan.address): each.plan.point.code
            for each in points.values()
            if not each.retired
        }

    def known(self, told: Told) -> Existing | None:
        """The point that a row means. Raises WrongRow."""
        number, code = told.values.get("number"), told.values.get("code")
        if number is not None:
            if number not in self.points:
                raise WrongRow("number", f"没有 {number} 号测点，新测点请留空")
            return self.points[number]
        return self.by_code.get(code) if code is not None else None

    def touch(self, number: int, row: int) -> int | None:
        """The row that meant the same point before."""
        before = self._touched.setdefault(number, row)
        return None if before == row else before

    def unit(self, told: Told, before: int | None) -> int | None:
        if "equipment" not in told.values:
            return before
        code = told.values["equipment"]
        if code is not None and code not in self.equipment:
            raise WrongRow("equipment", f"没有编码为“{code}”的在用设备")
        return None if code is None else self.equipment[code]

    def claim(self, source: str, address: Mapping[str, Any], code: str, was: str | None) -> None:
        """`was`: the code of the point that holds it already."""
        holder = self._addresses.get(key(source, address))
        if holder is not None and holder != was:
            raise WrongRow("address", f"这个地址已由测点“{holder}”采集")
        self._addresses[key(source, address)] = code


def key(source: str, address: Mapping[str, Any]) -> str:
    return source + "\0" + json.dumps(address, sort_keys=True, ensure_ascii=False)


def changed_point(ledger: Ledger, row: int, told: Told, before: Existing) -> Plan:
    """What an existing point would be, but for its address. Raises WrongRow."""
    point = before.plan.point
    if (same := ledger.touch(point.number, row)) is not None:
        raise WrongRow("", f"与前面第 {same + 1} 条数据是同一个测点")
    values = told.values
    if values.get("source") not in {None, before.source}:
        raise WrongRow("source", f"测点不能换来源，它属于“{before.source}”")
    if values.get("kind") not in {None, point.kind}:
        raise WrongRow("kind", "测点的类型不能改变，请另外登记")
    new = {name: value for name, value in values.items() if name not in FIXED}
    if new.get("code", "") is None:
        del new["code"]
    wanted = _checked(replace(point, **new) if _titled(new) else point)
    if wanted.code != point.code:
        if wanted.code in ledger.codes:
            raise WrongRow("code", f"编码“{wanted.code}”已被占用")
        ledger.codes.take(wanted.code)
    return Plan(
        point=wanted, address=before.plan.address, equipment_id=ledger.unit(told, before.plan.equipment_id)
    )


def new_point(ledger: Ledger, told: Told, source: str) -> Plan:
    """What a new point would be, but for its address. Raises WrongRow."""
    values = told.values
    if values.get("kind") is None:
        raise WrongRow("kind", "新测点须有类型")
    new = {name: value for name, value in values.items() if name not in FIXED}
    _titled(new | {"title": new.get("title")})
    unit_id, code = ledger.unit(told, None), new.pop("code", None)
    point = _checked(Point(number=0, code=code or "", kind=values["kind"], **new))
    if code is not None:
        if code in ledger.codes:
            raise WrongRow("code", f"编码“{code}”已被占用")
        ledger.codes.take(code)
        return Plan(point=point, address={}, equipment_id=unit_id)
    prefix = source if unit_id is None else ledger.unit_codes[unit_id]
    return Plan(
        point=replace(point, code=ledger.codes.propose(prefix, point.title)), address={}, equipment_id=unit_id
    )


def _titled(new: Mapping[str, Any]) -> bool:
    if "title" in new and new["title"] is None:
        raise WrongRow("title", "名称必填")
    return True


def _checked(point: Point) -> Point:
    try:
        point.check()
    except Invalid as refusal:
        first = refusal.details["fields"][0]
        raise WrongRow(first["loc"].removeprefix("/body/"), first["message"]) from refusal
    return point
