"""A full disk is told as that, whichever library came upon it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from brain.kit.errors import DiskFull

# Polars and the engines tell of it in words only.
_SIGNS: Final = ("No space left on device", "Disk quota exceeded")
FULL: Final = "磁盘已满，没有写入：请腾出空间后再试"


def is_full(error: Exception) -> bool:
    return any(sign in str(error) for sign in _SIGNS)


@contextmanager
def needs_room() -> Iterator[None]:
    """Raises DiskFull in place of any error that says so; also a decorator."""
    try:
        yield
    except Exception as error:
        if is_full(error):
            raise DiskFull(FULL) from error
        raise
