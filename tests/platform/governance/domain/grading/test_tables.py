"""The matrix and the taxonomy as files that people replace."""

import pytest

from brain.kit.errors import Invalid
from brain.platform.governance.domain.grading import tables
from brain.platform.governance.domain.grading.levels import Harm, Level, Subject
from brain.platform.governance.domain.grading.rules import shipped

MATRIX, TAXONOMY = tables.matrix_csv(shipped()), tables.taxonomy_csv(shipped())


def test_what_is_written_out_reads_back_as_the_same_rules() -> None:
    again = tables.with_tables(shipped(), shipped().version, MATRIX, TAXONOMY)

    assert again == shipped()


def test_a_cell_changes_the_level_and_nothing_else() -> None:
    stricter = MATRIX.replace("个人权益,一般数据1级,一般数据2级", "个人权益,一般数据1级,一般数据3级")

    changed = tables.with_tables(shipped(), "x", "\ufeff" + stricter, TAXONOMY + "steel,钢铁数据\n")

    assert changed.level([(Subject.INDIVIDUAL, Harm.ORDINARY)]) is Level.GENERAL_3
    assert changed.level([(Subject.ORGANISATION, Harm.ORDINARY)]) is Level.GENERAL_2
    assert changed.categories["steel"].name == "钢铁数据"


@pytest.mark.parametrize(
    ("matrix", "taxonomy", "told"),
    [
        (MATRIX.replace("核心数据", "绝密", 1), TAXONOMY, "“绝密”不是级别"),
        (MATRIX.replace("个人权益", "邻里权益"), TAXONOMY, "没有“个人权益”一行"),
        (MATRIX.replace("国家安全,一般数据1级,重要数据", "国家安全,核心数据,重要数据"), TAXONOMY, "低于"),
        (MATRIX, TAXONOMY + "steel.rolling,轧钢\n", "没有上级“steel”"),
        (MATRIX, TAXONOMY + "industry,又一个\n", "重复"),
        (MATRIX, TAXONOMY.replace("personal.identity,个人身份信息\n", ""), "personal.identity"),
        (MATRIX, "", "分类表"),
    ],
)
def test_tables_that_do_not_hold_together_are_refused_with_the_place(
    matrix: str, taxonomy: str, told: str
) -> None:
    with pytest.raises(Invalid) as refused:
        tables.with_tables(shipped(), "x", matrix, taxonomy)

    assert told in f"{refused.value.message}{refused.value.details}"
