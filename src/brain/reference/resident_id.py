"""The citizen identification number (GB 11643-1999): its shape, birth date, region and check digit."""

import re
import unicodedata
from datetime import date
from typing import Final, Self

from brain.kit.errors import Invalid

_SHAPE: Final = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_WEIGHTS: Final = tuple(pow(2, 17 - place, 11) for place in range(17))
_CHECK: Final = "10X98765432"


class ResidentId(str):
    """Eighteen characters with a day that exists in them, X in upper case; else `Invalid`.

    A wrong check digit is only a warning (`check_digit_holds`).
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        tidy = unicodedata.normalize("NFKC", text).strip().upper()
        if not _SHAPE.fullmatch(tidy) or _day(tidy[6:14]) is None:
            raise Invalid("不是公民身份号码：应为 18 位，第 7 至 14 位是出生日期")
        return super().__new__(cls, tidy)

    @property
    def region(self) -> str:
        """Region of the first registration (GB/T 2260, as of that time)."""
        return self[:6]

    @property
    def born(self) -> date:
        return date.fromisoformat(self[6:14])

    @property
    def check_digit_holds(self) -> bool:
        return check_digit(self[:17]) == self[17]


def check_digit(body: str) -> str:
    """The eighteenth character for the first seventeen (ISO 7064 MOD 11-2)."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(1850, 1, 1) <= day <= date(2199, 12, 31) else None
