"""A release of the gateway as its publisher signs it, version 1: a JWS whose payload is this JSON.

A release is of one platform and one minor version of Python; its files are the wheels of everything it needs.
"""

from typing import Annotated, Any, Final, Literal

from packaging.version import InvalidVersion, Version
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, ValidationError, model_validator

from brain.kit import jws
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.kit.schemas import Schema

TYPE: Final = "gateway-release+jwt"
LARGEST: Final = 200 * 1024  # characters of a signed text: it travels in a letter
LARGEST_PACKAGE: Final = 2 << 30  # bytes
PRODUCT: Final = "industry_brain"  # the wheel that is this software
OFFERED: Final = "gateway_upgrade.offered"  # brain → gateway
STATE: Final = "gateway_upgrade.state"  # gateway → brain


def _version(text: str) -> str:
    try:
        return str(Version(text))
    except InvalidVersion as wrong:
        raise ValueError("不是版本号（PEP 440）") from wrong


VersionText = Annotated[str, StringConstraints(max_length=40), AfterValidator(_version)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
WheelName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.+!]+(-[A-Za-z0-9_.+!]+){4,5}\.whl$")]
Phase = Literal["offered", "declined", "waiting", "ready", "ordered", "kept", "returned", "failed"]


class ReleaseFile(Schema):
    """A wheel (PEP 427); `size` in bytes."""

    name: WheelName
    sha256: Sha256
    size: int = Field(ge=1, le=LARGEST_PACKAGE)


class GatewayRelease(Schema):
    """`requires`: the oldest version from which it may be reached. `python` as 3.11, `platform` as
    sysconfig.get_platform() has it."""

    format: Literal[1]
    version: VersionText
    requires: VersionText
    python: str = Field(pattern=r"^3\.\d{1,2}$")
    platform: str = Field(pattern=r"^[a-z0-9_.-]{3,60}$")
    notes: str = Field(min_length=2, max_length=4_000)
    notes_en: str = Field("", max_length=4_000)
    issued_at: AwareDatetime
    files: list[ReleaseFile] = Field(min_length=2, max_length=500)

    @model_validator(mode="after")
    def _is_whole(self) -> "GatewayRelease":
        if len({each.name for each in self.files}) < len(self.files):
            raise ValueError("有两个同名的文件")
        if self.size > LARGEST_PACKAGE:
            raise ValueError("一版不能超过 2 GB")
        if not any(each.name.startswith(f"{PRODUCT}-{self.version}-") for each in self.files):
            raise ValueError(f"没有 {PRODUCT} {self.version} 的 wheel")
        return self

    @property
    def size(self) -> int:
        return sum(each.size for each in self.files)


class OfferBody(Schema):
    release: str = Field(max_length=LARGEST)


class StateBody(Schema):
    """`release` by the digest of its text; `running` is the version that the gateway runs now."""

    release: Sha256
    running: VersionText
    state: Phase
    why: str = Field(max_length=2_000)
    at: AwareDatetime


def digest(text: str) -> str:
    return sm3(text.encode())


def read(text: str) -> tuple[str, GatewayRelease]:
    """Which key claims to have signed it, and what it says; the signature is not checked. Raises Invalid."""
    if len(text) > LARGEST:
        raise Invalid("一版的清单不能超过 200 KB")
    key, told = jws.claimed(text, TYPE)
    return key, content(told)


def content(told: dict[str, Any]) -> GatewayRelease:
    """Raises Invalid, naming the first place that is wrong."""
    try:
        return GatewayRelease.model_validate(told)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = "/" + "/".join(str(each) for each in first["loc"])
        raise Invalid(f"版本清单的内容不对：{first['msg']}（{place}）") from wrong
