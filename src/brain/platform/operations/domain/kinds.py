"""The kinds of records, in the terms of IEC 62264-2 and -4 (B2MML) and ISO 22400 where those say nothing."""

from typing import Final

from brain.platform.operations.domain.design import KINDS_OF_DESIGN
from brain.platform.operations.domain.fields import (
    Choice,
    FieldKind,
    RecordField,
    RecordKind,
    moment,
    number,
    text,
    unit,
)

_STATES: Final = (
    Choice(
        value="planned", title="已计划", title_en="Planned",
        also=("计划", "草稿", "new", "created", "draft", "open", "not started"),
    ),
    Choice(
        value="released", title="已下达", title_en="Released",
        also=("下达", "已发布", "ready", "submitted", "material transferred"),
    ),
    Choice(
        value="running", title="进行中", title_en="Running",
        also=(
            "生产中", "在制", "暂停", "started", "in_progress", "in progress", "in process",
            "work in progress", "on hold",
        ),
    ),
    Choice(
        value="completed", title="已完成", title_en="Completed",
        also=("完成", "完工", "关闭", "closed", "done"),
    ),
    Choice(
        value="cancelled", title="已取消", title_en="Cancelled",
        also=("取消", "作废", "停止", "canceled", "stopped"),
    ),
)  # fmt: skip
_STATE: Final = RecordField(
    name="state", title="状态", title_en="State", kind=FieldKind.CHOICE, choices=_STATES, required=True,
    also=("status", "订单状态", "工单状态"),
)  # fmt: skip
_MOVEMENTS: Final = (
    Choice(value="receipt", title="收货", title_en="Receipt", also=("入库", "采购入库", "in")),
    Choice(value="issue", title="发料", title_en="Issue", also=("领料", "出库", "生产领料", "consume")),
    Choice(value="production", title="产出", title_en="Production", also=("完工入库", "生产入库", "produce")),
    Choice(value="scrap", title="报废", title_en="Scrap", also=("损耗",)),
    Choice(value="shipment", title="发货", title_en="Shipment", also=("销售出库", "ship", "out")),
)
COMING_IN: Final = ("receipt", "production")
_CARRIERS: Final = (
    Choice(value="electricity", title="电", title_en="Electricity", also=("电力", "power")),
    Choice(value="gas", title="天然气", title_en="Natural gas", also=("燃气",)),
    Choice(value="steam", title="蒸汽", title_en="Steam"),
    Choice(value="heat", title="热力", title_en="Heat", also=("热",)),
    Choice(value="water", title="水", title_en="Water", also=("新水",)),
    Choice(value="air", title="压缩空气", title_en="Compressed air", also=("压空",)),
    Choice(value="coal", title="煤", title_en="Coal", also=("煤炭",)),
    Choice(value="fuel", title="燃油", title_en="Fuel oil", also=("柴油", "汽油")),
)
_READINGS: Final = (
    Choice(value="counter", title="表底数", title_en="Meter count", also=("读数", "示数")),
    Choice(value="amount", title="用量", title_en="Amount used", also=("消耗量",)),
)
_KEY_EN: Final = "Number"
_CHANGED: Final = moment("changed_at", "修改时间", "Changed at", "updated_at", "更新时间", "last_modified")
_WORK_ORDER: Final = text("work_order", "工单号", "Work order", "工单", "work_order_id", "wo")
_EQUIPMENT_ALSO: Final = ("设备", "设备编码", "设备编号", "机台", "机台号", "machine", "equipment_code")


def _key(title: str, *also: str) -> RecordField:
    return text("key", title, _KEY_EN, "id", "编号", *also, required=True)


def _equipment(*, required: bool = False) -> RecordField:
    return text("equipment", "设备编码", "Equipment", *_EQUIPMENT_ALSO, required=required)


def _at(title: str, title_en: str, *also: str) -> RecordField:
    return moment("at", title, title_en, "时间", "日期", "time", "timestamp", *also, required=True)


