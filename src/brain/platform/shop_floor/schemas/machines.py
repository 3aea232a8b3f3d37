"""JSON shapes of sources, points, equipment and the store."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.forms import Input
from brain.platform.shop_floor.adapters.drivers.kinds import Settings
from brain.platform.shop_floor.domain.equipment import Level
from brain.platform.shop_floor.domain.points import DEFAULT_HEARTBEAT, Domain, Priority
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from brain.platform.shop_floor.domain.registering import CODE
from brain.platform.shop_floor.service.points import MOST_AT_ONCE

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, pattern=CODE)]
UnitCode = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w][\w.\-]{0,59}$")]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)]
Finite = Annotated[float, Field(allow_inf_nan=False)]
State = Literal["off", "waiting", "connecting", "running", "lost", "refused"]
Value = float | int | bool | str | None


class InputView(Schema):
    name: str
    input: Input
    required: bool
    default: str | int | float | bool | None
    hint: str
    options: list[str]
    low: float | None
    high: float | None


class ProtocolView(Schema):
    kind: str
    settings: list[InputView]
    address: list[InputView]


class NewMachineSource(Schema):
    name: Name
    settings: Settings
    secret: str | None = Field(None, max_length=4_000, description="密码或密钥；不填则沿用原来的")


class MachineTrial(Schema):
    settings: Settings
    secret: str | None = Field(None, max_length=4_000)
    source_id: int | None = Field(None, ge=1, le=2**63 - 1, description="沿用哪个来源保存的密钥")


class MachineSourceView(Schema):
    id: int
    name: str
    protocol: str
    settings: Settings | None = Field(description="空为保存的设置不再合用，problem 说明原因")
    has_secret: bool
    enabled: bool
    changed_by: str
    changed_at: datetime
    points: int = Field(description="在用测点数")
    state: State = Field(description="off 停用，waiting 采集进程尚未接手")
    since: datetime | None
    problem: str | None
    clock_ahead: float | None = Field(description="对方时钟比本机快多少秒")
    heard_at: datetime | None
    kept: int
    unchanged: int
    set_aside: int
    lost: int


class AskedServer(Schema):
    settings: Settings


class ApplicationCertificateView(Schema):
    pem: str
    subject: str
    application_uri: str | None
    thumbprint: str = Field(description="SHA-1 指纹，OPC UA 软件通常显示它")
    sha256: str = Field(description="SHA-256 指纹")
    valid_from: datetime
    valid_until: datetime


class BrowsedUnder(Schema):
    under: str | None = Field(None, max_length=4_000, description="展开哪一级；不填为最上级")


class FoundAddress(Schema):
    name: str
    title: str
    address: dict[str, Any] | None = Field(description="空为不可采集，只能展开")
    under: str | None
    kind: ValueKind | None
    unit: str | None
    low: float | None
    high: float | None
    value: Value
    quality: Quality | None
    at: datetime | None
    point: int | None = Field(None, description="已登记为哪个测点")


class AskedAddresses(Schema):
    addresses: list[dict[str, Any]] = Field(min_length=1, max_length=500)


class AddressSample(Schema):
    value: Value
    quality: Quality
    at: datetime | None


class PointShape(Schema):
    """登记与修改测点时填写的内容。"""

    title: Line
    address: dict[str, Any]
    equipment_id: int | None = Field(None, ge=1, le=2**63 - 1)
    kind: ValueKind
    unit: Short | None = None
    quantity: Annotated[str, StringConstraints(max_length=40)] | None = Field(None, description="物理量")
    low: Finite | None = Field(None, description="量程下限")
    high: Finite | None = Field(None, description="量程上限")
    scale: Finite = Field(1.0, description="取值 × 系数 + 偏移 = 以 unit 计的值")
    shift: Finite = 0.0
    sampling: float = Field(1.0, ge=0.05, le=86_400, description="采样周期（秒）")
    dead_band: float = Field(0.0, ge=0, allow_inf_nan=False, description="死区：变化不超过它的不记")
    heartbeat: float = Field(DEFAULT_HEARTBEAT, ge=1, le=86_400, description="没有变化时隔多少秒仍记一次")
    priority: Priority = Priority.NORMAL
    domain: Domain = Domain.PRODUCTION
    level: int = Field(2, ge=1, le=4, description="敏感级别（GB/T 43697），4 级不出厂")


class NewPoint(PointShape):
    code: Code | None = Field(None, description="不填则按设备与名称取")


class NewPoints(Schema):
    points: list[NewPoint] = Field(min_length=1, max_length=MOST_AT_ONCE)


class AddedPoints(Schema):
    added: int
    known: int = Field(description="地址已在采集而略过的")


class ChangedPoint(PointShape):
    code: Code


class LiveValue(Schema):
    point: int
    at: datetime
    quality: Quality
    value: Value


class LiveView(Schema):
    values: list[LiveValue]
    cursor: datetime | None = Field(description="下次以 after 传回")


class PointView(PointShape):
    number: int
    code: str
    source_id: int
    source_name: str
    equipment_code: str | None
    equipment_title: str | None
    retired_at: datetime | None
    live: LiveValue | None = None


class TrendPlace(Schema):
    begin: datetime
    count: int
    mean: float | None
    low: float | None
    high: float | None


class TrendView(Schema):
    begin: datetime
    end: datetime
    unit: str | None
    places: list[TrendPlace]


class AsideView(Schema):
    point: int
    code: str
    title: str
    reason: str
    hour: datetime
    count: int
    excerpt: str
    last_at: datetime


class LossView(Schema):
    id: int
    reason: str
    priority: Priority
    source_id: int | None
    points: int
    first_at: datetime
    last_at: datetime
    told: str
    noted_at: datetime


class LimitsShape(Schema):
    budget: int = Field(ge=1, le=2**50, description="最多占用的字节数")
    days: int = Field(ge=0, le=100_000, description="都已读取的数据再留多少天")


class HoldingView(Schema):
    size: int
    points: int
    blocks: int
    oldest_at: datetime | None
    newest_at: datetime | None


class BacklogView(Schema):
    name: str
    points: int
    size: int
    oldest_at: datetime | None
    moved_at: datetime


class StoreView(Schema):
    limits: LimitsShape
    holding: HoldingView
    readers: list[BacklogView]


class NewEquipment(Schema):
    parent_id: int | None = Field(None, ge=1, le=2**63 - 1)
    level: Level
    code: UnitCode
    title: Line
    process: Annotated[str, StringConstraints(max_length=60)] | None = Field(None, description="工序")
    maker: Line | None = None
    model: Line | None = None
    serial: Line | None = None
    in_use_since: date | None = None


class EquipmentView(NewEquipment):
    id: int
    retired_at: datetime | None
    points: int = Field(0, description="它自己的在用测点数")
