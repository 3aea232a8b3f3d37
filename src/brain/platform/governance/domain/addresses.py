"""Whether two addresses are one: as written, else nearly so."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

AddressVerdict: TypeAlias = Literal["same", "similar", "different", "unknown"]

_SIMILAR: Final = 0.75
_BEST_FIRST: Final[tuple[AddressVerdict, ...]] = ("same", "similar", "unknown", "different")


def alike(one: str | None, other: str | None) -> AddressVerdict:
    if not one or not other:
        return "unknown"
    if one == other:
        return "same"
    likeness = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return "similar" if likeness >= _SIMILAR else "different"


def best(written: Iterable[str | None], registered: str | None) -> AddressVerdict:
    """Of all addresses that stand beside a name; unknown where none does."""
    found = [alike(each, registered) for each in written if each]
    return min(found, key=rank, default="unknown")


def rank(verdict: AddressVerdict) -> int:
    """0 for what speaks most for one enterprise."""
    return _BEST_FIRST.index(verdict)