def _choice(
    name: str, title: str, title_en: str, choices: tuple[Choice, ...], *also: str, default: str | None = None
) -> RecordField:
    return RecordField(
        name=name, title=title, title_en=title_en, kind=FieldKind.CHOICE, choices=choices, required=True,
        also=also, default=default,
    )  # fmt: skip


_SPAN: Final = (
    moment("planned_begin", "计划开始", "Planned begin", "计划开工", "计划开始时间"),
    moment("planned_end", "计划结束", "Planned end", "计划完工", "计划结束时间"),
    moment("actual_begin", "实际开始", "Actual begin", "实际开工", "实际开始时间"),
    moment("actual_end", "实际结束", "Actual end", "实际完工", "实际结束时间"),
)
_MADE: Final = (
    number("good", "合格数", "Good", "良品数", "合格数量", "good_quantity"),
    number("scrap", "报废数", "Scrap", "不良数", "废品数", "报废数量", "scrap_quantity"),
)
PRODUCTION_ORDER: Final = RecordKind(
    name="production_order", title="生产订单", title_en="Production order", key="订单号", at="due",
    fields=(
        _key("订单号", "订单编号", "生产订单号", "order_no", "order_number"),
        text("product", "产品", "Product", "产品编码", "规格", "品号", "product_code", "物料", required=True),
        number("quantity", "数量", "Quantity", "计划数量", "订单数量", "planned", "qty", required=True),
        unit(required=True, default="piece"),
        moment("due", "交期", "Due", "交货日期", "交付日期", "需求日期", "due_date", required=True),
        _STATE,
        text("customer_order", "客户订单号", "Customer order", "销售订单号", "sales_order"),
        *_SPAN, *_MADE, _CHANGED,
    ),
)  # fmt: skip
WORK_ORDER: Final = RecordKind(
    name="work_order", title="工单", title_en="Work order", key="工单号", at="planned_begin",
    fields=(
        _key("工单号", "工单编号", "工单", "work_order_no"),
        text("production_order", "生产订单号", "Production order", "订单号", "订单", "order"),
        text("process", "工序", "Process segment", "工段", "工序名称", "segment", "operation", required=True),
        text("product", "产品", "Product", "产品编码", "规格", "品号"),
        _equipment(),
        number("quantity", "计划数", "Planned quantity", "数量", "计划数量", "planned", "qty", required=True),
        unit(required=True, default="piece"),
        moment("planned_begin", "计划开始", "Planned begin", "计划开工", "计划开始时间", required=True),
        *_SPAN[1:], *_MADE, _STATE, _CHANGED,
    ),
)  # fmt: skip
MATERIAL_LOT: Final = RecordKind(
    name="material_lot", title="物料批次", title_en="Material lot", key="批号", at="at",
    fields=(
        _key("批号", "批次号", "批次", "lot", "lot_no", "lot_number", "batch"),
        text("material", "物料", "Material", "物料编码", "料号", "品号", "material_code", required=True),
        number("quantity", "数量", "Quantity", "批量", "qty"),
        unit(required=True, default="piece"),
        RecordField(
            name="made_of", title="由哪些批次制成", title_en="Made of", kind=FieldKind.TEXTS,
            also=("投料批次", "原料批次", "上级批次", "parents", "consumed"),
            hint="多个批号之间用逗号或分号隔开",
        ),
        _WORK_ORDER,
        text("product", "产品", "Product", "规格"),
        _at("生成时间", "Made or received at", "生产时间", "到货时间", "生产日期", "made_at"),
        _CHANGED,
    ),
)  # fmt: skip
QUALITY_RESULT: Final = RecordKind(
    name="quality_result", title="检验结果", title_en="Quality result", key="检验编号", at="at",
    fields=(
        _key("检验编号", "检验单号", "检测编号", "test_no"),
        text("lot", "批号", "Lot", "批次号", "批次", "条码", "lot_no", required=True),
        text("characteristic", "检验项目", "Characteristic", "检测项目", "特性", "item", required=True),
        RecordField(
            name="value", title="测得值", title_en="Value", kind=FieldKind.NUMBER,
            also=("检测值", "实测值", "结果值"),
        ),
        RecordField(
            name="low", title="下限", title_en="Low", kind=FieldKind.NUMBER, also=("规格下限", "lsl"),
        ),
        RecordField(
            name="high", title="上限", title_en="High", kind=FieldKind.NUMBER, also=("规格上限", "usl"),
        ),
        text("characteristic_unit", "测量单位", "Unit of the value", "单位"),
        RecordField(
            name="accepted", title="合格", title_en="Accepted", kind=FieldKind.FLAG,
            also=("是否合格", "判定", "检验结论", "结论", "result", "passed"),
            hint="不填时由测得值与上下限判定",
        ),
        text("defect_code", "缺陷代码", "Defect code", "缺陷", "不良代码", "不良原因", "defect"),
        _WORK_ORDER,
        _at("检验时间", "Tested at", "检测时间", "检验日期", "tested_at"),
        _CHANGED,
    ),
)  # fmt: skip
STOCK_MOVEMENT: Final = RecordKind(
    name="stock_movement", title="出入库", title_en="Stock movement", key="单号", at="at",
    fields=(
        _key("单号", "出入库单号", "流水号", "movement_no"),
        _choice("kind", "类型", "Kind", _MOVEMENTS, "业务类型", "出入库类型", "movement"),
        text("lot", "批号", "Lot", "批次号", "批次", "lot_no"),
        text("material", "物料", "Material", "物料编码", "料号", "品号", "material_code"),
        number("quantity", "数量", "Quantity", "qty", required=True),
        RecordField(
            name="unit", title="单位", title_en="Unit", kind=FieldKind.UNIT, also=("计量单位", "uom"),
            hint="不填时按批次的单位",
        ),
        text("location", "库位", "Location", "仓库", "储位", "warehouse"),
        _WORK_ORDER,
        _at("时间", "At", "业务日期", "出入库时间"),
        _CHANGED,
    ),
)  # fmt: skip
ENERGY_READING: Final = RecordKind(
    name="energy_reading", title="能源读数", title_en="Energy reading", key="读数编号", at="at",
    fields=(
        _key("读数编号", "抄表编号"),
        _equipment(required=True),
        _choice("carrier", "能源", "Carrier", _CARRIERS, "能源种类", "介质", default="electricity"),
        _choice("reading", "读数方式", "Reading", _READINGS, "类型", default="counter"),
        number("quantity", "数值", "Quantity", "读数", "用量", "电量", "kwh", required=True),
        unit(required=True, default="kWh"),
        _at("抄表时间", "Read at", "读数时间"),
        _CHANGED,
    ),
)  # fmt: skip
EQUIPMENT_EVENT: Final = RecordKind(
    name="equipment_event", title="设备事件", title_en="Equipment event", key="事件编号", at="at",
    fields=(
        _key("事件编号"),
        _equipment(required=True),
        text("state", "设备状态", "Equipment state", "状态", "事件", required=True),
        text("reason", "原因", "Reason", "停机原因", "故障原因", "备注"),
        _at("发生时间", "At", "开始时间"),
        _CHANGED,
    ),
)  # fmt: skip
HEAD_COUNT: Final = RecordKind(
    name="head_count", title="在岗人数", title_en="Head count", key="编号", at="at",
    fields=(
        _key("编号", "班次编号"),
        text("shift", "班次", "Shift", "班别", "name", required=True),
        text("area", "区域", "Area", "车间", "工序", "工段", "process", required=True),
        RecordField(
            name="count", title="人数", title_en="People", kind=FieldKind.COUNT, required=True, low=0,
            also=("在岗人数", "出勤人数", "head_count"), hint="只填人数，不填姓名",
        ),
        _at("开始时间", "Begin", "上班时间", "begin"),
        moment("end", "结束时间", "End", "下班时间"),
        _CHANGED,
    ),
)  # fmt: skip
KINDS: Final = {
    kind.name: kind
    for kind in (
        PRODUCTION_ORDER, WORK_ORDER, MATERIAL_LOT, QUALITY_RESULT, STOCK_MOVEMENT, ENERGY_READING,
        EQUIPMENT_EVENT, HEAD_COUNT, *KINDS_OF_DESIGN,
    )
}  # fmt: skip
