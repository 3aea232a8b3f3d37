"""Delimited text: commas, tabs, semicolons or bars, in any of the detected encodings."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from brain.kit import encoding
from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import (
    LONGEST_CELL,
    LONGEST_HEADER,
    LONGEST_LINE,
    MOST_COLUMNS,
    UnreadableFile,
    unique_headers,
)

_DELIMITERS: Final = ",\t;|"


class DelimitedReader:
    kind = "csv"

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            found = encoding.detect(file)
        if found is None:
            raise UnreadableFile(
                "无法识别文件的编码：应为 UTF-8、GB18030 或 UTF-16 的文本，或 xlsx、Parquet 文件"
            )
        self.encoding = found
        with path.open(encoding=self.encoding, newline="") as file:
            first = next((line for line in _lines_of(file, LONGEST_HEADER) if line.strip()), "")
        self._delimiter = max(_DELIMITERS, key=first.count)
        header = next(filter(None, self._lines()), None)
        if header is None:
            raise UnreadableFile("文件中没有表头")
        self.headers = unique_headers(header)
        self.rows: int | None = None

    def _lines(self) -> Iterator[list[str]]:
        # The module's own limit is per process and the same for all files.
        csv.field_size_limit(LONGEST_CELL)
        with self._path.open(encoding=self.encoding, newline="") as file:
            reader = csv.reader(_lines_of(file, LONGEST_LINE), delimiter=self._delimiter)
            try:
                yield from reader
            except csv.Error as error:
                raise UnreadableFile(
                    f"第 {reader.line_num} 行附近无法读取：引号没有配对，或单元格超过 {LONGEST_CELL} 个字符"
                ) from error

    def batches(self, size: int) -> Iterator[Batch]:
        lines = filter(None, self._lines())
        next(lines)
        while batch := list(islice(lines, size)):
            yield Batch.of_lines(self.headers, batch)


def _lines_of(file: TextIO, longest: int) -> Iterator[str]:
    """Raises UnreadableFile before a line of millions of columns is taken apart."""
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        if len(line) > longest:
            raise UnreadableFile(f"第 {number} 行超过 {longest} 个字符，不是最多 {MOST_COLUMNS} 列的数据表")
        yield line
