"""Names compared in batches say what one asked for would be told."""

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm import name_index
from brain.platform.governance.algorithm.name_register import NameRegister, Nearest
from brain.platform.governance.domain.names import WrittenName, matching_text
from tests.platform.governance.algorithm.test_name_index import NAMES, statistics_of
from tests.strategies import enterprise_names

CODES = ["91370600613418880Y", "91370500164880245T", "91370523267175423C", "91370000MA3C4XQA0P"]


def nearest(written: list[str], names: list[str], codes: list[str]) -> list[Nearest | None]:
    texts = [matching_text(name) for name in names]
    register = NameRegister.of(codes, names, texts, statistics_of(texts))
    return register.nearest([WrittenName.read(name, None) for name in written])


def test_each_name_is_given_its_own_enterprise() -> None:
    found = nearest(["山东金字轮胎有限公司", "无此名", "玲珑轮胎"], NAMES, CODES)

    assert [near and near.credit_code for near in found] == [CODES[1], None, CODES[0]]


def test_the_names_of_the_very_text_are_told() -> None:
    names = ["德州仪器（上海）有限公司", "德州仪器有限公司"]

    (near,) = nearest(["上海德州仪器有限公司"], names, ["91310115613418880Y", CODES[1]])

    assert near is not None
    assert (near.score, near.same) == (1.0, frozenset(names[:1]))


@given(st.lists(enterprise_names(), min_size=1, max_size=6), enterprise_names())
def test_none_of_all_names_is_nearer(names: list[str], written: str) -> None:
    texts, name = [matching_text(each) for each in names], WrittenName.read(written, None)
    codes = [f"91370600MA3C4XQ{place:03d}" for place in range(len(names))]
    rated = name_index.firsts(name_index.scores(name, texts, codes, statistics_of(texts)), codes, 2)

    (near,) = nearest([written], names, codes)

    # Below this a name shares too little with the other for its cosine to be counted.
    if rated and rated[0][0] >= 0.6:
        assert near is not None
        assert near.score == rated[0][0]
