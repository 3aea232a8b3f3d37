"""Which column of a file fills which field: guessed from headers, corrected by people, remembered."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from brain.kit.errors import FieldError, Invalid
from brain.platform.ingestion.domain.layouts import Field, Layout

Unit = Literal["yuan", "thousand", "wan", "yi"]

_SEPARATORS: Final = re.compile(r"[\s_\-./:：*]+")
_UNIT: Final = re.compile(r"[(（\[【](?:单位[:：])?(?P<unit>[^()（）]*)[)）\]】]\s*$")
_UNITS: Final[dict[str, Unit]] = {
    "亿": "yi",
    "亿元": "yi",
    "千元": "thousand",
    "元": "yuan",
    "人民币元": "yuan",
}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of the file feeding one field; `unit` is that of bare amounts: 元, 千元, 万元, 亿元."""

    column: str
    field: str
    unit: Unit = "wan"


Mapping = tuple[Column, ...]


def plain(header: str) -> str:
    """A header without width, case, separators and unit: regCapital, reg_capital and REG CAPITAL are one."""
    text = _UNIT.sub("", unicodedata.normalize("NFKC", header).strip())
    return _SEPARATORS.sub("", text).lower()


def _names(field: Field) -> list[str]:
    """All names of a field, the surest first."""
    return [plain(name) for name in (field.name, field.title, *field.headers, field.title_en)]


def _unit(header: str) -> Unit:
    """The unit named in a header like 注册资本（万元）; registers publish in 万 where they name none."""
    found = _UNIT.search(unicodedata.normalize("NFKC", header).strip())
    if found is None:
        return "wan"
    return _UNITS.get(found["unit"].strip(), "wan")


def guess(headers: Sequence[str], layout: Layout) -> Mapping:
    """Each field takes the column whose header comes first among its names; no column serves twice."""
    written: dict[str, str] = {}
    for header in headers:
        written.setdefault(plain(header), header)
    taken: dict[str, Column] = {}
    candidates = sorted(
        (place, order, field.name, written[name])
        for order, field in enumerate(layout.fields)
        for place, name in enumerate(_names(field))
        if name in written
    )
    filled: set[str] = set()
    for _, _, name, header in candidates:
        if name not in filled and header not in taken:
            filled.add(name)
            taken[header] = Column(column=header, field=name, unit=_unit(header))
    return tuple(taken[header] for header in headers if header in taken)


def check(mapping: Mapping, headers: Sequence[str], layout: Layout) -> None:
    """Refuse a mapping with unknown or repeated fields, with missing columns or without required fields."""
    errors: list[FieldError] = []
    fields = [column.field for column in mapping]
    for place, column in enumerate(mapping):
        if column.field not in layout.by_name:
            errors.append({"loc": f"/mapping/{place}/field", "message": f"没有“{column.field}”这个字段"})
        elif fields.index(column.field) != place:
            errors.append({"loc": f"/mapping/{place}/field", "message": "一个字段只能对应一列"})
        if column.column not in headers:
            errors.append(
                {"loc": f"/mapping/{place}/column", "message": f"文件中没有“{column.column}”这一列"}
            )
    missing = [field.title for field in layout.fields if field.required and field.name not in fields]
    if layout.finds_owner and not {"credit_code", "enterprise_name"} & set(fields):
        missing.append("统一社会信用代码或企业名称")
    if missing:
        errors.append({"loc": "/mapping", "message": f"还没有对应的列：{'、'.join(missing)}"})
    if errors:
        raise Invalid("列的对应关系有误", errors)


def header_set(layout: Layout, headers: Sequence[str]) -> str:
    """By what a remembered mapping is found again: the same headers in any order."""
    return sha256("\n".join([layout.name, *sorted(headers)]).encode()).hexdigest()
