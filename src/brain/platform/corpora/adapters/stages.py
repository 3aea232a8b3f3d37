"""Samples on disk between two steps: one JSON line each, written aside and put in place whole."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import numpy as np
import numpy.typing as npt

from brain.platform.corpora.domain.samples import Sample

_DECODER = msgspec.json.Decoder(Sample)
Keep = Callable[[Sample], None]


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file to write that stands at `path`, whole and on the disk, once the block ends without an error."""
    aside = path.with_name(f".{path.name}")
    with aside.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    aside.rename(path)


@contextmanager
def writing(path: Path) -> Iterator[Keep]:
    """Takes samples in the order given."""
    encoder = msgspec.json.Encoder()
    with replaced(path) as file:

        def keep(sample: Sample) -> None:
            file.write(encoder.encode(sample) + b"\n")

        yield keep


def samples(path: Path) -> Iterator[Sample]:
    with path.open("rb") as file:
        for line in file:
            yield _DECODER.decode(line)


class Shelf:
    """The samples of a file by number: 8 bytes of memory each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        sizes = [0]
        with path.open("rb") as file:
            sizes.extend(len(line) for line in file)
        self._starts: npt.NDArray[np.int64] = np.cumsum(sizes)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Sample:
        with self._path.open("rb") as file:
            file.seek(self._starts[number])
            return _DECODER.decode(file.readline())


def save(path: Path, value: Any) -> None:
    with replaced(path) as file:
        file.write(msgspec.json.encode(value))
