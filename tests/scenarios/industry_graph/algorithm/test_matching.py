from pathlib import Path

import pytest

from brain.scenarios.industry_graph.algorithm import definition
from brain.scenarios.industry_graph.algorithm.matching import Matcher
from brain.scenarios.industry_graph.domain.attachment import EnterpriseText
from tests.scenarios.industry_graph.measure import (
    precision_of_attachments,
    recall_and_precision_of_enterprises,
)
from tests.scenarios.industry_graph.registrations import registrations


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(definition.parse(definition.packaged("tyre_rubber")))


def attached(matcher: Matcher, name: str, scope: str) -> dict[str, str]:
    enterprise = EnterpriseText(credit_code="91370500000000000X", name=name, scope=scope)
    return {attachment.product: attachment.role for attachment in matcher.attachments(enterprise)}


@pytest.mark.parametrize(
    ("name", "scope", "expected"),
    [
        ("甲有限公司", "生产、销售：全钢子午线轮胎。", {"tbr_tyre": "producer"}),
        ("甲有限公司", "轮胎、炭黑的生产及销售", {"tyre": "producer", "carbon_black": "producer"}),
        ("甲有限公司", "生产轮胎；销售：炭黑", {"tyre": "producer", "carbon_black": "trader"}),
        ("甲商贸有限公司", "日用百货、轮胎销售", {"tyre_distribution": "trader"}),
        ("甲有限公司", "翻新、维修：斜交轮胎", {"retread": "producer", "tyre_service": "service"}),
        ("甲有限公司", "三类机动车维修（轮胎动平衡及修补）", {"tyre_service": "service"}),
        ("甲有限公司", "废旧轮胎回收", {"waste_tyre": "trader"}),
        ("甲有限公司", "橡胶、塑料制品加工", {"rubber_goods": "producer"}),
        ("甲有限公司", "橡胶叶轮加工", {"rubber_goods": "producer"}),
    ],
)  # fmt: skip
def test_the_verbs_of_a_scope_decide_product_and_role(
    matcher: Matcher, name: str, scope: str, expected: dict[str, str]
) -> None:
    assert attached(matcher, name, scope) == expected


@pytest.mark.parametrize(
    "scope",
    [
        "橡胶木家具制造",
        "氯化橡胶防腐漆生产",
        "内外墙乳胶漆、建筑胶粉生产",
        "封箱胶带、双面胶带生产",
        "轮胎生产技术推广",
        "拖拉机配件制造",
        "拖拉机、摩托车配件制造",
        "塑料制品生产（不含橡胶制品）",
        "胶带、包装袋生产",
    ],
)
def test_words_that_only_look_like_a_product_attach_nothing(matcher: Matcher, scope: str) -> None:
    assert attached(matcher, "甲有限公司", scope) == {}


def test_a_longer_term_names_another_product(matcher: Matcher) -> None:
    scope = "轮胎机械、轮胎模具、白炭黑制造"

    assert attached(matcher, "甲有限公司", scope) == {
        "rubber_machinery": "producer",
        "tyre_mould": "producer",
        "silica": "producer",
    }


def test_an_ambiguous_term_needs_its_context(matcher: Matcher) -> None:
    assert attached(matcher, "甲有限公司", "胶管、胶带生产") == {
        "hose": "producer",
        "rubber_belt": "producer",
    }


def test_production_that_is_forbidden_on_the_premises_is_only_trade(matcher: Matcher) -> None:
    scope = "轮胎生产、销售（不得在此住所从事生产加工）"

    assert attached(matcher, "甲有限公司", scope) == {"tyre_distribution": "trader"}


def test_a_name_speaks_alone_where_the_scope_is_silent(matcher: Matcher) -> None:
    assert attached(matcher, "甲轮胎商贸有限公司", "三类机动车维修") == {"tyre_distribution": "trader"}
    assert attached(matcher, "甲橡胶有限公司", "货物进出口") == {}


def test_every_attachment_shows_the_words_it_rests_on(matcher: Matcher) -> None:
    scope = "一般经营项目：生产：天然橡胶，轮胎（国家限制的除外）"
    enterprise = EnterpriseText(credit_code="91370500000000000X", name="东营甲轮胎有限公司", scope=scope)

    [tyre] = [found for found in matcher.attachments(enterprise) if found.product == "tyre"]

    words = {evidence.field: evidence for evidence in tyre.evidence}
    assert scope[words["scope"].start : words["scope"].end] == "轮胎"
    assert words["scope"].verbs == ("生产",)
    assert enterprise.name[words["name"].start : words["name"].end] == "轮胎"
    assert (tyre.score, tyre.weight) == (0.968, 0.8)


def test_precision_and_recall_stay_at_the_reported_figures(matcher: Matcher, real_data: Path) -> None:
    texts = {enterprise.credit_code: enterprise for enterprise in registrations(real_data)}

    sampled = precision_of_attachments(matcher, texts, "held_out")
    recall, precision = recall_and_precision_of_enterprises(matcher, texts, "held_out")

    assert (sampled.judged, recall.judged) == (129, 102)
    assert sampled.rate >= 0.946 - 0.01
    assert precision.rate >= 0.980 - 0.01
    assert recall.rate >= 0.961 - 0.01
