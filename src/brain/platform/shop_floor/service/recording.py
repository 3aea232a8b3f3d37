"""What drivers hear becomes blocks in the database, twice a second, in the order in which it was heard."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from brain.kit import series
from brain.kit.series import Block, Columns
from brain.platform.shop_floor.domain.keeping import BAD, SECOND, Aside, Heap, Keeper, Lists, Tally
from brain.platform.shop_floor.domain.points import Point, Priority
from brain.platform.shop_floor.domain.readings import Quality

MOST_WAITING: Final = 64 * 1024 * 1024  # bytes of packed blocks that may wait for the database
_EXCERPT: Final = 200


@dataclass(frozen=True, slots=True)
class Sealed:
    """A block ready to be written. Times in µs since 1970 UTC."""

    priority: int
    points: int
    first_at: int
    last_at: int
    sealed_at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """Values that were given up before they could be written, or that the source itself dropped."""

    reason: str
    priority: int
    source_id: int | None
    points: int
    first_at: int
    last_at: int
    told: str


@dataclass(slots=True)
class SetAsides:
    """Impossible values of one point, for one reason, within one hour."""

    count: int = 0
    excerpt: str = ""
    last_at: int = 0


@dataclass(slots=True)
class Recorder:
    """Between drivers, which put at any moment, and the writer, which takes away what is there."""

    heaps: dict[int, Heap] = field(default_factory=lambda: {int(each): Heap() for each in Priority})
    set_asides: dict[tuple[int, Aside, int], SetAsides] = field(default_factory=dict)
    losses: list[Lost] = field(default_factory=list)
    waiting: deque[Sealed] = field(default_factory=deque)
    _done: list[Callable[[], None]] = field(default_factory=list)

    def sink(self, source_id: int, points: Sequence[Point]) -> "SourceSink":
        return SourceSink(self, source_id, points)

    def set_aside(self, number: int, why: Aside, value: Any) -> None:
        at = _now()
        found = self.set_asides.setdefault((number, why, at // (3600 * SECOND)), SetAsides())
        found.count += 1
        found.last_at = at
        if not found.excerpt:
            found.excerpt = _excerpt(value)

    def when_written(self, done: Callable[[], None]) -> None:
        """Call `done` once all that was put so far is in the database."""
        self._done.append(done)

    def acknowledgements(self) -> list[Callable[[], None]]:
        done, self._done = self._done, []
        return done

    def taken_asides(self) -> dict[tuple[int, Aside, int], SetAsides]:
        taken, self.set_asides = self.set_asides, {}
        return taken

    def taken_losses(self) -> list[Lost]:
        taken, self.losses = self.losses, []
        return taken

    def put_back(self, asides: dict[tuple[int, Aside, int], SetAsides], losses: list[Lost]) -> None:
        """What was taken and could not be written."""
        self.losses[:0] = losses
        for key, found in asides.items():
            newer = self.set_asides.setdefault(key, found)
            if newer is not found:
                newer.count += found.count

    async def seal(self) -> None:
        """Pack what has come since the last time and line it up for writing."""
        sealed_at = _now()
        taken = [(priority, _drain(heap)) for priority, heap in self.heaps.items() if len(heap)]
        for priority, block in taken:
            data = await asyncio.to_thread(series.pack, block)
            times = [part.at for part in block.parts if len(part)]
            first, last = min(int(at.min()) for at in times), max(int(at.max()) for at in times)
            self.waiting.append(Sealed(priority, len(block), first, last, sealed_at, data))
        self._make_room()

    def _make_room(self) -> None:
        """When the database has long not taken anything: give up the lowest, and of those the oldest."""
        while sum(len(each.data) for each in self.waiting) > MOST_WAITING:
            given_up = max(self.waiting, key=lambda each: (each.priority, -each.sealed_at))
            self.waiting.remove(given_up)
            self.losses.append(
                Lost(
                    "not_written",
                    given_up.priority,
                    None,
                    given_up.points,
                    given_up.first_at,
                    given_up.last_at,
                    "数据库长时间写不进去，内存里放不下",
                )
            )


class SourceSink:
    """The sink of one source's driver."""

    def __init__(self, recorder: Recorder, source_id: int, points: Sequence[Point]) -> None:
        self.tally = Tally()
        self.ahead: float | None = None
        self.heard_at: int | None = None
        self._recorder = recorder
        self._source_id = source_id
        self._keepers = {
            point.number: Keeper(point, recorder.heaps[point.priority], self.tally, recorder.set_aside)
            for point in points
        }

    def put(self, number: int, at: int | None, value: object, quality: Quality) -> None:
        keeper = self._keepers.get(number)
        if keeper is not None:
            self.heard_at = now = _now()
            keeper.take(at, value, quality, now)

    def clock(self, ahead: float) -> None:
        self.ahead = ahead

    def lost(self, count: int, why: str) -> None:
        at = _now()
        self.tally.lost += count
        self._recorder.losses.append(
            Lost("at_source", int(Priority.NORMAL), self._source_id, count, self.heard_at or at, at, why)
        )

    def silent(self, numbers: Sequence[int], why: str) -> None:
        now = _now()
        for number in numbers:
            if number in self._keepers:
                self._keepers[number].take(now, None, BAD, now)

    def taken(self, done: Callable[[], None]) -> None:
        self._recorder.when_written(done)

    def all_silent(self) -> None:
        """The connection is gone: nothing is known of any point."""
        self.silent(list(self._keepers), "")

    def live(self) -> Block:
        """The last value of every point that gave one."""
        heap = Heap()
        for keeper in self._keepers.values():
            keeper.show(heap)
        return _drain(heap)


def _drain(heap: Heap) -> Block:
    block = Block(_columns(heap.numbers, float), _columns(heap.integers, int), _columns(heap.texts, str))
    for lists in (heap.numbers, heap.integers, heap.texts):
        lists.clear()
    return block


def _columns(lists: Lists, kind: type) -> Columns:
    return series.columns(lists.points, lists.at, lists.quality, series.of(kind, lists.values))


def _now() -> int:
    return time.time_ns() // 1000


def moment(at: int) -> datetime:
    """Of µs since 1970 UTC."""
    return datetime.fromtimestamp(at / SECOND, UTC)


def _excerpt(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)[: _EXCERPT * 4]
    return text[:_EXCERPT].replace("\0", "\N{SYMBOL FOR NULL}").encode(errors="replace").decode()
