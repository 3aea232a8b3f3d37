"""Reconciliation finds a missing, doubled, altered or unknown part and says which."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.exchange.client.domain.reconciliation import Difference, Entry, Finding, reconcile


def part(number: int, digest: str = "aa") -> Entry:
    return Entry(
        scene="industry_graph", batch_id="b1", part_number=number, records=10, size=100, digest=digest
    )


def finding(difference: Difference, number: int, explanation: str) -> Finding:
    return Finding(
        difference=difference,
        scene="industry_graph",
        batch_id="b1",
        part_number=number,
        explanation=explanation,
    )


def test_equal_ledgers_have_no_difference() -> None:
    parts = [part(1), part(2)]

    assert reconcile(parts, parts, list(reversed(parts))) == []


def test_an_accepted_part_that_the_centre_lacks_is_missing() -> None:
    assert reconcile([part(1), part(2)], [], [part(1)]) == [
        finding(Difference.MISSING, 2, "省级中心台账中没有该分片")
    ]


def test_a_part_listed_twice_is_doubled() -> None:
    assert reconcile([part(1)], [], [part(1), part(1)]) == [
        finding(Difference.DOUBLED, 1, "省级中心台账中出现 2 次")
    ]


def test_a_part_with_other_content_is_altered_and_the_fields_are_named() -> None:
    other = replace(part(1), records=9, digest="bb")

    assert reconcile([part(1)], [], [other]) == [
        finding(Difference.ALTERED, 1, "记录数本地为 10，中心为 9；摘要本地为 aa，中心为 bb")
    ]


def test_a_part_that_we_never_sent_is_unknown() -> None:
    assert reconcile([], [], [part(7)]) == [finding(Difference.UNKNOWN, 7, "本地台账中没有该分片")]


def test_a_part_whose_answer_was_lost_on_the_way_is_no_difference() -> None:
    assert reconcile([], [part(1)], [part(1)]) == []


@given(numbers=st.sets(st.integers(min_value=1, max_value=50), min_size=3))
def test_exactly_the_damaged_parts_are_named(numbers: set[int]) -> None:
    missing, doubled, altered = sorted(numbers)[:3]
    ours = [part(number) for number in sorted(numbers)]
    theirs = [entry for entry in ours if entry.part_number not in {missing, altered}]
    theirs += [part(doubled), part(altered, "bb")]

    found = {(entry.difference, entry.part_number) for entry in reconcile(ours, [], theirs)}

    assert found == {
        (Difference.MISSING, missing),
        (Difference.DOUBLED, doubled),
        (Difference.ALTERED, altered),
    }
