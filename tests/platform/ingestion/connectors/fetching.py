"""Fetching all that a connector has."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.files import open_file
from brain.platform.ingestion.contract import CollectionSettings

LOCAL = Reach(CollectionSettings(hosts=("127.0.0.1",)))
Row = tuple[str | None, ...]


@dataclass(frozen=True)
class Came:
    """One thing fetched; `first` is the first row of its table."""

    name: str
    content: bytes
    headers: Sequence[str]
    rows: list[Row]
    more: bool


async def fetch(
    place: Path,
    settings: dict[str, Any],
    secret: str | None = None,
    cursor: dict[str, Any] | None = None,
    reach: Reach = LOCAL,
    *,
    sample: bool = False,
) -> tuple[list[Came], dict[str, Any]]:
    """What came, and the cursor after it."""
    place.mkdir(exist_ok=True)
    connector = kinds.connect(
        kinds.read(settings), secret, reach, journal=None if sample else place / "journal"
    )
    came, after = [], cursor or {}
    async for extract in connector.extracts(after, place):
        after = extract.cursor
        if extract.empty:
            continue
        reader = open_file(extract.path)
        rows = [row for batch in reader.batches(1000) for row in batch.cells.rows()]
        came.append(Came(extract.name, extract.path.read_bytes(), reader.headers, rows, extract.more))
    return came, after
