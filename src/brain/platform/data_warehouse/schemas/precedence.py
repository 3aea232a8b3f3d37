"""JSON shapes of rankings of sources."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.contract.precedence import Authority
from brain.platform.data_warehouse.domain.precedence import EditionState

PrecedenceReason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class RankedSource(Schema):
    kind: Literal["authority", "provider"] = Field(
        description="authority 一类来源、provider 指名的提供方（先于它所属的那一类）"
    )
    name: str = Field(
        min_length=1,
        max_length=200,
        description="public 公共数据、enterprise 企业数据、third_party 第三方数据、"
        "centre 经省级能力中心共享、unknown 未登记；或提供方名称",
    )


class PrecedenceRanking(Schema):
    entries: list[RankedSource] = Field(max_length=100, description="由先到后；没有列出的在最后，彼此不分")
    freshness_days: int | None = Field(
        ge=0, le=36_500, description="比最新的说法旧多少天以内才算数；空为不限"
    )


class NewPrecedence(PrecedenceRanking):
    reason: PrecedenceReason = Field(description="理由")


class PrecedenceEditionView(Schema):
    id: int
    family: Family
    ranking: PrecedenceRanking
    reason: str = Field(description="提出的理由")
    state: EditionState = Field(description="proposed 待确认、confirmed 已确认、refused 已退回")
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decided_for: str | None = Field(description="确认或退回的理由")


class PrecedenceEditionsView(Schema):
    items: list[PrecedenceEditionView]


class RecomputationView(Schema):
    seen: int = Field(description="已重新取值的记录")
    changed: int = Field(description="其中改变了的")
    begun_at: datetime
    finished_at: datetime | None = Field(description="空为正在进行")


class PrecedenceView(Schema):
    family: Family = Field(description="信息类别")
    ranking: PrecedenceRanking
    is_default: bool = Field(description="平台缺省的，没有人改过")
    proposed: PrecedenceEditionView | None = Field(description="等待确认的修改")
    recomputation: RecomputationView | None = Field(description="最近一次重新取值")


class ProviderView(Schema):
    provider: str
    authority: Authority = Field(description="属于哪一类来源")


class PrecedencesView(Schema):
    families: list[PrecedenceView]
    providers: list[ProviderView] = Field(description="已知的提供方")


class EffectView(Schema):
    contested: int = Field(description="有不止一个提供方说到的记录")
    records: int = Field(description="其中会改变的记录")
    values: int = Field(description="会改变的值")


class ConfirmedPrecedence(Schema):
    reason: PrecedenceReason = Field(description="理由")
    expected: int = Field(ge=0, description="此前显示给人的会改变的记录数；已变化则拒绝")


class RefusedPrecedence(Schema):
    reason: PrecedenceReason = Field(description="理由")
