"""Rows held back: as text, with a fingerprint by which one is known again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

import msgspec

from brain.platform.data_sets.domain.statements import same_rows


class HeldState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"  # published in spite of the rule
    CORRECTED = "corrected"
    DISCARDED = "discarded"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A row held back by rules of quality. `values` as text, by column."""

    id: int
    data_set: str
    values: dict[str, str | None]
    broken: list[str]
    state: HeldState
    held_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


def as_text(row: Mapping[str, Any]) -> dict[str, str | None]:
    """Values in the writing of PostgreSQL's CSV, from which typed ones are read again."""
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f+00:00")
    return str(value)


def fingerprint(values: Mapping[str, str | None]) -> str:
    return sha256(msgspec.json.encode([[name, values[name]] for name in sorted(values)])).hexdigest()


def without(data_set: str, held: str, names: Sequence[str]) -> str:
    """SQL for the rows of a data set that are not among the held ones, by the columns that identify a row."""
    same = same_rows("t", "h", names)
    return f"SELECT t.* FROM {data_set} AS t LEFT ANTI JOIN {held} AS h ON {same}"  # noqa: S608 - our names
