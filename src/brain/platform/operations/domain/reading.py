"""A row of cells, as databases, sheets and people give them, read as a record; every mistake at its field."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, Final

from brain.kit.errors import FieldError
from brain.platform.operations.domain import units
from brain.platform.operations.domain.fields import (
    LONGEST_TEXT,
    MOST_TEXTS,
    FieldKind,
    RecordField,
    RecordKind,
)
from brain.platform.operations.domain.kinds import QUALITY_RESULT, STOCK_MOVEMENT

_BEIJING: Final = timezone(timedelta(hours=8))
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
_LARGEST: Final = 1e15
_FORMS: Final = ("%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y%m%d")
_YES: Final = frozenset(
    {"是", "合格", "通过", "ok", "pass", "passed", "accepted", "true", "yes", "y", "1", "良品"}
)
_NO: Final = frozenset(
    {"否", "不合格", "不通过", "ng", "fail", "failed", "rejected", "false", "no", "n", "0", "不良"}
)
_BETWEEN: Final = re.compile(r"[,;，；、\s|]+")
_ORDERED: Final = (
    ("planned_begin", "planned_end"),
    ("actual_begin", "actual_end"),
    ("at", "end"),
    ("low", "high"),
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A record as its source tells it. `content` is what JSON holds: moments as ISO 8601 in UTC, numbers,
    texts; fields that were left empty are absent."""

    kind: str
    key: str
    at: datetime
    changed_at: datetime | None
    content: dict[str, Any]


class WrongRow(Exception):
    """`problems` name fields."""

    def __init__(self, problems: list[FieldError]) -> None:
        super().__init__("；".join(each["message"] for each in problems))
        self.problems = problems


def read(kind: RecordKind, cells: Mapping[str, Any]) -> Told:
    """Cells by the names of fields. Raises WrongRow."""
    content: dict[str, Any] = {}
    problems: list[FieldError] = []
    for field in kind.fields:
        try:
            value = _value(field, cells.get(field.name))
        except ValueError as error:
            problems.append({"loc": field.name, "message": f"{field.title}：{error}"})
            continue
        if value is not None:
            content[field.name] = value
    problems = problems or _disagreements(kind, content)
    if problems:
        raise WrongRow(problems)
    key, changed = content.pop("key"), content.pop("changed_at", None)
    return Told(
        kind=kind.name,
        key=key,
        at=datetime.fromisoformat(content[kind.at]),
        changed_at=datetime.fromisoformat(changed) if changed else None,
        content=_judged(kind, content),
    )


def _value(field: RecordField, cell: Any) -> Any:
    if isinstance(cell, str):
        cell = unicodedata.normalize("NFKC", cell).strip().lstrip("'")
    if cell is None or cell == "" or (isinstance(cell, list | tuple) and not cell):
        if field.default is not None:
            return field.default
        if field.required:
            raise ValueError("不能为空")
        return None
    return _READERS[field.kind](field, cell)


def _text(_: RecordField, cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST:
        cell = int(cell)
    told = str(cell).strip()
    if len(told) > LONGEST_TEXT:
        raise ValueError(f"超过 {LONGEST_TEXT} 个字符")
    if any(unicodedata.category(each) in {"Cc", "Cs"} for each in told):
        raise ValueError("含有不可见的控制字符")
    return told


def _number(field: RecordField, cell: Any) -> float:
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal | str):
        raise ValueError("应为数值")
    try:
        value = float(cell.replace(",", "") if isinstance(cell, str) else cell)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{str(cell)[:40]}”不是数值") from error
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError("数值过大，或不是一个数")
    if field.low is not None and value < field.low:
        raise ValueError(f"不能小于 {field.low:g}")
    return value


def _count(field: RecordField, cell: Any) -> int:
    value = _number(field, cell)
    if not value.is_integer() or value > 1e6:
        raise ValueError("应为不超过一百万的整数")
    return int(value)


def _moment(_: RecordField, cell: Any) -> str:
    moment = _as_moment(cell)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_BEIJING)
    if not _EARLIEST <= moment < _LATEST:
        raise ValueError("时间须在 1990 年到 2100 年之间")
    return moment.astimezone(UTC).isoformat()


