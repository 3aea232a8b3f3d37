"""The matrix and the taxonomy as tables (CSV) that people read, change and bring back."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from brain.kit.errors import FieldError, Invalid
from brain.platform.governance.domain.grading.levels import Harm, Level, Subject
from brain.platform.governance.domain.grading.rules import Category, Rules, replaced

SUBJECTS: Final = {
    Subject.NATIONAL_SECURITY: "国家安全",
    Subject.ECONOMY: "经济运行",
    Subject.SOCIAL_ORDER: "社会秩序",
    Subject.PUBLIC_INTEREST: "公共利益",
    Subject.ORGANISATION: "组织权益",
    Subject.INDIVIDUAL: "个人权益",
}
HARMS: Final = {
    Harm.NONE: "无危害",
    Harm.ORDINARY: "一般危害",
    Harm.SERIOUS: "严重危害",
    Harm.SPECIALLY_SERIOUS: "特别严重危害",
}
_SUBJECT_HEADER: Final = "影响对象"
_CODE, _NAME = "代码", "名称"
_LEVELS: Final = {level.label: level for level in Level}
MOST_ROWS: Final = 2_000


def matrix_csv(rules: Rules) -> str:
    rows = [
        [title, *(rules.matrix[subject, harm].label for harm in HARMS)] for subject, title in SUBJECTS.items()
    ]
    return _text([[_SUBJECT_HEADER, *HARMS.values()], *rows])


def taxonomy_csv(rules: Rules) -> str:
    return _text([[_CODE, _NAME], *([each.code, each.name] for each in rules.categories.values())])


def with_tables(rules: Rules, version: str, matrix: str, taxonomy: str) -> Rules:
    """Raises Invalid with every wrong cell, for a matrix in which worse harm gives a lower level, and for a
    taxonomy that lacks what the other rules refer to."""
    return replaced(rules, version=version, matrix=_matrix(matrix), categories=_categories(taxonomy))


def _matrix(text: str) -> Mapping[tuple[Subject, Harm], Level]:
    rows = {row.get(_SUBJECT_HEADER, ""): row for row in _rows(text, "matrix")}
    wrong = [
        *(_fault("matrix", f"没有“{title}”一行") for title in SUBJECTS.values() if title not in rows),
        *(_fault("matrix", f"不认识的影响对象“{title}”") for title in rows.keys() - SUBJECTS.values()),
    ]
    cells = {}
    for subject, title in SUBJECTS.items():
        for harm, name in HARMS.items():
            written = rows.get(title, {}).get(name, "")
            if written in _LEVELS:
                cells[subject, harm] = _LEVELS[written]
            elif title in rows:
                wrong.append(_fault("matrix", f"{title}、{name}：“{written}”不是级别"))
    if wrong:
        raise Invalid("影响矩阵有误", wrong)
    _require_rising(cells)
    return cells


def _require_rising(cells: Mapping[tuple[Subject, Harm], Level]) -> None:
    falling = [
        _fault("matrix", f"{SUBJECTS[subject]}：{HARMS[worse]}的级别低于{HARMS[less]}")
        for subject in SUBJECTS
        for less, worse in pairwise(HARMS)
        if cells[subject, worse] < cells[subject, less]
    ]
    if falling:
        raise Invalid("影响程度越重，级别不得越低", falling)


def _categories(text: str) -> Mapping[str, Category]:
    listed = list(_rows(text, "taxonomy"))
    codes = [row.get(_CODE, "") for row in listed]
    wrong = [
        _fault("taxonomy", f"第 {line} 行：{problem}")
        for line, row in enumerate(listed, start=2)
        if (problem := _problem(row, codes))
    ]
    if wrong or not listed:
        raise Invalid("分类表有误", wrong)
    return {row[_CODE]: Category(code=row[_CODE], name=row[_NAME]) for row in listed}


def _problem(row: Mapping[str, str], codes: list[str]) -> str | None:
    code = row.get(_CODE, "")
    if not code or not row.get(_NAME):
        return "代码与名称都要写"
    if codes.count(code) > 1:
        return f"代码“{code}”重复"
    parent = code.rpartition(".")[0]
    return f"没有上级“{parent}”" if parent and parent not in codes else None


def _rows(text: str, field: str) -> Iterator[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    for number, row in enumerate(reader):
        if number >= MOST_ROWS:
            raise Invalid("表格过大", [_fault(field, f"最多 {MOST_ROWS} 行")])
        yield {str(name).strip(): (value or "").strip() for name, value in row.items() if name is not None}


def _fault(field: str, message: str) -> FieldError:
    return {"loc": f"/body/{field}", "message": message}


def _text(rows: list[list[str]]) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue()
