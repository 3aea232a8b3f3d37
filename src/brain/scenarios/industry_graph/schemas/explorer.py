"""Shapes of the explorer's views."""

from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.scenarios.industry_graph.domain.chain import Role
from brain.scenarios.industry_graph.schemas.overview import FilterQuery, Grade


class WalkQuery(FilterQuery):
    direction: Literal["up", "down", "both"] = Field(default="both", description="上游、下游或两者")
    hops: int = Field(default=1, ge=1, le=6, description="步数")


class GroupQuery(FilterQuery):
    city: str = Field(default="", pattern=r"^([1-9]\d{5})?$", description="市代码；空为地区不详")


class GraphNodeView(Schema):
    id: str
    kind: Literal["product", "enterprise", "group"]
    code: str
    title: str
    title_en: str
    stage: str
    link: str
    x: float
    y: float
    count: int
    grade: Grade | None
    role: Role | None
    hops: int | None


class GraphTieView(Schema):
    source: str
    target: str
    kind: Literal["supply", "belongs"]
    weight: float
    confidence: float | None


class GraphView(Schema):
    """一屏图谱：节点与连线，位置由服务端算好；leftOut 为未画出的企业数，path 为通路上节点的次序。"""

    nodes: list[GraphNodeView]
    ties: list[GraphTieView]
    left_out: int
    path: list[str]


class FoundView(Schema):
    """搜索结果，id 可直接用于图谱查询。"""

    id: str
    kind: Literal["product", "enterprise"]
    title: str
    title_en: str
    code: str
