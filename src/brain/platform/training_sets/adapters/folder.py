"""Releases as folders: Parquet files of the splits, the datasheet, Croissant; written once."""

import os
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import polars as pl

from brain.kit.crypto import sm3_digest
from brain.platform.training_sets.contract import TrainingSetsFolder


def place(folder: TrainingSetsFolder, training_set: int, name: str) -> Path:
    return folder.path / str(training_set) / name


def write(
    folder: TrainingSetsFolder, training_set: int, number: int, splits: Mapping[str, pl.DataFrame]
) -> tuple[str, dict[str, str]]:
    """The name of a new folder with a Parquet file for each split, and their digests."""
    name = f"{number}-{uuid.uuid4().hex[:8]}"
    made = place(folder, training_set, name)
    made.mkdir(parents=True)
    for split, rows in splits.items():
        with (made / f"{split}.parquet").open("wb") as file:
            rows.write_parquet(file)
            file.flush()
            os.fsync(file.fileno())
    return name, {path.name: digest(path) for path in sorted(made.glob("*.parquet"))}


def digest(path: Path) -> str:
    """SM3, in hexadecimal."""
    told = sm3_digest()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            told.update(block)
    return told.hexdigest()


def remove(folder: TrainingSetsFolder, training_set: int, name: str) -> None:
    shutil.rmtree(place(folder, training_set, name), ignore_errors=True)


def packed(made: Path, texts: Mapping[str, str]) -> BinaryIO:
    """A ZIP of a release and what is told of it, without a name on the disk, to be read and closed."""
    file: BinaryIO = tempfile.TemporaryFile(dir=made)  # noqa: SIM115 - whoever sends it closes it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        for path in sorted(made.glob("*.parquet")):
            archive.write(path, path.name)
    file.seek(0)
    return file
