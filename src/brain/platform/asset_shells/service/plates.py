"""Name plates as people tell them."""

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now
from brain.kit.errors import Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.platform.asset_shells import queries
from brain.platform.asset_shells.domain import acts
from brain.platform.asset_shells.domain.plates import NAMES, Plate
from brain.platform.asset_shells.models import PlateRow
from brain.platform.shop_floor.contract import Unit
from brain.platform.shop_floor.service import equipment

_WITH_THE_EQUIPMENT = ("maker", "model", "serial")


def plate_of(unit: Unit, told: PlateRow | None) -> Plate:
    """Today's: what is kept with the equipment may have been changed there since."""
    known: dict[str, Any] = {} if told is None else {name: getattr(told, name) for name in NAMES}
    return Plate(**known | {name: getattr(unit, name) for name in _WITH_THE_EQUIPMENT})


async def tell(session: AsyncSession, equipment_id: int, plate: Plate, by: str) -> Plate:
    """Kept beside those before it; told again as it stands, nothing changes. Raises Invalid, NotFound."""
    plate.check(now().astimezone(BEIJING).date())
    placed = (await equipment.placed(session)).get(equipment_id)
    if placed is None:
        raise NotFound("没有这台设备")
    before = plate_of(placed.unit, await queries.latest_of(session, equipment_id))
    if plate == before:
        return before
    await _check_uri(session, equipment_id, plate)
    kept: dict[str, Any] = {name: getattr(plate, name) for name in _WITH_THE_EQUIPMENT}
    await equipment.change(session, equipment_id, replace(placed.unit, **kept), by)
    session.add(PlateRow(equipment_id=equipment_id, **asdict(plate), told_by=by, told_at=now()))
    await session.flush()
    changed = [name for name in NAMES if getattr(plate, name) != getattr(before, name)]
    recorded = Recorded(
        act=acts.PLATE_TOLD, target=str(equipment_id), title=f"{placed.unit.code} {placed.unit.title}",
        actor=by, details={"changed": changed},
    )  # fmt: skip
    await announce(session, recorded)
    return plate


async def _check_uri(session: AsyncSession, equipment_id: int, plate: Plate) -> None:
    if plate.product_uri is None:
        return
    others = [
        other
        for other, row in (await queries.latest(session)).items()
        if other != equipment_id and row.product_uri == plate.product_uri
    ]
    if others:
        raise Invalid(
            "产品链接重复",
            [{"loc": "/body/productUri", "message": "另一台设备已用这个链接；它只指一台设备"}],
        )
