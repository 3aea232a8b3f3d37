"""What rooms above know of business records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from brain.platform.operations.domain.fields import FieldKind, RecordField, RecordKind
from brain.platform.operations.domain.kinds import KINDS

__all__ = [
    "KINDS",
    "FieldKind",
    "Kept",
    "OpenFolders",
    "Record",
    "RecordField",
    "RecordKind",
    "RefusedCells",
]


@dataclass(frozen=True, kw_only=True)
class OpenFolders:
    """What whoever runs the machine opens: files of business systems are read nowhere else."""

    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Record:
    """`content` by the names of the kind's fields (`KINDS`): moments as ISO 8601 in UTC, numbers, texts.
    `equipment_id`: the machine of the shop floor, None where the word for it is not known yet."""

    number: int
    system: str
    kind: str
    key: str
    at: datetime
    content: dict[str, Any]
    withdrawn: bool
    equipment_id: int | None


@dataclass(frozen=True, kw_only=True)
class RefusedCells:
    """`place`: which of the rows given, from 0."""

    place: int
    key: str
    problem: str


@dataclass(kw_only=True)
class Kept:
    """Rows by what became of them. `older`: what was kept is newer than they are."""

    kept: int = 0
    unchanged: int = 0
    older: int = 0
    refused: list[RefusedCells] = field(default_factory=list)

    def add(self, other: "Kept") -> None:
        self.kept += other.kept
        self.unchanged += other.unchanged
        self.older += other.older
        self.refused += other.refused


Cells = dict[str, Any]
Rows = Sequence[Cells]
