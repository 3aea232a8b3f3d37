"""Opening a file by what it contains, whatever its name says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from brain.platform.ingestion.adapters import delimited, json_records, parquet, workbook, xml_records
from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import UnreadableFile

BATCH: Final = 20_000  # rows; one batch is one transaction of an import
_ELSEWHERE: Final = {
    b"\xd0\xcf\x11\xe0": "旧版 Excel（.xls）文件，请另存为 .xlsx",
    b"%PDF": "PDF 文件，不是数据表",
    b"Rar!": "RAR 压缩文件，请先解压",
    b"7z\xbc\xaf": "7z 压缩文件，请先解压",
}


class Reader(Protocol):
    """A table of text. `rows` is None where only reading tells; an empty cell is null."""

    kind: str
    headers: list[str]
    rows: int | None

    def batches(self, size: int) -> Iterator[Batch]: ...


def open_file(path: Path) -> Reader:
    """Refuses with `UnreadableFile` what is not a table of a known kind."""
    with path.open("rb") as file:
        start = file.read(4096)
    for magic, what in _ELSEWHERE.items():
        if start.startswith(magic):
            raise UnreadableFile(f"这是{what}")
    if start.startswith(b"PAR1"):
        return parquet.ParquetReader(path)
    if start.startswith(b"PK"):
        return workbook.WorkbookReader(path)
    if json_records.looks_like_json(start):
        return json_records.JsonReader(path)
    if xml_records.looks_like_xml(start):
        return xml_records.XmlReader(path)
    return delimited.DelimitedReader(path)
