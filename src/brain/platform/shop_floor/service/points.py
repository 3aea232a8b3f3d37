"""Points as people choose, change, retire and revive them; the collector follows within a second."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import FieldError, Invalid
from brain.kit.events import Recorded, announce
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.registering import Codes, Plan
from brain.platform.shop_floor.models import EquipmentRow, PointRow, SourceRow
from brain.platform.shop_floor.queries import sources
from brain.platform.shop_floor.service.sources import address_of, record, revise

MOST_AT_ONCE: Final = 5_000


async def add(
    session: AsyncSession, source_id: int, plans: Sequence[Plan], by: str
) -> tuple[list[PointRow], int]:
    """Those added, and how many were passed over because their address is collected already."""
    source = await sources.machine(session, source_id, lock=True)
    held = {key(row.address) for row in await sources.points_of(session, source_id)}
    prepared = [
        replace(plan, address=_checked(source, plan.address, f"/body/points/{at}/address"))
        for at, plan in enumerate(plans)
    ]
    fresh = []
    for at, plan in enumerate(prepared):
        if key(plan.address) not in held:
            held.add(key(plan.address))
            fresh.append((at, plan))
    rows = await _added(session, source, fresh)
    if rows:
        revise(source, by)
        await record(session, source, acts.POINTS_ADDED, by, count=len(rows))
    return rows, len(plans) - len(rows)


async def change(session: AsyncSession, number: int, plan: Plan, by: str) -> PointRow:
    """Its kind stays, by which what was collected is kept; its source too. One that the gateway calculates
    keeps the code by which it is calculated."""
    row = await sources.point(session, number)
    source = await sources.source(session, row.source_id, lock=True)
    wanted = replace(plan, address=_checked(source, plan.address, "/body/address"))
    if wanted.point.kind != row.kind:
        raise Invalid("测点的类型不能改变，请另外登记", [{"loc": "/body/kind", "message": "类型不能改变"}])
    if wanted.point.code != row.code and source.settings.get("kind") == sources.CALCULATED:
        message = "由本机计算的测点不能改编码"
        raise Invalid(message, [{"loc": "/body/code", "message": message}])
    if wanted.point.code != row.code and await sources.taken_codes(session, [wanted.point.code]):
        raise Invalid("测点编码重复", [_taken(wanted.point.code, "/body/code")])
    wanted.point.check()
    await _check_equipment(session, wanted.equipment_id, "/body/equipmentId")
    if changes := _apply(row, wanted):
        row.changed_at = now()
        revise(source, by)
        await _record(session, row, acts.POINT_CHANGED, by, changed=changes)
    return row


async def retire(session: AsyncSession, number: int, by: str) -> PointRow:
    """It is collected no longer; its number, its code and what was collected stay."""
    row = await sources.point(session, number)
    if row.retired_at is None:
        source = await sources.source(session, row.source_id, lock=True)
        row.retired_at = now()
        revise(source, by)
        await _record(session, row, acts.POINT_RETIRED, by)
    return row


async def revive(session: AsyncSession, number: int, by: str) -> PointRow:
    row = await sources.point(session, number)
    if row.retired_at is not None:
        source = await sources.source(session, row.source_id, lock=True)
        row.retired_at = None
        revise(source, by)
        await _record(session, row, acts.POINT_REVIVED, by)
    return row


def key(address: dict[str, Any]) -> str:
    """The same for the same address."""
    return json.dumps(address, sort_keys=True, ensure_ascii=False)


async def _added(
    session: AsyncSession, source: SourceRow, fresh: Sequence[tuple[int, Plan]]
) -> list[PointRow]:
    equipment = {row.id: row for row in await sources.equipment(session)}
    taken = Codes(await sources.codes(session))
    problems: list[FieldError] = []
    rows = []
    for at, plan in fresh:
        place = f"/body/points/{at}"
        unit = equipment.get(plan.equipment_id) if plan.equipment_id is not None else None
        if plan.equipment_id is not None and (unit is None or unit.retired_at is not None):
            problems.append({"loc": f"{place}/equipmentId", "message": "没有这台设备，或它已停用"})
        if plan.point.code in taken:
            problems.append(_taken(plan.point.code, f"{place}/code"))
        problems += _problems(plan.point, place)
        code = plan.point.code or taken.propose(unit.code if unit else source.name, plan.point.title)
        taken.take(code)
        rows.append(_row(source, replace(plan, point=replace(plan.point, code=code))))
    if problems:
        raise Invalid("有测点的设置有误", problems)
    session.add_all(rows)
    await session.flush()
    return rows


def _problems(point: Point, place: str) -> list[FieldError]:
    try:
        point.check()
    except Invalid as refusal:
        return [
            {"loc": each["loc"].replace("/body", place), "message": each["message"]}
            for each in refusal.details["fields"]
        ]
    return []


def _row(source: SourceRow, plan: Plan) -> PointRow:
    return PointRow(source_id=source.id, kind=plan.point.kind, changed_at=now(), **told_of(plan))


def told_of(plan: Plan) -> dict[str, Any]:
    """As it is kept, but for what never changes."""
    point = plan.point
    return {
        "equipment_id": plan.equipment_id, "address": plan.address, "code": point.code, "title": point.title,
        "unit": point.unit, "quantity": point.quantity, "low": point.low, "high": point.high,
        "scale": point.scale, "shift": point.shift, "sampling": point.sampling,
        "dead_band": point.dead_band, "heartbeat": point.heartbeat, "priority": int(point.priority),
        "domain": str(point.domain), "level": point.level,
    }  # fmt: skip


def _apply(row: PointRow, plan: Plan) -> list[str]:
    """The names of what was changed."""
    told = told_of(plan)
    changed = [name for name, value in told.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, told[name])
    return changed


def _checked(source: SourceRow, address: dict[str, Any], place: str) -> dict[str, Any]:
    """With what was left out, as it is kept."""
    if source.settings.get("kind") == sources.CALCULATED:
        return {}
    found: dict[str, Any] = address_of(source.settings["kind"], address, place).model_dump(mode="json")
    return found


async def _check_equipment(session: AsyncSession, equipment_id: int | None, place: str) -> None:
    if equipment_id is None:
        return
    unit = await session.get(EquipmentRow, equipment_id)
    if unit is None or unit.retired_at is not None:
        raise Invalid("没有这台设备，或它已停用", [{"loc": place, "message": "没有这台设备，或它已停用"}])


def _taken(code: str, place: str) -> FieldError:
    return {"loc": place, "message": f"编码“{code}”已被占用"}


async def _record(session: AsyncSession, row: PointRow, act: Act, by: str, **details: Any) -> None:
    title = f"{row.code} {row.title}"
    await announce(session, Recorded(act=act, target=str(row.number), title=title, actor=by, details=details))
