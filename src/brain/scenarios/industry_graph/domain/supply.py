"""Supply edges: what several sources assert of one pair of products, and what follows from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from brain.scenarios.industry_graph.domain.attachment import combined


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who says so, as of which day, and how far we trust it (0–1)."""

    title: str
    stated_on: date
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Assertion:
    """One source says that `upstream` is supplied to `downstream`; `wording` are the source's own words."""

    upstream: str
    downstream: str
    source: Source
    weight: float | None
    wording: str

    @property
    def pair(self) -> tuple[str, str]:
        return self.upstream, self.downstream


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """An assertion with the time from which this brain has held it."""

    assertion: Assertion
    recorded_at: datetime


@dataclass(frozen=True, kw_only=True)
class Edge:
    """An edge that holds: the heaviest weight given, the sources' confidences combined, what it rests on."""

    upstream: str
    downstream: str
    weight: float
    confidence: float
    rests_on: tuple[Recorded, ...]
    corrected: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        return self.upstream, self.downstream


UNWEIGHTED = 0.3  # a source that only says that there is an edge


def merged(recorded: Iterable[Recorded]) -> dict[tuple[str, str], Edge]:
    by_pair: dict[tuple[str, str], list[Recorded]] = defaultdict(list)
    for one in recorded:
        by_pair[one.assertion.pair].append(one)
    return {pair: _edge(pair, found) for pair, found in by_pair.items()}


def _edge(pair: tuple[str, str], found: list[Recorded]) -> Edge:
    weights = [one.assertion.weight for one in found if one.assertion.weight is not None]
    return Edge(
        upstream=pair[0],
        downstream=pair[1],
        weight=max(weights, default=UNWEIGHTED),
        confidence=combined([one.assertion.source.confidence for one in found]),
        rests_on=tuple(sorted(found, key=lambda one: one.assertion.source.title)),
    )


def opposed(edges: Mapping[tuple[str, str], Edge]) -> list[tuple[str, str]]:
    """Pairs asserted in both directions, each once."""
    return sorted((a, b) for a, b in edges if a < b and (b, a) in edges)
