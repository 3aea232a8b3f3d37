"""What factories sent for the monitoring of the industry, in the warehouse."""

from typing import Final

from brain.kit.datasets import ORIGIN, Column, DataSet, Gathered, Type

READINGS: Final = DataSet(
    tier="base",
    name="factory_readings",
    title="工厂测点数据",
    title_en="Readings of factories",
    about=(
        "每行是一家接入工厂的一个测点在一个时刻（或一个周期）的值。只收工厂以“产业运行监测”同意共享、"
        "敏感级别在 2 级以内的测点，按其同意的细度；其余用途的数据不进数据仓，只能按用途读取并告知工厂"
    ),
    columns=(
        Column("factory_code", "工厂信用代码", "Factory's credit code", kind="credit_code"),
        Column("factory_name", "工厂名称", "Factory"),
        Column("point_code", "测点编码", "Point", level=2),
        Column("point_title", "测点名称", "Point's title", level=2),
        Column("equipment", "所在设备", "Equipment", level=2),
        Column("quantity", "物理量或指标", "Quantity"),
        Column("unit", "单位", "Unit"),
        Column("granularity", "细度", "Granularity"),
        Column("statistic", "统计量", "Statistic"),
        Column("read_at", "时刻", "At", Type.TIME),
        Column("quality", "质量", "Quality"),
        Column("number", "数值", "Number", Type.NUMBER, level=2),
        Column("text", "文字", "Text", level=2),
        *ORIGIN,
    ),
    keys=("factory_code", "point_code", "granularity", "statistic", "read_at"),
    built=Gathered(whole=False),
)
DATA_SETS: Final = (READINGS,)
