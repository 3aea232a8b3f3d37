"""What was wrong with the rows of a file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """`row` counts the records of the file from 1. A fatal problem rejects the row, another is a warning."""

    row: int
    field: str
    value: str
    message: str
    fatal: bool
