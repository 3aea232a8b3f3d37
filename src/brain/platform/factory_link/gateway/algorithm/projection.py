"""What leaves the factory, of what was collected: each consent's points, at its granularity.

The same blocks give the same projection whenever they are read: periods close by the time at which blocks
were sealed, not by the clock. After a restart `warm` reads again what the open periods began with. What comes
for a period that has closed is left out and counted: a second figure for it would tell single values.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from brain.kit import series
from brain.kit.series import NO_VALUE, Block, Columns

SECOND: Final = 1_000_000  # µs
LATE: Final = 5 * SECOND  # after the end of a period its values may still come
_BAD: Final = 2


@dataclass(frozen=True)
class Grain:
    """A granularity: `period` in seconds for sampled and aggregated, `step` for masked values."""

    kind: str
    period: int = 0
    step: float = 0.0


@dataclass(frozen=True)
class Part:
    grain: Grain
    statistic: str
    block: Block


@dataclass
class _Partial:
    """Of periods still open: one row for each point and period."""

    point: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    period: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    count: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    total: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    low: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    high: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))


class Projection:
    """`shared` tells for each granularity the points that leave at it, and since when (µs): what was measured
    before its consent was given stays."""

    def __init__(self, shared: Mapping[Grain, Mapping[int, int]], secret: bytes) -> None:
        self.late = 0
        self._secret = secret
        self._grains = {grain: _sorted(points) for grain, points in shared.items()}
        self._sampled: dict[Grain, dict[int, int]] = {
            grain: {} for grain in shared if grain.kind == "sampled"
        }
        self._open = {grain: _Partial() for grain in shared if grain.kind == "aggregated"}
        self._closed = dict.fromkeys(self._open, -(2**62))
        self._sealed = 0

    @property
    def longest(self) -> int:
        """µs that `warm` must go back before the block at which sending goes on."""
        periods = [grain.period for grain in self._grains if grain.kind in ("sampled", "aggregated")]
        return max(periods, default=0) * SECOND + (LATE if periods else 0)

    def warm(self, block: Block, sealed_at: int) -> None:
        """Take up a block that was sent before: nothing comes out."""
        self.take(block, sealed_at)

    def take(self, block: Block, sealed_at: int) -> list[Part]:
        """What leaves because of this block; `sealed_at` in µs."""
        self._sealed = max(self._sealed, sealed_at)
        found = []
        for grain, (points, since) in self._grains.items():
            mine = Block(*(_among(part, points, since) for part in block.parts))
            found += self._of_grain(grain, mine)
        return [part for part in found if len(part.block)]

    def _of_grain(self, grain: Grain, mine: Block) -> list[Part]:
        match grain.kind:
            case "raw":
                return [Part(grain, "value", mine)]
            case "masked":
                return [Part(grain, "value", self._masked(mine, grain.step))]
            case "sampled":
                return [Part(grain, "value", Block(*(self._thinned(grain, part) for part in mine.parts)))]
            case _:
                return self._aggregated(grain, mine)

    def _masked(self, mine: Block, step: float) -> Block:
        numbers = np.rint(mine.numbers.value / step) * step
        integers = np.rint(np.rint(mine.integers.value / step) * step).astype(np.int64)
        texts = series.of(str, [self._digest(text) for text in mine.texts.value.tolist()])
        return Block(_with(mine.numbers, numbers), _with(mine.integers, integers), _with(mine.texts, texts))

    def _digest(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), sha256).hexdigest()[:16] if text else ""

    def _thinned(self, grain: Grain, part: Columns) -> Columns:
        """The first value of each point in each period."""
        seen = self._sampled[grain]
        period = part.at // (grain.period * SECOND)
        order = np.lexsort((part.at, part.point))
        kept = []
        for place, point, which in zip(
            order.tolist(), part.point[order].tolist(), period[order].tolist(), strict=True
        ):
            if which > seen.get(point, -(2**62)):
                seen[point] = which
                kept.append(place)
        return part.taken(np.asarray(kept, np.int64))

    def _aggregated(self, grain: Grain, mine: Block) -> list[Part]:
        width = grain.period * SECOND
        before = self._open[grain]
        fresh = [_partial(part, width) for part in (mine.numbers, mine.integers)]
        for place, partial in enumerate(fresh):
            late = partial.period < self._closed[grain]
            self.late += int(late.sum())
            fresh[place] = _chosen(partial, ~late)
        merged = _merged([before, *fresh])
        closed = max(self._closed[grain], (self._sealed - LATE) // width)  # periods below it are over
        self._closed[grain] = closed
        over = merged.period < closed
        self._open[grain] = _chosen(merged, ~over)
        done = _chosen(merged, over)
        return self._told(grain, done, width)

    def _told(self, grain: Grain, done: _Partial, width: int) -> list[Part]:
        at = done.period * width
        quality = np.zeros(len(at), np.uint8)
        values = {"mean": done.total / np.maximum(done.count, 1), "low": done.low, "high": done.high}
        parts = [
            Part(grain, name, Block(Columns(done.point, at, quality, value), *_none()))
            for name, value in values.items()
        ]
        count = Block(
            series.nothing(float), Columns(done.point, at, quality, done.count), series.nothing(str)
        )
        return [*parts, Part(grain, "count", count)]


def _none() -> tuple[Columns, Columns]:
    return series.nothing(int), series.nothing(str)


def _sorted(points: Mapping[int, int]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    order = sorted(points)
    return np.asarray(order, np.uint32), np.asarray([points[each] for each in order], np.int64)


def _among(part: Columns, points: NDArray[np.uint32], since: NDArray[np.int64]) -> Columns:
    """The rows of these points, which are sorted, from their times on."""
    if not len(points) or not len(part):
        return part.taken(slice(0, 0))
    place = np.minimum(np.searchsorted(points, part.point), len(points) - 1)
    return part.taken((points[place] == part.point) & (part.at >= since[place]))


def _with(part: Columns, value: NDArray[Any]) -> Columns:
    return Columns(part.point, part.at, part.quality, value)


def _partial(part: Columns, width: int) -> _Partial:
    good = part.taken((part.quality & ~np.uint8(NO_VALUE)) != _BAD)
    value = good.value.astype(np.float64)
    ones = np.ones(len(good), np.int64)
    return _Partial(good.point, good.at // width, ones, value, value, value)


def _merged(partials: Sequence[_Partial]) -> _Partial:
    """One row for each point and period, sorted by them."""
    point = np.concatenate([each.point for each in partials])
    period = np.concatenate([each.period for each in partials])
    order = np.lexsort((point, period))
    point, period = point[order], period[order]
    if not len(point):
        return _Partial()
    changes = (np.diff(point, prepend=point[0]) != 0) | (np.diff(period, prepend=period[0]) != 0)
    changes[0] = True
    starts = np.flatnonzero(changes)
    columns = {
        name: np.concatenate([getattr(each, name) for each in partials])[order]
        for name in ("count", "total", "low", "high")
    }
    return _Partial(
        point[starts],
        period[starts],
        np.add.reduceat(columns["count"], starts),
        np.add.reduceat(columns["total"], starts),
        np.minimum.reduceat(columns["low"], starts),
        np.maximum.reduceat(columns["high"], starts),
    )


def _chosen(partial: _Partial, mask: NDArray[Any]) -> _Partial:
    return _Partial(
        *(getattr(partial, name)[mask] for name in ("point", "period", "count", "total", "low", "high"))
    )
