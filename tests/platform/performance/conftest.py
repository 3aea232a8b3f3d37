"""A gateway with two machines whose points are given values of the hours past."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from brain.kit.clock import now
from brain.platform.performance.service import computing
from brain.platform.shop_floor.contract import Level, Unit
from brain.platform.shop_floor.domain.readings import Quality
from brain.platform.shop_floor.models import PointRow, SourceRow
from brain.platform.shop_floor.queries.sources import point_of
from brain.platform.shop_floor.service import equipment
from brain.platform.shop_floor.service.recording import Recorder, SourceSink
from brain.platform.shop_floor.service.writing import write_once
from tests.conftest import RunningNode

POINTS = {
    "state": ("text", None),
    "made": ("number", None),
    "rejected": ("integer", None),
    "energy_kwh": ("number", "kWh"),
    "platen_c": ("number", "℃"),
}
MACHINE = {"kind": "mqtt", "host": "127.0.0.1", "port": 1, "tls": False, "client_id": "test"}


@dataclass
class Plant:
    gateway: RunningNode
    units: dict[str, int] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    recorder: Recorder = field(default_factory=Recorder)
    sinks: dict[str, SourceSink] = field(default_factory=dict)

    async def machine(self, code: str) -> None:
        async with self.gateway.node.database.transaction() as session:
            if not self.units:
                top = Unit(parent_id=None, level=Level.ENTERPRISE, code="factory", title="示例厂")
                self.units["factory"] = (await equipment.add(session, top, "engineer")).id
            unit = Unit(
                parent_id=self.units["factory"], level=Level.WORK_UNIT, code=code, title=f"设备 {code}"
            )
            self.units[code] = (await equipment.add(session, unit, "engineer")).id
            source = SourceRow(
                name=code,
                settings=MACHINE,
                enabled=False,
                revision=1,
                changed_by="",
                changed_at=now(),
            )
            session.add(source)
            await session.flush()
            rows = [
                PointRow(
                    source_id=source.id, equipment_id=self.units[code], code=f"{code}.{leaf}", title=leaf,
                    address={}, kind=kind, unit=unit_of, scale=1.0, shift=0.0, sampling=1.0, dead_band=0.0,
                    heartbeat=60.0, priority=1, domain="production", level=2, changed_at=now(),
                )
                for leaf, (kind, unit_of) in POINTS.items()
            ]  # fmt: skip
            session.add_all(rows)
            await session.flush()
            self.points |= {row.code: row.number for row in rows}
            self.sinks[code] = self.recorder.sink(source.id, [point_of(row) for row in rows])

    async def say(self, code: str, *told: tuple[datetime, Any], quality: Quality = Quality.GOOD) -> None:
        for at, value in told:
            self.sinks[code.partition(".")[0]].put(
                self.points[code], int(at.timestamp() * 1_000_000), value, quality
            )
        await self.recorder.seal()
        await write_once(self.gateway.node, self.recorder, [])

    async def every_minute(self, code: str, begin: datetime, minutes: int) -> None:
        """Something else is heard meanwhile: the gateway runs."""
        moments = [begin + timedelta(minutes=each) for each in range(minutes)]
        await self.say(f"{code}.platen_c", *((at, 170.0 + at.minute % 2) for at in moments))

    async def compute(self) -> None:
        await computing.compute(self.gateway.node)


@pytest.fixture
async def plant(gateway: RunningNode) -> Plant:
    made = Plant(gateway)
    await made.machine("press-01")
    await made.machine("check-01")
    return made
