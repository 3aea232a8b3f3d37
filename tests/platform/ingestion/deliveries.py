"""A certified source to import from."""

from datetime import date

from brain.kit.node import Node
from brain.platform.ingestion.contract import (
    Basis,
    Category,
    Certification,
    Delivery,
    Frequency,
    Registration,
)
from brain.platform.ingestion.service import sources

CERTIFICATION = Certification(
    voucher="省大数据中心",
    evidence="核对授权书",
    verified_on=date(2026, 1, 1),
    valid_until=date(2999, 12, 31),
)


def registration(**changes: object) -> Registration:
    told: dict[str, object] = {
        "name": "甲方登记",
        "provider": "甲方",
        "category": Category.PUBLIC,
        "basis": Basis.LAW,
        "basis_document": "数据共享授权书 1 号",
        "owner": "数据运营部",
        "purpose": "产业分析",
        "level": 1,
        "frequency": Frequency.MONTHLY,
        "contact": "数据运营部",
    }
    return Registration(**told | changes)  # type: ignore[arg-type]  # tests give wrong ones too


async def delivery(node: Node, as_of: date = date(2019, 12, 31), **changes: object) -> Delivery:
    async with node.database.transaction() as session:
        source = await sources.declare(session, registration(**changes), CERTIFICATION)
    return Delivery(source_id=source.id, title="登记", as_of=as_of)
