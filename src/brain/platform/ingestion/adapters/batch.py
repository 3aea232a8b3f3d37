"""What readers of files yield: some rows as text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True)
class Batch:
    """`broken` says by the row's place in `cells` what the format itself has against it."""

    cells: pl.DataFrame
    broken: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of_lines(cls, headers: list[str], lines: Sequence[Sequence[str | None]]) -> "Batch":
        """Lines whose number of cells is not that of the headers are broken."""
        width = len(headers)
        broken = {
            place: f"应有 {width} 列，实有 {len(line)} 列"
            for place, line in enumerate(lines)
            if len(line) != width
        }
        even = [
            line if len(line) == width else [*line[:width], *[None] * (width - len(line))] for line in lines
        ]
        columns = dict(zip(headers, zip(*even, strict=True), strict=True))
        return cls(pl.DataFrame(columns, schema=dict.fromkeys(headers, pl.String)), broken)
