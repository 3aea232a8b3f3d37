"""The written vocabulary against the standard's table where it is at hand."""

import csv
from pathlib import Path

import pytest

from brain.platform.governance.algorithm.industry_coding.vocabulary import vocabulary
from brain.reference.industry import IndustryCode


def test_a_word_with_its_verb_is_written_once() -> None:
    written = [(one.thing, one.activity, one.weight) for one in vocabulary().things]

    assert len(written) > 2_000
    assert len({(thing, activity) for thing, activity, weight in written if weight == 3}) == sum(
        weight == 3 for *_, weight in written
    )


@pytest.mark.real_data
def test_every_code_stands_in_the_standard(real_data: Path) -> None:
    table = real_data / "gb4754_2017" / "gb4754_2017.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        known = {IndustryCode(row["code"]) for row in csv.DictReader(rows)}

    used = {one.code for one in vocabulary().things} | {one.code for one in vocabulary().names}

    assert used <= known
