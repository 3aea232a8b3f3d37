"""A factory as a registered source of the warehouse."""

from datetime import timedelta
from typing import Final

from brain.kit.clock import today
from brain.kit.node import Node
from brain.platform.factory_link.brain.queries import factories
from brain.platform.ingestion.contract import Basis, Category, Certification, Frequency, Registration
from brain.platform.ingestion.service import sources

HIGHEST_LEVEL: Final = 2  # of what a factory delivers to the warehouse
_CERTIFIED_FOR: Final = timedelta(days=92)


async def declared(node: Node, factory_id: str) -> int:
    """The number of the source: every message of the factory is signed, so it is vouched for anew each month
    that it sends."""
    async with node.database.transaction() as session:
        factory = await factories.get(session, factory_id)
    verified = max((factory.confirmed_at or factory.invited_at).date(), today().replace(day=1))
    told = Registration(
        name=f"工厂链接 {factory.title}（{factory.credit_code}）",
        provider=factory.title,
        provider_code=factory.credit_code,
        category=Category.ENTERPRISE,
        basis=Basis.CONSENT,
        basis_document=f"链接 {factory.id} 的同意书，用途：产业运行监测",
        owner="工厂链接",
        purpose="产业运行监测",
        level=HIGHEST_LEVEL,
        frequency=Frequency.IRREGULAR,
        contact="工厂负责人",
        sample=node.sample_data,
    )
    certification = Certification(
        voucher=factory.confirmed_by or factory.invited_by,
        evidence="双方核对后确认接入，每条消息由网关的密钥签名",
        verified_on=min(verified, today()),
        valid_until=verified + _CERTIFIED_FOR,
    )
    async with node.database.transaction() as session:
        source = await sources.declare(session, told, certification)
        (await factories.get(session, factory.id, lock=True)).source_id = source.id
        return source.id
