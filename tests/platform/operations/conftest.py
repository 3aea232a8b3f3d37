"""A gateway with one machine, and a business system that is told of by hand."""

from dataclasses import dataclass
from typing import Any

import pytest

from brain.kit.clock import now
from brain.platform.operations.contract import KINDS, Kept, Record
from brain.platform.operations.models import SystemRow
from brain.platform.operations.service import reading, recording
from brain.platform.shop_floor.contract import Level, Unit
from brain.platform.shop_floor.service import equipment
from tests.conftest import RunningNode

ELSEWHERE = {"kind": "database", "engine": "sqlite", "database": "/nowhere/mes.db", "tables": []}


@dataclass
class Works:
    """`press`: the number of the machine whose code is press-01."""

    gateway: RunningNode
    system_id: int
    press: int

    async def tell(self, kind: str, *rows: dict[str, Any]) -> Kept:
        async with self.gateway.node.database.transaction() as session:
            return await recording.keep(session, self.system_id, KINDS[kind], rows)

    async def after(self, number: int) -> list[Record]:
        async with self.gateway.node.database.transaction() as session:
            return await reading.after(session, number, 1000)


def order(key: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "product": "12R22.5",
        "quantity": 100,
        "unit": "条",
        "due": "2026-11-30",
        "state": "已下达",
    } | more


def lot(key: str, *made_of: str, **more: Any) -> dict[str, Any]:
    told = {"key": key, "material": f"M-{key}", "unit": "kg", "at": "2026-11-20 08:00", "made_of": made_of}
    return told | more


@pytest.fixture
async def works(gateway: RunningNode) -> Works:
    async with gateway.node.database.transaction() as session:
        top = Unit(parent_id=None, level=Level.ENTERPRISE, code="factory", title="示例厂")
        above = await equipment.add(session, top, "engineer")
        unit = Unit(parent_id=above.id, level=Level.WORK_UNIT, code="press-01", title="1 号硫化机")
        press = await equipment.add(session, unit, "engineer")
        system = SystemRow(
            name="MES", settings=ELSEWHERE, enabled=False, revision=1, changed_by="engineer", changed_at=now()
        )
        session.add(system)
        await session.flush()
        return Works(gateway, system.id, press.id)
