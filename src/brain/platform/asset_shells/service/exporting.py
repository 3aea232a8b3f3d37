"""Shells of a unit, or of it and everything below it, as files."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.events import Recorded, announce
from brain.platform.asset_shells import queries
from brain.platform.asset_shells.domain import acts
from brain.platform.asset_shells.domain.plates import Plate
from brain.platform.asset_shells.domain.shells import Named, Performance, Shell, ShellPoint, named
from brain.platform.asset_shells.models import PlateRow
from brain.platform.asset_shells.service.plates import plate_of
from brain.platform.performance.service import figures
from brain.platform.performance.service.figures import UnitFigures
from brain.platform.shop_floor.contract import ConnectedPoint, Unit
from brain.platform.shop_floor.service import equipment, naming

Form = Literal["aasx", "json"]
STAYS_AT_HOME = 4  # the grade of what never leaves the factory


@dataclass(frozen=True)
class Span:
    begin: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`base`: the gateway's own address, before the address of a live value. `whole`: with all below."""

    whole: bool
    span: Span | None
    base: str


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What an export would hold. `withheld`: points that never leave the factory."""

    code: str
    title: str
    plate: Plate
    asset: str
    shells: int
    points: int
    withheld: int


@dataclass(frozen=True)
class _Plant:
    """Everything in use, by id; and the unit asked for, also where it is not."""

    namespace: UUID
    units: dict[int, Unit]
    plates: dict[int, PlateRow]
    below: dict[int, list[int]]

    def named(self, unit_id: int) -> Named:
        unit, told = self.units[unit_id], self.plates.get(unit_id)
        uri = told.product_uri if told else None
        asset = uri or named(self.namespace, "asset", unit_id)
        return Named(id=unit_id, asset=asset, code=unit.code, title=unit.title)

    def branch(self, unit_id: int) -> list[int]:
        """From above to below, by code."""
        return [unit_id, *(each for part in self.below.get(unit_id, ()) for each in self.branch(part))]


async def contents(session: AsyncSession, equipment_id: int, *, whole: bool) -> Contents:
    """Raises NotFound."""
    plant = await _plant(session, equipment_id)
    chosen = plant.branch(equipment_id) if whole else [equipment_id]
    counts = await naming.graded(session, chosen)
    unit = plant.units[equipment_id]
    return Contents(
        code=unit.code,
        title=unit.title,
        plate=plate_of(unit, plant.plates.get(equipment_id)),
        asset=plant.named(equipment_id).asset,
        shells=len(chosen),
        points=sum(count for level, count in counts.items() if level < STAYS_AT_HOME),
        withheld=sum(count for level, count in counts.items() if level >= STAYS_AT_HOME),
    )


async def export(
    session: AsyncSession, equipment_id: int, wanted: Wanted, form: Form, by: str
) -> tuple[Unit, bytes]:
    """Written unit by unit, so that a large plant takes no more memory than its largest machine and the
    text. Raises NotFound, and Invalid for a time that cannot be asked for."""
    # Loaded here: 20 MB that a gateway which never exports does not spend.
    from brain.platform.asset_shells.adapters import environment, packages  # noqa: PLC0415 - see above

    plant = await _plant(session, equipment_id)
    measured = await _measured(session, wanted.span)
    written = environment.Written()
    for unit_id in plant.branch(equipment_id) if wanted.whole else [equipment_id]:
        points = await naming.connected_points(session, unit_id)
        shell = _shell(plant, unit_id, points, wanted.base, _performance(measured.get(unit_id), wanted.span))
        await asyncio.to_thread(environment.write, written, shell)
    text = written.text()
    unit = plant.units[equipment_id]
    recorded = Recorded(
        act=acts.EXPORTED, target=str(equipment_id), title=f"{unit.code} {unit.title}", actor=by,
        details={"shells": len(written.shells), "form": form},
    )  # fmt: skip
    await announce(session, recorded)
    return unit, await asyncio.to_thread(packages.package, text) if form == "aasx" else text


async def _plant(session: AsyncSession, equipment_id: int) -> _Plant:
    placed = await equipment.placed(session)
    if equipment_id not in placed:
        raise NotFound("没有这台设备")
    units = {each.id: each.unit for each in placed.values() if not each.retired or each.id == equipment_id}
    below: dict[int, list[int]] = {}
    for unit_id, unit in units.items():
        if unit.parent_id is not None:
            below.setdefault(unit.parent_id, []).append(unit_id)
    return _Plant(await queries.namespace(session), units, await queries.latest(session), below)


async def _measured(session: AsyncSession, span: Span | None) -> dict[int, UnitFigures]:
    if span is None:
        return {}
    found = await figures.figures(session, span.begin, span.end)
    return {each.equipment_id: each for each in found.units}


def _performance(told: UnitFigures | None, span: Span | None) -> Performance | None:
    if told is None or span is None:
        return None
    return Performance(
        begin=span.begin,
        end=span.end,
        indicators={name: value for name, value in asdict(told.indicators).items() if value is not None},
        ingredients={name: value for name, value in asdict(told.ingredients).items() if value is not None},
    )


def _shell(
    plant: _Plant, unit_id: int, points: Sequence[ConnectedPoint], base: str, told: Performance | None
) -> Shell:
    unit = plant.units[unit_id]
    parent = unit.parent_id
    return Shell(
        namespace=plant.namespace,
        unit=plant.named(unit_id),
        level=unit.level,
        process=unit.process,
        plate=plate_of(unit, plant.plates.get(unit_id)),
        parent=plant.named(parent) if parent in plant.units else None,
        parts=tuple(plant.named(part) for part in plant.below.get(unit_id, ())),
        points=tuple(_point(each, base) for each in points if each.point.level < STAYS_AT_HOME),
        performance=told,
    )


def _point(told: ConnectedPoint, base: str) -> ShellPoint:
    point = told.point
    return ShellPoint(
        number=point.number,
        code=point.code,
        title=point.title,
        kind=point.kind.value,
        unit=point.unit,
        quantity=point.quantity,
        low=point.low,
        high=point.high,
        domain=point.domain.value,
        protocol=told.protocol,
        source=told.source,
        address=told.address,
        live=f"{base.rstrip('/')}/api/shop-floor/live?point={point.number}",
    )
