"""Twice a minute: how the gateway is, and what the brain used the factory's data for."""

import shutil
from datetime import datetime
from typing import Final

from sqlalchemy.dialects.postgresql import insert

from brain.kit.clock import ClockCheck, now
from brain.kit.node import Node
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient
from brain.platform.factory_link.gateway.contract import BrainReach
from brain.platform.factory_link.gateway.models import LinkRow, UseRow
from brain.platform.factory_link.gateway.service import unreached
from brain.platform.factory_link.gateway.service.enrolling import READER
from brain.platform.factory_link.protocol.messages import HealthTold, SourceHealth
from brain.platform.shop_floor.service import reporting

STARTED: Final = now()


async def tell(node: Node, client: BrainClient) -> None:
    await client.health(await _health(node))
    async with node.database.transaction() as session:
        await unreached.tell_clock(session, client.late)
        heard = (await session.get_one(LinkRow, client.link)).uses_heard
    found = (await client.uses(heard)).items
    if not found:
        return
    async with node.database.transaction() as session:
        rows = [{"link_id": client.link, **use.model_dump()} for use in found]
        await session.execute(insert(UseRow).values(rows).on_conflict_do_nothing())
        (await session.get_one(LinkRow, client.link)).uses_heard = found[-1].id


async def _health(node: Node) -> HealthTold:
    async with node.database.transaction() as session:
        report = await reporting.report(session, READER)
    return HealthTold(
        version=node.get(BrainReach).version,
        started_at=STARTED,
        at=datetime.now(STARTED.tzinfo),
        backlog=report.backlog,
        oldest=report.oldest,
        disk_free=shutil.disk_usage(node.folder).free,
        store_used=report.used,
        store_budget=report.budget,
        clock_offset=node.get(ClockCheck).offset,
        sources=[SourceHealth.model_validate(each) for each in report.sources[:200]],
    )
