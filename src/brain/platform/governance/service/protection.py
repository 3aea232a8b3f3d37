"""What a grade asks for when a column is shown, and what is about people."""

from brain.platform.governance.algorithm.protection.hiding import SHOWN
from brain.platform.governance.contract import Shown
from brain.platform.governance.domain.grading.levels import Level
from brain.platform.governance.domain.grading.rules import Means, shipped


def shown(level: int, kind: str | None, *, text: bool) -> Shown:
    """By the rules of protection; what cannot be masked (numbers, dates) is withheld instead."""
    means = shipped().protections[Level(level)].display
    if means is Means.PLAIN:
        return Shown("plain")
    if means is Means.MASK and text:
        head, tail = next((ends for name, ends in SHOWN.items() if name == kind), (1, 0))
        return Shown("masked", head, tail)
    return Shown("withheld")


def is_personal(kind: str) -> bool:
    """Whether a kind of content is about people."""
    rule = shipped().kinds.get(kind)
    return rule is not None and rule.category.partition(".")[0] == "personal"
