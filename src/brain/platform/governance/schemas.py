"""JSON shapes of name matching, merges, golden records and industry codes."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.governance.contract import How, Part, Verdict
from brain.platform.governance.domain import twins
from brain.platform.governance.domain.addresses import AddressVerdict
from brain.platform.governance.domain.golden_view import Standing
from brain.platform.governance.domain.identity_links import LinkKind, LinkState
from brain.platform.governance.domain.written_names import DecisionKind, NameState
from brain.reference.credit_code import SHAPE

CreditCodeText = Annotated[str, StringConstraints(pattern=rf"^{SHAPE}$")]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class PartAgreementView(Schema):
    part: Part = Field(
        description="名称组成：region 地区、trade_name 字号、business 行业、form 组织形式、branch 分支"
    )
    written: str = Field(description="所写")
    registered: str = Field(description="登记")
    verdict: Verdict = Field(description="same 一致、similar 相近、left_out 未写、added 多写、different 不同")


class NameCandidateView(Schema):
    credit_code: str = Field(description="统一社会信用代码")
    name: str = Field(description="现用名称")
    matched_name: str = Field(description="匹配到的名称，可能是曾用名")
    score: float = Field(ge=0, le=1, description="相似度，1 为名称相同")
    parts: list[PartAgreementView] = Field(description="逐部分的依据")


class NameMatchView(Schema):
    how: How | None = Field(
        description="exact 原样相同、normalised 规范化后相同、former 曾用名相同、"
        "decided 人已认定、fuzzy 近似；空为未找到"
    )
    candidates: list[NameCandidateView] = Field(description="候选企业，由近及远")
    ambiguous: bool = Field(description="前两名过于接近，需要人来选择")


class IndustryCandidateView(Schema):
    code: str = Field(description="行业代码")
    name: str = Field(description="行业名称")
    share: float = Field(ge=0, le=1, description="名称与经营范围所说中支持它的比例")


class IndustryEvidenceView(Schema):
    text: str = Field(description="名称或经营范围中的文字")
    in_name: bool = Field(description="出自名称")
    share: float = Field(ge=0, le=1, description="为第一候选提供的比例")


class IndustryCorrectionView(Schema):
    code: str = Field(description="核定的行业代码")
    name: str = Field(description="行业名称")
    by: str = Field(description="核定人")
    at: datetime = Field(description="核定时间")
    note: str = Field(description="说明")


class IndustryCodingView(Schema):
    credit_code: str = Field(description="统一社会信用代码")
    enterprise_name: str = Field(description="企业名称")
    business_scope: str = Field(description="经营范围")
    code: str | None = Field(description="有把握的最细一级代码；空为连门类都没有把握")
    name: str | None = Field(description="行业名称")
    level: int = Field(ge=0, le=4, description="代码的层级：1 门类、2 大类、3 中类、4 小类；0 为没有")
    confidence: float = Field(ge=0, le=1, description="该级正确的概率")
    candidates: list[IndustryCandidateView] = Field(description="候选小类")
    evidence: list[IndustryEvidenceView] = Field(description="依据")
    correction: IndustryCorrectionView | None = Field(description="人的核定")


class NewIndustryCorrection(Schema):
    code: str = Field(min_length=1, max_length=5, description="行业代码，如 C2911")
    note: str = Field(default="", max_length=500, description="说明")


class WrittenNameView(Schema):
    id: int
    written: str = Field(description="所写的名称")
    region: str | None = Field(description="所写地址所在的行政区划代码")
    state: NameState = Field(
        description="waiting 正在比对、open 待确认、deferred 暂不决定、same 已认定、unknown 不是已知企业"
    )
    how: How | None = Field(description="最近一次比对第一候选的依据；空为没有候选")
    score: float = Field(ge=0, le=1, description="第一候选的相似度")
    ambiguous: bool = Field(description="前两名过于接近")
    best_code: str | None = Field(description="第一候选的统一社会信用代码")
    best_name: str | None = Field(description="第一候选的名称")
    credit_code: str | None = Field(description="认定的统一社会信用代码")
    first_seen_at: datetime = Field(description="首次出现的时间")
    rows: int = Field(description="这样写的行数")
    datasets: list[str] = Field(description="出现在哪些数据集")


class MatchCandidateView(NameCandidateView):
    address: str | None = Field(description="登记地址")
    address_verdict: AddressVerdict = Field(
        description="与同行所写的地址相比：same 一致、similar 相近、different 不同、unknown 没有写或没有登记"
    )
    establish_date: date | None = Field(description="成立日期")
    reg_status: str | None = Field(description="登记状态")


class SightingView(Schema):
    delivery: int = Field(description="导入任务编号；更正的行没有导入任务")
    dataset: str = Field(description="数据集")
    written: str = Field(description="原样写法")
    rows: int = Field(description="行数")
    address: str | None = Field(description="同一行所写的地址")
    in_data_set: bool = Field(description="真：认定后自动关联；假：该导入拒收了这些行，认定后须再次导入")


class NameDecisionView(Schema):
    kind: DecisionKind = Field(
        description="same 就是这家、unknown 不是已知企业、deferred 暂不决定、taken_back 撤回"
    )
    credit_code: str | None = Field(description="认定的统一社会信用代码")
    enterprise_name: str | None = Field(description="认定的企业")
    score: float | None = Field(description="认定时的相似度；人自行查找的为空")
    note: str = Field(description="说明")
    by: str = Field(description="认定人")
    at: datetime = Field(description="时间")


class WholeNameView(Schema):
    name: WrittenNameView
    candidates: list[MatchCandidateView] = Field(description="此刻的候选企业，由近及远")
    sightings: list[SightingView] = Field(description="出现在哪里")
    history: list[NameDecisionView] = Field(description="历次认定，最近的在前")
    next: int | None = Field(description="下一个待确认的名称")


class NewNameDecision(Schema):
    kind: DecisionKind = Field(description="same、unknown、deferred 或 taken_back（撤回）")
    credit_code: CreditCodeText | None = Field(None, description="kind 为 same 时必填")
    score: float | None = Field(None, ge=0, le=1, description="所选候选的相似度")
    note: str = Field("", max_length=400, description="说明")


class SeenDataSetsView(Schema):
    items: list[str] = Field(description="出现过待匹配名称的数据集")


class AcceptableNames(Schema):
    count: int = Field(description="符合条件、可以批量认定的名称数")


class NewAcceptance(Schema):
    least_score: float = Field(ge=0.4, le=1, description="相似度不低于")
    dataset: str | None = Field(None, max_length=80, description="只认定出现在这个数据集的")
    expected: int = Field(ge=1, description="此前显示给人的数目；已变化则拒绝")


class SaidView(Schema):
    by: str
    at: datetime
    reason: str


class LinkEvidence(Schema):
    field: str = Field(
        description="organisation_code 主体标识码、reg_number 注册号、name 名称、former_name 曾用名、"
        "legal_person_name 法定代表人、address 地址、establish_date 成立日期"
    )
    verdict: twins.Verdict = Field(description="same 相同、similar 相近、different 不同、unknown 未知")


class IdentityLinkView(Schema):
    id: int
    absorbed: str = Field(description="被并入的统一社会信用代码")
    absorbed_name: str = Field(description="被并入的企业")
    survivor: str = Field(description="存续的统一社会信用代码")
    survivor_name: str = Field(description="存续的企业")
    kind: LinkKind = Field(description="renumbered 换码、reregistered 重新登记、duplicate 重复登记")
    since: date = Field(description="从哪天起是同一家")
    reason: str = Field(description="理由")
    evidence: list[LinkEvidence] = Field(description="自动查找的依据")
    state: LinkState = Field(description="proposed 待确认、confirmed 已合并、refused 已退回、split 已拆分")
    proposed_by: str = Field(description="提出人；system 为自动查找")
    proposed_at: datetime = Field(description="何时提出")
    decided: SaidView | None = Field(description="确认或退回")
    split: SaidView | None = Field(description="拆分")


class NewIdentityLink(Schema):
    absorbed: CreditCodeText = Field(description="被并入的统一社会信用代码")
    survivor: CreditCodeText = Field(description="存续的统一社会信用代码")
    kind: LinkKind
    since: date = Field(description="从哪天起是同一家")
    reason: Reason = Field(description="理由")


class LinkReason(Schema):
    reason: Reason = Field(description="理由")


class GoldenSource(Schema):
    provider: str = Field(description="提供方")
    title: str = Field(description="数据名称")
    as_of: date = Field(description="数据日期")
    sample: bool = Field(description="示例数据")


class OverruledView(Schema):
    value: str
    credit_code: str = Field(description="出自哪条企业记录")
    source: GoldenSource
    since: date = Field(description="从哪天起")
    until: date | None = Field(description="到哪天为止；空为该来源现在仍这样说，或仍是被并入记录的现值")
    why: Standing = Field(description="为什么让位")


class GoldenAttributeView(Schema):
    attribute: str
    value: str
    credit_code: str = Field(description="出自哪条企业记录")
    source: GoldenSource
    since: date = Field(description="从哪天起")
    why: Standing = Field(
        description="undisputed 没有不同说法、fresher 日期较新、later_delivery 同日后到、"
        "priority 来源优先级较高、stale 优先的来源说得太早、"
        "survivor 存续记录优先、first_by_code 同日取代码在前、joined 各来源合并"
    )
    agreeing: list[GoldenSource] = Field(description="说法相同的其他来源")
    overruled: list[OverruledView] = Field(description="让位的值")


class GoldenRecordView(Schema):
    credit_code: str
    merged_into: str | None = Field(description="已并入的统一社会信用代码")
    names: dict[str, str] = Field(description="作为同一家企业的各条记录的名称，按统一社会信用代码")
    attributes: list[GoldenAttributeView]
    links: list[IdentityLinkView] = Field(description="历次合并与拆分")
