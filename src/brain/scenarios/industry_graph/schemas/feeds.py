"""Shapes of data sets that the graph reads."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.scenarios.industry_graph.domain.feed import FeedKind
from brain.scenarios.industry_graph.schemas.decisions import ImportedView

Column = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class FeedWanted(Schema):
    """supply：upstream、downstream，可有 weight、relation；products：company、product、weight。"""

    kind: FeedKind
    data_set: str = Field(max_length=80, description="完整名称，如 industry.chain_capacity")
    columns: dict[str, Column] = Field(max_length=4, description="各自取自数据集的哪一列")
    confidence: float = Field(gt=0, lt=1, description="可信度")


class FeedView(Schema):
    id: int
    kind: FeedKind
    data_set: str
    columns: dict[str, str]
    confidence: float
    set_by: str
    set_at: datetime
    version: int | None = Field(description="读到的版本")
    read_at: datetime | None
    outcome: ImportedView | None
    problem: str | None = Field(description="读不了的原因；此时由它得来的关系与产品已经撤下")
