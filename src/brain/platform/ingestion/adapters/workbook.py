"""Excel workbooks (.xlsx): the first sheet that holds anything."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import LARGEST_UNPACKED, UnreadableFile, unique_headers


class WorkbookReader:
    kind = "xlsx"

    def __init__(self, path: Path) -> None:
        _refuse_bomb(path)
        try:
            with CalamineWorkbook.from_path(path) as book:
                sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
                found = next(filter(None, sheets), None)
        except (CalamineError, OSError) as error:
            raise UnreadableFile("Excel 文件不完整、已加密或已损坏") from error
        if found is None:
            raise UnreadableFile("Excel 文件中没有数据")
        self.headers = unique_headers([_text(cell) or "" for cell in found[0]])
        self._lines = found[1:]
        self.rows: int | None = len(self._lines)

    def batches(self, size: int) -> Iterator[Batch]:
        lines = iter(self._lines)
        while batch := list(islice(lines, size)):
            yield Batch.of_lines(self.headers, [[_text(cell) for cell in line] for line in batch])


def _refuse_bomb(path: Path) -> None:
    """A workbook is a zip; what it unfolds to is written in its directory and must stay within reason."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile("Excel 文件不完整或已损坏") from error
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise UnreadableFile("这是压缩文件，不是 Excel 工作簿，请先解压")
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or len(members) > 10_000:
        raise UnreadableFile(
            f"Excel 文件解压后超过 {LARGEST_UNPACKED >> 20} MB，无法读取，请改用 CSV 或 Parquet"
        )


def _text(cell: Any) -> str | None:
    """As Excel shows it without formats: 3.0 is 3, days are ISO dates."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return str(cell) or None
