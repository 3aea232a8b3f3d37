"""Two revisions of a product side by side: which components and steps came, went and changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Content = Mapping[str, Any]
_ITEM: Final = ("quantity", "unit")
_STEP: Final = ("process", "equipment", "run_time", "setup_time")


@dataclass(frozen=True)
class Pair:
    """One of them is None for what came or went."""

    name: str
    before: Content | None
    after: Content | None


def items(before: Sequence[Content], after: Sequence[Content]) -> list[Pair]:
    """A component stands for itself wherever it stands in the list; the second time it is told, by its
    order."""
    return _pairs(before, after, lambda told: str(told["material"]), _ITEM)


def steps(before: Sequence[Content], after: Sequence[Content]) -> list[Pair]:
    return _pairs(before, after, lambda told: f"{int(told['sequence']):06}", _STEP)


def _pairs(
    before: Sequence[Content],
    after: Sequence[Content],
    name_of: Callable[[Content], str],
    watched: Sequence[str],
) -> list[Pair]:
    old, new = _named(before, name_of), _named(after, name_of)
    return [
        Pair(name, old.get(name), new.get(name))
        for name in sorted(old.keys() | new.keys())
        if name not in old or name not in new or _differ(old[name], new[name], watched)
    ]


def _named(told: Sequence[Content], name_of: Callable[[Content], str]) -> dict[str, Content]:
    found: dict[str, Content] = {}
    for each in told:
        name, count = name_of(each), 2
        while name in found:
            name, count = f"{name_of(each)} #{count}", count + 1
        found[name] = each
    return found


def _differ(one: Content, other: Content, watched: Sequence[str]) -> bool:
    return any(one.get(name) != other.get(name) for name in watched)
