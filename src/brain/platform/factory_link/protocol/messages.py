"""The shapes of what a gateway and a brain tell each other, version 1 of the link."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema

PREFIX: Final = "/api/factory-link/v1"
MOST_POINTS: Final = 50_000  # of one gateway
LARGEST_BATCH: Final = 16 * 1024 * 1024  # bytes
BATCH: Final = "application/vnd.industry-brain.batch"

PublicKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Purpose(StrEnum):
    """What a factory may consent to; a use of its data names one of them."""

    MONITORING = "monitoring"  # 产业运行监测
    BENCHMARK = "benchmark"  # 同行对标
    MAINTENANCE = "maintenance"  # 设备维护建议
    SCHEDULING = "scheduling"  # 排产与产能共享
    QUALITY = "quality"  # 质量分析
    FINANCE = "finance"  # 融资增信
    RECOGNITION = "recognition"  # 晨星工厂认定


class GranularityKind(StrEnum):
    RAW = "raw"
    SAMPLED = "sampled"  # the first value of every period of `seconds`
    AGGREGATED = "aggregated"  # count, mean, lowest and highest of every period of `seconds`
    MASKED = "masked"  # rounded to multiples of `step`; texts as keyed digests


class Granularity(Schema, frozen=True):
    kind: GranularityKind
    seconds: int | None = Field(None, ge=1, le=86_400, description="采样或汇总的周期，秒")
    step: float | None = Field(None, gt=0, description="遮盖时取整到的步长")


class EnrolmentRequest(Schema):
    """Signed by the key that it carries."""

    code: str = Field(min_length=8, max_length=40, description="一次性注册码")
    credit_code: str = Field(min_length=18, max_length=18, description="工厂的统一社会信用代码")
    title: Line
    public_key: PublicKey
    version: Line


class EnrolmentAnswer(Schema):
    link: str = Field(description="链接编号，此后作密钥编号")
    brain: Line = Field(description="大脑的名称")
    brain_code: str | None = Field(description="运营单位的统一社会信用代码")
    public_key: PublicKey = Field(description="大脑的公钥")


LinkState = Literal["claimed", "active", "suspended", "revoked"]


class PositionAnswer(Schema):
    """How far the brain has got: what a gateway asks first, and after every doubt."""

    state: LinkState
    last: int = Field(ge=0, description="已收到的最后一块的编号")
    chain: Digest | None = Field(description="到此为止各批的摘要链；还没有收到过则空")
    catalogue: int = Field(ge=0, description="已知的测点与同意书的版本")
    reason: str | None = Field(None, description="停用或吊销的原因")


class PointTold(Schema):
    number: int = Field(ge=1, le=2**32 - 1)
    code: Line
    title: Line
    kind: Literal["number", "integer", "boolean", "text"]
    unit: str | None = Field(None, max_length=20)
    quantity: str | None = Field(None, max_length=40)
    low: float | None = None
    high: float | None = None
    domain: str = Field(max_length=20)
    level: int = Field(ge=1, le=3, description="敏感级别；4 级不出厂")
    equipment: list[Line] = Field(max_length=8, description="所在设备，由上到下")


class ConsentTold(Schema):
    id: int = Field(ge=1)
    purpose: Purpose
    granularity: Granularity
    points: list[int] = Field(min_length=1, max_length=MOST_POINTS)
    given_by: Line
    given_at: AwareDatetime
    until: AwareDatetime | None


class CatalogueTold(Schema):
    """All that the gateway shares at this revision: what is not here is shared no longer."""

    revision: int = Field(ge=1)
    points: list[PointTold] = Field(max_length=MOST_POINTS)
    consents: list[ConsentTold] = Field(max_length=1_000)


class LossTold(Schema):
    """Values that the gateway gave up before they could be sent."""

    reason: str = Field(max_length=20)
    points: int = Field(ge=1)
    first_at: AwareDatetime
    last_at: AwareDatetime
    told: str = Field(max_length=400)


Statistic = Literal["value", "count", "mean", "low", "high"]


class PartTold(Schema):
    granularity: Granularity
    statistic: Statistic
    size: int = Field(ge=1, le=LARGEST_BATCH, description="字节")


class BatchHeader(Schema):
    """In front of the packed parts of a batch. `previous` is the chain before it."""

    first: int = Field(ge=1, description="本批取自哪一块起")
    last: int = Field(ge=1, description="到哪一块止")
    sealed_from: AwareDatetime
    sealed_to: AwareDatetime
    previous: Digest | None = None
    catalogue: int = Field(ge=1)
    parts: list[PartTold] = Field(max_length=200)
    losses: list[LossTold] = Field(default_factory=list, max_length=100)


class BatchAnswer(Schema):
    last: int
    chain: Digest
    points: int = Field(description="收下的值")
    refused: int = Field(description="没有同意书、因而没有收的值")


class SourceHealth(Schema):
    name: Line
    state: str = Field(max_length=16)
    points: int = Field(ge=0)
    problem: str | None = Field(None, max_length=400)


class HealthTold(Schema):
    """Sent every half minute."""

    version: Line
    started_at: AwareDatetime
    at: AwareDatetime
    backlog: int = Field(ge=0, description="还没有送出的块")
    oldest: AwareDatetime | None = Field(description="其中最早一块的时间")
    disk_free: int = Field(ge=0)
    store_used: int = Field(ge=0)
    store_budget: int = Field(ge=0)
    clock_offset: float | None = Field(description="与校时服务器相差的秒数；未知则空")
    sources: list[SourceHealth] = Field(max_length=200)


class UseTold(Schema):
    """One use of a factory's data at the brain."""

    id: int
    at: datetime
    purpose: Purpose
    by: str = Field(description="谁：人、角色或服务")
    what: str = Field(description="做什么")
    points: int = Field(description="涉及的测点数")


class UsesAnswer(Schema):
    items: list[UseTold]


LARGEST_LETTER: Final = 256 * 1024  # bytes of a letter's JSON
MOST_LETTERS: Final = 50  # of one answer


class LetterTold(Schema):
    """What rooms above tell each other through the link; either side keeps it until the other has it."""

    id: str = Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", description="UUID，再送时不变")
    kind: str = Field(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}$")
    at: AwareDatetime
    body: dict[str, Any]


class NumberedLetter(LetterTold):
    number: int = Field(ge=1)


class LetterAnswer(Schema):
    id: str


class LettersAnswer(Schema):
    items: list[NumberedLetter] = Field(max_length=MOST_LETTERS)


PIECE: Final = 1 << 20  # bytes of a file in one answer


class PieceAnswer(Schema):
    """A part of a file that the brain keeps for gateways, as base64; `size` is the whole file's, in bytes."""

    size: int = Field(ge=0)
    content: str


class NewKey(Schema):
    """Signed by the old key; `proof` by the new one over the link and the new key."""

    public_key: PublicKey
    proof: str = Field(min_length=88, max_length=88)
