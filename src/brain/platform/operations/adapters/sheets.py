"""Sheets that people fill: workbooks of Excel and delimited text, as headings and rows of cells."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from brain.kit import encoding
from brain.kit.errors import Invalid
from brain.kit.spreadsheet import Cell, xlsx_book
from brain.platform.operations.domain.fields import FieldKind, RecordField, RecordKind

LARGEST_FILE: Final = 20 << 20  # bytes
MOST_ROWS: Final = 50_000
_LARGEST_UNPACKED: Final = 200 << 20
_MOST_COLUMNS: Final = 200
_LONGEST_CELL: Final = 32_767
_DELIMITERS: Final = ",\t;|"


@dataclass(frozen=True)
class Sheet:
    headings: list[str]
    rows: list[list[Any]]


def read(content: bytes) -> Sheet:
    """Empty rows are left out. Raises Invalid for what is no sheet, or too much of one."""
    lines = _of_workbook(content) if content.startswith(b"PK") else _of_text(content)
    filled = [line for line in lines if any(cell not in {None, ""} for cell in line)]
    if not filled:
        raise Invalid("文件中没有数据")
    if len(filled) > MOST_ROWS + 1:
        raise Invalid(f"文件有 {len(filled) - 1} 行，一次最多 {MOST_ROWS} 行，请分开导入")
    if len(filled[0]) > _MOST_COLUMNS:
        raise Invalid(f"文件有 {len(filled[0])} 列，最多 {_MOST_COLUMNS} 列")
    return Sheet(_headings(filled[0]), filled[1:])


def _headings(line: list[Any]) -> list[str]:
    seen: list[str] = []
    for place, cell in enumerate(line, start=1):
        name = str(cell if cell is not None else "").replace("\0", "").strip()[:100] or f"第{place}列"
        seen.append(f"{name}（第{place}列）" if name in seen else name)
    return seen


def _of_workbook(content: bytes) -> list[list[Any]]:
    _refuse_bomb(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        found = next(filter(None, sheets), None)
    except (CalamineError, OSError) as error:
        raise Invalid("Excel 文件不完整、已加密或已损坏") from error
    return [[_plain(cell) for cell in line] for line in found or []]


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Invalid("Excel 文件不完整或已损坏") from error
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise Invalid("这是压缩文件，不是 Excel 工作簿（.xlsx），请先解压")
    if sum(member.file_size for member in members) > _LARGEST_UNPACKED or len(members) > 10_000:
        raise Invalid(f"Excel 文件解压后超过 {_LARGEST_UNPACKED >> 20} MB")


def _plain(cell: Any) -> Any:
    return str(cell) if isinstance(cell, time | timedelta) else cell


def _of_text(content: bytes) -> list[list[Any]]:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Invalid("这是旧版 Excel（.xls）文件，请另存为 .xlsx")
    found = encoding.detect(io.BytesIO(content))
    if found is None:
        raise Invalid("读不懂这个文件：应为 Excel（.xlsx），或 UTF-8、GB18030、UTF-16 的 CSV")
    text = content.decode(found)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        lines: list[list[Any]] = []
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(lines) > MOST_ROWS * 2 or len(line) > _MOST_COLUMNS * 5:
                raise Invalid(f"文件太大：一次最多 {MOST_ROWS} 行、{_MOST_COLUMNS} 列")
            if any(len(cell) > _LONGEST_CELL for cell in line):
                raise Invalid(f"第 {len(lines) + 1} 行有单元格超过 {_LONGEST_CELL} 个字符")
            lines.append(list(line))
    except csv.Error as error:
        raise Invalid("CSV 文件无法读取：引号没有配对，或单元格太长") from error
    return lines


_FORMS: Final = {
    FieldKind.TEXT: "文字",
    FieldKind.NUMBER: "数值",
    FieldKind.COUNT: "整数",
    FieldKind.MOMENT: "时间，如 2026-11-23 08:30（北京时间）",
    FieldKind.TEXTS: "一个或多个，用逗号或分号隔开",
    FieldKind.FLAG: "是 / 否",
    FieldKind.UNIT: "单位，如 条、kg、kWh",
}


def template(kind: RecordKind) -> bytes:
    """A workbook to fill: headings in Chinese, and a sheet that explains them."""
    explained: list[list[Cell]] = [
        [
            each.title,
            "必填" if each.required and each.default is None else "",
            _form(each),
            each.hint,
            each.title_en,
        ]
        for each in kind.fields
    ]
    head = [
        f"{each.title}*" if each.required and each.default is None else each.title for each in kind.fields
    ]
    return xlsx_book([
        (kind.title, head, []),
        ("填写说明", ["列", "必填", "怎样填", "说明", "English"], explained),
    ])  # fmt: skip


def _form(field: RecordField) -> str:
    if field.kind is FieldKind.CHOICE:
        return " / ".join(each.title for each in field.choices)
    return _FORMS[field.kind]
