"""Coding by a coder that learned a small table."""

import pytest

from brain.platform.governance.algorithm.industry_coding.coder import Coder, Labelled, train
from brain.platform.governance.algorithm.industry_coding.confidence import Coding
from brain.reference.industry import IndustryCode
from tests.platform.governance.algorithm.industry_coding.conftest import ENTERPRISES, REMARKS, TITLES


def coded(coder: Coder, name: str, scope: str) -> Coding:
    (coding,) = coder.code([(name, scope)])
    assert coding is not None
    return coding


@pytest.mark.parametrize(
    ("name", "scope", "code"),
    [
        ("山东某某轮胎有限公司", "轮胎制造、销售", "C2911"),
        ("山东某某商贸有限公司", "轮胎销售", "F5172"),
        ("山东某某轮胎门市部", "轮胎批发零售", "F5263"),
        ("某某县某某养殖场", "生猪养殖、销售", "A0313"),
        ("某某银行股份有限公司某某支行", "以批准文件所列的为准", "J6621"),
        ("某某石油有限公司第三加油站", "汽油、柴油销售；五金销售", "F5265"),
    ],
)
def test_verb_and_form_decide_between_making_wholesale_and_retail(
    coder: Coder, name: str, scope: str, code: str
) -> None:
    assert coded(coder, name, scope).candidates[0].code == code


def test_the_first_item_weighs_most(coder: Coder) -> None:
    first, second = (
        coded(coder, "某某公司", "五金销售；轮胎制造"),
        coded(coder, "某某公司", "轮胎制造；五金销售"),
    )

    assert (first.candidates[0].code, second.candidates[0].code) == ("F5174", "C2911")


def test_what_unlabelled_scopes_say_of_themselves_teaches_the_names(coder: Coder) -> None:
    untaught = train(TITLES, REMARKS, [])

    after, before = (coded(one, "烟台某某夹布有限公司", "") for one in (coder, untaught))

    assert after.candidates[0].code == "C2912"
    assert before.candidates[0].code != "C2912"


def test_evidence_names_the_words_that_spoke(coder: Coder) -> None:
    coding = coded(coder, "山东某某轮胎有限公司", "轮胎制造；五金销售")

    assert [(one.text, one.in_name) for one in coding.evidence] == [("轮胎", False), ("某某轮胎", True)]
    assert sum(one.share for one in coding.evidence) == pytest.approx(coding.candidates[0].share, abs=0.01)


def test_the_steps_lead_down_to_the_first_candidate_and_only_a_sure_one_is_settled(coder: Coder) -> None:
    sure, torn = (
        coded(coder, "某某轮胎有限公司", "轮胎制造"),
        coded(coder, "甲", "猪饲料；篷布；橡胶；五金"),
    )

    assert tuple(step.code for step in sure.steps) == sure.candidates[0].code.chain
    assert sure.settled is not None
    assert sure.settled.code == "C2911"
    assert torn.settled is None or torn.settled.code.level < 4


def test_who_says_nothing_is_not_coded(coder: Coder) -> None:
    assert coder.code([("", "")]) == [None]


def test_a_correction_teaches() -> None:
    name, scope = "某某石墨烯科技有限公司", "石墨烯气凝胶的研制"
    before = coded(train(TITLES, REMARKS, ENTERPRISES), name, scope)
    label = Labelled(name, scope, IndustryCode("2921"))

    after = coded(train(TITLES, REMARKS, ENTERPRISES, [label]), name, scope)

    assert before.candidates[0].code != "C2921"
    assert after.candidates[0].code == "C2921"


def test_what_a_description_excludes_counts_against(coder: Coder) -> None:
    said = {code: remark.partition("；不包括")[0] for code, remark in REMARKS.items()}
    silent = train(TITLES, said, ENTERPRISES)

    told, untold = (
        {each.code: each.share for each in coded(one, "", "橡胶翻新制造").candidates}
        for one in (coder, silent)
    )

    assert told.get(IndustryCode("2912"), 0.0) < untold[IndustryCode("2912")] / 2


def test_a_stored_coder_codes_the_same(coder: Coder) -> None:
    assert Coder.load(coder.dump()).code(ENTERPRISES) == coder.code(ENTERPRISES)
