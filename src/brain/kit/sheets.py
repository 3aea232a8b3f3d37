"""Sheets that people fill: workbooks of Excel and delimited text, as headings and rows of cells."""

import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from brain.kit import encoding
from brain.kit.errors import Invalid, TooLarge

LARGEST_FILE: Final = 20 << 20  # bytes
MOST_ROWS: Final = 50_000
_LARGEST_UNPACKED: Final = 200 << 20
_MOST_COLUMNS: Final = 200
_LONGEST_CELL: Final = 32_767
_DELIMITERS: Final = ",\t;|"
_IS_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml$")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CELL: Final = re.compile(rb"<(?:\w+:)?c [^>]*?\br=\"([A-Z]{1,3}[0-9]{1,7})\"")
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell [^>]*?ref=\"([^\"]{1,40})\"")


@dataclass(frozen=True)
class Sheet:
    """`lines`: of each row its number in the file, as spreadsheet programs show it; `left`: how many empty
    columns stand left of the first."""

    headings: list[str]
    rows: list[list[Any]]
    lines: list[int]
    left: int

    def cell(self, row: int, column: int) -> str:
        """What spreadsheet programs call a cell, such as D12."""
        return f"{_letters(column + self.left)}{self.lines[row]}"


def read(content: bytes) -> Sheet:
    """Empty rows are left out. Raises Invalid for what is no sheet, or too much of one."""
    (above, left), lines = _of_workbook(content) if is_workbook(content) else ((0, 0), _of_text(content))
    numbered = [
        (at, line)
        for at, line in enumerate(lines, start=above + 1)
        if any(cell not in {None, ""} for cell in line)
    ]
    filled = [line for _, line in numbered]
    if not filled:
        raise Invalid("文件中没有数据")
    if len(filled) > MOST_ROWS + 1:
        raise Invalid(f"文件有 {len(filled) - 1} 行，一次最多 {MOST_ROWS} 行，请分开导入")
    if len(filled[0]) > _MOST_COLUMNS:
        raise Invalid(f"文件有 {len(filled[0])} 列，最多 {_MOST_COLUMNS} 列")
    return Sheet(_headings(filled[0]), filled[1:], [at for at, _ in numbered[1:]], left)


async def received(parts: AsyncIterator[bytes]) -> bytes:
    """A file as it comes in. Raises TooLarge."""
    content = bytearray()
    async for part in parts:
        content += part
        if len(content) > LARGEST_FILE:
            raise TooLarge(f"文件超过 {LARGEST_FILE >> 20} MB")
    return bytes(content)


def is_workbook(content: bytes) -> bool:
    return content.startswith(b"PK")


def refuse_programs(content: bytes) -> None:
    """For sheets whose cells must be what a person wrote: raises Invalid for macros, formulas and merged
    cells."""
    if not is_workbook(content):
        return
    _refuse_bomb(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if any(name.endswith("vbaProject.bin") for name in names):
            raise Invalid("这个工作簿带宏，请另存为不带宏的 .xlsx")
        for name in filter(_IS_SHEET.match, names):
            _refuse_marks(archive, name)


def _refuse_marks(archive: zipfile.ZipFile, name: str) -> None:
    with archive.open(name) as member:
        text = member.read(_LARGEST_UNPACKED)
    formula, merged = _FORMULA.search(text), _MERGED.search(text)
    if formula:
        cell = (_CELL.findall(text, 0, formula.start()) or [b"?"])[-1].decode("ascii", "replace")
        raise Invalid(f"单元格 {cell} 是公式，请粘贴为数值后再上传")
    if merged:
        raise Invalid(f"单元格 {merged[1].decode('ascii', 'replace')[:30]} 是合并的，请取消合并后再上传")


def _letters(column: int) -> str:
    """A, B … Z, AA: of the column from 0."""
    text, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        text = chr(ord("A") + letter) + text
    return text


def _headings(line: list[Any]) -> list[str]:
    seen: list[str] = []
    for place, cell in enumerate(line, start=1):
        name = str(cell if cell is not None else "").replace("\0", "").strip()[:100] or f"第{place}列"
        seen.append(f"{name}（第{place}列）" if name in seen else name)
    return seen


def _of_workbook(content: bytes) -> tuple[tuple[int, int], list[list[Any]]]:
    """Of the first sheet that holds anything, and where it begins."""
    _refuse_bomb(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = map(book.get_sheet_by_name, book.sheet_names)
        sheet = next((each for each in sheets if each.height), None)
        if sheet is None:
            return (0, 0), []
        return sheet.start or (0, 0), [[_plain(cell) for cell in line] for line in sheet.to_python()]
    except (CalamineError, OSError) as error:
        raise Invalid("Excel 文件不完整、已加密或已损坏") from error


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
