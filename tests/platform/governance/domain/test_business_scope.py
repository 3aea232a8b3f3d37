"""Reading a registered business scope."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.business_scope import Activity, items


def read(scope: str) -> list[tuple[str, str]]:
    return [(item.thing, item.activity.value) for item in items(scope)]


@pytest.mark.parametrize(
    ("scope", "read_as"),
    [
        ("轮胎、内胎的生产、销售", [("轮胎", "make"), ("内胎", "make")]),
        (
            "批发、零售：五金，交电；房屋租赁",
            [("五金", "wholesale"), ("交电", "wholesale"), ("房屋", "rent")],
        ),
        ("生产销售：钢管；销售：煤炭", [("钢管", "make"), ("煤炭", "sell")]),
        ("汽车配件销售：油漆", [("汽车配件", "none"), ("油漆", "sell")]),
        ("销售塑料加工机械", [("塑料加工机械", "sell")]),
        ("组织成员开展金银花种植", [("金银花", "grow")]),
        ("软件开发、销售；技术开发", [("软件", "develop"), ("技术开发", "none")]),
        (
            "企业形象策划，摄影服务，道路施工",
            [("企业形象策划", "none"), ("摄影服务", "none"), ("道路", "build")],
        ),
        ("普通货运", [("普通货运", "none")]),
    ],
)
def test_a_verb_governs_the_things_beside_it(scope: str, read_as: list[tuple[str, str]]) -> None:
    assert read(scope) == read_as


def test_provisos_of_law_are_no_business() -> None:
    scope = (
        "一般经营项目:化工产品（不含危险品）销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
        "有效期限以许可证为准"
    )

    assert read(scope) == [("化工产品", "sell")]


def test_what_is_said_twice_counts_once() -> None:
    assert read("钢材销售；钢材销售") == [("钢材", "sell")]


@given(st.text(alphabet="轮胎销售生产、，；：。（）()批发的及 安装1.", max_size=60))
def test_every_text_can_be_read_and_places_count_up(scope: str) -> None:
    found = items(scope)

    assert [item.place for item in found] == list(range(len(found)))
    assert all(item.thing and isinstance(item.activity, Activity) for item in found)
