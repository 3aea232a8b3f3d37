"""JSON shapes of production performance."""

from datetime import datetime, time
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.performance.domain.figures import TimeElement
from brain.platform.performance.domain.measures import MOST_STATES

PointNumber = Annotated[int, Field(ge=1, le=2**32 - 1)]
StateName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Weekday = Annotated[int, Field(ge=1, le=7)]


class IngredientsView(Schema):
    """时间以秒计，只算计划作业时间之内；电量 kWh。"""

    planned_busy: float = Field(description="计划作业时间 PBT，只含观察到的")
    production: float = Field(description="实际生产时间 APT")
    setup: float = Field(description="换产时间 AUST")
    delay: float = Field(description="等待时间 ADET")
    down: float = Field(description="停机时间 ADOT")
    unknown: float = Field(description="不知道状态的时间")
    planned_run: float | None = Field(description="计划节拍 × 完成数，PRI × PQ")
    produced: float | None = Field(description="完成数 PQ")
    good: float | None = Field(description="合格数 GQ")
    energy: float | None


class IndicatorsView(Schema):
    """按 GB/T 22400（ISO 22400-2）；空为说不出。"""

    availability: float | None
    effectiveness: float | None
    quality_ratio: float | None
    oee_index: float | None
    setup_ratio: float | None
    cycle_time: float | None = Field(description="秒")
    energy_per_item: float | None = Field(description="kWh")
    coverage: float | None = Field(description="计划时间里观察到的比例")


class UnitFiguresView(Schema):
    equipment_id: int
    code: str
    title: str
    process: str | None
    state: str | None
    element: TimeElement | None = Field(description="最近的状态算作什么")
    is_output: bool
    ingredients: IngredientsView
    indicators: IndicatorsView
    as_of: datetime


class FiguresView(Schema):
    units: list[UnitFiguresView]
    plant: IngredientsView
    output: IngredientsView = Field(description="出成品的设备合计")
    indicators: IndicatorsView
    as_of: datetime | None
    measured: int = Field(description="设置了测算的设备数")
    work_units: int = Field(description="在用的设备数")


class FiguresPlace(Schema):
    begin: datetime
    ingredients: IngredientsView
    indicators: IndicatorsView


class MeasureShape(Schema):
    state_point: PointNumber
    states: dict[StateName, TimeElement] = Field(max_length=MOST_STATES, description="状态的取值各算作什么")
    produced_point: PointNumber | None = Field(None, description="完成数的测点，只增不减的计数")
    rejected_point: PointNumber | None = Field(None, description="不合格数的测点，只增不减的计数")
    energy_point: PointNumber | None = Field(None, description="电量的测点，kWh")
    run_time: float | None = Field(None, gt=0, le=1e6, description="计划节拍：每件几秒")
    is_output: bool = Field(False, description="它完成的就是成品")


class CandidateView(Schema):
    number: int
    code: str
    title: str
    kind: str
    unit: str | None


class MeasuredUnitView(Schema):
    equipment_id: int
    code: str
    title: str
    process: str | None
    measure: MeasureShape | None = Field(description="空为还没有设置")
    changed_by: str | None
    changed_at: datetime | None


class MeasuringView(MeasuredUnitView):
    points: list[CandidateView]
    proposal: MeasureShape | None = Field(description="按测点名称的建议")


class ProposedUnits(Schema):
    set_up: int = Field(description="按测点名称设置好的设备数")
    left: int = Field(description="看不出状态测点、留给人设置的设备数")


class ShiftShape(Schema):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    weekdays: list[Weekday] = Field(min_length=1, max_length=7, description="星期几开始，1 为星期一")
    begin: time = Field(description="北京时间")
    end: time = Field(description="不晚于开始则为次日")


class ShiftsShape(Schema):
    shifts: list[ShiftShape] = Field(max_length=20, description="空为全天连续生产")
