"""Keys and parts of enterprise names."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.reference.enterprise_name import NameParts, name_key, name_keys, split
from tests.strategies import enterprise_names


@pytest.mark.parametrize(
    "spelling",
    [
        "山东万达（集团）有限责任公司",
        "山东万达(集团)有限公司",
        "山东万达【集团】有限公司",
        " 山东 万达 〔集团〕　有限公司",
        "山东万达集团有限公司",
    ],
)
def test_spellings_of_one_name_share_a_key(spelling: str) -> None:
    assert name_key(spelling) == "山东万达集团有限公司"


def test_letters_and_digits_lose_their_width_and_case() -> None:
    assert name_key("青岛ａｂ８８商店（个体工商户）") == "青岛AB88商店"


def test_forms_that_differ_in_law_keep_different_keys() -> None:
    assert name_key("华泰有限公司") != name_key("华泰股份有限公司")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("山东玲珑轮胎股份有限公司", NameParts("山东", "玲珑", "轮胎", "股份有限公司", "")),
        ("哈尔滨实力汽车零部件有限公司", NameParts("哈尔滨", "实力", "汽车零部件", "有限公司", "")),
        ("东营市广饶县兴源橡胶厂", NameParts("东营市广饶县", "兴源", "橡胶", "厂", "")),
        ("中国石油化工股份有限公司", NameParts("中国", "石油", "化工", "股份有限公司", "")),
        ("延安伟达实业有限责任公司", NameParts("延安", "伟达", "实业", "有限责任公司", "")),
        ("宁夏鼎盛服务有限公司广元分公司", NameParts("宁夏", "鼎盛", "服务", "有限公司", "广元分公司")),
        ("华泰", NameParts("", "华泰", "", "", "")),
    ],
)
def test_a_name_is_split_into_its_parts(name: str, parts: NameParts) -> None:
    assert split(name) == parts


@given(enterprise_names())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(enterprise_names())
def test_the_parts_put_together_give_the_name(name: str) -> None:
    parts = split(name)

    assert parts.region + parts.trade_name + parts.business + parts.form + parts.branch == name
    assert len(parts.trade_name) >= 2


@given(st.lists(enterprise_names() | st.none() | st.text(st.characters(exclude_categories=["Cs", "Cn"]))))
def test_a_column_of_names_gets_the_keys_of_its_names(names: list[str | None]) -> None:
    keys = name_keys(pl.Series(names, dtype=pl.String))

    assert keys.to_list() == [name if name is None else name_key(name) for name in names]
