"""Messages on disk from before they are acknowledged until they are landed."""

import os
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from brain.kit.disk import needs_room

_REMEMBERED: Final = 65_535  # the most that a broker may have sent without an answer (MQTT 5 §3.1.2.11.3)


class Stored(msgspec.Struct):
    """`mid` is the broker's number of the message, which it gives again where it was not answered."""

    topic: str
    at: datetime
    payload: bytes
    mid: int
    headers: dict[str, str]

    @property
    def identity(self) -> str:
        content = blake2b(self.topic.encode() + b"\0" + self.payload, digest_size=8)
        return f"{self.mid}:{content.hexdigest()}"


class Journal:
    """Segments numbered from 1, each becoming one landed file. One process at a time uses it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = folder / "seen.json"
        self._topic = folder / "topic"
        folder.mkdir(parents=True, exist_ok=True)

    def segments(self) -> list[int]:
        return sorted(int(path.stem) for path in self._folder.glob("*.jsonl"))

    def read(self, number: int) -> Iterator[Stored]:
        """A last line that a kill cut short was never acknowledged: it comes again."""
        with self._path(number).open("rb") as file:
            for line in file:
                if line.endswith(b"\n"):
                    yield msgspec.json.decode(line, type=Stored)

    def forget(self, landed: int) -> None:
        """Drop segments up to the one landed last; of that one, who its messages were is kept.

        One that a kill left without a whole line is dropped too.
        """
        for number in self.segments():
            if next(self.read(number), None) is None:
                self._path(number).unlink()
        gone = [number for number in self.segments() if number <= landed]
        if gone:
            self._remember([stored.identity for stored in self.read(gone[-1])][-_REMEMBERED:])
        for number in gone:
            self._path(number).unlink()

    def seen(self) -> set[str]:
        """Messages already here, should the broker not have heard so."""
        kept = msgspec.json.decode(self._seen.read_bytes(), type=set[str]) if self._seen.exists() else set()
        return kept.union(*({stored.identity for stored in self.read(one)} for one in self.segments()))

    @property
    def topic(self) -> str | None:
        """What the broker's session is subscribed to."""
        return self._topic.read_text() if self._topic.exists() else None

    @topic.setter
    def topic(self, topic: str) -> None:
        self._topic.write_text(topic)

    def write(self, number: int) -> "Segment":
        return Segment(self._path(number))

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:08}.jsonl"

    def _remember(self, identities: list[str]) -> None:
        fresh = self._seen.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(identities))
        fresh.replace(self._seen)


class Segment:
    """Being written; one that stays empty is removed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.messages = self.size = 0

    def __enter__(self) -> Self:
        self._file = self._path.open("xb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if not self.messages:
            self._path.unlink()

    def add(self, stored: Stored) -> None:
        with needs_room():
            self.size += self._file.write(msgspec.json.encode(stored) + b"\n")
        self.messages += 1

    def settle(self) -> None:
        """Return once all that was added would survive a loss of power."""
        with needs_room():
            self._file.flush()
            os.fsync(self._file.fileno())
