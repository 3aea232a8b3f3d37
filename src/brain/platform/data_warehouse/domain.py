"""Rules of the data warehouse, free of I/O."""

from typing import Final

from brain.kit.errors import Refusal

LARGEST_EXPORT: Final = 50_000  # rows


class TooManyToExport(Refusal):
    """More rows than one file may hold; `total` says how many."""

    status, code = 422, "too_many_to_export"

    def __init__(self, total: int) -> None:
        super().__init__(
            f"符合条件的企业有 {total} 家，一次最多导出 {LARGEST_EXPORT} 家，请缩小范围", total=total
        )
