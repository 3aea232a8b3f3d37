"""The figures of the whole plant as points: what its owner may consent to, and the brain may compare."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.performance.domain.figures import Plant, of_plant
from brain.platform.shop_floor.contract import Domain, Point, ValueKind
from brain.platform.shop_floor.service import calculated, equipment
from brain.platform.shop_floor.service.calculated import Calculated

# quantity (ISO 22400-2) → title, unit, value of one hour
FIGURES: Final[dict[str, tuple[str, str | None, Callable[[Plant], float | None]]]] = {
    "iso22400.planned_busy_time": ("计划作业时间", "s", lambda plant: plant.units.planned_busy),
    "iso22400.actual_production_time": ("实际生产时间", "s", lambda plant: plant.units.production),
    "iso22400.planned_run_time": ("计划节拍时间", "s", lambda plant: plant.units.planned_run),
    "iso22400.produced_quantity": ("成品完成数", None, lambda plant: plant.output.produced),
    "iso22400.good_quantity": ("成品合格数", None, lambda plant: plant.output.good),
    "iso22400.energy": ("耗电量", "kWh", lambda plant: plant.units.energy),
    "iso22400.oee_index": ("设备综合效率 OEE", None, lambda plant: of_plant(plant).oee_index),
}
_HEARTBEAT: Final = 3_600.0  # seconds: once an hour


async def register(session: AsyncSession) -> None:
    """So that they can be consented to before the first hour is over."""
    units = await equipment.tree(session)
    top = next((unit.id for unit in units if unit.parent_id is None and unit.retired_at is None), None)
    await calculated.register(session, [_point(quantity) for quantity in FIGURES], top)


async def publish(session: AsyncSession, begin: datetime, plant: Plant) -> None:
    """The hour from `begin` on."""
    told = {quantity: value(plant) for quantity, (_, _, value) in FIGURES.items()}
    await calculated.keep(
        session,
        [
            Calculated(code=_code(quantity), at=begin, value=value)
            for quantity, value in told.items()
            if value is not None
        ],
    )


def _code(quantity: str) -> str:
    return quantity.replace("iso22400", "plant")


def _point(quantity: str) -> Point:
    title, unit, _ = FIGURES[quantity]
    return Point(
        number=0,
        code=_code(quantity),
        title=f"全厂{title}（每小时）",
        kind=ValueKind.NUMBER,
        unit=unit,
        quantity=quantity,
        sampling=_HEARTBEAT,
        heartbeat=_HEARTBEAT,
        domain=Domain.MANAGEMENT,
    )
