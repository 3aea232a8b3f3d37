"""The whole configuration as one value: to compare, to alter by names, to put back as it was."""

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.platform.shop_floor.contract import Plan
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.models import EquipmentRow, PointRow, SourceRow
from brain.platform.shop_floor.queries import sources
from brain.platform.shop_floor.service import points, storing, watching
from brain.platform.shop_floor.service.sources import record, revise

_KEPT: Final = (
    "source_id", "equipment_id", "code", "title", "address", "kind", "unit", "quantity", "low", "high",
    "scale", "shift", "sampling", "dead_band", "heartbeat", "priority", "domain", "level",
)  # fmt: skip


@dataclass(frozen=True)
class State:
    """Of machine sources and their points, by number, and of the store; as JSON. `sealed`: secrets as they
    lie in the database, which the state itself only knows by a digest."""

    sources: dict[str, dict[str, Any]]
    points: dict[str, dict[str, Any]]
    store: dict[str, int]
    sealed: dict[str, str]


async def hold(session: AsyncSession) -> None:
    """Until the transaction ends nobody else alters the configuration."""
    await session.execute(
        text("LOCK TABLE shop_floor_source, shop_floor_point, shop_floor_store IN SHARE ROW EXCLUSIVE MODE")
    )


async def state(session: AsyncSession) -> State:
    await session.flush()
    machines = [
        row for row, _, _ in await sources.sources(session) if row.settings.get("kind") != sources.CALCULATED
    ]
    known = {row.id for row in machines}
    limits = await storing.limits(session)
    return State(
        sources={str(row.id): _source(row) for row in machines},
        points={
            str(row.number): {name: getattr(row, name) for name in _KEPT}
            | {"retired": row.retired_at is not None}
            for row in await sources.all_points(session)
            if row.source_id in known
        },
        store={"budget": limits.budget, "days": limits.days},
        sealed={
            str(row.id): base64.b64encode(row.sealed_secret).decode()
            for row in machines
            if row.sealed_secret is not None
        },
    )


def _source(row: SourceRow) -> dict[str, Any]:
    secret = None if row.sealed_secret is None else sm3(row.sealed_secret)
    return {"name": row.name, "settings": row.settings, "enabled": row.enabled, "secret": secret}


async def source_named(session: AsyncSession, name: str) -> SourceRow:
    """Raises Invalid where there is none."""
    row = await session.scalar(select(SourceRow).where(SourceRow.name == name))
    if row is None or row.settings.get("kind") == sources.CALCULATED:
        raise Invalid(f"没有名为“{name}”的来源")
    return row


async def point_coded(session: AsyncSession, code: str) -> tuple[int, Plan]:
    """Its number, and how it stands. Raises Invalid where there is none, or the gateway calculates it."""
    row = await session.scalar(select(PointRow).where(PointRow.code == code))
    source = None if row is None else await session.get(SourceRow, row.source_id)
    if row is None or source is None or source.settings.get("kind") == sources.CALCULATED:
        raise Invalid(f"没有编码为“{code}”的采集测点")
    return row.number, Plan(point=sources.point_of(row), address=row.address, equipment_id=row.equipment_id)


async def equipment_coded(session: AsyncSession, code: str) -> int:
    """Raises Invalid where there is none in use."""
    found = await session.scalar(
        select(EquipmentRow.id).where(EquipmentRow.code == code, EquipmentRow.retired_at.is_(None))
    )
    if found is None:
        raise Invalid(f"没有编码为“{code}”的设备，或它已停用")
    return found


async def put_back_source(
    session: AsyncSession, number: str, was: dict[str, Any] | None, sealed: str | None, by: str
) -> None:
    """As it was; one that was not there yet is switched off and its points are retired."""
    row = await sources.machine(session, int(number), lock=True)
    if was is None:
        for point in await sources.points_of(session, row.id):
            await points.retire(session, point.number, by)
        row.enabled = False
        revise(row, by)
        await record(session, row, acts.SOURCE_SWITCHED_OFF, by)
        return
    row.name, row.settings, row.enabled = was["name"], was["settings"], was["enabled"]
    row.sealed_secret = None if sealed is None else base64.b64decode(sealed)
    revise(row, by)
    await record(session, row, acts.SOURCE_CHANGED, by)


async def put_back_point(session: AsyncSession, number: str, was: dict[str, Any] | None, by: str) -> None:
    """As it was; one that was not there yet is retired."""
    if was is None:
        await points.retire(session, int(number), by)
        return
    row = await sources.point(session, int(number))
    source = await sources.source(session, row.source_id, lock=True)
    for name in _KEPT:
        setattr(row, name, was[name])
    row.changed_at = now()
    row.retired_at = _retired(row.retired_at, retired=was["retired"])
    revise(source, by)
    await record(session, source, acts.SOURCE_CHANGED, by, point=row.code)


def _retired(at: datetime | None, *, retired: bool) -> datetime | None:
    return (at or now()) if retired else None


async def put_back_store(session: AsyncSession, was: dict[str, int], by: str) -> None:
    await watching.set_limits(session, storing.Limits(was["budget"], was["days"]), by)
