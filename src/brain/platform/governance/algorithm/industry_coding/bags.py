"""Short texts as bags of hashed character n-grams."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Bags:
    """The features of text i are `features[starts[i] : starts[i + 1]]`."""

    features: Ints
    starts: Ints

    @classmethod
    def of(cls, texts: Iterable[Sequence[int]]) -> "Bags":
        listed = list(texts)
        starts = np.cumsum([0, *map(len, listed)], dtype=np.int64)
        features = np.fromiter((one for text in listed for one in text), np.int64, int(starts[-1]))
        return cls(features, starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Ints:
        return np.diff(self.starts)

    def parts(self, size: int) -> "Iterator[tuple[int, Bags]]":
        """Consecutive parts with the number of their first text."""
        for first in range(0, len(self), size):
            starts = self.starts[first : first + size + 1]
            yield first, Bags(self.features[starts[0] : starts[-1]], starts - starts[0])


def ranges(starts: Ints, lengths: Ints) -> Ints:
    """start, start + 1, … for each pair, one after another."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)


def thing_features(kind: str, text: str) -> list[int]:
    """Pairs and triples of characters, the end of the word (it names the product), the whole word twice."""
    grams = [text[place : place + size] for size in (2, 3) for place in range(len(text) - size + 1)]
    ends = [f"{text[-size:]}$" for size in (1, 2, 3) if len(text) >= size]
    return [crc32(f"{kind}{gram}".encode()) for gram in (*grams, *ends, f"^{text}$", f"^{text}$")]


def name_features(core: str) -> list[int]:
    """Of trade name and business together: where one ends and the other begins is often unknown."""
    grams = [core[place : place + size] for size in (2, 3) for place in range(len(core) - size + 1)]
    ends = [f"{core[-size:]}$" for size in (1, 2, 3, 4)]
    return [crc32(f"name{gram}".encode()) for gram in (*grams, *ends)]


def form_features(kind: str, form: str) -> list[int]:
    """Of the form or the branch of a name: 加油站, 第三分理处."""
    grams = (form, form, form, f"{form[-2:]}$", f"{form[-1:]}$")
    return [crc32(f"{kind}{gram}".encode()) for gram in grams]
