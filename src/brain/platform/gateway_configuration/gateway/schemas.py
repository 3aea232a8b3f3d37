"""JSON shapes of remote configuration at a gateway."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.gateway_configuration.protocol.documents import LARGEST

Holder = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
Why = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class NewConfigurationKey(Schema):
    holder: Holder = Field(description="谁保管私钥")
    public_key: str = Field(
        pattern=r"^[A-Za-z0-9_-]{43}$", description="brain configuration new-key 给出的公钥"
    )


class KeyRevocation(Schema):
    reason: Why


class ConfigurationKeyView(Schema):
    id: int
    holder: str
    public_key: str
    fingerprint: str
    added_by: str
    added_at: datetime
    revoked_by: str | None
    revoked_at: datetime | None
    revoked_why: str | None


class BroughtDocument(Schema):
    document: str = Field(min_length=1, max_length=LARGEST, description="签名的配置全文")


class AppliedSummary(Schema):
    id: int
    number: int | None
    author: str | None
    reason: str | None
    signer: str
    brought_by: str = Field(description="brain 为经大脑送来，其余为在本机上传的人")
    at: datetime
    outcome: Literal["applied", "refused"]
    refusal: str | None
    undone_by: str | None
    undone_at: datetime | None


class Alteration(Schema):
    kind: Literal["sources", "points", "store"]
    title: str
    was: dict[str, Any] | None
    became: dict[str, Any] | None


class AppliedView(AppliedSummary):
    alterations: list[Alteration] = Field(description="改了什么：之前与之后；不含密码")
    document: str


class DraftView(Schema):
    """底稿：管理员据此写下一份配置；不含密码。"""

    format: int
    gateway: str
    credit_code: str | None
    number: int
    base: str
    sealing_key: str
    state: dict[str, Any]
