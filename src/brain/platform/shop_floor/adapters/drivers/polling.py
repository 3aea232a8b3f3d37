"""What drivers share that ask controllers again and again: neighbours at once, rounds, text."""

import asyncio
import heapq
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import count
from typing import Final, Generic, TypeVar

FASTEST: Final = 0.05  # seconds between two questions for the same values
REFUSED_PAUSE: Final = 60.0  # seconds before an address that a device refuses is asked for again

Request = TypeVar("Request")
Place = TypeVar("Place")


def runs(
    places: Sequence[Place], span: Callable[[Place], tuple[int, int]], most: int, gap: int = 0
) -> Iterator[list[Place]]:
    """Neighbours; no value is torn between two answers, which could be of different moments. `span`: where a
    place begins and what lies behind it; `most` in one answer; `gap`: what nobody wants between two."""
    run: list[Place] = []
    start = end = 0
    for place in sorted(places, key=span):
        at, behind = span(place)
        if run and at <= end + gap and behind - start <= most:
            run.append(place)
            end = max(end, behind)
            continue
        if run:
            yield run
        run, start, end = [place], at, behind
    if run:
        yield run


class Rounds(Generic[Request]):
    """One question after another, each when it is due; rounds that were missed are not made up for."""

    def __init__(self, asked: Sequence[Request]) -> None:
        self._order = count()
        self._due: list[tuple[float, int, Request]] = []
        for request in asked:
            self.now(request)

    def now(self, request: Request) -> None:
        self._later(request, time.monotonic())

    async def go(self, ask: Callable[[Request], Awaitable[float | None]]) -> None:
        """`ask` tells when to ask again, in seconds; None where others take its place."""
        while self._due:
            due, _, request = heapq.heappop(self._due)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            pause = await ask(request)
            if pause is not None:
                self._later(request, max(due + max(FASTEST, pause), time.monotonic()))
        await asyncio.Event().wait()

    def _later(self, request: Request, due: float) -> None:
        heapq.heappush(self._due, (due, next(self._order), request))


def text_of(raw: bytes) -> str:
    """Up to the first zero; UTF-8, or the GB 18030 of Chinese controllers. Raises ValueError for others."""
    told = raw.split(b"\0", 1)[0]
    try:
        return told.decode().strip()
    except UnicodeDecodeError:
        try:
            return told.decode("gb18030").strip()
        except UnicodeDecodeError as error:
            raise ValueError("读到的不是文本") from error
