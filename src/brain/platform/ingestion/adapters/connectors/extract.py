"""What every connector gives, and the seam that each of them fills."""

from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from brain.kit.errors import TooLarge
from brain.platform.ingestion.domain.collecting import Cursor
from brain.platform.ingestion.domain.files import LARGEST_FILE
from brain.platform.ingestion.domain.listings import Listed


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Messages of a batch that are no rows, as a table of their own; `rows` of the batch that are."""

    path: Path
    problem: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class Extract:
    """Something new: raw, in a file of its own, and the cursor once it is taken.

    `more`: there may be others after it. `problem`: why it was not even fetched.
    `refused`: what came with it and is landed, yet not imported. `empty`: nothing is new, only the cursor
    moves.
    """

    name: str
    path: Path
    cursor: Cursor
    as_of: date
    more: bool = False
    problem: str | None = None
    refused: Refused | None = None
    empty: bool = False


def problem_with(file: Listed) -> str | None:
    """Known before the file is fetched: one that cannot be landed must not hold up the others."""
    return f"文件超过 {LARGEST_FILE >> 20} MB，请拆分" if file.size > LARGEST_FILE else None


class Connector(Protocol):
    """`extracts` writes what is new since the cursor into `place`, the oldest first.

    Raises NotCollected, NotAllowed or TooLarge.
    """

    def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]: ...


async def save(content: AsyncIterator[bytes], path: Path, largest: int = LARGEST_FILE) -> None:
    """Write a stream; raises TooLarge when it goes on beyond what can be landed."""
    size = 0
    with path.open("wb") as file:
        async for block in content:
            size += len(block)
            if size > largest:
                raise TooLarge(f"取来的内容超过 {largest >> 20} MB")
            file.write(block)
