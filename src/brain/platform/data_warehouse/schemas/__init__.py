"""JSON shapes of the data warehouse."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.data_warehouse.contract import Family, Filters
from brain.reference.region import SHAPE as REGION


class SourceView(Schema):
    provider: str = Field(description="提供方")
    title: str = Field(description="数据名称")
    as_of: date = Field(description="数据截止日期")
    sample: bool = Field(description="是否为示例数据")


class EnterpriseView(Schema):
    """基础工商信息；金额以元为单位。"""

    credit_code: str = Field(description="统一社会信用代码")
    name: str = Field(description="企业名称")
    reg_number: str | None = Field(description="注册号")
    legal_person_name: str | None = Field(description="法定代表人；无权限时为空")
    reg_capital: Decimal | None = Field(description="注册资本（元）")
    reg_capital_currency: str | None = Field(description="注册资本币种（ISO 4217）")
    actual_capital: Decimal | None = Field(description="实缴资本（元）")
    actual_capital_currency: str | None = Field(description="实缴资本币种（ISO 4217）")
    establish_date: date | None = Field(description="成立日期")
    approved_date: date | None = Field(description="核准日期")
    term_from: date | None = Field(description="营业期限自")
    term_to: date | None = Field(description="营业期限至")
    reg_status: str | None = Field(description="登记状态")
    company_type: str | None = Field(description="企业类型")
    reg_institute: str | None = Field(description="登记机关")
    address: str | None = Field(description="住所")
    region_code: str | None = Field(description="行政区划代码（GB/T 2260）")
    industry_code: str | None = Field(description="行业代码（GB/T 4754）")
    business_scope: str | None = Field(description="经营范围")
    former_names: list[str] | None = Field(description="曾用名")
    staff_range: str | None = Field(description="人员规模")
    scale: str | None = Field(description="企业规模")
    stock_code: str | None = Field(description="股票代码")
    region_name: str | None = Field(description="行政区划名称")
    industry_name: str | None = Field(description="行业名称")


class NameLookupView(Schema):
    how: Literal["exact", "normalised", "former"] | None = Field(
        description="匹配方式：原名、规范化名称、曾用名；未找到时为空"
    )
    enterprises: list[EnterpriseView]


class PatentView(Schema):
    application_number: str = Field(description="申请号")
    title: str = Field(description="专利名称")
    patent_type: str | None = Field(description="专利类型")
    publication_number: str | None = Field(description="公开（公告）号")
    application_date: date | None = Field(description="申请日")
    grant_date: date | None = Field(description="授权日")
    patent_status: str | None = Field(description="法律状态")
    ipc: str | None = Field(description="主分类号（IPC）")


class TrademarkView(Schema):
    registration_number: str = Field(description="注册号")
    nice_class: str = Field(description="国际分类")
    name: str = Field(description="商标名称")
    application_date: date | None = Field(description="申请日期")
    registration_date: date | None = Field(description="注册日期")
    valid_to: date | None = Field(description="专用期至")
    trademark_status: str | None = Field(description="商标状态")


class InvestmentView(Schema):
    investee_name: str = Field(description="被投资企业名称")
    investee_credit_code: str | None = Field(description="被投资企业统一社会信用代码")
    amount: Decimal | None = Field(description="投资额（元）")
    currency: str | None = Field(description="币种（ISO 4217）")
    ratio: Decimal | None = Field(description="持股比例（%）")
    invested_on: date | None = Field(description="投资日期")
    investee_status: str | None = Field(description="被投资企业状态")


class HonourView(Schema):
    title: str = Field(description="荣誉名称")
    year: int = Field(description="年度")
    grade: str | None = Field(description="级别")
    issuer: str | None = Field(description="授予单位")
    awarded_on: date | None = Field(description="授予日期")
    valid_to: date | None = Field(description="有效期至")
    document_number: str | None = Field(description="文号")


class FamiliesView(Schema):
    """专利、商标、对外投资、荣誉。"""

    patents: list[PatentView]
    trademarks: list[TrademarkView]
    investments: list[InvestmentView]
    honours: list[HonourView]


class FactView(Schema):
    attribute: str = Field(description="属性；基础工商信息以外的，前面是该记录的标识")
    value: Any = Field(description="取值")
    valid_from: date = Field(description="有效期自")
    valid_to: date | None = Field(description="有效期至（不含）；空表示至今")
    source: SourceView


class FamilyHistoryView(Schema):
    family: Family
    facts: list[FactView]


class FactsHistoryView(Schema):
    families: list[FamilyHistoryView]


class TotalsView(Schema):
    enterprises: int
    patents: int
    trademarks: int
    investments: int
    honours: int
    changed_at: datetime | None = Field(description="最近一次更新的时间")


class CodeView(Schema):
    code: str
    name: str


class CodeListView(Schema):
    items: list[CodeView]


class FilterQuery(Schema):
    """The filters of the search page as a query string."""

    text: str | None = Field(None, max_length=100, description="企业名称的一部分，或统一社会信用代码")
    region: str | None = Field(None, pattern=rf"^{REGION}$", description="行政区划代码，含其下级")
    industry: str | None = Field(None, pattern=r"^[A-T]\d{0,4}$", description="行业代码，含其下级")
    year_from: int | None = Field(None, ge=1900, le=2200, description="成立年份自")
    year_to: int | None = Field(None, ge=1900, le=2200, description="成立年份至")
    capital_from: Decimal | None = Field(None, ge=0, le=10**15, description="注册资本（元）不低于")
    capital_to: Decimal | None = Field(None, ge=0, le=10**15, description="注册资本（元）不高于")
    status: str | None = Field(None, max_length=40, description="登记状态")

    @property
    def filters(self) -> Filters:
        return Filters(**{name: getattr(self, name) for name in FilterQuery.model_fields})


class SearchQuery(FilterQuery):
    page: int = Field(1, ge=1, le=100_000, description="页码，从 1 起")
    page_size: int = Field(20, ge=1, le=100, description="每页条数")


class ExportQuery(FilterQuery):
    format: Literal["csv", "xlsx"] = Field("xlsx", description="文件格式")


class RegionFigureView(CodeView):
    enterprises: int
    capital: Decimal


class SectionFigureView(CodeView):
    enterprises: int
    capital: Decimal


class YearFigureView(Schema):
    year: int
    enterprises: int
    capital: Decimal


class SizeFigureView(Schema):
    """注册资本在 capitalFrom（含）与 capitalTo（不含）之间的企业；最大一档没有上限。"""

    capital_from: int = Field(description="元")
    capital_to: int | None = Field(description="元")
    enterprises: int
    capital: Decimal


class EnterpriseFiguresView(Schema):
    """企业数与注册资本合计（元，只计人民币）；地区为所查地区的下一级，没有企业的也列出。"""

    enterprises: int
    capital: Decimal
    regions: list[RegionFigureView]
    elsewhere: int = Field(description="所在地区不详，或未细分到这一级的企业数")
    sections: list[SectionFigureView] = Field(description="按行业门类（GB/T 4754）")
    unclassified: int = Field(description="没有行业代码的企业数")
    years: list[YearFigureView] = Field(description="按成立年份")
    undated: int = Field(description="没有成立日期的企业数")
    sizes: list[SizeFigureView] = Field(description="按注册资本（人民币）分档，各档都列出")
    unsized: int = Field(description="没有注册资本，或不是人民币的企业数")


class ProvisionView(SourceView):
    """一个来源提供的一类数据；asOf 为其最新的数据截止日期。"""

    family: Family
    inserted: int = Field(description="新增记录数")
    changed: int = Field(description="更改记录数")
    loaded_at: datetime = Field(description="最近一次带来变化的入库时间")


class ProvisionsView(Schema):
    items: list[ProvisionView]
