"""What leaves tells no more than its form promises."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.gateway.algorithm.projection import Way, project, sums
from brain.platform.record_sharing.gateway.domain import grades
from brain.platform.record_sharing.protocol.forms import Form, Period

AT = datetime(2026, 1, 4, 5, 6, tzinfo=UTC)
LEVELS = {
    kind.name: {each.name: grades.initial(kind.name, each.name) for each in kind.fields}
    for kind in KINDS.values()
}


def way(kind: str, form: Form, *fields: str, secret: bytes = b"s" * 32, **levels: int) -> Way:
    return Way(kind=kind, form=form, fields=fields, levels=LEVELS[kind] | levels, secret=secret)


def test_raw_is_what_was_consented_to_and_no_more() -> None:
    content = {"product": "A", "quantity": 137.0, "customer_order": "C-1", "state": "released"}
    told = project(way("production_order", Form.RAW, "product", "state", "scrap"), "O-1", AT, content)

    assert (told.key, told.at, told.content) == ("O-1", AT, {"product": "A", "state": "released"})


def test_masked_hides_texts_rounds_numbers_and_keeps_days() -> None:
    content = {"product": "A", "quantity": 137.0, "due": AT.isoformat(), "state": "released"}
    told = project(
        way("production_order", Form.MASKED, "product", "quantity", "due", "state"), "O-1", AT, content
    )

    assert told.content["quantity"] == 140
    assert told.content["due"] == "2026-01-04T00:00:00+08:00"
    assert told.content["state"] == "released"
    assert len(told.content["product"]) == 16
    assert told.key != "O-1"
    assert told.at.isoformat() == "2026-01-04T00:00:00+08:00"


def test_a_digest_joins_kinds_and_depends_on_the_factory() -> None:
    lot = project(way("material_lot", Form.MASKED, "product"), "L-1", AT, {})
    tested = project(way("quality_result", Form.MASKED, "lot"), "T-1", AT, {"lot": "L-1"})
    elsewhere = project(way("material_lot", Form.MASKED, "product", secret=b"t" * 32), "L-1", AT, {})

    assert tested.content["lot"] == lot.key
    assert elsewhere.key != lot.key


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_a_masked_number_is_within_five_percent_and_has_two_digits(value: float) -> None:
    told = project(way("production_order", Form.MASKED, "quantity"), "O", AT, {"quantity": value})

    assert told.content["quantity"] == pytest.approx(value, rel=0.0501)
    assert float(f"{told.content['quantity']:.1e}") == pytest.approx(told.content["quantity"])


def test_sums_go_by_choices_and_hide_sensitive_ones_of_few() -> None:
    def movement(kind: str, quantity: float) -> dict[str, Any]:
        return {"kind": kind, "quantity": quantity, "material": "N330", "unit": "kg"}

    found = sums(
        way("stock_movement", Form.AGGREGATED, "kind", "quantity", "unit"),
        [movement("issue", each) for each in (1.0, 2.0, 4.0)] + [movement("receipt", 9.0)],
    )

    assert [(each.group, each.records, each.values) for each in found] == [
        ({"kind": "issue", "unit": "kg"}, 3, {"quantity": 7.0}),
        ({"kind": "receipt", "unit": "kg"}, 1, {}),
    ]


def test_what_does_not_add_up_is_only_counted() -> None:
    def read(reading: str, unit: str | None) -> dict[str, Any]:
        return {"carrier": "electricity", "reading": reading, "quantity": 5.0, "unit": unit}

    found = sums(
        way("energy_reading", Form.AGGREGATED, "reading", "quantity", "unit"),
        [read("counter", "kWh"), read("amount", "kWh"), read("amount", "kWh"), read("amount", None)],
    )

    assert [(each.group, each.values) for each in found] == [
        ({"reading": "amount", "unit": None}, {}),
        ({"reading": "amount", "unit": "kWh"}, {"quantity": 10.0}),
        ({"reading": "counter", "unit": "kWh"}, {}),
    ]
    assert "unit" in grades.completed(KINDS["production_order"], Form.AGGREGATED, ["quantity"])
    assert "value" not in grades.shareable(KINDS["quality_result"], Form.AGGREGATED)


def test_a_level_that_rose_takes_the_field_out() -> None:
    content = {"product": "A", "state": "released"}
    told = project(way("production_order", Form.RAW, "product", "state", product=3), "O-1", AT, content)

    assert told.content == {"state": "released"}


@pytest.mark.parametrize(
    ("kind", "form", "fields", "problem"),
    [
        ("production_order", Form.RAW, ["customer_order"], "不出厂"),
        ("production_order", Form.MASKED, ["customer_order"], "不出厂"),
        ("stock_movement", Form.RAW, ["material"], "只能遮盖或汇总"),
        ("production_order", Form.AGGREGATED, ["product"], "数量与分类"),
        ("production_order", Form.RAW, ["nothing"], "没有这些字段"),
    ],
)
def test_what_may_not_leave_is_refused(kind: str, form: Form, fields: list[str], problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        grades.check(KINDS[kind], form, fields, LEVELS[kind])

    assert problem in str(refused.value.details)


def test_every_level_named_is_of_a_field_that_is() -> None:
    assert all(field in KINDS[kind].by_name for kind, field in grades.NAMED)


@pytest.mark.parametrize("period", list(Period))
@given(at=st.integers(1_500_000_000, 2_000_000_000).map(lambda each: datetime.fromtimestamp(each, UTC)))
def test_periods_follow_each_other_without_a_gap(period: Period, at: datetime) -> None:
    begin = period.begin(at)

    assert begin <= at < period.end(begin)
    assert period.begin(period.end(begin)) == period.end(begin)
    assert period.begin(begin) == begin
