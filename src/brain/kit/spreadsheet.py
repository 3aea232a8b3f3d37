"""Tables for people's spreadsheet programs, in which no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from brain.kit.clock import BEIJING

Cell = str | int | float | Decimal | date | None

CSV_TYPE: Final = "text/csv; charset=utf-8"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL: Final = 32_767  # characters, Excel's limit
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """With a byte order mark, by which Excel knows UTF-8; text like a formula gets an apostrophe in front."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def inert(cell: Cell) -> Cell:
    """What no spreadsheet program takes for a formula."""
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S") if isinstance(cell, datetime) else cell


Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]  # title, header, rows


def xlsx_file(title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet; text stays text, so that credit codes keep their digits and nothing is calculated."""
    return xlsx_book([(title, header, rows)])


def xlsx_book(sheets: Iterable[Sheet]) -> bytes:
    """Several sheets, each as `xlsx_file` writes one."""
    target = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        bold = book.add_format({"bold": True})
        for title, header, rows in sheets:
            sheet = book.add_worksheet(title[:31])
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(header):
                sheet.write_string(0, column, name, bold)
            for line, row in enumerate(rows, start=1):
                for column, cell in enumerate(row):
                    _write(sheet, line, column, cell, days)
    return target.getvalue()


def _write(sheet: Any, line: int, column: int, cell: Cell, days: Any) -> None:
    if isinstance(cell, datetime):
        sheet.write_string(line, column, str(inert(cell)))
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, datetime(cell.year, cell.month, cell.day), days)  # noqa: DTZ001 - a day without a zone
    elif isinstance(cell, str):
        sheet.write_string(line, column, cell[:LONGEST_CELL])
    elif cell is not None:
        sheet.write_number(line, column, float(cell))
