"""A sink that remembers what it was given, and waits for it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from brain.platform.shop_floor.adapters.drivers.driver import Driver, Wanted
from brain.platform.shop_floor.domain.readings import Quality


@dataclass(frozen=True)
class Put:
    number: int
    at: int | None
    value: object
    quality: Quality


@dataclass
class Hearing:
    """`on_disk`: whether what is put is acknowledged at once."""

    on_disk: bool = True
    puts: list[Put] = field(default_factory=list)
    clocks: list[float] = field(default_factory=list)
    losses: list[tuple[int, str]] = field(default_factory=list)
    silences: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    waiting: list[Callable[[], None]] = field(default_factory=list)

    def put(self, number: int, at: int | None, value: object, quality: Quality) -> None:
        self.puts.append(Put(number, at, value, quality))

    def clock(self, ahead: float) -> None:
        self.clocks.append(ahead)

    def lost(self, count: int, why: str) -> None:
        self.losses.append((count, why))

    def silent(self, numbers: Sequence[int], why: str) -> None:
        self.silences.append((tuple(numbers), why))

    def taken(self, done: Callable[[], None]) -> None:
        if self.on_disk:
            done()
        else:
            self.waiting.append(done)

    def values(self, number: int) -> list[object]:
        return [put.value for put in self.puts if put.number == number]

    def last(self, number: int) -> Put:
        return next(put for put in reversed(self.puts) if put.number == number)


async def until(is_so: Callable[[], bool], patience: float = 5.0) -> None:
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end, "it did not come to be"
        await asyncio.sleep(0.01)


@asynccontextmanager
async def collecting(
    driver: Driver[Any], wanted: Sequence[Wanted[Any]], sink: Hearing
) -> AsyncIterator[asyncio.Task[None]]:
    """Collects meanwhile; what it raises shows in the task, or at the end if it was not asked for."""
    task = asyncio.create_task(driver.collect(wanted, sink))
    try:
        yield task
        if task.done():
            task.result()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
