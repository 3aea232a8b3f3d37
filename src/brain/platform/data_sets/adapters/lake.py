"""The lake: a folder of Parquet files that are written once, published under a new name and never changed."""

import os
import shutil
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import polars as pl
import pyarrow.parquet as pq

from brain.kit.datasets import Column, DataSet, Type
from brain.kit.disk import needs_room
from brain.platform.data_sets.adapters.rows import EVERY_ROW, permitting
from brain.platform.data_sets.domain.row_policies import Permitted

ROWS_PER_GROUP: Final = 128 * 1024
MOST_IN_ONE: Final = 2_000_000  # rows; the engine writes a file a core, however few rows there are
SPOOL: Final = "rows.csv"
HELD: Final = "held.parquet"  # beside the files of a version, with the rows that it holds back


class Lake:
    """`folder` must be one that the engine reaches by the same path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def draft(self, data_set: DataSet) -> Path:
        """A place for a version under way; what a killed process left there is swept up later."""
        place = self.folder / data_set.tier / data_set.name / f".{uuid.uuid4().hex}"
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    @needs_room()
    def publish(self, draft: Path, number: int) -> list[str]:
        """The files of the version, below the lake's folder; they are on the disk when this returns."""
        published = draft.parent / f"{number}-{draft.name[1:9]}"
        for file in draft.iterdir():
            if file.suffix != ".parquet":
                file.unlink()
                continue
            with file.open("rb") as written:
                os.fsync(written.fileno())
        draft.rename(published)
        _sync(published)
        _sync(published.parent)
        return [str(file.relative_to(self.folder)) for file in sorted(published.iterdir())]

    def paths(self, files: Sequence[str]) -> list[Path]:
        return [self.folder / file for file in files]

    def size(self, files: Sequence[str]) -> tuple[int, int]:
        """Rows and bytes."""
        paths = self.paths(files)
        rows = sum(pq.read_metadata(path).num_rows for path in paths)
        return rows, sum(path.stat().st_size for path in paths)

    def touched(self, files: Sequence[str], rows: Sequence[Path], keys: Sequence[str]) -> list[str]:
        """Those of the files with a row that has the keys of one of these rows."""
        named = pl.scan_parquet(list(rows)).select(keys).unique().collect()
        found = []
        for file in files:
            old = pl.scan_parquet(self.folder / file).select(keys)
            same = old.join(named.lazy(), on=keys, how="semi", nulls_equal=True).head(1)
            if not same.collect(engine="streaming").is_empty():
                found.append(file)
        return found

    @needs_room()
    def as_one(self, folder: Path) -> None:
        """The files of a draft as a single one, typed as the engine wrote them, unless they are large."""
        parts = sorted(folder.glob("*.parquet"))
        if len(parts) < 2 or sum(pq.read_metadata(part).num_rows for part in parts) > MOST_IN_ONE:
            return
        with pq.ParquetWriter(folder / ".one", pq.read_schema(parts[0]), compression="zstd") as one:
            for part in parts:
                for batch in pq.ParquetFile(part).iter_batches(ROWS_PER_GROUP):
                    one.write_batch(batch)
        for part in parts:
            part.unlink()
        (folder / ".one").rename(folder / "part-0.parquet")

    def count(self, files: Sequence[str], named: pl.DataFrame) -> int:
        """How many rows agree with one of the named in all its columns."""
        found = pl.scan_parquet(self.paths(files)).select(named.columns)
        joined = found.join(named.unique().lazy(), on=named.columns, how="semi", nulls_equal=True)
        count: int = joined.select(pl.len()).collect().item()
        return count

    def head(self, files: Sequence[str], rows: int, permitted: Permitted = EVERY_ROW) -> pl.DataFrame:
        found = self.scan(files)
        if not permitted.whole:
            found = found.filter(permitting(permitted.within(self.columns(files[0]))))
        return found.head(rows).collect()

    def scan(self, files: Sequence[str]) -> pl.LazyFrame:
        return pl.scan_parquet(self.paths(files))

    @needs_room()
    def keep_part(self, data_set: DataSet, delivery: int, first_row: int, frame: pl.DataFrame) -> None:
        """Rows of a delivery, on the disk when this returns; they replace what a killed process left."""
        place = self._place(data_set, delivery)
        place.mkdir(parents=True, exist_ok=True)
        _write(frame, place / f"{first_row:012}.parquet")

    def parts(self, data_set: DataSet, delivery: int) -> list[str]:
        """The files of a delivery, in order, below the lake's folder."""
        place = self._place(data_set, delivery)
        whole = [file for file in sorted(place.glob("*.parquet")) if file.stem.isdigit()]
        return [str(file.relative_to(self.folder)) for file in whole]

    def without(
        self, files: Sequence[str], gone: Callable[[pl.DataFrame], pl.Series], tag: str
    ) -> tuple[list[str], int]:
        """The files of a delivery, those with rows that are `gone` written anew without them, and how many
        rows went. The files they replace are left for `sweep_delivery`."""
        rest, removed = [], 0
        for file in files:
            frame = pl.read_parquet(self.folder / file)
            kept = frame.filter(~gone(frame))
            if kept.height == frame.height:
                rest.append(file)
                continue
            removed += frame.height - kept.height
            place = self.folder / file
            part = place.with_name(f"{place.stem}-{tag}.parquet")
            _write(kept, part)
            rest.append(str(part.relative_to(self.folder)))
        return rest, removed

    def sweep_delivery(self, data_set: DataSet, delivery: int, kept: Sequence[str]) -> None:
        """Remove the files of a completed delivery that are not kept."""
        for file in self._place(data_set, delivery).glob("*.parquet"):
            if str(file.relative_to(self.folder)) not in kept:
                file.unlink()

    def columns(self, file: str) -> frozenset[str]:
        return frozenset(pq.read_schema(self.folder / file).names)

    def _place(self, data_set: DataSet, delivery: int) -> Path:
        return self.folder / "deliveries" / data_set.tier / data_set.name / str(delivery)

    @needs_room()
    def set_aside(
        self, place: Path, columns: Sequence[Column], rows: Sequence[Mapping[str, str | None]]
    ) -> None:
        """Rows in a folder of their own, for the engine to compare others with."""
        place.mkdir()
        pl.concat([typed_row(columns, row) for row in rows]).write_parquet(place / HELD)

    def clear_drafts(self, data_set: DataSet) -> None:
        """Only for whoever holds the data set's lock: no other builder has a draft of it."""
        for draft in (self.folder / data_set.tier / data_set.name).glob(".*"):
            shutil.rmtree(draft, ignore_errors=True)

    def sweep(self, data_set: DataSet, kept: Sequence[str]) -> None:
        """Remove every file of a data set that is not kept; versions may share files."""
        files = {self.folder / file for file in kept}
        folders = {file.parent for file in files}
        for found in (self.folder / data_set.tier / data_set.name).glob("*"):
            if found not in folders:
                shutil.rmtree(found, ignore_errors=True)
                continue
            for file in found.iterdir():
                if file not in files:
                    file.unlink()


