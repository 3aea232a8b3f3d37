"""What two tables are compared by: fields, and how alike two values of each kind can be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Levels: TypeAlias = NDArray[np.int8]

MISSING: Final = -1


class Kind(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CODE = "code"
    REGION = "region"


# A similarity at or above the n-th bound is agreement level n; below the first, level 0: different.
BOUNDS: Final[dict[Kind, tuple[float, ...]]] = {
    Kind.ORGANISATION: (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.0),
    Kind.PERSON: (0.75, 0.85, 0.92, 1.0),
    Kind.TEXT: (0.2, 0.4, 0.6, 0.75, 0.9, 1.0),
    Kind.DATE: (0.75, 0.875, 1.0),
    Kind.NUMBER: (0.8, 0.95, 1.0),
    Kind.CODE: (0.6, 0.8, 1.0),
    Kind.REGION: (0.2, 0.4, 0.6, 0.8, 1.0),
}
DISCRETE: Final = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.CODE, Kind.TEXT})


@dataclass(frozen=True)
class Field:
    """A column that both tables have. Strings, but numbers for `NUMBER`; null where unknown.

    `ORGANISATION`: a name as read by `organisations.read`, without its region. `DATE`: YYYYMMDD.
    `REGION`: six digits of GB/T 2260.
    """

    name: str
    kind: Kind

    @property
    def bounds(self) -> tuple[float, ...]:
        return BOUNDS[self.kind]

    @property
    def is_discrete(self) -> bool:
        """Whether agreement on a rare value tells more than on a common one."""
        return self.kind in DISCRETE


@dataclass(frozen=True)
class Pairs:
    """Row numbers of two tables, ascending, each pair once."""

    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.left)

    def at(self, chosen: NDArray[np.bool_] | Ints) -> "Pairs":
        return Pairs(self.left[chosen], self.right[chosen])
