"""Grades and the important-data catalogue as sheets; the first in the columns that annex H's examples use."""

from collections.abc import Iterator, Sequence
from typing import Final

from brain.kit.spreadsheet import Cell
from brain.platform.governance.service.grading import label
from brain.platform.grading.contract import Graded, GradedColumn
from brain.platform.grading.domain.important import FILING_TITLES, Entry

HEADER: Final = (
    "数据集",
    "名称",
    "列",
    "分类路径",
    "数据范围及示例",
    "数据加工程度",
    "影响对象",
    "影响程度",
    "建议级别",
    "确定级别",
    "数据集级别",
    "个人信息",
    "锁定",
    "确定人",
    "确定时间",
    "理由",
)
PROCESSING: Final = {
    "raw": "原始",
    "masked": "脱敏",
    "labelled": "标签",
    "statistical": "统计",
    "fused": "融合",
}
CATALOGUE_HEADER: Final = (
    "数据集",
    "名称",
    "类别",
    "级别",
    "规模（条）",
    "规模（字节）",
    "载体",
    "覆盖度",
    "加工程度",
    "重要数据项",
    "定级依据",
    *FILING_TITLES.values(),
)


def lines(graded: Graded) -> Iterator[Sequence[Cell]]:
    """A line for each column."""
    for each in graded.columns:
        yield _line(graded, each)


def _line(graded: Graded, each: GradedColumn) -> Sequence[Cell]:
    decided = each.decided
    return (
        graded.data_set.full_name,
        graded.data_set.title,
        f"{each.column.name} {each.column.title}",
        each.path,
        "、".join(each.finding.examples) if each.finding else each.column.title,
        PROCESSING[graded.facts.grading.processing],
        "、".join(harm.subject for harm in each.harms),
        "、".join(harm.harm for harm in each.harms),
        label(each.proposed.level),
        label(each.column.level) if decided else "",
        label(graded.level),
        "是" if each.column.personal else "",
        "是" if decided and decided.locked else "",
        decided.by if decided else "",
        decided.at if decided else None,
        decided.reason if decided else "",
    )


def catalogue_line(entry: Entry) -> Sequence[Cell]:
    return (
        entry.data_set,
        entry.title,
        entry.path,
        label(entry.level),
        entry.records,
        entry.size,
        entry.carrier,
        entry.coverage,
        PROCESSING[entry.processing],
        "、".join(entry.columns),
        "；".join(entry.reasons),
        *(entry.filing.get(name, "") for name in FILING_TITLES),
    )
