"""Character 5-grams as sets of hashes, their Jaccard similarity, and MinHash signatures of them.

Signatures by one permutation (Li, Owen, Zhang 2012): the hash space is cut into bins and each bin keeps its
least hash, so a text is hashed once, not once a permutation. Empty bins of short texts borrow from others
(optimal densification, Shrivastava 2017), which keeps the estimate unbiased.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from brain.platform.corpora.algorithm.characters import compared

Hashes = npt.NDArray[np.uint64]
Signature = npt.NDArray[np.uint32]

GRAM: Final = 5  # characters
BINS: Final = 256
_BIN_BITS: Final = 8
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_BOUNDS: Final = np.arange(BINS, dtype=np.uint64) << np.uint64(64 - _BIN_BITS)


def mixed(values: Hashes) -> Hashes:
    """SplitMix64's finaliser: every bit of the input moves every bit of the output."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def grams(text: str, length: int = GRAM) -> Hashes:
    """A hash for each run of `length` characters, in order, of letters, digits and Han only."""
    codes = np.frombuffer(compared(text).encode("utf-32-le"), np.uint32).astype(np.uint64)
    if len(codes) < length:
        return np.zeros(0, np.uint64)
    hashes = np.zeros(len(codes) - length + 1, np.uint64)
    for place in range(length):
        hashes = hashes * _BASE + codes[place : len(codes) - length + 1 + place]
    return mixed(hashes)


def shingles(text: str) -> Hashes:
    """The set of its 5-grams, in order of hash."""
    return np.unique(grams(text))


def jaccard(left: Hashes, right: Hashes) -> float:
    """Of two sets made by `shingles`."""
    if not len(left) and not len(right):
        return 0.0
    both = len(left) + len(right) - len(np.union1d(left, right))
    return both / (len(left) + len(right) - both)


def signature(hashes: Hashes) -> Signature:
    """BINS numbers of which two texts share about as great a part as the Jaccard of their shingles."""
    if not len(hashes):
        return np.zeros(BINS, np.uint32)
    first = np.searchsorted(hashes, _BOUNDS)
    found = hashes[np.minimum(first, len(hashes) - 1)]
    filled = (first < len(hashes)) & ((found >> np.uint64(64 - _BIN_BITS)) == np.arange(BINS))
    least = ((found >> np.uint64(64 - _BIN_BITS - 32)) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return least if filled.all() else _densified(least, filled)


def _densified(least: Signature, filled: npt.NDArray[np.bool_]) -> Signature:
    """Each empty bin takes the value of a filled one, chosen by the bin's number and the try alone."""
    least, empty, attempt = least.copy(), np.flatnonzero(~filled), 1
    while len(empty):
        drawn = mixed(empty.astype(np.uint64) * np.uint64(1_000_003) + np.uint64(attempt)) % np.uint64(BINS)
        lender = drawn.astype(np.int64)
        lent = filled[lender]
        least[empty[lent]] = least[lender[lent]]
        empty, attempt = empty[~lent], attempt + 1
    return least


def band_keys(signatures: Signature, rows: int) -> Hashes:
    """One key for each band of `rows` bins; (n, BINS) becomes (n, BINS // rows)."""
    bands = signatures.reshape(len(signatures), BINS // rows, rows).astype(np.uint64)
    keys = np.zeros(bands.shape[:2], np.uint64)
    for row in range(rows):
        keys = mixed(keys * _BASE + bands[:, :, row])
    return keys
