"""Whose value wins."""

from collections.abc import Mapping
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.golden_record import Priorities, Reason, SourceRecord, golden_record

PRIORITIES = Priorities(["registry", "report"], {"address": ["report", "registry"]})
SOURCES = st.sampled_from(["registry", "report", "yellow pages"])
DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 4))
VALUES = st.dictionaries(st.sampled_from(["name", "address"]), st.sampled_from("甲乙"))


def said(id_: str, source: str, day: int, values: Mapping[str, str]) -> SourceRecord:
    return SourceRecord(id=id_, source=source, as_of=date(2024, 1, day), values=values)


@st.composite
def source_records(draw: st.DrawFn) -> list[SourceRecord]:
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=5))
    return [SourceRecord(id=id_, source=draw(SOURCES), as_of=draw(DAYS), values=draw(VALUES)) for id_ in ids]


def test_the_source_trusted_more_wins_over_a_fresher_one() -> None:
    old, new = said("1", "registry", 1, {"name": "甲"}), said("2", "report", 9, {"name": "乙"})

    value = golden_record([new, old], PRIORITIES)["name"]

    assert (value.value, value.record, value.reason, value.overruled) == ("甲", old, Reason.PRIORITY, (new,))


def test_another_source_may_be_trusted_for_one_attribute() -> None:
    records = [said("1", "registry", 9, {"address": "甲"}), said("2", "report", 1, {"address": "乙"})]

    assert golden_record(records, PRIORITIES)["address"].value == "乙"


def test_of_one_source_the_fresher_record_wins() -> None:
    records = [said("1", "report", 1, {"name": "甲"}), said("2", "report", 2, {"name": "乙"})]

    value = golden_record(records, PRIORITIES)["name"]

    assert (value.value, value.reason) == ("乙", Reason.FRESHER)


def test_a_source_that_says_nothing_of_an_attribute_leaves_it_to_the_others() -> None:
    records = [said("1", "registry", 1, {}), said("2", "yellow pages", 1, {"name": "甲"})]

    value = golden_record(records, PRIORITIES)["name"]

    assert (value.value, value.reason) == ("甲", Reason.UNDISPUTED)


@given(source_records(), st.randoms())
def test_the_order_of_arrival_does_not_matter(records: list[SourceRecord], random: Random) -> None:
    shuffled = sorted(records, key=lambda _: random.random())

    assert golden_record(shuffled, PRIORITIES) == golden_record(records, PRIORITIES)


@given(source_records())
def test_every_attribute_said_by_anyone_is_there_and_only_as_said(records: list[SourceRecord]) -> None:
    golden = golden_record(records, PRIORITIES)

    assert golden.keys() == {attribute for record in records for attribute in record.values}
    assert all(value.record.values[attribute] == value.value for attribute, value in golden.items())
