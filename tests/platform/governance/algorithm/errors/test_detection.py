"""Suspected cells of whole tables, each kind of error on its own and together."""

import random
from collections.abc import Mapping

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm.errors.detection import detect
from brain.platform.governance.algorithm.errors.evidence import Kind, Suspicion

CITIES = {
    "370100": "济南",
    "370200": "青岛",
    "370500": "东营",
    "370600": "烟台",
    "370700": "潍坊",
    "370800": "济宁",
}


def registrations(rows: int = 600) -> dict[str, list[str]]:
    choose = random.Random(1)
    codes = [choose.choice(list(CITIES)) for _ in range(rows)]
    return {
        "编号": [str(1000 + row) for row in range(rows)],
        "代码": codes,
        "城市": [CITIES[code] for code in codes],
        "电话区号": [{"370100": "0531", "370200": "0532"}.get(code, "05" + code[2:4]) for code in codes],
        "类型": [choose.choice(["有限责任公司", "股份合作企业", "个体工商户", "合伙企业"]) for _ in codes],
        "日期": [f"20{choose.randrange(10, 20)}-0{choose.randrange(1, 10)}-15" for _ in codes],
        "资本": [f"{choose.lognormvariate(5, 1):.2f}" for _ in codes],
    }


def spoilt(changes: Mapping[tuple[int, str], str]) -> list[Suspicion]:
    table = registrations()
    for (row, column), value in changes.items():
        table[column][row] = value
    return detect(pl.DataFrame(table))


def repairs(found: list[Suspicion]) -> dict[tuple[int, str], str | None]:
    return {(each.row, each.column): each.repair for each in found}


def test_a_clean_table_has_no_suspected_cell() -> None:
    assert spoilt({}) == []


CELLS = st.one_of(
    st.none(),
    st.sampled_from(["甲", "甲 乙", "-", "1", "2%", "3.5", "2020-01-01", "x" * 9]),
    st.text(st.characters(exclude_categories=["C"])),
)


@given(
    st.integers(0, 40).flatmap(
        lambda rows: st.lists(st.lists(CELLS, min_size=rows, max_size=rows), min_size=1, max_size=4)
    )
)
def test_any_table_can_be_looked_at(cells: list[list[str | None]]) -> None:
    frame = pl.DataFrame(
        {f"c{place}": pl.Series(values, dtype=pl.String) for place, values in enumerate(cells)}
    )

    for found in detect(frame):
        assert 0.5 <= found.confidence <= 1
        assert found.repair != found.value
        assert found.value == (frame[found.row, found.column] or "").strip()
        assert found.evidence


def test_a_value_that_breaks_a_dependency_is_found_and_mended_from_the_other_rows() -> None:
    right = registrations()["城市"][7]
    wrong = next(city for city in CITIES.values() if city != right)

    (found,) = spoilt({(7, "城市"): wrong})

    assert (found.row, found.column, found.value, found.repair) == (7, "城市", wrong, right)
    assert found.evidence[0].kind is Kind.DEPENDENCY
    assert found.confidence > 0.95
    assert "其余" in found.evidence[0].reason


def test_of_two_cells_that_contradict_each_other_the_one_that_contradicts_the_others_is_wrong() -> None:
    """代码, 城市 and 电话区号 determine each other: whichever is wrong, the two others agree."""
    table = registrations()
    row = next(row for row, code in enumerate(table["代码"]) if code != "370100")
    changes = {(row, "代码"): "370100"}

    assert repairs(spoilt(changes)) == {(row, "代码"): table["代码"][row]}


def test_a_misspelling_of_a_frequent_value_is_mended() -> None:
    table = registrations()
    row = table["类型"].index("有限责任公司")

    assert repairs(spoilt({(row, "类型"): "有限责任公同"})) == {(row, "类型"): "有限责任公司"}


def test_a_character_that_stands_for_others_everywhere_is_learned_and_read_as_any() -> None:
    table = registrations()
    changes = {}
    for row in range(0, 600, 10):
        text = table["类型"][row]
        place = row // 10 % (len(text) - 1)
        changes[row, "类型"] = text[:place] + "□" * (1 + row % 20 // 10) + text[place + 1 + row % 20 // 10 :]

    found = repairs(spoilt(changes))

    assert found == {(row, column): table[column][row] for row, column in changes}


def test_words_for_nothing_should_be_empty() -> None:
    changes = {(3, "资本"): "N/A", (9, "资本"): "无", (11, "资本"): "-"}

    assert repairs(spoilt(changes)) == dict.fromkeys(changes, "")


def test_a_unit_that_few_write_is_dropped_and_one_of_another_size_converted() -> None:
    table = registrations()
    few = {(row, "资本"): table["资本"][row] + "万元" for row in range(20)}
    converted = {(row, "资本"): f"{float(table['资本'][row]) * 10_000:.0f} 元" for row in range(20, 60)}

    found = repairs(spoilt(few | converted))

    assert {place: found[place] for place in few} == {(row, "资本"): table["资本"][row] for row in range(20)}
    assert [float(found[place] or 0) for place in converted] == pytest.approx(
        [float(table["资本"][row]) for row, _ in converted]
    )


def test_other_punctuation_in_a_date_is_put_right() -> None:
    table = registrations()
    changed = table["日期"][5].replace("-", "/")

    assert repairs(spoilt({(5, "日期"): changed})) == {(5, "日期"): table["日期"][5]}


def test_two_fields_in_one_are_parted() -> None:
    table = registrations()
    changes: dict[tuple[int, str], str] = {}
    for row in range(0, 60, 5):
        changes |= {(row, "类型"): f"{table['类型'][row]} {table['城市'][row]}", (row, "城市"): ""}

    assert repairs(spoilt(changes)) == {(row, column): table[column][row] for row, column in changes}


def test_a_number_far_from_all_others_is_suspected_without_a_guess() -> None:
    (found,) = spoilt({(8, "资本"): "99999999999999"})

    assert (found.row, found.repair, found.evidence[0].kind) == (8, None, Kind.OUTLIER)


def test_values_told_apart_by_digits_only_are_no_misspellings() -> None:
    frame = pl.DataFrame({"楼": ["1号楼"] * 60 + ["2号楼"] * 60 + ["3号楼"], "层": ["一层"] * 121})

    assert detect(frame) == []


def test_columns_that_happen_to_agree_are_no_dependency() -> None:
    """Random values of two columns: nothing may be told of one from the other, however many rows."""
    choose = random.Random(3)
    values = ["甲类企业", "乙类单位", "丙类机构", "丁类组织"]
    columns = {name: [choose.choice(values) for _ in range(800)] for name in "ABCDE"}

    assert detect(pl.DataFrame(columns)) == []


def test_a_dependency_with_true_exceptions_leaves_them_alone() -> None:
    """市中区 is in three cities: the same exception again and again is no error."""
    rows = [("市中区", "济南")] * 60 + [("市中区", "枣庄")] * 5 + [("市中区", "济宁")] * 4
    rows += [(f"{name}县", city) for name, city in zip("甲乙丙丁戊己", CITIES.values(), strict=True)] * 40
    frame = pl.DataFrame(rows, schema=["县", "市"], orient="row")

    assert detect(frame) == []
