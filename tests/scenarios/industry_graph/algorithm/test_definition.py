import pytest

from brain.kit.errors import Invalid
from brain.scenarios.industry_graph.algorithm import definition


def test_choices_of_a_term_are_written_out() -> None:
    assert sorted(definition.expanded("[炭|碳]黑[粉|]")) == ["炭黑", "炭黑粉", "碳黑", "碳黑粉"]


def test_the_packaged_chain_holds_together() -> None:
    chain = definition.parse(definition.packaged("tyre_rubber"))

    assert chain.provisional
    assert [stage.title for stage in chain.stages] == ["上游", "中游", "下游"]
    assert {chain.stage_of(product.code).code for product in chain.products} == {
        "upstream",
        "midstream",
        "downstream",
    }
    assert all(0 < weight <= 1 for weight in chain.supply.values())


def test_a_definition_that_is_no_toml_is_refused() -> None:
    with pytest.raises(Invalid, match="不是有效的 TOML"):
        definition.parse("code = ")


def test_a_definition_without_a_field_is_refused() -> None:
    with pytest.raises(Invalid, match="缺少或写错字段"):
        definition.parse('code = "x"')


def test_a_product_of_an_unknown_link_is_named() -> None:
    text = definition.packaged("tyre_rubber").replace('link = "raw_rubber"', 'link = "nowhere"', 1)

    with pytest.raises(Invalid) as refused:
        definition.parse(text)

    assert refused.value.details["fields"] == [{"loc": "/products/0/link", "message": "没有 nowhere"}]
