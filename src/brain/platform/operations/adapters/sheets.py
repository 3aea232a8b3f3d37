"""Templates that people fill with records."""

from typing import Final

from brain.kit.spreadsheet import Cell, xlsx_book
from brain.platform.operations.domain.fields import FieldKind, RecordField, RecordKind

_FORMS: Final = {
    FieldKind.TEXT: "文字",
    FieldKind.NUMBER: "数值",
    FieldKind.COUNT: "整数",
    FieldKind.MOMENT: "时间，如 2026-11-23 08:30（北京时间）",
    FieldKind.TEXTS: "一个或多个，用逗号或分号隔开",
    FieldKind.FLAG: "是 / 否",
    FieldKind.UNIT: "单位，如 条、kg、kWh",
}


def template(kind: RecordKind) -> bytes:
    """A workbook to fill: headings in Chinese, and a sheet that explains them."""
    explained: list[list[Cell]] = [
        [
            each.title,
            "必填" if each.required and each.default is None else "",
            _form(each),
            each.hint,
            each.title_en,
        ]
        for each in kind.fields
    ]
    head = [
        f"{each.title}*" if each.required and each.default is None else each.title for each in kind.fields
    ]
    return xlsx_book([
        (kind.title, head, []),
        ("填写说明", ["列", "必填", "怎样填", "说明", "English"], explained),
    ])  # fmt: skip


def _form(field: RecordField) -> str:
    if field.kind is FieldKind.CHOICE:
        return " / ".join(each.title for each in field.choices)
    return _FORMS[field.kind]
