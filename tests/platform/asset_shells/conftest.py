"""A plant of two machines, one with a name plate and points of several grades."""

from dataclasses import dataclass

import httpx
import pytest

from brain.kit.clock import now
from brain.platform.shop_floor.contract import Level, Unit
from brain.platform.shop_floor.models import PointRow, SourceRow
from brain.platform.shop_floor.service import equipment
from tests.conftest import RunningNode

URL = "/api/asset-shells/units"
PLATE = {
    "maker": "示例机械有限公司",
    "designation": "液压硫化机",
    "model": "LLY-1330",
    "serial": "SN-2019-0042",
    "year": 2019,
    "madeOn": "2019-05-06",
    "country": "CN",
    "firmware": "V2.4",
}
TOLD = {
    "topic": "press/1",
    "pointer": "/t",
}


@dataclass
class Plant:
    gateway: RunningNode
    top: int
    press: int
    check: int
    number: int


@pytest.fixture
async def plant(gateway: RunningNode) -> Plant:
    async with gateway.node.database.transaction() as session:
        source = SourceRow(
            name="硫化车间", settings={"kind": "mqtt", "host": "10.9.8.7", "port": 1883}, enabled=False,
            revision=1, changed_by="", changed_at=now(),
        )  # fmt: skip
        session.add(source)
        top = await equipment.add(
            session, Unit(parent_id=None, level=Level.ENTERPRISE, code="E", title="示例厂"), "engineer"
        )
        press, check = [
            await equipment.add(
                session,
                Unit(parent_id=top.id, level=Level.WORK_UNIT, code=code, title=title, process="硫化"),
                "engineer",
            )
            for code, title in (("CP-01", "硫化机 1"), ("CK-01", "检验台 1"))
        ]
        points = [
            PointRow(
                source_id=source.id, equipment_id=press.id, code=f"CP-01.{leaf}", title=title, address=TOLD,
                kind="number", unit="Cel", quantity="temperature", low=low, high=200.0, scale=1.0, shift=0.0,
                sampling=1.0, dead_band=0.0, heartbeat=60.0, priority=1, domain="production", level=level,
                changed_at=now(),
            )
            for leaf, title, low, level in (
                ("t", "温度\x07", 0.0, 2), ("p", "压力", None, 3), ("recipe", "配方", 0.0, 4),
            )
        ]  # fmt: skip
        session.add_all(points)
        await session.flush()
        return Plant(gateway, top.id, press.id, check.id, points[0].number)


@pytest.fixture
async def engineer(plant: Plant) -> httpx.AsyncClient:
    return await plant.gateway.person("asset_shells.see", "asset_shells.tell", "asset_shells.export")
