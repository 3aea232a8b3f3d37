"""A code table from a CSV or Excel file: columns 代码, 名称, and if there are any 上级, 取代."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from brain.kit.errors import Invalid
from brain.platform.standards.contract import CodeEntry

_HEADERS: Final = {
    "code": ("代码", "编码", "code"),
    "name": ("名称", "含义", "name"),
    "parent": ("上级", "上级代码", "parent"),
    "replaces": ("取代", "原代码", "replaces"),
}
_SEPARATORS: Final = str.maketrans("；、,，", ";;;;")


def read(content: bytes) -> list[CodeEntry]:
    """Raises Invalid for a file that is none of these, or lacks a code or a name in a line."""
    rows = _workbook(content) if content.startswith(b"PK") else _csv(content)
    header = [cell.strip().lower() for cell in next(rows, [])]
    places = {part: _place(header, names) for part, names in _HEADERS.items()}
    if places["code"] is None or places["name"] is None:
        raise Invalid("第一行应有“代码”“名称”，还可以有“上级”“取代”")
    return [
        _entry({part: _cell(row, place) for part, place in places.items()}, line)
        for line, row in enumerate(rows, start=2)
        if any(cell.strip() for cell in row)
    ]


def _workbook(content: bytes) -> Iterator[list[str]]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    except CalamineError as error:
        raise Invalid("不是可以读取的 Excel 文件") from error
    for row in sheet.to_python():
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """A number typed into a cell is a code without a decimal point."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _csv(content: bytes) -> Iterator[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return iter(list(csv.reader(io.StringIO(content.decode(encoding)))))
        except UnicodeDecodeError:
            continue
    raise Invalid("不是 UTF-8 或 GB 18030 编码的文本")


def _place(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _entry(cells: dict[str, str], line: int) -> CodeEntry:
    if not cells["code"] or not cells["name"]:
        raise Invalid(f"第 {line} 行缺少代码或名称")
    replaces = (each.strip() for each in cells["replaces"].translate(_SEPARATORS).split(";"))
    return CodeEntry(
        code=cells["code"],
        name=cells["name"],
        parent=cells["parent"] or None,
        replaces=tuple(each for each in replaces if each),
    )
