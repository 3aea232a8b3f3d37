"""Which files of a folder are new since the cursor."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from brain.kit.errors import Invalid

MOST_FILES: Final = 10_000
QUIET: Final = 10.0  # seconds without a change after which a file counts as written


@dataclass(frozen=True, kw_only=True)
class Listed:
    """`modified` in seconds since 1970 by the clock of whoever keeps the file."""

    name: str
    size: int
    modified: float

    @property
    def mark(self) -> list[float]:
        return [self.size, self.modified]


def matching(found: Iterable[Listed], pattern: str) -> list[Listed]:
    """Those whose name fits, the oldest first; names that cannot be written down are left out.

    Raises Invalid where there are too many to keep in mind.
    """
    fitting = [
        file
        for file in found
        if file.name.isprintable() and fnmatchcase(file.name.rpartition("/")[2], pattern)
    ]
    if len(fitting) > MOST_FILES:
        raise Invalid(f"目录中有 {len(fitting)} 个符合的文件，最多 {MOST_FILES} 个，请把已收的移走")
    return sorted(fitting, key=lambda file: (file.modified, file.name))


def is_written(file: Listed, moment: float) -> bool:
    """A file that changed a moment ago may still be growing."""
    return moment - file.modified >= QUIET


def fresh(listing: list[Listed], cursor: dict[str, Any]) -> list[Listed]:
    marks = cursor.get("files", {})
    return [file for file in listing if marks.get(file.name) != file.mark]


def with_taken(listing: list[Listed], cursor: dict[str, Any], taken: Listed) -> dict[str, Any]:
    """The cursor after this file; files that are no longer there are forgotten."""
    there = {file.name for file in listing}
    kept = {name: mark for name, mark in cursor.get("files", {}).items() if name in there}
    return {"files": kept | {taken.name: taken.mark}}
