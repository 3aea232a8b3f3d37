"""Weights of sources, chunks and instructions."""

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.corpora.algorithm.exports import CHUNK, chunks, instructions
from brain.platform.corpora.algorithm.mixture import chosen, quotas, shares
from tests.platform.corpora.made import sample

SIZES = [(f"a{n}", "甲", 100) for n in range(90)] + [(f"b{n}", "乙", 50) for n in range(40)]


def tokens(names: frozenset[str]) -> dict[str, int]:
    return {
        source: sum(size for name, one, size in SIZES if one == source and name in names) for source in "甲乙"
    }


def test_without_weights_everything_is_taken() -> None:
    assert tokens(chosen(SIZES, {}, 1)) == {"甲": 9_000, "乙": 2_000}


def test_the_scarcest_source_is_taken_whole_and_the_others_in_proportion() -> None:
    taken = tokens(chosen(SIZES, {"甲": 3.0, "乙": 1.0}, 1))

    assert taken == {"甲": 6_000, "乙": 2_000}
    assert shares({"甲": 9_000, "乙": 2_000}, taken)["甲"].share == 0.75


def test_a_source_without_weight_is_left_out() -> None:
    assert tokens(chosen(SIZES, {"乙": 1.0}, 1)) == {"甲": 0, "乙": 2_000}


def test_the_same_seed_draws_the_same_samples_and_another_others() -> None:
    weights = {"甲": 1.0, "乙": 1.0}

    assert chosen(SIZES, weights, 1) == chosen(list(reversed(SIZES)), weights, 1)
    assert chosen(SIZES, weights, 1) != chosen(SIZES, weights, 2)


@given(
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 10**9)),
    st.dictionaries(st.sampled_from("abc"), st.floats(0.1, 9)),
)
def test_no_source_is_asked_for_more_than_it_has(
    available: dict[str, int], weights: dict[str, float]
) -> None:
    wanted = quotas(available, weights)

    assert all(wanted[source] <= available[source] * (1 + 1e-9) for source in available)


@given(
    st.lists(st.sampled_from(["# 甲\n", "## 乙\n", "文。" * 30 + "\n", "句子" * 700, "\n\n"]), max_size=12)
)
def test_chunks_are_pieces_of_the_text_that_leave_nothing_out(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(chunks(sample(text)))

    assert all(text[piece.start : piece.end] == piece.text and len(piece.text) <= CHUNK for piece in found)
    covered = {place for piece in found for place in range(piece.start, piece.end)}
    headings = {
        place
        for line_start, line in _lines(text)
        if line.startswith("#")
        for place in range(line_start, line_start + len(line))
    }
    assert all(place in covered or place in headings or text[place].isspace() for place in range(len(text)))


def _lines(text: str) -> list[tuple[int, str]]:
    starts, place = [], 0
    for line in text.splitlines(keepends=True):
        starts.append((place, line))
        place += len(line)
    return starts


def test_a_chunk_knows_the_headings_over_it() -> None:
    found = list(chunks(sample("# 总则\n\n甲。\n\n## 目的\n\n乙。\n\n# 附则\n\n丙。")))

    assert [(piece.path, piece.text) for piece in found] == [
        (("某条例", "总则"), "甲。"),
        (("某条例", "总则", "目的"), "乙。"),
        (("某条例", "附则"), "丙。"),
    ]


def test_an_instruction_is_the_persons_template_over_a_section_and_nothing_else() -> None:
    found = list(
        instructions(sample("序。\n\n## 附则\n\n自公布之日起施行。"), "{title}的“{section}”是怎么规定的？")
    )

    assert [(one.instruction, one.output) for one in found] == [
        ("某条例的“附则”是怎么规定的？", "自公布之日起施行。")
    ]
