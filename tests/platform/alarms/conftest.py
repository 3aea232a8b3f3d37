"""A gateway whose machines say what a test puts into their mouths, and the watch over them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from brain.platform.alarms.models import AlarmRow, EntryRow
from brain.platform.alarms.service import watching
from brain.platform.alarms.service.watching import Watch
from brain.platform.portal.models import NoticeRow
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.models import BlockRow
from tests.conftest import RunningNode
from tests.link_sides import Sides

RULES = "/api/alarms/rules"


@dataclass
class Floor:
    gateway: RunningNode
    machines: Sides
    watch: Watch | None = field(default=None)

    async def point(self, code: str, kind: ValueKind = ValueKind.NUMBER) -> int:
        return (await self.machines.points(code, kind=kind))[0]

    async def say(self, code: str, *values: object, ago: float = 0) -> None:
        """Each is a block of its own, sealed this many seconds ago."""
        for value in values:
            await self.machines.put(code, value)
        if ago:
            async with self.gateway.node.database.transaction() as session:
                newest = select(BlockRow.number).order_by(BlockRow.number.desc()).limit(len(values))
                shifted = BlockRow.sealed_at - timedelta(seconds=ago)
                await session.execute(
                    update(BlockRow).where(BlockRow.number.in_(newest)).values(sealed_at=shifted)
                )

    async def look(self) -> None:
        """One round of the watch, from what was kept."""
        watch = await watching.begin(self.gateway.node)
        while await watching.look(self.gateway.node, watch):
            pass
        await watching.keep(self.gateway.node, watch)

    async def journal(self) -> list[str]:
        async with self.gateway.node.database.transaction() as session:
            return list(await session.scalars(select(EntryRow.what).order_by(EntryRow.id)))

    async def alarm(self) -> AlarmRow:
        async with self.gateway.node.database.transaction() as session:
            return (await session.scalars(select(AlarmRow))).one()

    async def todos(self) -> int:
        async with self.gateway.node.database.transaction() as session:
            titles = await session.scalars(
                select(NoticeRow.title).where(NoticeRow.kind == "todo", NoticeRow.done_at.is_(None))
            )
            return sum(title.startswith("报警") for title in titles)


@pytest.fixture
def floor(gateway: RunningNode) -> Floor:
    return Floor(gateway, Sides(gateway, gateway))


def told(point: int, **more: Any) -> dict[str, Any]:
    return {
        "point": point,
        "title": "硫化温度过高",
        "condition": "high",
        "limit": 160.0,
        "importance": "high",
        "consequence": "过硫",
        "action": "查蒸汽阀",
        **more,
    }
