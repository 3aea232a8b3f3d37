"""The figures as a workbook."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.spreadsheet import Cell, xlsx_book
from brain.platform.performance.domain.figures import Indicators, Ingredients, of_unit
from brain.platform.performance.queries import periods
from brain.platform.performance.service import figures, measures

_FIGURES: Final = (
    "计划作业时间（s）", "实际生产时间（s）", "换产时间（s）", "等待时间（s）", "停机时间（s）",
    "不知道状态（s）", "完成数", "合格数", "电量（kWh）", "可用率", "性能率", "质量率", "OEE",
    "单件电量（kWh）",
)  # fmt: skip


async def book(session: AsyncSession, begin: datetime, end: datetime) -> bytes:
    """A sheet of totals, a sheet of hours. Raises Invalid."""
    found = await figures.figures(session, begin, end)
    names = {unit.id: (unit.code, unit.title) for unit in await measures.work_units(session)}
    totals: list[Sequence[Cell]] = [
        (*names.get(each.equipment_id, ("", "")), *_cells(each.ingredients, each.indicators))
        for each in found.units
    ]
    totals.append(("", "全厂", *_cells(found.plant.units, found.indicators)))
    rows = await periods.between(session, begin, end)

    def hours() -> Iterator[Sequence[Cell]]:
        for row in rows:
            told = figures.ingredients_of(row)
            yield (row.begin, *names.get(row.equipment_id, ("", "")), *_cells(told, of_unit(told)))

    return xlsx_book(
        [
            ("合计", ("编码", "设备", *_FIGURES), totals),
            ("逐小时", ("小时", "编码", "设备", *_FIGURES), hours()),
        ]
    )


def _cells(told: Ingredients, found: Indicators) -> Sequence[Cell]:
    return (
        told.planned_busy,
        told.production,
        told.setup,
        told.delay,
        told.down,
        told.unknown,
        told.produced,
        told.good,
        told.energy,
        found.availability,
        found.effectiveness,
        found.quality_ratio,
        found.oee_index,
        found.energy_per_item,
    )
