"""A value that a machine gave at a time, and how far it can be trusted."""

from enum import IntEnum, StrEnum
from typing import Final

Value = float | int | bool | str | None

LONGEST_TEXT: Final = 4_000  # characters of a text value; what is longer is set aside, not cut


class Quality(IntEnum):
    """The severity of OPC UA status codes (IEC 62541-4, 7.39), into which every protocol's own is told."""

    GOOD = 0
    UNCERTAIN = 1
    BAD = 2


class ValueKind(StrEnum):
    NUMBER = "number"  # IEEE 754 double
    INTEGER = "integer"  # 64 bit, signed
    BOOLEAN = "boolean"
    TEXT = "text"
