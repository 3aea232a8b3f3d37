"""A small registry for tests: enterprises as the data warehouse holds them, and the graph built from them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from brain.kit.node import Node
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Family, Honour, Source
from brain.scenarios.industry_graph.models import AttachmentRow
from brain.scenarios.industry_graph.service import building

SOURCE = Source(provider="测试", title="企业登记", as_of=date(2026, 1, 5), sample=True)
LATER = Source(provider="测试", title="企业登记变更", as_of=date(2026, 2, 5), sample=True)

MAKER = Enterprise(
    credit_code="91370500000000001A",
    name="东营甲轮胎有限公司",
    reg_capital=Decimal(50_000_000),
    reg_capital_currency="CNY",
    establish_date=date(2005, 6, 1),
    region_code="370523",
    business_scope="生产、销售：全钢子午线轮胎、橡胶制品；销售：炭黑。",
)
DEALER = Enterprise(
    credit_code="91370200000000002B",
    name="青岛乙商贸有限公司",
    reg_capital=Decimal(1_000_000),
    reg_capital_currency="CNY",
    establish_date=date(2015, 3, 1),
    region_code="370203",
    business_scope="轮胎、日用百货销售",
)
BLACK = Enterprise(
    credit_code="91370700000000003C",
    name="潍坊丙化工有限公司",
    reg_capital=Decimal(20_000_000),
    reg_capital_currency="CNY",
    establish_date=date(2010, 9, 1),
    region_code="370783",
    business_scope="炭黑生产、销售",
)
NAMED = Enterprise(
    credit_code="91370500000000004D",
    name="东营丁轮胎有限公司",
    establish_date=date(2012, 1, 1),
    region_code="370502",
    business_scope="货物进出口",
)
BAKER = Enterprise(
    credit_code="91370500000000005E",
    name="东营戊食品有限公司",
    establish_date=date(2012, 1, 1),
    region_code="370502",
    business_scope="糕点制造",
)
WORLD = (MAKER, DEALER, BLACK, NAMED, BAKER)


async def register(node: Node, enterprises: Sequence[Enterprise] = WORLD, source: Source = SOURCE) -> None:
    async with node.database.transaction() as session:
        await warehouse.upsert_enterprises(session, enterprises, source)


async def honour(node: Node, credit_code: str, title: str) -> None:
    async with node.database.transaction() as session:
        await warehouse.upsert(
            session, Family.HONOUR, [Honour(credit_code=credit_code, title=title, year=2024)], SOURCE
        )


async def build(node: Node, enterprises: Sequence[Enterprise] = WORLD) -> int:
    """Register these and build the graph; how many enterprises were touched."""
    await register(node, enterprises)
    return await building.follow(node)


async def rows(node: Node) -> int:
    """How many attachment rows there are in all, past beliefs included."""
    async with node.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(AttachmentRow)) or 0
