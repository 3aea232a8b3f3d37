"""Cells read as records: what people write is understood, what cannot be is refused at its field."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.operations.domain import units
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.domain.reading import WrongRow, guessed, read
from tests.platform.operations.conftest import lot, order

QUALITY = {"key": "q1", "lot": "A", "characteristic": "重量", "at": "2026-11-20T08:00:00Z"}
MOVEMENT = {"key": "m1", "lot": "A", "kind": "收货", "quantity": 5, "at": "2026-11-20"}


def test_an_order_is_read_as_people_write_it() -> None:
    told = read(
        KINDS["production_order"], order("　ＰＯ－1 ", quantity="1,200", good=3.0, customer_order=88.0)
    )

    assert told.key == "PO-1"
    assert told.at == datetime(2026, 11, 29, 16, tzinfo=UTC)
    assert told.content == {
        "product": "12R22.5",
        "quantity": 1200.0,
        "unit": "piece",
        "due": "2026-11-29T16:00:00+00:00",
        "state": "released",
        "customer_order": "88",
        "good": 3.0,
    }


@pytest.mark.parametrize(
    ("kind", "cells", "field"),
    [
        ("production_order", order(""), "key"),
        ("production_order", order("1", quantity="许多"), "quantity"),
        ("production_order", order("1", quantity=float("nan")), "quantity"),
        ("production_order", order("1", quantity="1e999"), "quantity"),
        ("production_order", order("1", quantity=-1), "quantity"),
        ("production_order", order("1", quantity=True), "quantity"),
        ("production_order", order("1", unit="箩筐"), "unit"),
        ("production_order", order("1", due="明天"), "due"),
        ("production_order", order("1", due="1066-01-01"), "due"),
        ("production_order", order("1", state="睡觉"), "state"),
        ("production_order", order("x" * 201), "key"),
        ("production_order", order("a\0b"), "key"),
        ("production_order", order("1", actual_begin="2026-11-02", actual_end="2026-11-01"), "actual_end"),
        ("material_lot", lot("A", "A"), "made_of"),
        ("quality_result", QUALITY, "accepted"),
        ("quality_result", QUALITY | {"value": 5, "low": 9, "high": 3}, "high"),
        ("stock_movement", MOVEMENT | {"lot": ""}, "material"),
        (
            "head_count",
            {"key": "1", "shift": "白班", "area": "硫化", "at": "2026-11-20", "count": 1.5},
            "count",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(kind: str, cells: dict[str, Any], field: str) -> None:
    with pytest.raises(WrongRow) as refused:
        read(KINDS[kind], cells)
    assert field in [each["loc"] for each in refused.value.problems]


@pytest.mark.parametrize(
    ("more", "judgement"),
    [
        ({"value": 5, "low": 4, "high": 6}, True),
        ({"value": 7, "low": 4, "high": 6}, False),
        ({"value": 7, "low": 4}, True),
        ({"value": 7, "high": 6, "accepted": "合格"}, True),
        ({"accepted": "NG"}, False),
    ],
)
def test_a_result_is_judged_by_its_limits_unless_somebody_judged_it(
    more: dict[str, Any], judgement: object
) -> None:
    assert read(KINDS["quality_result"], QUALITY | more).content["accepted"] is judgement


NAMES = st.sampled_from(["key", "at", "quantity", "made_of", "unit", "kind", "value"])
CELLS = st.none() | st.text() | st.floats() | st.booleans() | st.binary() | st.datetimes()


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(NAMES, CELLS))
def test_whatever_comes_is_read_or_refused(kind: str, cells: dict[str, Any]) -> None:
    with suppress(WrongRow):
        told = read(KINDS[kind], cells)
        assert told.key
        assert told.at.tzinfo is not None


def test_headings_are_guessed_by_the_names_people_use() -> None:
    headings = ["工单编号", "工序名称", "机台", "计划数", "单位", "计划开工", "状态", "备注"]

    assert guessed(KINDS["work_order"], headings) == {
        "工单编号": "key",
        "工序名称": "process",
        "机台": "equipment",
        "计划数": "quantity",
        "单位": "unit",
        "计划开工": "planned_begin",
        "状态": "state",
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_headings_of_the_template_are_all_known(kind: Any) -> None:
    assert guessed(kind, [each.title for each in kind.fields]) == {
        each.title: each.name for each in kind.fields
    }
    assert kind.by_name[kind.at].required


def test_quantities_of_one_dimension_add_up() -> None:
    assert units.symbol("度") == "kWh"
    assert units.in_first(2, "MWh") == (2000, "kWh")
    assert units.in_first(36, "MJ")[0] == pytest.approx(10)
    assert units.symbol("箩筐") is None
