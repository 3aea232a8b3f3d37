"""Recognising columns and reading cells."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.ingestion.domain import mapping, values
from brain.platform.ingestion.domain.layouts import ENTERPRISES, LAYOUTS
from brain.platform.ingestion.domain.mapping import Column

REGISTER_API = [
    *("name", "creditCode", "regNumber", "orgNumber", "taxNumber", "legalPersonName", "regCapital"),
    *("regCapitalCurrency", "actualCapital", "actualCapitalCurrency", "estiblishTime", "approvedTime"),
    *("fromTime", "toTime", "regStatus", "companyOrgType", "regInstitute", "regLocation", "industry"),
    *("businessScope", "staffNumRange", "historyNames"),
]
FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%Y.%m.%d", "%Y-%m-%d 00:00:00")


def fields_of(headers: list[str], dataset: str = "enterprises") -> dict[str, str]:
    return {column.column: column.field for column in mapping.guess(headers, LAYOUTS[dataset])}


def test_the_vocabulary_of_register_apis_is_known() -> None:
    assert fields_of(REGISTER_API) == {
        "name": "name",
        "creditCode": "credit_code",
        "regNumber": "reg_number",
        "legalPersonName": "legal_person_name",
        "regCapital": "reg_capital",
        "regCapitalCurrency": "reg_capital_currency",
        "actualCapital": "actual_capital",
        "actualCapitalCurrency": "actual_capital_currency",
        "estiblishTime": "establish_date",
        "approvedTime": "approved_date",
        "fromTime": "term_from",
        "toTime": "term_to",
        "regStatus": "reg_status",
        "companyOrgType": "company_type",
        "regInstitute": "reg_institute",
        "regLocation": "address",
        "industry": "industry_code",
        "businessScope": "business_scope",
        "staffNumRange": "staff_range",
        "historyNames": "former_names",
    }


@pytest.mark.parametrize(
    "header", ["统一社会信用代码", " 统一社会信用代码 ", "CREDIT_CODE", "creditCode", "信用代码", "ＵＳＣＣ"]
)
def test_a_header_is_known_in_any_spelling(header: str) -> None:
    assert fields_of([header]) == {header: "credit_code"}


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("注册资本", "wan"),
        ("注册资本(万元)", "wan"),
        ("注册资本（元）", "yuan"),
        ("注册资本[单位：亿元]", "yi"),
    ],
)
def test_the_unit_of_money_is_taken_from_the_header(header: str, unit: mapping.Unit) -> None:
    assert mapping.guess([header], ENTERPRISES) == (Column(column=header, field="reg_capital", unit=unit),)


def test_a_column_serves_one_field_and_the_surest_header_wins() -> None:
    assert fields_of(["名称", "企业名称", "companyName"]) == {"企业名称": "name"}


@pytest.mark.parametrize(
    ("columns", "loc"),
    [
        (("a", "credit_code"), "/mapping"),
        (("a", "credit_code", "b", "name", "c", "unknown"), "/mapping/2/field"),
        (("a", "credit_code", "b", "name", "c", "name"), "/mapping/2/field"),
        (("a", "credit_code", "x", "name"), "/mapping/1/column"),
    ],
)
def test_a_mapping_that_cannot_work_is_refused_where_it_fails(columns: tuple[str, ...], loc: str) -> None:
    pairs = tuple(Column(column=c, field=f) for c, f in zip(columns[::2], columns[1::2], strict=True))

    with pytest.raises(Invalid) as refused:
        mapping.check(pairs, ["a", "b", "c"], ENTERPRISES)

    assert [field["loc"] for field in refused.value.details["fields"]] == [loc]


def test_a_list_may_name_its_enterprises_instead_of_their_codes() -> None:
    pairs = tuple(Column(column=name, field=name) for name in ("enterprise_name", "title", "year"))

    mapping.check(pairs, ["enterprise_name", "title", "year"], LAYOUTS["honours"])
    with pytest.raises(Invalid, match="对应关系"):
        mapping.check(pairs[1:], ["title", "year"], LAYOUTS["honours"])


def test_headers_in_another_order_are_the_same_header_set() -> None:
    assert mapping.header_set(ENTERPRISES, ["b", "a"]) == mapping.header_set(ENTERPRISES, ["a", "b"])
    assert mapping.header_set(ENTERPRISES, ["a"]) != mapping.header_set(LAYOUTS["honours"], ["a"])


@given(st.dates(date(1901, 1, 1), date(2200, 1, 1)), st.sampled_from(FORMS))
def test_a_day_is_read_back_from_any_common_form(day: date, form: str) -> None:
    assert values.read_date(day.strftime(form)) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1546358400000", date(2019, 1, 2)),
        ("43467", date(2019, 1, 2)),
        ("2019-1-2T03:04:05Z", date(2019, 1, 2)),
        ("２０１９年１月２日", date(2019, 1, 2)),
        ("长期", None),
        ("无固定期限", None),
        ("9999-12-31", None),
        ("-", None),
    ],
)
def test_registers_write_days_in_their_own_ways(written: str, day: date | None) -> None:
    assert values.read_date(written) == day


@pytest.mark.parametrize("written", ["2019-02-30", "去年", "2019", "1799-01-01", "190", "3001-01-01"])
def test_what_is_no_day_is_invalid(written: str) -> None:
    with pytest.raises(Invalid):
        values.read_date(written)


@pytest.mark.parametrize(
    "read", [values.read_date, values.read_year, values.read_percent, values.read_currency]
)
@given(written=st.text(max_size=40))
def test_any_text_is_read_or_refused(read: Callable[[str], object], written: str) -> None:
    with suppress(Invalid):
        read(written)


def test_percents_years_currencies_and_names() -> None:
    assert values.read_percent("51.5%") == Decimal("51.5")
    assert values.read_year("2019年度") == 2019
    assert values.read_currency("美元") == "USD"
    assert values.read_names("甲公司；乙公司、丙公司") == ["甲公司", "乙公司", "丙公司"]
    with pytest.raises(Invalid):
        values.read_percent("101")
    with pytest.raises(Invalid):
        values.read_year("19")
