"""Why each value of an enterprise stands."""

from datetime import date

from brain.platform.data_warehouse.contract import Fact, Source
from brain.platform.governance.domain.golden_view import Standing, golden_view

A, B, C = "91370600613418880Y", "91370500164880245T", "91370523267175423C"


def fact(attribute: str, value: object, since: int, until: int | None = None, provider: str = "甲") -> Fact:
    day = date(since, 1, 1)
    source = Source(provider=provider, title="登记", as_of=day)
    ended = date(until, 1, 1) if until else None
    return Fact(attribute=attribute, value=value, valid_from=day, valid_to=ended, source=source)


def test_the_newest_statement_of_a_record_holds_and_says_which_it_overruled() -> None:
    told = [fact("address", "新址", 2024, provider="乙"), fact("address", "旧址", 2020, 2024)]

    (found,) = golden_view(A, {A: told})

    assert (found.value, found.source.provider, found.why) == ("新址", "乙", Standing.FRESHER)
    assert [(each.value, each.until) for each in found.overruled] == [("旧址", date(2024, 1, 1))]


def test_what_came_later_of_the_same_day_is_told_apart_from_what_is_fresher() -> None:
    (found,) = golden_view(A, {A: [fact("scale", "大型", 2024), fact("scale", "中型", 2024, 2024)]})

    assert found.why is Standing.LATER_DELIVERY


def test_the_survivor_goes_before_a_fresher_statement_of_what_it_absorbed() -> None:
    facts = {
        A: [fact("name", "甲公司", 2020)],
        B: [fact("name", "乙公司", 2025), fact("scale", "小型", 2025)],
    }

    found = {each.attribute: each for each in golden_view(A, facts)}

    assert (found["name"].value, found["name"].why) == ("甲公司", Standing.SURVIVOR)
    assert [each.credit_code for each in found["name"].overruled] == [B]
    assert (found["scale"].value, found["scale"].credit_code, found["scale"].why) == (
        "小型",
        B,
        Standing.UNDISPUTED,
    )


def test_of_two_absorbed_records_the_fresher_fills_the_gap() -> None:
    facts = {A: [], B: [fact("scale", "小型", 2023)], C: [fact("scale", "中型", 2024)]}

    (found,) = golden_view(A, facts)

    assert (found.value, found.why) == ("中型", Standing.FRESHER)


def test_former_names_are_joined_not_overruled_by_day() -> None:
    told = [fact("former_names", ["一", "二"], 2024), fact("former_names", ["一"], 2020, 2024)]

    assert golden_view(A, {A: told})[0].why is Standing.JOINED
