"""What people say themselves of an item of DCMM, beside what the platform proves."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Statement:
    """`link` to a document, or a page of the portal; `file_name` of one that is kept elsewhere."""

    text: str
    link: str | None
    file_name: str | None


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A statement as it was at `at`; the newest of an item holds."""

    statement: Statement
    by: str
    at: datetime
