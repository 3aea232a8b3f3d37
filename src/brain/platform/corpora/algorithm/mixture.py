"""Which samples of each source go into a corpus whose sources are weighted."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Share:
    """Of a source, in tokens: what there was, what was taken, and its part of the corpus."""

    available: int
    taken: int
    share: float


def draw(seed: int, identifier: str) -> int:
    """A number that is the same for a seed and a sample on every machine, and looks random."""
    return int.from_bytes(hashlib.blake2b(f"{seed}:{identifier}".encode(), digest_size=8).digest(), "big")


def quotas(available: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    """Tokens to take of each source: the largest corpus of these proportions that repeats nothing.

    A source without a weight is left out; without any weights everything is taken.
    """
    if not weights:
        return {source: float(tokens) for source, tokens in available.items()}
    wanted = {source: weight for source, weight in weights.items() if available.get(source)}
    scale = min((available[source] / weight for source, weight in wanted.items()), default=0.0)
    return {source: scale * wanted.get(source, 0.0) for source in available}


def chosen(sizes: Iterable[tuple[str, str, int]], weights: Mapping[str, float], seed: int) -> frozenset[str]:
    """The samples taken, of (identifier, source, tokens)."""
    by_source: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for identifier, source, tokens in sizes:
        by_source[source].append((draw(seed, identifier), identifier, tokens))
    available = {source: sum(entry[2] for entry in entries) for source, entries in by_source.items()}
    wanted = quotas(available, weights)
    names: set[str] = set()
    for source, entries in by_source.items():
        taken = 0
        for _, identifier, tokens in sorted(entries):
            if taken + tokens / 2 > wanted[source]:  # the nearer end of the sample that crosses it
                break
            taken += tokens
            names.add(identifier)
    return frozenset(names)


def shares(available: Mapping[str, int], taken: Mapping[str, int]) -> dict[str, Share]:
    """By source, in tokens."""
    total = sum(taken.values()) or 1
    return {
        source: Share(
            available=tokens, taken=taken.get(source, 0), share=round(taken.get(source, 0) / total, 4)
        )
        for source, tokens in sorted(available.items())
    }
