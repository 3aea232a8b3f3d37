"""Business records of factories in the warehouse: what they share for the monitoring of the industry."""

from typing import Final

from brain.kit.datasets import ORIGIN, Column, DataSet, Gathered, Type
from brain.platform.operations.contract import KINDS, FieldKind, RecordField, RecordKind

_TYPES: Final = {
    FieldKind.NUMBER: Type.NUMBER,
    FieldKind.COUNT: Type.NUMBER,
    FieldKind.MOMENT: Type.TIME,
    FieldKind.FLAG: Type.BOOLEAN,
}
_WHOSE: Final = (
    Column("factory_code", "工厂信用代码", "Factory's credit code", kind="credit_code"),
    Column("factory_name", "工厂名称", "Factory"),
    Column("consent", "同意书", "Consent"),
)


def _column(field: RecordField) -> Column:
    return Column(field.name, field.title, field.title_en, _TYPES.get(field.kind, Type.TEXT), level=2)


def _records(kind: RecordKind) -> DataSet:
    return DataSet(
        tier="base",
        name=f"factory_{kind.name}",
        title=f"工厂{kind.title}",
        title_en=f"{kind.title_en} of factories",
        about=(
            f"每行是一家接入工厂的一条{kind.title}现在的样子。只收工厂以“产业运行监测”同意共享的字段，"
            "没有同意的字段为空；形式为遮盖的，文字是摘要，数字取两位有效数字，时刻取到日"
        ),
        columns=(
            *_WHOSE,
            Column("form", "形式", "Form"),
            Column("key", kind.key, kind.by_name["key"].title_en, level=2),
            Column("record_at", "记录时间", "Time of the record", Type.TIME),
            Column("withdrawn", "已撤销", "Withdrawn", Type.BOOLEAN),
            *(_column(field) for field in kind.fields if field.name != "key"),
            *ORIGIN,
        ),
        keys=("factory_code", "consent", "key"),
        built=Gathered(whole=False),
    )


SUMS: Final = DataSet(
    tier="base",
    name="factory_record_sums",
    title="工厂业务记录汇总",
    title_en="Sums of factories' business records",
    about=(
        "每行是一家接入工厂一类业务记录在一个周期里的一个数：记录条数或某个数量字段的合计，按分类分组。"
        "只收工厂以“产业运行监测”同意汇总共享的，周期过完才有；周期内的记录后来变了，以新的为准"
    ),
    columns=(
        *_WHOSE,
        Column("kind", "记录类别", "Kind of record"),
        Column("period", "周期", "Period"),
        Column("period_begin", "周期开始", "Begin of the period", Type.DATE),
        Column("grouped_by", "分组", "Group"),
        Column("measure", "指标", "Measure"),
        Column("number", "数值", "Number", Type.NUMBER, level=2),
        *ORIGIN,
    ),
    keys=("factory_code", "consent", "period_begin", "grouped_by", "measure"),
    built=Gathered(whole=False),
)
OF_KIND: Final = {kind.name: _records(kind) for kind in KINDS.values()}
DATA_SETS: Final = (*OF_KIND.values(), SUMS)
