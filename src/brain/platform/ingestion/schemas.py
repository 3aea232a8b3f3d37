"""JSON shapes of ingestion."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.governance.contract import IdentifierKind
from brain.platform.ingestion.contract import Status
from brain.platform.ingestion.domain.layouts import Kind
from brain.platform.ingestion.domain.mapping import Unit

Dataset = Literal["enterprises", "patents", "trademarks", "investments", "honours", "listings", "industries"]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class FieldView(Schema):
    name: str
    title: str
    title_en: str
    kind: Kind = Field(description="取值类型")
    required: bool = Field(description="是否必填")


class LayoutView(Schema):
    name: Dataset
    title: str
    title_en: str
    fields: list[FieldView]
    finds_owner: bool = Field(description="可用企业名称代替统一社会信用代码")


class LayoutsView(Schema):
    items: list[LayoutView]


class ColumnShape(Schema):
    column: str = Field(max_length=220, description="文件中的列")
    field: str = Field(max_length=40, description="数据集的字段")
    unit: Unit = Field("wan", description="金额没有写单位时按此计：元、千元、万元、亿元")


class LandedView(Schema):
    digest: str = Field(description="文件内容的 SM3 摘要")


class ColumnFindingView(Schema):
    """一列疑似含有的标识。"""

    kind: IdentifierKind
    level: int = Field(description="建议级别：一般数据 1–4 级（GB/T 43697-2024 附录 H）")
    values: int = Field(description="抽样中的取值数")
    matched: int = Field(description="符合的取值数")
    masked: int = Field(description="已部分遮盖的取值数")
    by_header: bool = Field(description="表头也这样写")
    proven: bool = Field(description="校验位正确")


class PreviewView(Schema):
    digest: str
    file_name: str
    kind: Literal["csv", "xlsx", "parquet", "json"] = Field(description="按内容识别的格式")
    headers: list[str]
    rows: list[list[str | None]] = Field(description="前若干行")
    findings: list[ColumnFindingView | None] = Field(description="各列疑似含有的标识，与 headers 同序")
    rows_total: int | None = Field(description="总行数；逐行读取的格式事先不知道")
    mapping: list[ColumnShape] = Field(description="建议的列对应关系")
    remembered: bool = Field(description="是否沿用了上次的对应关系")


class NewImport(Schema):
    dataset: Dataset
    digest: Digest
    mapping: list[ColumnShape] = Field(max_length=60)
    provider: Line = Field(description="数据提供方")
    title: Line = Field(description="数据名称")
    as_of: date = Field(description="数据截止日期")
    sample: bool = Field(False, description="是否为示例数据")


class ImportView(Schema):
    id: int
    dataset: Dataset
    file_name: str
    provider: str
    title: str
    as_of: date
    sample: bool
    status: Status
    rows_total: int | None
    rows_done: int
    inserted: int = Field(description="新增")
    changed: int = Field(description="变更")
    unchanged: int = Field(description="无变化")
    rejected: int = Field(description="拒收的行")
    warned: int = Field(description="有疑问但已收下的行")
    problem: str | None = Field(description="失败原因")
    created_by: str
    created_at: datetime
    finished_at: datetime | None


class ProblemView(Schema):
    row: int = Field(description="第几条记录，从 1 起")
    field: str
    value: str
    message: str
