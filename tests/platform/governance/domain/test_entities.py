"""Merging, splitting, and people's decisions."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brain.platform.governance.domain.entities import (
    Contradiction,
    Decisions,
    Entities,
    Entity,
    Overtaken,
    Proposal,
    changes,
    merge,
    resolve,
    split,
)

RECORDS = "abcdefg"
PAIRS = st.sampled_from([frozenset(pair) for pair in combinations(RECORDS, 2)])
PROBABILITIES = st.sampled_from([0.6, 0.8, 0.99])


def together(*groups: str) -> Entities:
    return frozenset(frozenset(group) for group in groups)


@st.composite
def groupings(draw: st.DrawFn) -> Entities:
    places = draw(st.lists(st.integers(0, 3), min_size=len(RECORDS), max_size=len(RECORDS)))
    return frozenset(
        frozenset(r for r, place in zip(RECORDS, places, strict=True) if place == mine)
        for mine in set(places)
    )


@st.composite
def proposals(draw: st.DrawFn) -> list[Proposal]:
    pairs = draw(st.lists(PAIRS, unique=True, max_size=12))
    return [Proposal(min(pair), max(pair), draw(PROBABILITIES)) for pair in pairs]


@given(groupings(), st.data())
def test_a_split_undoes_a_merge(entities: Entities, data: st.DataObject) -> None:
    assume(len(entities) > 1)
    one, other = data.draw(st.permutations(sorted(entities, key=min)))[:2]

    merged = merge(one, other).apply(entities)

    assert one | other in merged
    assert split(one | other, one).apply(merged) == entities
    assert merge(one, other).reverse.apply(merged) == entities


@given(groupings(), groupings())
def test_changes_lead_from_one_grouping_to_another_in_any_order_and_back(
    before: Entities, after: Entities
) -> None:
    steps = changes(before, after)

    there = before
    for step in reversed(steps):
        there = step.apply(there)
    back = there
    for step in reversed(steps):
        back = step.reverse.apply(back)

    assert there == after
    assert back == before


def test_a_change_that_a_later_one_has_overtaken_is_not_undone() -> None:
    first, second = merge(frozenset("a"), frozenset("b")), merge(frozenset("ab"), frozenset("c"))
    now = second.apply(first.apply(together("a", "b", "c")))

    with pytest.raises(Overtaken):
        first.reverse.apply(now)


@pytest.mark.parametrize("part", ["", "ab", "c"])
def test_a_split_leaves_something_on_both_sides(part: str) -> None:
    with pytest.raises(Contradiction):
        split(frozenset("ab"), frozenset(part))


@given(proposals(), st.data())
def test_the_order_of_proposals_does_not_matter(proposed: list[Proposal], data: st.DataObject) -> None:
    different = Decisions(different=data.draw(st.frozensets(PAIRS, max_size=4)))
    shuffled = data.draw(st.permutations(proposed))

    assert resolve(reversed(RECORDS), different, shuffled, {}) == resolve(RECORDS, different, proposed, {})


@given(proposals(), st.frozensets(PAIRS, max_size=6))
def test_records_held_for_different_never_meet(
    proposed: list[Proposal], different: frozenset[frozenset[str]]
) -> None:
    entities = resolve(RECORDS, Decisions(different=different), proposed, {})

    assert not [pair for pair in different for entity in entities if pair <= entity]
    assert sorted(record for entity in entities for record in entity) == sorted(RECORDS)


@given(proposals(), groupings(), st.data())
def test_what_a_person_split_and_merged_stays_so_in_every_later_run(
    proposed: list[Proposal], other_run: Entities, data: st.DataObject
) -> None:
    entities = resolve(RECORDS, Decisions(), proposed, {})
    large = [entity for entity in sorted(entities, key=min) if len(entity) > 1]
    assume(large and len(entities) > 1)
    entity: Entity = large[0]
    part = frozenset(sorted(entity)[: data.draw(st.integers(1, len(entity) - 1))])
    stranger = next(each for each in sorted(entities, key=min) if each != entity)
    decisions = Decisions().split(part, entity - part).merged(part, stranger)
    everything = [
        Proposal(min(pair), max(pair), 1.0) for whole in other_run for pair in combinations(whole, 2)
    ]

    later = resolve(RECORDS, decisions, [*proposed, *everything], {})

    assert not [each for each in later if each & part and each & (entity - part)]
    assert [each for each in later if {min(part), min(stranger)} <= each]


def test_two_credit_codes_are_never_one_entity() -> None:
    proposed = [Proposal("a", "b", 0.9), Proposal("b", "c", 0.8)]

    assert resolve("abc", Decisions(), proposed, {"a": "1", "c": "2"}) == together("ab", "c")


def test_decisions_that_contradict_one_another_are_refused() -> None:
    same = frozenset({frozenset("ab"), frozenset("bc")})

    with pytest.raises(Contradiction):
        resolve("abc", Decisions(same, frozenset({frozenset("ac")})), [], {})


def test_a_decision_on_a_record_that_is_gone_waits() -> None:
    decisions = Decisions(frozenset({frozenset("ab")}), frozenset({frozenset("cz")}))

    assert resolve("bc", decisions, [], {}) == together("b", "c")