def _write(frame: pl.DataFrame, part: Path) -> None:
    """Whole and on the disk when this returns."""
    draft = part.with_suffix(".draft")
    with draft.open("wb") as file:
        frame.write_parquet(file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(part)
    _sync(part.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def spool(draft: Path) -> BinaryIO:
    """A file in a new draft for PostgreSQL's CSV, on its way to `write_spooled`."""
    draft.mkdir(exist_ok=True)
    return (draft / SPOOL).open("wb")


@needs_room()
def write_spooled(draft: Path, columns: Sequence[Column]) -> None:
    """The spooled CSV as Parquet, in a stream: memory does not grow with the rows."""
    texts = {column.name: pl.String() for column in columns}
    if (draft / SPOOL).stat().st_size == 0:
        rows = pl.LazyFrame(schema=texts)
    else:
        rows = pl.scan_csv(draft / SPOOL, has_header=False, schema=texts)
    typed = rows.select(_typed(column) for column in columns)
    typed.sink_parquet(draft / "part-0.parquet", row_group_size=ROWS_PER_GROUP)


def typed_row(columns: Sequence[Column], texts: Mapping[str, str | None]) -> pl.DataFrame:
    """One row from PostgreSQL's writing. Raises polars' error for a text that its type does not take."""
    row = pl.DataFrame(
        {column.name: [texts.get(column.name)] for column in columns}, {c.name: pl.String for c in columns}
    )
    return row.select(_typed(column) for column in columns)


def _typed(column: Column) -> pl.Expr:
    text = pl.col(column.name)
    match column.type:
        case Type.INTEGER:
            return text.cast(pl.Int64)
        case Type.DECIMAL:
            return text.cast(pl.Decimal(20, 4))
        case Type.NUMBER:
            return text.cast(pl.Float64)
        case Type.DATE:
            return text.str.to_date("%Y-%m-%d")
        case Type.TIME:
            return text.str.to_datetime("%Y-%m-%d %H:%M:%S%.f%#z", time_zone="UTC")
        case Type.BOOLEAN:
            return text == "t"
        case _:
            return text
