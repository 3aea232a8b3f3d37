"""Near duplicates: the arithmetic against plain sets, the bands against comparing everything."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.corpora.algorithm import near_duplicates as near
from brain.platform.corpora.algorithm.characters import compared
from brain.platform.corpora.algorithm.shingles import jaccard, shingles, signature

LETTERS = "产业大脑为了促进轮胎橡胶化工转型升级加快数据汇聚abcdef0123456789"
texts = st.text(alphabet=LETTERS + "，。 \n", max_size=200)


def plain_jaccard(left: str, right: str) -> float:
    sets = [
        {told[place : place + 5] for place in range(len(told) - 4)} for told in map(compared, (left, right))
    ]
    union = sets[0] | sets[1]
    return len(sets[0] & sets[1]) / len(union) if union else 0.0


def written(seed: int, length: int) -> str:
    return "".join(np.random.default_rng(seed).choice(list(LETTERS), length))


def edited(text: str, seed: int, share: float) -> str:
    """With this share of the characters replaced, at random places."""
    random = np.random.default_rng(seed)
    letters = np.array(list(text))
    places = random.random(len(letters)) < share
    letters[places] = random.choice(list(LETTERS), places.sum())
    return "".join(letters)


@given(texts, texts)
def test_jaccard_is_that_of_the_sets_of_five_characters(left: str, right: str) -> None:
    assert jaccard(shingles(left), shingles(right)) == pytest.approx(plain_jaccard(left, right))


@given(texts)
def test_layout_marks_and_case_make_no_difference(text: str) -> None:
    assert np.array_equal(shingles(text), shingles(f"  {text.upper()}。\n"))


@pytest.mark.parametrize("length", [60, 400, 4_000])
@pytest.mark.parametrize("share", [0.01, 0.05, 0.15])
def test_signatures_agree_in_about_as_many_bins_as_the_texts_share(length: int, share: float) -> None:
    errors = []
    for seed in range(40):
        left = written(seed, length)
        pair = [shingles(left), shingles(edited(left, seed + 1_000, share))]
        agreed = np.mean(signature(pair[0]) == signature(pair[1]))
        errors.append(agreed - jaccard(*pair))

    assert abs(np.mean(errors)) < 0.03
    assert np.std(errors) < 0.11


def test_what_bands_find_is_what_comparing_all_pairs_finds() -> None:
    originals = [written(seed, 800) for seed in range(30)]
    held = [
        *originals,
        *(edited(text, n, 0.02) for n, text in enumerate(originals)),
        *map(str.upper, originals),
    ]
    sets = [shingles(text) for text in held]
    found = near.index(map(signature, sets), near.ROWS_ALIKE)

    by_bands = {(left, right) for left, right, _ in near.pairs(found, sets.__getitem__, 0.8)}
    all_pairs = {pair for pair in combinations(range(90), 2) if jaccard(*(sets[one] for one in pair)) >= 0.8}

    assert by_bands == all_pairs
    assert len(all_pairs) > 60


def test_of_near_copies_the_first_stays_and_names_what_repeats_it() -> None:
    first, other = written(1, 2_000), written(2, 2_000)
    held = [shingles(text) for text in (first, other, edited(first, 3, 0.01), first)]
    found = near.index(map(signature, held), near.ROWS_ALIKE)

    same = near.repeats(found, held.__getitem__, 0.8)

    assert {number: kept for number, (kept, _) in same.items()} == {2: 0, 3: 0}
    assert same[3][1] == 1.0


def test_a_chain_of_small_changes_is_not_dropped_for_what_was_dropped() -> None:
    """Each is near the one before it, the last is far from the first: it stays."""
    chain = [written(1, 2_000)]
    for seed in range(2, 5):
        chain.append(edited(chain[-1], seed, 0.02))
    held = [shingles(text) for text in chain]
    found = near.index(map(signature, held), near.ROWS_ALIKE)
    assert jaccard(held[0], held[1]) >= 0.75 > jaccard(held[0], held[3])

    assert 3 not in near.repeats(found, held.__getitem__, 0.75) or (
        near.repeats(found, held.__getitem__, 0.75)[3][0] != 0
    )
    assert set(near.clusters(4, near.pairs(found, held.__getitem__, 0.75))) == {0}


def test_texts_too_short_for_a_gram_are_nobodys_copies() -> None:
    assert jaccard(shingles("甲"), shingles("甲")) == 0.0
