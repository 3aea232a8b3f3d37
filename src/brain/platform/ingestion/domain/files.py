"""Refusals of files that cannot be read, and the limits that keep a hostile one harmless."""

from typing import Final

from brain.kit.errors import Refusal

LARGEST_FILE: Final = 1 << 30  # bytes
LARGEST_WHOLE: Final = 256 << 20  # bytes of a JSON array, which is read at once
LARGEST_UNPACKED: Final = 1 << 30  # bytes that a workbook may unfold to
LARGEST_ROW_GROUP: Final = 2 << 30  # bytes of one Parquet row group
LONGEST_CELL: Final = 131_072  # characters
MOST_COLUMNS: Final = 500
LONGEST_HEADER: Final = 1 << 20  # characters of the first line of delimited text
LONGEST_LINE: Final = 16 << 20  # characters of any other


class UnreadableFile(Refusal):
    """What was given is not a table that can be read; the message says what is wrong with it."""

    status, code = 422, "unreadable_file"


def unique_headers(headers: list[str]) -> list[str]:
    """Columns without or with a repeated name get their position, so that each can be mapped."""
    if len(headers) > MOST_COLUMNS:
        raise UnreadableFile(f"文件有 {len(headers)} 列，最多 {MOST_COLUMNS} 列")
    seen: set[str] = set()
    unique = []
    for place, header in enumerate(headers, start=1):
        name = header.strip()[:200] or f"第{place}列"
        name = f"{name}（第{place}列）" if name in seen else name
        seen.add(name)
        unique.append(name)
    if not unique:
        raise UnreadableFile("文件中没有表头")
    return unique
