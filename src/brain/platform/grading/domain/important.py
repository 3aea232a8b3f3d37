"""The catalogue of important data: what an entry tells, and what is compared with the one sealed last.

《工业和信息化领域数据安全管理办法（试行）》, article 12: source, class, level, scale, carrier, purpose and
manner of processing, range of use, who answers, sharing, outbound transfer, protection; never the data
themselves. The layout of the form is not published: ours is provisional.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

FilingField = Literal[
    "source", "purpose", "manner", "used_by", "responsible", "contact", "shared", "outbound", "protection"
]
FILING_TITLES: Mapping[FilingField, str] = {
    "source": "数据来源",
    "purpose": "处理目的",
    "manner": "处理方式",
    "used_by": "使用范围",
    "responsible": "责任主体",
    "contact": "负责人与联系方式",
    "shared": "对外共享",
    "outbound": "跨境传输",
    "protection": "安全保护措施",
}


class CatalogueState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    SEALED = "sealed"
    REFUSED = "refused"
    REPLACED = "replaced"  # by one produced later, before anybody decided


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A data set of important or core data. `category` is a code, `path` its names; `size` in bytes.

    `columns`: titles of those of that level; `reasons`: why; `coverage` from 0 to 1 where it is known.
    """

    data_set: str
    title: str
    category: str
    path: str
    level: int
    records: int
    size: int
    carrier: str
    coverage: float | None
    processing: str
    columns: list[str]
    reasons: list[str]
    filing: dict[FilingField, str] = field(default_factory=dict)

    @property
    def missing(self) -> list[FilingField]:
        """What must still be told before it can be filed."""
        return [name for name in FILING_TITLES if not self.filing.get(name)]
