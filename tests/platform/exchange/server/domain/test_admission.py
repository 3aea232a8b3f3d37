"""Addresses, clock window, rate and lock."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import TooMany
from brain.platform.exchange.codes import BadSignature, BadToken, NotOpened
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.server.domain.admission import (
    Client,
    InsufficientScope,
    Lock,
    check_rate,
    check_timestamp,
    window_of,
)

AT = datetime(2026, 3, 31, 8, 0, 3, tzinfo=UTC)


def client(**changes: Any) -> Client:
    given: dict[str, Any] = {
        "id": "brain-1",
        "name": "轮胎橡胶产业大脑",
        "state": "open",
        "scopes": frozenset({"enterprise"}),
        "scenes": frozenset({"industry_graph"}),
        "addresses": [],
        "users": frozenset({"zhang.san"}),
        "calls_per_minute": 60,
        "valid_until": None,
        "generation": 1,
    }
    return Client(**{**given, **changes})


@pytest.mark.parametrize("state", ["suspended", "revoked", "expired"])
def test_a_closed_client_is_not_let_in(state: str) -> None:
    with pytest.raises(NotOpened):
        client(state=state).check_open("10.0.0.1", AT)


def test_a_client_is_let_in_through_its_last_day_in_beijing_and_not_after() -> None:
    last_moment = datetime(2026, 3, 31, 15, 59, tzinfo=UTC)
    holder = client(valid_until=date(2026, 3, 31))

    holder.check_open("10.0.0.1", last_moment)
    with pytest.raises(NotOpened):
        holder.check_open("10.0.0.1", last_moment + timedelta(minutes=1))


def test_only_registered_addresses_are_let_in() -> None:
    holder = client(addresses=["10.1.0.0/16", "2001:db8::/32", "192.0.2.7"])

    for address in ("10.1.200.3", "2001:db8::9", "192.0.2.7"):
        holder.check_open(address, AT)
    for address in ("10.2.0.1", "192.0.2.8"):
        with pytest.raises(NotOpened):
            holder.check_open(address, AT)


def test_the_class_must_be_granted_and_in_the_token() -> None:
    client().check_class(InterfaceClass.ENTERPRISE, frozenset({"enterprise"}))
    with pytest.raises(NotOpened):
        client().check_class(InterfaceClass.SYNERGY, frozenset({"synergy"}))
    with pytest.raises(InsufficientScope):
        client().check_class(InterfaceClass.ENTERPRISE, frozenset())


def test_scene_and_user_must_be_registered() -> None:
    client().check_scene("industry_graph")
    client().check_user("zhang.san")
    client().check_user(None)
    with pytest.raises(NotOpened):
        client().check_scene("group_sales")
    with pytest.raises(NotOpened):
        client().check_user("li.si")


def test_tokens_of_an_older_generation_and_revoked_ones_are_void() -> None:
    client().check_token(1, revoked=False)
    with pytest.raises(BadToken):
        client().check_token(0, revoked=False)
    with pytest.raises(BadToken):
        client().check_token(1, revoked=True)


@given(st.integers(-900, 900))
def test_the_clock_may_differ_by_five_minutes(seconds: int) -> None:
    timestamp = int((AT.timestamp() + seconds) * 1000)

    if abs(seconds) <= 300:
        check_timestamp(timestamp, AT)
    else:
        with pytest.raises(BadSignature) as refused:
            check_timestamp(timestamp, AT)
        assert refused.value.details["serverTime"] == int(AT.timestamp() * 1000)


def test_the_call_beyond_the_rate_is_told_when_to_come_back() -> None:
    check_rate(client(), 10, AT)
    with pytest.raises(TooMany) as refused:
        check_rate(client(), 11, AT)

    assert refused.value.retry_after == 7
    assert window_of(AT + timedelta(seconds=7)) == window_of(AT) + 1


def test_five_failures_lock_and_each_further_one_doubles_the_wait() -> None:
    lock, waits = Lock(), []

    for _ in range(8):
        lock = lock.after_failure(AT)
        waits.append((lock.until - AT).total_seconds() if lock.until else 0)

    assert waits == [0, 0, 0, 0, 30, 60, 120, 240]
    with pytest.raises(TooMany):
        lock.check(AT)
    lock.check(AT + timedelta(seconds=240))


def test_old_failures_are_forgotten_and_the_longest_wait_is_fifteen_minutes() -> None:
    worn = Lock(failures=40, last_at=AT)

    assert worn.after_failure(AT).until == AT + timedelta(minutes=15)
    assert worn.after_failure(AT + timedelta(minutes=31)) == Lock(
        failures=1, last_at=AT + timedelta(minutes=31)
    )