def _as_moment(cell: Any) -> datetime:
    if isinstance(cell, datetime):
        return cell
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    told = str(cell)
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        for form in _FORMS:
            try:
                return datetime.strptime(told, form)  # noqa: DTZ007 - the caller gives it a zone
            except ValueError:
                continue
    raise ValueError(f"“{told[:40]}”不是时间，应如 2026-11-23 08:30")


def _choice(field: RecordField, cell: Any) -> str:
    word = str(cell).strip().lower()
    for choice in field.choices:
        if choice.is_meant(word):
            return choice.value
    raise ValueError(f"“{str(cell)[:40]}”不在可选的范围内：{'、'.join(each.title for each in field.choices)}")


def _texts(field: RecordField, cell: Any) -> list[str]:
    parts = cell if isinstance(cell, list | tuple) else _BETWEEN.split(str(cell))
    found = list(dict.fromkeys(_text(field, each) for each in parts if str(each).strip()))
    if len(found) > MOST_TEXTS:
        raise ValueError(f"超过 {MOST_TEXTS} 个")
    return found


def _flag(_: RecordField, cell: Any) -> bool:
    word = _text(_, cell).lower() if not isinstance(cell, bool) else str(cell).lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise ValueError(f"“{str(cell)[:40]}”应为是或否")


def _unit(_: RecordField, cell: Any) -> str:
    found = units.symbol(str(cell))
    if found is None:
        raise ValueError(f"不认识单位“{str(cell)[:40]}”，可用：{'、'.join(units.KNOWN)}")
    return found


_READERS: Final[dict[FieldKind, Callable[[RecordField, Any], Any]]] = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.COUNT: _count,
    FieldKind.MOMENT: _moment,
    FieldKind.CHOICE: _choice,
    FieldKind.TEXTS: _texts,
    FieldKind.FLAG: _flag,
    FieldKind.UNIT: _unit,
}


def _disagreements(kind: RecordKind, content: Mapping[str, Any]) -> list[FieldError]:
    problems: list[FieldError] = []
    for first, last in _ORDERED:
        if first in content and last in content and content[first] > content[last]:
            title = kind.by_name[first].title
            problems.append({"loc": last, "message": f"{kind.by_name[last].title}：不能小于{title}"})
    if kind is STOCK_MOVEMENT and "lot" not in content and "material" not in content:
        problems.append({"loc": "material", "message": "物料：没有批号时不能为空"})
    if kind is STOCK_MOVEMENT and "lot" not in content and "unit" not in content:
        problems.append({"loc": "unit", "message": "单位：没有批号时不能为空"})
    if kind is QUALITY_RESULT and "accepted" not in content and _within(content) is None:
        problems.append({"loc": "accepted", "message": "合格：没有测得值与上下限时不能为空"})
    if content.get("key") in content.get("made_of", ()):
        problems.append({"loc": "made_of", "message": "由哪些批次制成：不能是它自己"})
    return problems


def _within(content: Mapping[str, Any]) -> bool | None:
    limits = [name for name in ("low", "high") if name in content]
    if "value" not in content or not limits:
        return None
    value = content["value"]
    return bool(content.get("low", value) <= value <= content.get("high", value))


def _judged(kind: RecordKind, content: dict[str, Any]) -> dict[str, Any]:
    if kind is QUALITY_RESULT and "accepted" not in content:
        return content | {"accepted": _within(content)}
    return content


def guessed(kind: RecordKind, headings: Iterable[str]) -> dict[str, str]:
    """The field that each heading seems to tell, by its name, title or other names; each field once, and by
    the better name."""
    told = {_plain(each): each for each in headings}
    found: dict[str, str] = {}
    for rank in (0, 1):
        for field in kind.fields:
            names = (field.name, field.title, field.title_en) if rank == 0 else field.also
            for name in map(_plain, names):
                if field.name not in found.values() and told.get(name, "") not in {"", *found}:
                    found[told[name]] = field.name
    return found


def _plain(heading: str) -> str:
    shown = unicodedata.normalize("NFKC", heading).split("(")[0]
    return re.sub(r"[\s_*\-]+", "", shown).lower()
