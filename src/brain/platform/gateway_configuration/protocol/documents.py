"""A configuration as the factory's administrator signs it, version 1: a JWS whose payload is this JSON.

There is no change by which a consent is given or widened: what leaves the factory is decided at its gateway.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from brain.kit import jws
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.kit.schemas import Schema
from brain.platform.shop_floor.contract import Domain, Priority, ValueKind
from brain.reference.credit_code import SHAPE

TYPE: Final = "gateway-configuration+jwt"
LARGEST: Final = 200 * 1024  # characters of a signed document
DOCUMENT: Final = "gateway_configuration.document"  # brain → gateway
ANSWER: Final = "gateway_configuration.answer"  # gateway → brain

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w][\w.\-]{0,119}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=8_000)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


class PointTraits(Schema):
    """What of a point may be altered; what is not told stays. `equipment` by code."""

    title: Line | None = None
    address: dict[str, Any] | None = None
    equipment: str | None = Field(None, max_length=60)
    unit: str | None = Field(None, max_length=20)
    quantity: str | None = Field(None, max_length=40)
    low: Finite | None = None
    high: Finite | None = None
    scale: Finite = 1.0
    shift: Finite = 0.0
    sampling: float = Field(1.0, ge=0.05, le=86_400)
    dead_band: float = Field(0.0, ge=0, allow_inf_nan=False)
    heartbeat: float = Field(60.0, ge=1, le=86_400)
    priority: Priority = Priority.NORMAL
    domain: Domain = Domain.PRODUCTION
    level: int = Field(2, ge=1, le=4)


class WrittenPoint(PointTraits):
    code: Code | None = None
    title: Line
    address: dict[str, Any]
    kind: ValueKind


class AddSource(Schema):
    """`secret`: sealed to the gateway; `points` are collected from it at once."""

    do: Literal["add_source"]
    name: Name
    settings: dict[str, Any]
    secret: Secret | None = None
    points: list[WrittenPoint] = Field(default_factory=list, max_length=2_000)


class ChangeSource(Schema):
    do: Literal["change_source"]
    name: Name
    new_name: Name | None = None
    settings: dict[str, Any] | None = None
    secret: Secret | None = None


class SwitchSource(Schema):
    do: Literal["switch_source"]
    name: Name
    on: bool


class AddPoints(Schema):
    do: Literal["add_points"]
    source: Name
    points: list[WrittenPoint] = Field(min_length=1, max_length=2_000)


class ChangePoint(Schema):
    do: Literal["change_point"]
    code: Code
    to: PointTraits


class SwitchPoint(Schema):
    do: Literal["switch_point"]
    code: Code
    on: bool


class SetStore(Schema):
    """Bounds of the store: bytes, and days that values stay after they were read."""

    do: Literal["set_store"]
    budget: int = Field(ge=0, le=2**53)
    days: int = Field(ge=1, le=36_500)


class WithdrawConsent(Schema):
    do: Literal["withdraw_consent"]
    consent: int = Field(ge=1, le=2**63 - 1)
    reason: Words


Change = Annotated[
    AddSource
    | ChangeSource
    | SwitchSource
    | AddPoints
    | ChangePoint
    | SwitchPoint
    | SetStore
    | WithdrawConsent,
    Field(discriminator="do"),
]


class Configuration(Schema):
    """`base`: the digest of the state it was written against. `number` only grows, over all keys."""

    format: Literal[1]
    gateway: str = Field(pattern=r"^[0-9a-f]{24}$")
    credit_code: str = Field(pattern=rf"^{SHAPE}$")
    number: int = Field(ge=1, le=2**53)
    base: Digest
    valid_from: AwareDatetime
    valid_until: AwareDatetime
    author: Line
    reason: Words
    changes: list[Change] = Field(min_length=1, max_length=500)


class DocumentBody(Schema):
    document: str = Field(max_length=LARGEST)


class AnswerBody(Schema):
    """`document`: the number of the letter that brought it; `state`: what to write the next against."""

    document: str = Field(max_length=36)
    outcome: Literal["applied", "refused"]
    reason: str = Field(max_length=2_000)
    at: AwareDatetime
    state: Digest


def gateway_number(sealing_key: str) -> str:
    """A gateway's number follows from the key by which secrets are sealed to it."""
    return sm3(sealing_key.encode())[:24]


def content(told: dict[str, Any]) -> Configuration:
    """Raises Invalid, naming the first place that is wrong."""
    try:
        return Configuration.model_validate(told)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = "/" + "/".join(str(each) for each in first["loc"])
        if first["type"] == "union_tag_invalid":
            message = "没有这种改动：远程只能改采集、缓存上限和撤回同意，不能给出或放宽同意"
        else:
            message = f"配置的内容不对：{first['msg']}"
        raise Invalid(f"{message}（{place}）", [{"loc": place, "message": message}]) from wrong


def read(text: str) -> tuple[str, Configuration]:
    """Which key claims to have signed it, and its content; the signature is not checked. Raises Invalid."""
    if len(text) > LARGEST:
        raise Invalid("一份配置不能超过 200 KB：请分成几份")
    key, told = jws.claimed(text, TYPE)
    return key, content(told)
