"""Which data element a column may hold."""

import pytest

from brain.kit.datasets import Column, Type
from brain.platform.standards.algorithm.suggesting import suggestions
from brain.platform.standards.domain.shipped import SHIPPED

ELEMENTS = [each for each in SHIPPED if each.kind == "element"]


@pytest.mark.parametrize(
    ("column", "found", "element"),
    [
        (Column("investee_credit_code", "被投资方", ""), None, "credit_code"),
        (Column("a", "纳税人识别号", ""), None, "credit_code"),
        (Column("b", "乙方企业名称", ""), None, "enterprise_name"),
        (Column("c", "丙", "", kind="mobile"), None, "mobile"),
        (Column("d", "丁", ""), "mobile", "mobile"),
        (Column("year", "年", "", Type.INTEGER), None, "year"),
    ],
)
def test_name_title_and_content_speak_for_an_element(column: Column, found: str | None, element: str) -> None:
    assert suggestions(column, found, ELEMENTS)[0].element.code == element


@pytest.mark.parametrize(
    "column", [Column("establish_date", "成立日期", ""), Column("weight", "重量", "", Type.DECIMAL)]
)
def test_what_the_type_cannot_hold_or_nothing_speaks_for_is_not_suggested(column: Column) -> None:
    assert suggestions(column, None, ELEMENTS) == []
