"""Positions in a log: kept as they were, past what was dropped by exactly that, over at the ends."""

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.ingestion.domain.log_positions import Held, Partition, Position

PARTITIONS = st.builds(Partition, st.sampled_from(["a", "b.c"]), st.integers(0, 3))
OFFSETS = st.dictionaries(PARTITIONS, st.integers(0, 50))
LOGS = st.dictionaries(PARTITIONS, st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted), min_size=1)
HELD = LOGS.map(
    lambda log: Held(
        first={one: first for one, (first, _) in log.items()}, end={one: end for one, (_, end) in log.items()}
    )
)


@given(OFFSETS, OFFSETS)
def test_a_cursor_brings_back_the_position(
    following: dict[Partition, int], until: dict[Partition, int]
) -> None:
    position = Position(next=following, until=until)

    assert Position.of(position.as_cursor()) == position
    assert Position.of({}) is None


@given(OFFSETS, HELD)
def test_each_dropped_offset_is_in_one_gap_and_nothing_else_is(
    following: dict[Partition, int], held: Held
) -> None:
    position = Position(next=following, until={})
    gaps = list(position.gaps(held))
    told = {(gap.partition, offset) for gap in gaps for offset in range(gap.first, gap.last + 1)}

    assert told == {
        (one, offset) for one, at in following.items() for offset in range(at, held.first.get(one, at))
    }
    assert sum(gap.messages for gap in gaps) == len(told)
    assert list((gaps[-1].after if gaps else position).gaps(held)) == []


@given(HELD, HELD)
def test_a_run_reads_to_the_ends_there_were_when_it_began(held: Held, later: Held) -> None:
    run = Position(next={}, until={}).over(held)
    through = run.past(held.end)

    assert (run.next, run.until) == (held.first, held.end)
    assert set(run.behind) == {one for one, end in held.end.items() if held.first[one] < end}
    assert (through.behind, through.until) == ([], {})
    shared = run.until.keys() & later.end.keys()
    assert {one: run.over(later).until[one] for one in shared} == {one: held.end[one] for one in shared}
