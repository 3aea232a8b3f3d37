"""JSON shapes of configurations that a brain carries."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.gateway_configuration.protocol.documents import LARGEST


class CarriedDocument(Schema):
    document: str = Field(min_length=1, max_length=LARGEST, description="工厂管理员签名的配置全文")


class ConfigurationDeliveryView(Schema):
    id: str
    factory_id: str
    factory: str
    credit_code: str
    number: int
    author: str
    reason: str
    changes: int
    fingerprint: str = Field(description="签名公钥的指纹：大脑不能判断它是否有效")
    valid_until: datetime
    sent_by: str
    sent_at: datetime
    outcome: Literal["applied", "refused"] | None = Field(description="空为网关还没有答复")
    refusal: str | None
    answered_at: datetime | None
