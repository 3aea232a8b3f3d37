"""What is asked and what is answered."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.peer_benchmark.domain.comparing import Period


class BenchmarkRequest(Schema):
    period: Period = Field(Period.WEEK, title="时间", description="最近一个已结束的天、周（周一起）或月")


class PeerPart(Schema):
    count: int = Field(description="企业数")
    mean: float


class PeerIndicator(Schema):
    code: str
    title: str
    title_en: str
    unit: Literal["share", "kWh"]
    better: Literal["high", "low"]
    mine: float | None = Field(description="本企业；空为数据不足")
    enterprises: int = Field(description="参与的企业数，含本企业")
    parts: list[PeerPart] = Field(description="好的在前，每份至少 6 家的平均；空为企业太少")
    place: int | None = Field(description="本企业在第几份，1 为最好")


class PeerComparison(Schema):
    period: Period
    begin: datetime
    end: datetime
    least: int = Field(description="每个平均数里，除本企业外至少几家")
    observed_hours: float = Field(description="本企业观察到的计划作业时间")
    indicators: list[PeerIndicator]
