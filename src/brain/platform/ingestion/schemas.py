"""JSON shapes of ingestion."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import Tier
from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import ColumnFindingView, DeclaredColumn, DeclaredDataSet
from brain.platform.ingestion.adapters.connectors.kinds import Settings
from brain.platform.ingestion.contract import Basis, Category, Frequency, State, Status
from brain.platform.ingestion.domain.collecting import Choice, Outcome, RunStatus
from brain.platform.ingestion.domain.files import MOST_COLUMNS
from brain.platform.ingestion.domain.layouts import Kind
from brain.platform.ingestion.domain.mapping import Unit

Dataset = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{0,79}$")]
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
    field: str = Field(max_length=60, description="数据集的字段")
    unit: Unit = Field("wan", description="金额没有写单位时按此计：元、千元、万元、亿元")


class LandedView(Schema):
    digest: str = Field(description="文件内容的 SM3 摘要")


class PreviewView(Schema):
    digest: str
    file_name: str
    kind: Literal["csv", "xlsx", "parquet", "json", "xml"] = Field(description="按内容识别的格式")
    headers: list[str]
    rows: list[list[str | None]] = Field(description="前若干行")
    findings: list[ColumnFindingView | None] = Field(description="各列疑似含有的标识，与 headers 同序")
    rows_total: int | None = Field(description="总行数；逐行读取的格式事先不知道")
    mapping: list[ColumnShape] = Field(description="建议的列对应关系")
    remembered: bool = Field(description="是否沿用了上次的对应关系")


class ProposedColumnView(Schema):
    header: str
    column: DeclaredColumn
    finding: ColumnFindingView | None
    samples: list[str] = Field(description="几个取值")


class ProposedRuleView(Schema):
    definition: dict[str, Any] = Field(description="规则的写法")
    message: str = Field(description="规则")
    support: int = Field(description="依据的行数")
    reason: str = Field(description="依据")


class ProposalView(Schema):
    columns: list[ProposedColumnView]
    keys: list[str] = Field(description="建议的键")
    rules: list[ProposedRuleView] = Field(description="取值本身提示的质量规则")
    rows: int = Field(description="看过的行数")


class FileColumn(DeclaredColumn):
    header: str = Field(max_length=220, description="文件中的列")


class NewDataSetForFile(DeclaredDataSet):
    """由数据源交付的数据集，按一个已上传的文件登记。"""

    digest: Digest
    columns: list[FileColumn] = Field(min_length=1, max_length=MOST_COLUMNS)
    whole: bool = Field(description="每次交付是全部（true），或同键的行以较新的为准（false）")


class DeclaredView(Schema):
    tier: Tier
    name: str
    revision: int


class NewImport(Schema):
    dataset: Dataset
    digest: Digest
    mapping: list[ColumnShape] = Field(max_length=MOST_COLUMNS)
    source_id: int = Field(ge=1, le=2**63 - 1, description="已登记并认证的数据源")
    title: Line = Field(description="数据名称")
    as_of: date = Field(description="数据截止日期")


class ImportView(Schema):
    id: int
    dataset: Dataset
    file_name: str
    source_id: int
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


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class NewSource(Schema):
    name: Line = Field(description="数据源名称，唯一")
    provider: Line = Field(description="提供方")
    provider_code: str | None = Field(None, max_length=18, description="提供方的统一社会信用代码")
    category: Category = Field(description="公共数据、企业数据、第三方数据")
    basis: Basis = Field(description="依据：法律法规、依法公开、开放许可、合同授权、个人或企业同意")
    basis_document: Words = Field(description="依据的名称、文号或合同编号")
    basis_until: date | None = Field(None, description="授权到期日；长期有效时不填")
    owner: Line = Field(description="本单位的责任人或责任部门")
    purpose: Text = Field(description="使用目的")
    region_code: str | None = Field(None, pattern=r"^\d{6}$", description="覆盖地区的行政区划代码")
    level: int = Field(ge=1, le=4, description="预计最高敏感级别：一般数据 1–4 级（GB/T 43697-2024 附录 H）")
    frequency: Frequency = Field(description="更新频率")
    contact: Line = Field(description="联系部门或岗位")
    sample: bool = Field(False, description="是否为示例数据")


class NewCertification(Schema):
    voucher: Line = Field(description="由谁担保：认证机构或核验部门")
    evidence: Text = Field(description="核验了什么、凭据何在")
    verified_on: date = Field(description="核验日期")
    valid_until: date = Field(description="有效至")


class Suspension(Schema):
    reason: Words = Field(description="停用原因")


class RegisteredSourceView(Schema):
    id: int
    registration: NewSource
    certification: NewCertification | None
    state: State = Field(description="只有 certified（已认证）的数据源可以送数据")
    suspended_for: str | None = Field(description="停用原因")
    registered_by: str
    registered_at: datetime
    delivered_at: datetime | None = Field(description="最近一次完整收到数据的时间")
    due_on: date | None = Field(description="按更新频率，下一批数据应到的日期")
    late: bool = Field(description="逾期未更新")


class SourceEventView(Schema):
    at: datetime
    by: str
    what: Literal["register", "amend", "certify", "suspend", "resume"]
    details: dict[str, Any]


class NewCollection(Schema):
    name: Line = Field(description="采集任务的名称")
    settings: Settings = Field(description="从哪里、怎样取")
    secret: str | None = Field(
        None,
        min_length=1,
        max_length=8192,
        description="密码、密钥或私钥，加密保存，不再给出；修改时不填则沿用",
    )
    dataset: Dataset
    mapping: list[ColumnShape] = Field(max_length=60)
    title: Line = Field(description="导入的数据名称，可含 {date}、{file}")
    cron: str | None = Field(None, max_length=100, description="时刻：分 时 日 月 周，北京时间")
    minutes: int | None = Field(None, description="每隔多少分钟；与时刻二选一，都不填为手动")


class Trial(Schema):
    settings: Settings
    secret: str | None = Field(None, min_length=1, max_length=8192)
    collection_id: int | None = Field(None, ge=1, le=2**63 - 1, description="沿用它已存的密钥")
    dataset: Dataset


class TrialView(Schema):
    """试连取到的内容；没有留存。"""

    file_name: str
    kind: str = Field(description="按内容识别的格式")
    headers: list[str]
    rows: list[list[str | None]] = Field(description="前若干行")
    findings: list[ColumnFindingView | None] = Field(description="各列疑似含有的标识，与 headers 同序")
    rows_total: int | None
    mapping: list[ColumnShape] = Field(description="建议的列对应关系")
    remembered: bool = Field(description="是否沿用了上次的对应关系")


class RunView(Schema):
    id: int
    asked_by: str
    asked_at: datetime
    status: RunStatus
    ended_at: datetime | None
    found: int = Field(description="发现的文件或批次")
    landed: int = Field(description="原样落地的")
    unchanged: int = Field(description="内容与以前相同，没有再导入")
    imports: int = Field(description="开始的导入")
    rows: int = Field(description="导入已读的行")
    inserted: int
    changed: int
    rejected: int
    gone: int | None = Field(description="取全表时，比上次少了的行")
    problem: str | None


class CollectedView(Schema):
    id: int
    name: str
    as_of: date
    digest: str | None
    outcome: Outcome
    import_id: int | None
    problem: str | None
    gone: int | None
    gone_keys: list[list[str | None]] = Field(description="比上次少了的行的主键，最多 20 个")
    at: datetime


class DriftView(Schema):
    added: list[str] = Field(description="多出的列")
    gone: list[str] = Field(description="少了的列")
    broken: list[str] = Field(description="取值多数不再读得懂的列")


class HeldView(Schema):
    """等待决定的一批。"""

    name: str
    digest: str | None
    drift: DriftView | None
    at: datetime


class CollectionView(Schema):
    id: int
    source_id: int
    name: str
    settings: Settings
    has_secret: bool
    dataset: Dataset
    mapping: list[ColumnShape]
    title: str
    cron: str | None
    minutes: int | None
    paused: bool
    next_at: datetime | None
    created_by: str
    created_at: datetime
    latest: RunView | None = Field(description="最近一次采集")
    importing: bool = Field(description="采来的数据还在导入")
    held: HeldView | None


class Decision(Schema):
    choice: Choice = Field(description="照收、改对应关系后收、不收")
    mapping: list[ColumnShape] | None = Field(None, max_length=60, description="改对应关系时的新对应关系")
