"""The enterprises of the sandbox: invented, few, always the same, in all five families."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from brain.platform.data_warehouse.contract import (
    Enterprise,
    Family,
    Honour,
    Investment,
    Patent,
    Record,
    Source,
    Trademark,
)
from brain.reference.credit_code import check_digit

SOURCE = Source(provider="省级产业数据仓测试环境", title="联调测试企业", as_of=date(2026, 1, 1), sample=True)
ENTERPRISES = 60


@dataclass(frozen=True)
class _Line:
    """A line of business of the invented cluster."""

    product: str
    industry: str
    scope: str


LINES = (
    _Line("轮胎", "C2911", "轮胎制造；轮胎销售；橡胶制品制造"),
    _Line("橡胶助剂", "C2661", "专用化学产品制造（不含危险化学品）；橡胶助剂研发"),
    _Line("炭黑", "C2613", "炭黑制造；炭黑销售"),
    _Line("密炼设备", "C3523", "橡胶加工专用设备制造；设备维修"),
    _Line("帘子布", "C1779", "产业用纺织制成品制造；帘子布销售"),
)
PLACES = (("370523", "广饶"), ("370502", "东营"), ("370211", "青岛"), ("371002", "威海"))


def records() -> Iterator[tuple[Family, list[Record]]]:
    """By family; enterprises first."""
    yield Family.BASIC, [_enterprise(number) for number in range(ENTERPRISES)]
    yield Family.PATENT, [patent for number in range(0, ENTERPRISES, 2) for patent in _patents(number)]
    yield Family.TRADEMARK, [_trademark(number) for number in range(0, ENTERPRISES, 3)]
    yield Family.INVESTMENT, [_investment(number) for number in range(0, ENTERPRISES, 5)]
    yield Family.HONOUR, [_honour(number) for number in range(0, ENTERPRISES, 4)]


def credit_code(number: int) -> str:
    """With an organisation code that nobody has: TE0T and the number."""
    region = PLACES[number % len(PLACES)][0]
    body = f"91{region}TE0T{number:05d}"
    return body + check_digit(body)


def name(number: int) -> str:
    place, line = PLACES[number % len(PLACES)][1], LINES[number % len(LINES)]
    return f"{place}联调{number:02d}号{line.product}有限公司"


def _enterprise(number: int) -> Enterprise:
    region, place = PLACES[number % len(PLACES)]
    line = LINES[number % len(LINES)]
    return Enterprise(
        credit_code=credit_code(number),
        name=name(number),
        reg_number=f"3700000{number:08d}",
        reg_capital=Decimal(500_000 * (number + 1)),
        reg_capital_currency="CNY",
        establish_date=date(2001 + number % 20, 1 + number % 12, 1 + number % 28),
        reg_status="存续",
        company_type="有限责任公司",
        reg_institute=f"{place}市场监督管理局",
        address=f"山东省{place}测试路 {number + 1} 号",
        region_code=region,
        industry_code=line.industry,
        business_scope=line.scope,
        former_names=[f"{place}联调旧名{number:02d}有限公司"] if number % 10 == 0 else None,
        staff_range="100-199人" if number % 2 else "50-99人",
    )


def _patents(number: int) -> Iterator[Patent]:
    for serial in range(1 + number % 3):
        yield Patent(
            credit_code=credit_code(number),
            application_number=f"CN2020{number:04d}{serial:04d}.X",
            title=f"一种{LINES[number % len(LINES)].product}的制备方法（联调{number:02d}-{serial}）",
            patent_type="发明专利",
            application_date=date(2020, 1 + serial, 15),
            patent_status="有效",
            ipc="B29D30/06",
        )


def _trademark(number: int) -> Trademark:
    return Trademark(
        credit_code=credit_code(number),
        registration_number=f"9{number:07d}",
        nice_class="12",
        name=f"联调{number:02d}",
        registration_date=date(2015, 6, 1),
        valid_to=date(2035, 5, 31),
        trademark_status="注册",
    )


def _investment(number: int) -> Investment:
    return Investment(
        credit_code=credit_code(number),
        investee_name=name((number + 1) % ENTERPRISES),
        investee_credit_code=credit_code((number + 1) % ENTERPRISES),
        amount=Decimal(1_000_000),
        currency="CNY",
        ratio=Decimal(51),
        invested_on=date(2022, 3, 1),
    )


def _honour(number: int) -> Honour:
    return Honour(
        credit_code=credit_code(number),
        title="省级专精特新企业",
        year=2024,
        grade="省级",
        issuer="省级主管部门（联调）",
    )
