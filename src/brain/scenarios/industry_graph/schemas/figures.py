"""Shapes of the figures that the cockpit shows."""

from decimal import Decimal

from pydantic import Field

from brain.kit.schemas import Schema


class ChainTallyView(Schema):
    """企业数、其中重点企业数，注册资本合计（万元，只计人民币）。"""

    enterprises: int
    key: int
    capital_wan: Decimal


class ChainRegionView(ChainTallyView):
    code: str
    name: str


class ChainYearView(ChainTallyView):
    year: int


class ChainHonourView(Schema):
    title: str
    enterprises: int


class ChainFiguresView(ChainTallyView):
    """产业链企业的统计；地区为所查地区的下一级，没有企业的也列出。"""

    regions: list[ChainRegionView]
    elsewhere: int = Field(description="所在地区不详，或未细分到这一级的企业数")
    years: list[ChainYearView] = Field(description="按成立年份")
    undated: int = Field(description="没有成立日期的企业数")
    honours: list[ChainHonourView] = Field(description="各项荣誉的企业数，多的在前")


class ChainFlowView(Schema):
    """两个环节之间的供应关系条数。"""

    upstream: str
    downstream: str
    relations: int
