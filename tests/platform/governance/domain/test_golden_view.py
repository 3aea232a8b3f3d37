"""Why each value of an enterprise stands."""

from datetime import UTC, date, datetime

from brain.platform.data_warehouse.contract import Fact, Source
from brain.platform.data_warehouse.contract.precedence import Standing as Weighed
from brain.platform.data_warehouse.contract.precedence import Statement
from brain.platform.governance.domain.golden_view import Standing, Told, golden_view

A, B, C = "91370600613418880Y", "91370500164880245T", "91370523267175423C"


def fact(attribute: str, value: object, since: int, until: int | None = None, provider: str = "甲") -> Fact:
    day = date(since, 1, 1)
    source = Source(provider=provider, title="登记", as_of=day)
    ended = date(until, 1, 1) if until else None
    return Fact(attribute=attribute, value=value, valid_from=day, valid_to=ended, source=source)


def test_the_newest_statement_of_a_record_holds_and_says_which_it_overruled() -> None:
    told = [fact("address", "新址", 2024, provider="乙"), fact("address", "旧址", 2020, 2024)]

    (found,) = golden_view(A, {A: Told(facts=told)})

    assert (found.value, found.source.provider, found.why) == ("新址", "乙", Standing.FRESHER)
    assert [(each.value, each.until) for each in found.overruled] == [("旧址", date(2024, 1, 1))]


def test_what_came_later_of_the_same_day_is_told_apart_from_what_is_fresher() -> None:
    (found,) = golden_view(
        A, {A: Told(facts=[fact("scale", "大型", 2024), fact("scale", "中型", 2024, 2024)])}
    )

    assert found.why is Standing.LATER_DELIVERY


def test_the_survivor_goes_before_a_fresher_statement_of_what_it_absorbed() -> None:
    facts = {
        A: Told(facts=[fact("name", "甲公司", 2020)]),
        B: Told(facts=[fact("name", "乙公司", 2025), fact("scale", "小型", 2025)]),
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
    facts = {
        A: Told(facts=[]),
        B: Told(facts=[fact("scale", "小型", 2023)]),
        C: Told(facts=[fact("scale", "中型", 2024)]),
    }

    (found,) = golden_view(A, facts)

    assert (found.value, found.why) == ("中型", Standing.FRESHER)


def test_former_names_are_joined_not_overruled_by_day() -> None:
    told = [fact("former_names", ["一", "二"], 2024), fact("former_names", ["一"], 2020, 2024)]

    assert golden_view(A, {A: Told(facts=told)})[0].why is Standing.JOINED


def said(value: str, provider: str, year: int, standing: Weighed) -> Statement:
    source = Source(provider=provider, title="登记", as_of=date(year, 1, 1))
    at = datetime(year, 6, 1, tzinfo=UTC)
    return Statement(attribute="address", value=value, source=source, received_at=at, standing=standing)


def test_each_source_that_speaks_now_is_shown_once_with_how_it_stands() -> None:
    told = Told(
        facts=[fact("address", "登记住所", 2024), fact("address", "自报地址", 2023, 2024, provider="乙")],
        statements=[
            said("登记住所", "甲", 2024, Weighed.HOLDS),
            said("自报地址", "乙", 2025, Weighed.OUTRANKED),
            said("登记住所", "丙", 2020, Weighed.AGREES),
        ],
    )

    (found,) = golden_view(A, {A: told})

    assert (found.value, found.source.provider, found.why) == ("登记住所", "甲", Standing.PRIORITY)
    assert [source.provider for source in found.agreeing] == ["丙"]
    assert [(each.value, each.source.as_of.year, each.until) for each in found.overruled] == [
        ("自报地址", 2025, None)
    ]
