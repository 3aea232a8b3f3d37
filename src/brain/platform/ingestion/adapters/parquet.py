"""Parquet files, a batch at a time."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import LARGEST_ROW_GROUP, UnreadableFile, unique_headers


class ParquetReader:
    kind = "parquet"

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with pq.ParquetFile(path) as file:
                metadata, schema = file.metadata, file.schema_arrow
        except (pa.ArrowInvalid, OSError) as error:
            raise UnreadableFile("Parquet 文件不完整或已损坏") from error
        groups = (metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
        if any(size > LARGEST_ROW_GROUP for size in groups):
            raise UnreadableFile("Parquet 文件的单个行组过大，无法读取")
        self.headers = unique_headers(schema.names)
        self.rows: int | None = metadata.num_rows

    def batches(self, size: int) -> Iterator[Batch]:
        with pq.ParquetFile(self._path) as file:
            try:
                for batch in file.iter_batches(size):
                    yield Batch(_as_text(pl.DataFrame(batch), self.headers))
            except (pa.ArrowInvalid, OSError) as error:
                raise UnreadableFile("Parquet 文件的数据部分不完整或已损坏") from error


def _as_text(frame: pl.DataFrame, headers: list[str]) -> pl.DataFrame:
    frame.columns = headers
    return frame.select(_text(name, dtype) for name, dtype in frame.schema.items())


def _text(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(dtype, pl.List) and dtype.inner == pl.String:
        return column.list.join("；")
    if isinstance(dtype, pl.Datetime):
        return column.dt.to_string(f"%Y-%m-%d %H:%M:%S%.f{'%:z' if dtype.time_zone else ''}")
    if dtype.is_nested() or dtype in {pl.Binary, pl.Object}:
        return pl.lit(None, pl.String).alias(name)
    if dtype.is_float():
        return column.cast(pl.String).str.strip_suffix(".0")
    return column.cast(pl.String)
