"""The written vocabulary against the standard's table where it is at hand."""

import csv
import os
from pathlib import Path

import pytest

from brain.platform.governance.algorithm.industry_coding.vocabulary import vocabulary
from brain.reference.industry import IndustryCode

STANDARD = (
    Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[6] / "shared" / "data"))
    / "gb4754_2017"
    / "gb4754_2017.csv"
)


def test_a_word_with_its_verb_is_written_once() -> None:
    written = [(one.thing, one.activity, one.weight) for one in vocabulary().things]

    assert len(written) > 2_000
    assert len({(thing, activity) for thing, activity, weight in written if weight == 3}) == sum(
        weight == 3 for *_, weight in written
    )


@pytest.mark.real_data
@pytest.mark.skipif(
    not STANDARD.is_file(), reason=f"没有 GB/T 4754 的表 {STANDARD}（用 BRAIN_TEST_DATA 指定）"
)
def test_every_code_stands_in_the_standard() -> None:
    with STANDARD.open(encoding="utf-8", newline="") as rows:
        known = {IndustryCode(row["code"]) for row in csv.DictReader(rows)}

    used = {one.code for one in vocabulary().things} | {one.code for one in vocabulary().names}

    assert used <= known
