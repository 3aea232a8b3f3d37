"""JSON shapes of releases that a brain carries."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.gateway_upgrade.protocol.releases import Phase


class PublishedRelease(Schema):
    id: int
    version: str
    requires: str = Field(description="可以从哪一版起升级")
    python: str
    platform: str
    notes: str
    notes_en: str
    size: int = Field(description="字节")
    fingerprint: str = Field(description="签名公钥的指纹：是否可信由各网关判断")
    issued_at: datetime
    added_by: str
    added_at: datetime
    withdrawn_at: datetime | None
    withdrawn_why: str | None
    offered: int = Field(description="送给了几家工厂")
    kept: int = Field(description="其中已升级的")
    failed: int = Field(description="其中退回或没有装成的")


class ReleaseAtFactory(Schema):
    """One factory whose link is in use: what it runs, and how far it is with this release."""

    factory_id: str
    factory: str
    running: str | None
    offered_at: datetime | None
    state: Phase | None
    why: str
    told_at: datetime | None


class OfferTo(Schema):
    factories: list[Annotated[str, StringConstraints(min_length=1, max_length=36)]] = Field(
        min_length=1, max_length=5_000
    )


class WithdrawalReason(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
