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


class Codes:
    """Codes that are taken, and what is proposed beside them."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._following: dict[str, int] = {}

    def __contains__(self, code: str) -> bool:
        return code in self._taken

    def take(self, code: str) -> None:
        self._taken.add(code)

    def propose(self, prefix: str, name: str) -> str:
        """Prefix and name without what codes may not hold; a number behind it where it is taken. It is taken
        then."""
        told = [
            _NOT_IN_CODES.sub("_", unicodedata.normalize("NFKC", part)).strip("_.-")
            for part in (prefix, name)
        ]
        stem = ".".join(filter(None, told))[: LONGEST_CODE - 7] or "point"
        code, following = stem, self._following.get(stem, 2)
        while code in self._taken:
            code, following = f"{stem}-{following}", following + 1
        self._following[stem] = following
        self._taken.add(code)
        return code
