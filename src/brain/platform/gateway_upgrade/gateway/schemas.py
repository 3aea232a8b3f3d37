"""JSON shapes of upgrading at a gateway."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.gateway_upgrade.protocol.releases import Phase

Why = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
Minute = Annotated[int, Field(ge=0, le=24 * 60 - 1)]


class MaintenanceWindow(Schema):
    start: Minute = Field(description="从几点起：当天的第几分钟，北京时间")
    end: Minute = Field(description="到几点前；小于开始则跨过半夜")
    automatic: bool = Field(description="以后的版本不再问，在时段内自动升级")


class UpgradeStanding(Schema):
    version: str = Field(description="正在运行的版本")
    slots: bool = Field(description="是否用安装包装的，有两个槽")
    slot: Literal["a", "b"] | None
    phase: Literal["settled", "installing", "switching", "trial", "returning"] | None
    problem: str | None = Field(description="试用中的版本现在有什么不对")
    may_go_back: bool
    fingerprint: str | None = Field(description="所信任的发布者公钥的指纹")
    window: MaintenanceWindow


class OfferedRelease(Schema):
    id: int
    version: str
    notes: str
    notes_en: str
    size: int = Field(description="字节")
    fetched: int = Field(description="已取到的字节")
    origin: str = Field(description="brain 为大脑送来；否则是在本机上传的人")
    at: datetime
    state: Phase
    why: str
    at_once: bool
    decided_by: str | None
    decided_at: datetime | None
    ended_at: datetime | None


class Agreement(Schema):
    at_once: bool = Field(description="取到即升级；否则在维护时段里")


class Reason(Schema):
    reason: Why
