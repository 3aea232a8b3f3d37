"""Weighing what dependencies and spellings say of each cell of a row, and mending the likeliest first."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brain.platform.governance.algorithm.errors.dependencies import Dependency
from brain.platform.governance.algorithm.errors.evidence import Evidence, Kind, logit, probability
from brain.platform.governance.algorithm.errors.spelling import Respelling
from brain.platform.governance.algorithm.errors.table import Column, Flags, Ints

PRIOR = logit(0.03)  # share of wrong cells assumed before looking
MOST_MENDED = 6  # cells of one row


@dataclass(frozen=True)
class Finding:
    place: int
    code: int  # what the cell should be; −1 where only the respelling knows
    evidence: Evidence


@dataclass(frozen=True)
class Judge:
    """`written` are the columns as they stand, `drafts` the same with the clear misspellings mended: their
    codes mean the same texts."""

    written: Sequence[Column]
    drafts: Sequence[Column]
    determining: Mapping[int, Sequence[Dependency]]  # the dependencies with a column on their right
    using: Mapping[int, Sequence[Dependency]]  # those with it on their left
    respellings: Sequence[Mapping[int, Respelling]]
    codes: Sequence[Mapping[str, int]]

    @classmethod
    def of(
        cls,
        written: Sequence[Column],
        drafts: Sequence[Column],
        dependencies: Sequence[Dependency],
        respellings: Sequence[Mapping[int, Respelling]],
    ) -> "Judge":
        determining: dict[int, list[Dependency]] = defaultdict(list)
        using: dict[int, list[Dependency]] = defaultdict(list)
        for dependency in dependencies:
            determining[dependency.right].append(dependency)
            for place in dependency.left:
                using[place].append(dependency)
        codes = [{text: code for code, text in enumerate(column.distinct)} for column in written]
        return cls(written, drafts, determining, using, respellings, codes)

    def rows(self) -> Ints:
        """Rows with a respelling, or that break a dependency."""
        doubtful = np.zeros(len(self.written[0].codes), np.bool_)
        for column, respellings in zip(self.written, self.respellings, strict=True):
            doubtful |= np.isin(column.codes, list(respellings))
        for dependency in (each for some in self.determining.values() for each in some):
            doubtful |= _dissenting(self.drafts, dependency)
        return np.flatnonzero(doubtful).astype(np.int64)

    def findings(self, row: int) -> Iterator[Finding]:
        """The wrong cells of a row, the surest first; each is judged after the surer ones are mended."""
        codes = [int(column.codes[row]) for column in self.drafts]
        drafted = tuple(codes)
        done: set[int] = set()
        while len(done) < MOST_MENDED:
            found = [
                finding
                for place in range(len(codes))
                if place not in done and (finding := self._judged(row, place, codes, drafted)) is not None
            ]
            if not found:
                return
            best = max(found, key=lambda finding: finding.evidence.confidence)
            yield best
            done.add(best.place)
            codes[best.place] = best.code

    def _judged(self, row: int, place: int, codes: Sequence[int], drafted: Sequence[int]) -> Finding | None:
        current = int(self.written[place].codes[row])
        respelling = self.respellings[place].get(current)
        before = [*codes[:place], current, *codes[place + 1 :]]
        votes = [
            (dependency, others)
            for dependency in self.determining.get(place, ())
            if (others := dependency.others(before, _own(dependency, drafted)))
        ]
        candidates = {_top(others) for _, others in votes} - {current, -1}
        weighed = [(PRIOR + self._gain(place, code, before, drafted), code, False) for code in candidates]
        if respelling is not None:
            meant = self.codes[place].get(respelling.meant, -1)
            gain = self._gain(place, meant, before, drafted)
            weighed.append((respelling.log_odds + gain, meant, True))
        weight, code, spelt = max(weighed, default=(0.0, -1, False))
        if weight <= 0:
            return None
        if spelt and respelling is not None:
            return Finding(place, code, _respelt(respelling, weight))
        return Finding(place, code, self._depended(row, place, code, weight, votes))

    def _gain(self, place: int, code: int, before: Sequence[int], drafted: Sequence[int]) -> float:
        """By how much the row becomes more likely with another value in this place, as log-odds.

        Counted are the dependencies that determine the place and those that it helps to determine: so of
        two cells that contradict each other the one is changed that contradicts the others too.
        """
        after = [*before[:place], code, *before[place + 1 :]]
        return sum(
            _log_likelihood(dependency, after, drafted) - _log_likelihood(dependency, before, drafted)
            for dependency in (*self.determining.get(place, ()), *self.using.get(place, ()))
            if before[dependency.right] >= 0 or dependency.right == place
        )

    def _depended(
        self,
        row: int,
        place: int,
        code: int,
        weight: float,
        votes: Sequence[tuple[Dependency, Mapping[int, int]]],
    ) -> Evidence:
        dependency, others = max(votes, key=lambda vote: vote[1].get(code, 0))
        column = self.written[place]
        names = "、".join(
            f"{self.drafts[each].name}={self.drafts[each].value(row)}" for each in dependency.left
        )
        reason = (
            f"“{names}”的其余 {sum(others.values())} 行中 {others.get(code, 0)} 行为"
            f"“{column.distinct[code]}”，本行为“{column.value(row)}”"
            f"（此依赖在 {dependency.rows} 行中有 {dependency.broken} 行不符）"
        )
        return Evidence(
            kind=Kind.DEPENDENCY,
            confidence=probability(weight),
            reason=reason,
            repair=column.distinct[code],
            beside=tuple(self.drafts[each].name for each in dependency.left),
        )


def _respelt(respelling: Respelling, weight: float) -> Evidence:
    kind = Kind.CORRUPTED if respelling.by_character else Kind.SPELLING
    return Evidence(
        kind=kind, confidence=probability(weight), reason=respelling.reason, repair=respelling.meant
    )


def _log_likelihood(dependency: Dependency, codes: Sequence[int], drafted: Sequence[int]) -> float:
    """Of the right value beside the left ones, among other rows; of one in two where there are none."""
    others = dependency.others(codes, _own(dependency, drafted))
    count, doubt = others.get(codes[dependency.right], 0), dependency.doubt
    return math.log((count + doubt) / (sum(others.values()) + 2 * doubt))


def _top(others: Mapping[int, int]) -> int:
    return max(others, key=lambda code: others[code])


def _own(dependency: Dependency, drafted: Sequence[int]) -> tuple[tuple[int, ...], int]:
    return tuple(drafted[place] for place in dependency.left), drafted[dependency.right]


def _dissenting(columns: Sequence[Column], dependency: Dependency) -> Flags:
    """The rows whose right value is not clearly the most frequent one beside their left values."""
    minor = [
        (*left, code) for left, group in dependency.groups.items() if len(group) > 1 for code in _minor(group)
    ]
    if not minor:
        return np.zeros(len(columns[0].codes), np.bool_)
    places = (*dependency.left, dependency.right)
    table = np.stack([columns[place].codes for place in places], axis=1) + 1
    powers = (int(table.max()) + 1) ** np.arange(len(places))
    return np.isin(table @ powers, (np.array(minor) + 1) @ powers)


def _minor(group: Mapping[int, int]) -> list[int]:
    """The values that are not most frequent; all, where several are."""
    most = max(group.values())
    alone = sum(count == most for count in group.values()) == 1
    return [code for code, count in group.items() if count < most or not alone]
