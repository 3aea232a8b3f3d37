"""Hypothesis strategies for the field's nouns."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from brain.reference.credit_code import ALPHABET, CreditCode, check_digit
from brain.reference.industry import SHIPPED, IndustryCode
from brain.reference.money import Money
from brain.reference.period import Period, Span
from brain.reference.region import GAZETTEER, Region
from brain.reference.resident_id import ResidentId
from brain.reference.resident_id import check_digit as resident_check_digit

_PREFIXES = ("11", "12", "31", "51", "52", "53", "91", "92", "93", "A1", "N1", "Y1")
_COUNTIES = tuple(
    county
    for province in GAZETTEER.children()
    for prefecture in GAZETTEER.children(province.code)
    for county in (prefecture, *GAZETTEER.children(prefecture.code))
)

characters = st.sampled_from("".join(chr(code) for code in range(0x4E00, 0x9FA6)))
trade_names = st.text(characters, min_size=2, max_size=4)
regions = st.sampled_from(_COUNTIES)
currencies = st.sampled_from(("CNY", "USD", "HKD", "EUR", "JPY"))
divisions = st.sampled_from(sorted(code for code in SHIPPED.names if code.level == 2))


@st.composite
def credit_codes(draw: st.DrawFn) -> CreditCode:
    """Codes whose check digit holds."""
    region: Region = draw(regions)
    organisation = draw(st.text(ALPHABET, min_size=9, max_size=9))
    body = draw(st.sampled_from(_PREFIXES)) + region.code + organisation
    return CreditCode(body + check_digit(body))


@st.composite
def industry_codes(draw: st.DrawFn) -> IndustryCode:
    """Codes of every level, whether or not the standard assigns them below the division."""
    division = draw(divisions)
    return IndustryCode(draw(st.sampled_from((division[0], division, division + "1", division + "19"))))


@st.composite
def moneys(draw: st.DrawFn) -> Money:
    """Amounts to the cent, as registers hold them."""
    cents = draw(st.integers(min_value=0, max_value=10**16))
    return Money(Decimal(cents).scaleb(-2), draw(currencies))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    span = draw(st.sampled_from(Span))
    return Period(draw(st.integers(1950, 2150)), draw(st.integers(1, 12 // span)), span)


@st.composite
def enterprise_names(draw: st.DrawFn) -> str:
    """Names of the usual build: region, trade name, business, form."""
    region: Region = draw(regions)
    business = draw(st.sampled_from(("轮胎", "商贸", "化工科技", "机械制造", "")))
    form = draw(st.sampled_from(("有限公司", "有限责任公司", "股份有限公司", "厂", "专业合作社")))
    return draw(st.sampled_from((region.name, region.short_name, ""))) + draw(trade_names) + business + form


@st.composite
def resident_ids(draw: st.DrawFn) -> ResidentId:
    """Numbers whose check digit holds."""
    region: Region = draw(regions)
    born = draw(st.dates(date(1900, 1, 1), date(2030, 12, 31)))
    body = f"{region.code}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return ResidentId(body + resident_check_digit(body))
