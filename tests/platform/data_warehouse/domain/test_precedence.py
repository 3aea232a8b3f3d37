"""Whose word on an attribute holds."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.data_warehouse.contract.precedence import Authority, Standing
from brain.platform.data_warehouse.domain.precedence import Claim, Ranked, Ranking, standings

DAY, AT = date(2024, 1, 1), datetime(2024, 6, 1, tzinfo=UTC)


def claim(provider: str, rank: int, value: str, days: int = 0, minutes: int = 0) -> Claim:
    """`days` and `minutes` after the first day and time."""
    as_of, received_at = DAY + timedelta(days), AT + timedelta(minutes=minutes)
    return Claim(provider=provider, rank=rank, value=value, as_of=as_of, received_at=received_at)


def test_a_higher_rank_holds_against_a_later_word_until_it_is_too_old() -> None:
    said = [claim("甲", 0, "一"), claim("乙", 1, "二", days=100)]

    assert standings(said, 100) == {"甲": Standing.HOLDS, "乙": Standing.OUTRANKED}
    assert standings(said, 99) == {"甲": Standing.STALE, "乙": Standing.HOLDS}
    assert standings(said, None)["甲"] is Standing.HOLDS


def test_of_one_rank_the_later_day_holds_then_what_came_last() -> None:
    assert standings([claim("甲", 0, "一", days=1), claim("乙", 0, "二")], 365) == {
        "甲": Standing.HOLDS,
        "乙": Standing.FRESHER,
    }
    assert standings([claim("甲", 0, "一"), claim("乙", 0, "二", minutes=1)], 365) == {
        "甲": Standing.LATER_DELIVERY,
        "乙": Standing.HOLDS,
    }


def test_who_says_the_same_agrees_whatever_its_rank() -> None:
    assert standings([claim("甲", 0, "一"), claim("乙", 9, "一", days=9)], 365)["乙"] is Standing.AGREES


def test_a_named_provider_has_its_own_place_above_or_below_its_kind() -> None:
    named = Ranked("provider", "甲")
    public = Ranked("authority", "public")

    assert Ranking(entries=(named, public), freshness_days=1).rank("甲", Authority.PUBLIC) == 0
    assert Ranking(entries=(public, named), freshness_days=1).rank("甲", Authority.PUBLIC) == 1
    assert Ranking(entries=(public, named), freshness_days=1).rank("乙", Authority.UNKNOWN) == 2


@pytest.mark.parametrize(
    "entries",
    [(Ranked("authority", "gossip"),), (Ranked("provider", "甲"), Ranked("provider", "甲"))],
)
def test_a_ranking_names_known_kinds_and_each_once(entries: tuple[Ranked, ...]) -> None:
    with pytest.raises(Invalid):
        Ranking(entries=entries, freshness_days=None)


CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("甲乙丙丁"),
        st.integers(0, 2),
        st.sampled_from("一二"),
        st.integers(0, 9),
        st.integers(0, 2),
    ),
    min_size=1,
    unique_by=lambda each: each.provider,
)


@given(CLAIMS, st.none() | st.integers(0, 9), st.randoms())
def test_the_order_of_arrival_in_the_list_decides_nothing(
    claims: list[Claim], freshness: int | None, chance: object
) -> None:
    shuffled = claims.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    found = standings(claims, freshness)

    assert found == standings(shuffled, freshness)
    assert list(found.values()).count(Standing.HOLDS) == 1


@given(CLAIMS, st.integers(0, 9))
def test_nobody_fresh_enough_ranks_above_whose_word_holds(claims: list[Claim], freshness: int) -> None:
    found = standings(claims, freshness)

    (winner,) = [each for each in claims if found[each.provider] is Standing.HOLDS]
    newest = max(each.as_of for each in claims)
    assert (newest - winner.as_of).days <= freshness
    assert all(each.rank >= winner.rank for each in claims if (newest - each.as_of).days <= freshness)
