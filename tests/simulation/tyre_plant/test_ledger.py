"""Laws of the stock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.simulation.tyre_plant.ledger import INTO, Ledger, NotInStock
from brain.simulation.tyre_plant.records import MaterialLot, Movement, StockMovement

AT = datetime(2026, 1, 1, tzinfo=UTC)


def lot(name: str, *made_of: str) -> MaterialLot:
    return MaterialLot(name, "rubber", "kg", made_of, AT)


@given(st.lists(st.floats(0.1, 60), max_size=20))
def test_stock_is_the_sum_of_movements_and_never_negative(amounts: list[float]) -> None:
    ledger = Ledger()
    ledger.receive(lot("RAW"), 100)
    for amount in amounts:
        there = ledger.stock("RAW")
        if amount > there + 1e-6:
            with pytest.raises(NotInStock):
                ledger.remove("RAW", Movement.SCRAP, amount, AT)
            assert ledger.stock("RAW") == there
        elif amount < there:
            ledger.remove("RAW", Movement.SCRAP, amount, AT)
    moved = [record for record in ledger.drain() if isinstance(record, StockMovement)]

    assert ledger.stock("RAW") >= 0
    assert sum(m.quantity if m.kind in INTO else -m.quantity for m in moved) == pytest.approx(
        ledger.stock("RAW")
    )


def test_what_is_short_leaves_everything_as_it_was() -> None:
    ledger = Ledger()
    ledger.receive(lot("A"), 10)
    ledger.receive(lot("B"), 1)
    ledger.drain()

    with pytest.raises(NotInStock):
        ledger.produce(lot("C", "A", "B"), 5, {"A": 5, "B": 2})

    assert (ledger.stock("A"), ledger.stock("B"), ledger.stock("C"), ledger.drain()) == (10, 1, 0, [])


def test_what_is_forgotten_is_gone_and_all_that_is_there_can_still_be_traced() -> None:
    ledger, later = Ledger(), AT + timedelta(hours=2)
    for name in ("RUBBER", "BLACK", "STEEL"):
        ledger.receive(lot(name), 10)
    ledger.produce(lot("OLD", "RUBBER", "STEEL"), 1, {"RUBBER": 5, "STEEL": 10})
    ledger.produce(replace(lot("NEW", "RUBBER", "BLACK"), at=later), 1, {"RUBBER": 5, "BLACK": 10})
    for name in ("OLD", "NEW"):
        ledger.remove(name, Movement.SHIPMENT, 1, later)

    ledger.forget(AT + timedelta(hours=1))

    assert sorted(ledger.bought("NEW")) == ["BLACK", "RUBBER"]
    for name in ("OLD", "STEEL"):
        with pytest.raises(KeyError):
            list(ledger.bought(name))


def test_a_tyre_traces_to_every_lot_bought_once() -> None:
    ledger = Ledger()
    for name in ("RUBBER", "BLACK", "STEEL"):
        ledger.receive(lot(name), 10)
    ledger.produce(lot("TREAD", "RUBBER", "BLACK"), 8, {"RUBBER": 4, "BLACK": 4})
    ledger.produce(lot("BELT", "RUBBER", "STEEL"), 8, {"RUBBER": 4, "STEEL": 4})
    ledger.produce(lot("TYRE", "TREAD", "BELT"), 1, {"TREAD": 8, "BELT": 8})

    assert sorted(ledger.bought("TYRE")) == ["BLACK", "RUBBER", "STEEL"]
