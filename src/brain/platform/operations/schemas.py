"""JSON shapes of business records."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.operations.adapters.settings import Settings
from brain.platform.operations.domain.fields import FieldKind

SystemName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class RecordChoiceView(Schema):
    value: str
    title: str
    title_en: str


class RecordFieldView(Schema):
    name: str
    title: str
    title_en: str
    kind: FieldKind
    required: bool
    choices: list[RecordChoiceView]
    low: float | None
    hint: str
    default: str | None


class RecordKindView(Schema):
    name: str
    title: str
    title_en: str
    fields: list[RecordFieldView]


class RecordView(Schema):
    number: int = Field(description="修订号，全厂递增")
    kind: str
    key: str
    system: str = Field(description="来自哪个业务系统")
    at: datetime
    equipment: str | None = Field(description="来源对设备的叫法")
    equipment_id: int | None = Field(description="对应的设备；空为还没有对应")
    content: dict[str, Any] = Field(description="按字段名的内容；时间为 UTC 的 ISO 8601")
    withdrawn: bool
    kept_at: datetime


class RecordDetail(RecordView):
    own: bool = Field(description="由本厂的人填报或导入，可以撤回")
    current: bool
    revisions: list[RecordView]


class NewRecord(Schema):
    kind: str = Field(max_length=20)
    cells: dict[str, str | float | bool | list[str] | None] = Field(
        max_length=40, description="按字段名；时间不带时区的按北京时间"
    )


class LotView(Schema):
    lot: str
    steps: int
    material: str | None
    quantity: float | None
    unit: str | None
    at: datetime | None
    number: int | None


class GenealogyView(Schema):
    lot: LotView
    ancestors: list[LotView] = Field(description="由哪些批次制成，由近到远")
    descendants: list[LotView] = Field(description="用到了哪些批次里，由近到远")
    is_cut: bool = Field(description="批次太多，没有列全")


class CharacteristicView(Schema):
    characteristic: str
    results: int
    rejected: int
    first: int = Field(description="首次检验数")
    passed: int = Field(description="首次检验即合格数")


class DefectView(Schema):
    defect: str
    times: int
    lots: int
    share: float = Field(description="累计占比")


class ProductQualityView(Schema):
    lots: int = Field(description="检验过的批次数")
    passed: int = Field(description="全部项目首次检验即合格的批次数")
    first_pass_yield: float | None
    characteristics: list[CharacteristicView]
    defects: list[DefectView]


class StockBalanceView(Schema):
    material: str | None = Field(description="空为批号没有登记，不知道物料")
    unit: str | None
    balance: float
    came: float
    went: float
    lots: int
    movements: int
    last_at: datetime


class EnergyUseView(Schema):
    equipment: str
    equipment_id: int | None
    carrier: str
    used: float
    unit: str
    readings: int
    last_at: datetime


class OrdersSummary(Schema):
    orders: dict[str, int] = Field(description="生产订单，按状态")
    work_orders: dict[str, int] = Field(description="工单，按状态")
    overdue: int = Field(description="过了交期还没完成的订单")


class EquipmentWordView(Schema):
    name: str
    equipment_id: int | None
    records: int
    last_at: datetime


class EquipmentWord(Schema):
    name: str = Field(min_length=1, max_length=200)
    equipment_id: int | None = Field(ge=1, le=2**63 - 1, description="空为不再对应")


class RefusedRowView(Schema):
    place: int = Field(description="第几行，表头之后从 1 起")
    key: str
    problem: str


class SheetPreview(Schema):
    headings: list[str]
    mapping: dict[str, str] = Field(description="表头 → 字段")
    rows: int
    right: int = Field(description="可以导入的行数")
    refused: list[RefusedRowView] = Field(description="最多 100 行")
    sample: list[list[str]] = Field(description="前 5 行")
    missing: list[str] = Field(description="必填而没有对应表头的字段")


class RecordImportView(Schema):
    id: int
    kind: str
    name: str
    kept: int
    unchanged: int
    refused: int
    by: str
    at: datetime
    undone_by: str | None
    undone_at: datetime | None


class ImportedSheet(RecordImportView):
    refused_rows: list[RefusedRowView]


class UndoneSheet(RecordImportView):
    left: int = Field(description="导入之后又有更新、因此没有动的记录数")


class BusinessSystem(Schema):
    name: SystemName
    settings: Settings
    secret: str | None = Field(None, min_length=1, max_length=500, description="数据库的密码；不填则不变")


class BusinessSystemView(Schema):
    id: int
    name: str
    settings: dict[str, Any]
    has_secret: bool
    enabled: bool
    state: str = Field(
        description="new 还没读过、running 正常、lost 连不上、refused 设置或内容有误、off 停用"
    )
    since: datetime | None
    problem: str | None
    looked_at: datetime | None
    kept: int = Field(description="共收下多少次记录或修订")
    refused: int = Field(description="现在有多少行不能用")
    changed_by: str
    changed_at: datetime


class SystemSwitch(Schema):
    on: bool


class SetAsideView(Schema):
    kind: str
    key: str
    problem: str
    at: datetime


class BusinessSystemDetail(BusinessSystemView):
    counts: dict[str, int] = Field(description="各类记录现有多少条")
    set_aside: list[SetAsideView] = Field(description="不能用的行，最近的 50 行")


class SystemTrial(Schema):
    settings: Settings
    secret: str | None = Field(None, min_length=1, max_length=500)
    system_id: int | None = Field(None, ge=1, le=2**63 - 1, description="修改时：没有填密码就用它的")


class TableShapeView(Schema):
    table: str
    columns: list[str]


class TriedView(Schema):
    name: str
    record_kind: str
    rows: int
    right: int
    problems: list[str]


class SystemTrialView(Schema):
    tables: list[TableShapeView]
    tried: list[TriedView] = Field(description="每张表、每个文件读来的前一批")


class SystemPreset(Schema):
    title: str
    title_en: str
    settings: dict[str, Any]


class HeadingsShape(Schema):
    kind: str = Field(max_length=20)
    headings: list[Annotated[str, StringConstraints(max_length=200)]] = Field(max_length=300)


class DesignProductView(Schema):
    product: str
    revisions: int
    at: datetime = Field(description="最新版本的生效时间")


class DesignRevisionView(Schema):
    revision: str
    at: datetime
    items: int
    steps: int


class ProductDesignView(Schema):
    product: str
    revisions: list[DesignRevisionView]
    documents: list[dict[str, Any]]


class RevisionContents(Schema):
    items: list[dict[str, Any]]
    steps: list[dict[str, Any]]


class DesignDifference(Schema):
    """before 空为增加，after 空为去掉。"""

    name: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ComparedRevisions(Schema):
    items: list[DesignDifference]
    steps: list[DesignDifference]
