"""Delimited text: commas, tabs, semicolons or bars, in any of the detected encodings."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from brain.platform.ingestion.adapters import encoding
from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import LONGEST_CELL, UnreadableFile, unique_headers

_DELIMITERS: Final = ",\t;|"


class DelimitedReader:
    kind = "csv"

    def __init__(self, path: Path) -> None:
        self._path = path
        self.encoding = encoding.detect(path)
        with path.open(encoding=self.encoding, newline="") as file:
            first = next((line for line in file if line.strip()), "")
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
            reader = csv.reader(file, delimiter=self._delimiter)
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
