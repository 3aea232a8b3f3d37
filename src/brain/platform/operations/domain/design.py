"""What design tells production: bills of material, routings (IEC 62264-2, process segments), documents."""

from typing import Final

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

_PRODUCT: Final = text(
    "product", "产品", "Product", "产品编码", "父项", "成品", "product_code", required=True
)
_REVISION: Final = text("revision", "版本", "Revision", "版次", "BOM版本", "rev", "version", required=True)
_AT: Final = moment(
    "at", "生效时间", "Effective from", "生效日期", "发布时间", "发布日期", "effective_from", required=True
)
_CHANGED: Final = moment("changed_at", "修改时间", "Changed at", "updated_at", "更新时间", "last_modified")


def _key(title: str, *also: str) -> RecordField:
    return text("key", title, "Number", "id", "编号", *also, required=True)


BOM_ITEM: Final = RecordKind(
    name="bom_item", title="物料清单行", title_en="Bill of material item", key="行编号", at="at",
    fields=(
        _key("行编号", "BOM行号", "bom_item_id"),
        _PRODUCT,
        _REVISION,
        text("position", "项次", "Position", "序号", "行号", "位置", "item_no"),
        text("material", "子件", "Component", "物料", "子项", "物料编码", "component", required=True),
        number("quantity", "用量", "Quantity", "数量", "单耗", "qty", required=True),
        unit(required=True, default="piece"),
        _AT,
        _CHANGED,
    ),
)  # fmt: skip
ROUTING_STEP: Final = RecordKind(
    name="routing_step", title="工艺路线工序", title_en="Routing step", key="工序编号", at="at",
    fields=(
        _key("工序编号", "routing_step_id"),
        _PRODUCT,
        _REVISION,
        RecordField(
            name="sequence", title="工序号", title_en="Sequence", kind=FieldKind.COUNT, required=True, low=0,
            also=("工步", "顺序", "operation_no"),
        ),
        text("process", "工序", "Process segment", "工序名称", "segment", "operation", required=True),
        text("equipment", "设备", "Equipment", "设备编码", "工作中心", "work_center"),
        number("run_time", "单件时间（秒）", "Run time per item (s)", "节拍", "标准工时", "run_time_s"),
        number("setup_time", "换产时间（秒）", "Setup time (s)", "准备时间", "setup_time_s"),
        _AT,
        _CHANGED,
    ),
)  # fmt: skip
_DOCUMENTS: Final = (
    Choice(value="drawing", title="图纸", title_en="Drawing", also=("图样", "cad")),
    Choice(value="specification", title="规格书", title_en="Specification", also=("技术条件", "spec")),
    Choice(value="instruction", title="作业指导书", title_en="Instruction", also=("工艺卡", "sop")),
    Choice(value="recipe", title="配方", title_en="Recipe"),
    Choice(value="program", title="程序", title_en="Program", also=("nc", "plc")),
    Choice(value="other", title="其他", title_en="Other"),
)
_STAGES: Final = (
    Choice(value="draft", title="草稿", title_en="Draft", also=("设计中", "in_work")),
    Choice(value="review", title="审批中", title_en="In review", also=("审核中",)),
    Choice(value="released", title="已发布", title_en="Released", also=("有效", "发布", "受控")),
    Choice(value="obsolete", title="已作废", title_en="Obsolete", also=("作废", "废止")),
)
DESIGN_DOCUMENT: Final = RecordKind(
    name="design_document", title="技术文件版本", title_en="Design document version", key="文件版本编号",
    at="at",
    fields=(
        _key("文件版本编号", "document_version_id"),
        text("document", "文件号", "Document", "图号", "文件编号", "document_no", required=True),
        _REVISION,
        text("title", "名称", "Title", "文件名称", "图名", required=True),
        RecordField(
            name="kind", title="类型", title_en="Kind", kind=FieldKind.CHOICE, choices=_DOCUMENTS,
            required=True, default="other", also=("文件类型", "document_type"),
        ),
        text("product", "产品", "Product", "产品编码", "product_code"),
        text("product_revision", "产品版本", "Product revision", "对应版本"),
        RecordField(
            name="state", title="状态", title_en="State", kind=FieldKind.CHOICE, choices=_STAGES,
            required=True, also=("status", "文件状态"),
        ),
        _AT,
        _CHANGED,
    ),
)  # fmt: skip
KINDS_OF_DESIGN: Final = (BOM_ITEM, ROUTING_STEP, DESIGN_DOCUMENT)
