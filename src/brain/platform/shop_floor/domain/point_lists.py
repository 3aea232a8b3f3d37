"""A list of points as engineers keep it in a sheet: its columns, and what a row says of a point."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from brain.kit.errors import Invalid
from brain.platform.shop_floor.domain.points import Domain, Point, Priority
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.domain.registering import CODE

ADDRESS: Final = "地址."  # before the name of a part of an address
_NOT_PRINTED: Final = re.compile(r"[\x00-\x1f\x7f]")

KINDS: Final = {
    "数值": ValueKind.NUMBER,
    "整数": ValueKind.INTEGER,
    "开关": ValueKind.BOOLEAN,
    "文本": ValueKind.TEXT,
}
PRIORITIES: Final = {"高": Priority.HIGH, "中": Priority.NORMAL, "低": Priority.LOW}
DOMAINS: Final = {
    "研发设计": Domain.DESIGN,
    "生产制造": Domain.PRODUCTION,
    "质量检验": Domain.QUALITY,
    "仓储物流": Domain.LOGISTICS,
    "经营管理": Domain.MANAGEMENT,
}


class WrongCell(ValueError):
    """What is wrong, in words for the person who filled it."""


Reader = Callable[[Any], Any]


def _text(longest: int, pattern: str | None = None) -> Reader:
    def read(cell: Any) -> str:
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        if not isinstance(cell, str | int | float) or isinstance(cell, bool):
            raise WrongCell("应为文字")
        told = str(cell).strip()
        if len(told) > longest or _NOT_PRINTED.search(told):
            raise WrongCell(f"至多 {longest} 个可见的字符")
        if pattern is not None and not re.match(pattern, told):
            raise WrongCell("只能有字母、数字、汉字与 . - _，不能以符号开头")
        return told

    return read


def _number(low: float | None = None, high: float | None = None) -> Reader:
    def read(cell: Any) -> float:
        try:
            told = float(cell) if not isinstance(cell, bool) else math.nan
        except (TypeError, ValueError) as error:
            raise WrongCell("应为数") from error
        if not math.isfinite(told):
            raise WrongCell("应为数")
        if (low is not None and told < low) or (high is not None and told > high):
            raise WrongCell(
                f"应在 {low if low is not None else ''} 到 {high if high is not None else ''} 之间"
            )
        return told

    return read


def _whole(low: int, high: int) -> Reader:
    def read(cell: Any) -> int:
        told = _number(low, high)(cell)
        if not float(told).is_integer():
            raise WrongCell("应为整数")
        return int(told)

    return read


def _choice(choices: Mapping[str, Any]) -> Reader:
    def read(cell: Any) -> Any:
        told = str(cell).strip()
        if told not in choices:
            raise WrongCell(f"应为 {' / '.join(choices)}")
        return choices[told]

    return read


@dataclass(frozen=True, kw_only=True)
class Column:
    """`empty`: what a cell left empty says."""

    name: str
    title: str
    read: Reader
    hint: str = ""
    choices: tuple[str, ...] = ()
    empty: Any = None


_PLAIN: Final = Point(number=0, code="", title="", kind=ValueKind.NUMBER)
COLUMNS: Final = (
    Column(name="number", title="测点号", read=_whole(1, 2**53), hint="新测点留空；已有的不要改"),
    Column(name="source", title="来源", read=_text(80), hint="来源的名称；已有测点不能换来源"),
    Column(name="code", title="编码", read=_text(120, CODE), hint="新测点留空则按设备与名称取"),
    Column(name="title", title="名称", read=_text(120), hint="必填"),
    Column(name="equipment", title="设备编码", read=_text(60), hint="在用设备的编码；留空为不归设备"),
    Column(name="kind", title="类型", read=_choice(KINDS), choices=tuple(KINDS), hint="已有测点不能改"),
    Column(name="unit", title="单位", read=_text(20), hint="数值才有"),
    Column(name="quantity", title="物理量", read=_text(40)),
    Column(name="low", title="量程下限", read=_number()),
    Column(name="high", title="量程上限", read=_number()),
    Column(name="scale", title="换算系数", read=_number(), empty=_PLAIN.scale, hint="取值 × 系数 + 偏移"),
    Column(name="shift", title="偏移", read=_number(), empty=_PLAIN.shift),
    Column(name="sampling", title="采样周期（秒）", read=_number(0.05, 86_400), empty=_PLAIN.sampling),
    Column(name="dead_band", title="死区", read=_number(0), empty=_PLAIN.dead_band),
    Column(name="heartbeat", title="心跳（秒）", read=_number(1, 86_400), empty=_PLAIN.heartbeat),
    Column(
        name="priority", title="优先级", read=_choice(PRIORITIES), choices=tuple(PRIORITIES),
        empty=_PLAIN.priority,
    ),
    Column(
        name="domain", title="领域", read=_choice(DOMAINS), choices=tuple(DOMAINS), empty=_PLAIN.domain
    ),
    Column(
        name="level", title="敏感级别", read=_whole(1, 4), choices=("1", "2", "3", "4"), empty=_PLAIN.level
    ),
)  # fmt: skip
BY_TITLE: Final = {each.title: each for each in COLUMNS}
BY_NAME: Final = {each.name: each for each in COLUMNS}


@dataclass(frozen=True)
class Head:
    """Which column of the sheet tells what; `address` by the parts of addresses."""

    columns: dict[str, int]
    address: dict[str, int]

    def place(self, name: str) -> int | None:
        """Of a column, or of a part of the address."""
        return self.columns.get(name, self.address.get(name.removeprefix("address/")))


def head(headings: Iterable[str]) -> Head:
    """Raises Invalid where columns are missing or not known."""
    found = Head({}, {})
    unknown = []
    for place, heading in enumerate(headings):
        told = heading.strip().rstrip("*").strip()
        if told.startswith(ADDRESS):
            found.address[told.removeprefix(ADDRESS)] = place
        elif told in BY_TITLE:
            found.columns[BY_TITLE[told].name] = place
        else:
            unknown.append(told[:40])
    if unknown:
        raise Invalid(f"不认识的列：{'、'.join(unknown[:10])}。表头须与下载的测点表相同")
    if not {"number", "code"} & set(found.columns):
        raise Invalid("没有“测点号”或“编码”列，分不清是哪个测点")
    return found


@dataclass
class Told:
    """What a row says: only of the columns that the sheet has. `address`: parts, None where left empty;
    `wrong`: name of the column and what is wrong there."""

    values: dict[str, Any] = field(default_factory=dict)
    address: dict[str, Any] = field(default_factory=dict)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def told(columns: Head, row: list[Any]) -> Told:
    found = Told()
    for name, place in columns.columns.items():
        cell, column = _cell(row, place), BY_NAME[name]
        try:
            found.values[name] = column.empty if cell is None else column.read(cell)
        except WrongCell as error:
            found.wrong.append((name, str(error)))
    for part, place in columns.address.items():
        found.address[part] = _cell(row, place)
    return found


def _cell(row: list[Any], place: int) -> Any:
    cell = row[place] if place < len(row) else None
    return None if cell is None or (isinstance(cell, str) and not cell.strip()) else cell
