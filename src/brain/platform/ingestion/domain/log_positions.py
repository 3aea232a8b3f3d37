"""How far the partitions of a log were read, and what the log meanwhile dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from brain.platform.ingestion.domain.collecting import Cursor


class Partition(NamedTuple):
    topic: str
    number: int


Offsets = dict[Partition, int]


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the log has: from `first` up to, not including, `end`."""

    first: Offsets
    end: Offsets


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Messages that the log dropped before they were read; `after` is the position behind them."""

    partition: Partition
    first: int
    last: int
    after: "Position"

    @property
    def messages(self) -> int:
        """At most: a log that was compacted has fewer messages than offsets."""
        return self.last - self.first + 1


@dataclass(frozen=True, kw_only=True)
class Position:
    """`next`: the offset to read next, of each partition. `until`: where the run under way ends; empty
    between runs."""

    next: Offsets
    until: Offsets

    @classmethod
    def of(cls, cursor: Cursor) -> Self | None:
        """None: nothing was read yet."""
        if "next" not in cursor:
            return None
        return cls(next=_read(cursor["next"]), until=_read(cursor["until"]))

    def as_cursor(self) -> Cursor:
        return {"next": _told(self.next), "until": _told(self.until)}

    def over(self, held: Held) -> Self:
        """Of the partitions that there are now: one that is new is read from its beginning, all of them up to
        where they end, unless a run under way has its ends already."""
        following = {one: self.next.get(one, first) for one, first in held.first.items()}
        until = {one: self.until.get(one, end) for one, end in held.end.items()} if self.until else held.end
        return replace(self, next=following, until=until)

    def past(self, read: Offsets) -> Self:
        """With these offsets read next; a run that thereby came to its ends is over."""
        moved = replace(self, next=self.next | read)
        return moved if moved.behind else replace(moved, until={})

    @property
    def behind(self) -> list[Partition]:
        """The partitions of which this run has something to read yet."""
        return [one for one, end in self.until.items() if self.next[one] < end]

    def gaps(self, held: Held) -> Iterator[Gap]:
        """One after another, each with the position behind it and those before it."""
        position = self
        for partition, following in sorted(self.next.items()):
            first = held.first.get(partition, following)
            if following < first:
                position = replace(position, next=position.next | {partition: first})
                yield Gap(partition=partition, first=following, last=first - 1, after=position)

    def beyond(self, held: Held) -> list[Partition]:
        """The partitions that end before what was read of them: not the log that it was."""
        return [one for one, following in self.next.items() if one in held.end and following > held.end[one]]


def _read(told: dict[str, dict[str, int]]) -> Offsets:
    return {
        Partition(topic, int(number)): offset
        for topic, offsets in told.items()
        for number, offset in offsets.items()
    }


def _told(offsets: Offsets) -> dict[str, dict[str, int]]:
    told: dict[str, dict[str, int]] = {}
    for partition, offset in sorted(offsets.items()):
        told.setdefault(partition.topic, {})[str(partition.number)] = offset
    return told
