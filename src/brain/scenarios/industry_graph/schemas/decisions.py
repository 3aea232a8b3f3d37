"""Shapes of corrections, contradictions and upkeep."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.reference.credit_code import SHAPE
from brain.scenarios.industry_graph.domain.chain import Role
from brain.scenarios.industry_graph.domain.contradiction import Decision
from brain.scenarios.industry_graph.domain.correction import Kind
from brain.scenarios.industry_graph.domain.supply import Source
from brain.scenarios.industry_graph.service.importing import EdgeColumns, ProductColumns


class NewCorrection(Schema):
    """专家修正：增加或去除企业的产品归属（attach、detach），增加或断开供应关系（connect、disconnect）。"""

    kind: Kind
    credit_code: str | None = Field(default=None, pattern=rf"^{SHAPE}$", description="企业（归属类）")
    product: str | None = Field(default=None, max_length=64, description="产品编码（归属类）")
    role: Role | None = Field(default=None, description="角色（attach 必填）")
    upstream: str | None = Field(default=None, max_length=64, description="上游产品（关系类）")
    downstream: str | None = Field(default=None, max_length=64, description="下游产品（关系类）")
    weight: float | None = Field(default=None, gt=0, le=1, description="权重（connect 必填）")
    reason: str = Field(min_length=2, max_length=1000, description="理由")


class Reason(Schema):
    reason: str = Field(min_length=2, max_length=1000, description="理由")


class Resolution(Schema):
    decision: Decision
    reason: str = Field(min_length=2, max_length=1000, description="理由")


class DefinitionView(Schema):
    """在用的产业链定义；number 为 0 是随产品附带的版本。"""

    number: int
    code: str
    title: str
    version: str
    provisional: bool
    text: str


class NewDefinition(Schema):
    text: str = Field(min_length=1, max_length=1_000_000, description="TOML 文本")


class SourceQuery(Schema):
    """导入来源：名称、日期与可信度。"""

    title: str = Field(min_length=1, max_length=200, description="来源名称")
    stated_on: date = Field(description="来源的日期")
    confidence: float = Field(gt=0, lt=1, description="可信度")

    @property
    def source(self) -> Source:
        return Source(title=self.title, stated_on=self.stated_on, confidence=self.confidence)


Column = Annotated[str, Field(min_length=1, max_length=100)]


class EdgeImportQuery(SourceQuery):
    """文件中的列名；有 relation 列时，其值“上游材料”“下游产品”说明后者是前者的什么。"""

    upstream: Column = "upstream_product"
    downstream: Column = "downstream_product"
    weight: Column | None = None
    relation: Column | None = None

    @property
    def columns(self) -> EdgeColumns:
        return EdgeColumns(
            upstream=self.upstream, downstream=self.downstream, weight=self.weight, relation=self.relation
        )


class ProductImportQuery(SourceQuery):
    """文件中的列名；企业列可为全称、信用代码，或另附对照表中的代码。"""

    company: Column = "company_code"
    product: Column = "product"
    weight: Column = "weight"
    company_code: Column = "code"
    company_name: Column = "full_name"

    @property
    def columns(self) -> ProductColumns:
        return ProductColumns(company=self.company, product=self.product, weight=self.weight)


class ImportedView(Schema):
    """导入结果：行数、对应到本链的行数、新增与失效条数，部分未能对应的名称。"""

    rows: int
    mapped: int
    begun: int
    ended: int
    unknown: list[str]


class QueuedView(Schema):
    status: Literal["queued"] = "queued"
