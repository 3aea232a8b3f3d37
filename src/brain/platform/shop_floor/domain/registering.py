"""Points as people register them: what is told, and codes proposed from equipment and names."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from brain.platform.shop_floor.domain.points import Point

LONGEST_CODE: Final = 120
CODE: Final = r"^[\w][\w.\-]{0,119}$"
_NOT_IN_CODES: Final = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A point to be: its `number` and an empty `code` are not given yet; `address` as its driver reads it."""

    point: Point
    address: dict[str, Any]
    equipment_id: int | None = None


def proposed_code(prefix: str, name: str, taken: Iterable[str]) -> str:
    """Prefix and name without what codes may not hold; a number behind it where it is taken."""
    told = [
        _NOT_IN_CODES.sub("_", unicodedata.normalize("NFKC", part)).strip("_.-") for part in (prefix, name)
    ]
    stem = ".".join(filter(None, told))[: LONGEST_CODE - 6] or "point"
    held, code, following = set(taken), stem, 2
    while code in held:
        code, following = f"{stem}-{following}", following + 1
    return code
