import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.scenarios.industry_graph.algorithm.strength import Standing, location_quotient, strength
from brain.scenarios.industry_graph.domain.chain import StrengthRule

RULE = StrengthRule(
    halves={"producers": 15, "capital": 30_000, "quotient": 1.0},
    weights={"producers": 0.4, "capital": 0.35, "quotient": 0.25},
    strong=0.65,
    medium=0.35,
)


def test_a_link_without_enterprises_is_missing() -> None:
    found = strength(Standing(enterprises=0, committed=0, capital=0), RULE)

    assert (found.grade, found.score, found.sentence) == ("missing", 0.0, "没有企业，判为“缺”")


def test_without_a_region_the_quotient_takes_no_part() -> None:
    found = strength(Standing(enterprises=40, committed=15, capital=30_000), RULE)

    assert (found.grade, found.score) == ("medium", 0.5)
    assert [part.name for part in found.parts] == ["producers", "capital"]


def test_every_part_explains_itself() -> None:
    standing = Standing(
        enterprises=60,
        committed=45,
        capital=90_000,
        link_here=7,
        chain_here=100,
        link_all=70,
        chain_all=4000,
    )

    found = strength(standing, RULE)

    assert [(part.name, part.value, part.score) for part in found.parts] == [
        ("producers", 45, 0.75),
        ("capital", 90_000, 0.75),
        ("quotient", 4.0, 0.8),
    ]
    assert [part.sentence for part in found.parts] == [
        "企业 60 家，按业务占比折算 45.0 家，按 v/(v+15) 计 0.75",
        "注册资本按业务占比折算 90,000 万元，按 v/(v+30,000) 计 0.75",
        "区位商 4.00 =（7/100）÷（70/4000），按 v/(v+1) 计 0.80",
    ]
    assert (found.score, found.grade) == (0.7625, "strong")
    assert found.sentence == "综合得分 0.76（≥0.65 强，≥0.35 中，其余弱），判为“强”"
    assert found.sentence_en == "Score 0.76 (≥0.65 strong, ≥0.35 medium, else weak): strong"


def test_a_quotient_without_a_base_does_not_exist() -> None:
    standing = Standing(enterprises=1, committed=1, capital=1, link_here=0, chain_here=0)

    assert location_quotient(standing) is None


@given(st.floats(0, 10_000), st.floats(0, 10_000), st.floats(0, 1e9))
def test_more_business_never_makes_a_link_weaker(fewer: float, more: float, capital: float) -> None:
    weaker = strength(Standing(enterprises=1, committed=fewer, capital=capital), RULE)
    stronger = strength(Standing(enterprises=1, committed=fewer + more, capital=capital), RULE)

    assert 0 <= weaker.score <= stronger.score <= 1


@pytest.mark.parametrize(("committed", "grade"), [(1, "weak"), (15, "medium"), (60, "strong")])
def test_the_grade_follows_the_score(committed: int, grade: str) -> None:
    standing = Standing(enterprises=1, committed=committed, capital=committed * 2000.0)

    assert strength(standing, RULE).grade == grade
