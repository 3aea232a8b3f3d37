"""The letters of this room, version 1: kinds and bodies."""

from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema

ASK: Final = "services.ask"  # gateway → brain: what do you offer
CATALOGUE: Final = "services.catalogue"  # brain → gateway
CALL: Final = "services.call"  # gateway → brain
RESULT: Final = "services.result"  # brain → gateway
PUSH: Final = "services.push"  # brain → gateway: news of a service that nobody asked for just now

Identifier = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
ServiceName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}\.[a-z_]{1,40}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Text = Annotated[str, StringConstraints(max_length=2_000)]


class OfferedService(Schema):
    """`request` and `result` as JSON Schema (2020-12)."""

    name: ServiceName
    version: str = Field(max_length=20)
    title: Line
    title_en: Line
    gives: Text
    gives_en: Text
    purpose: str | None = Field(max_length=20)
    quantities: list[str] = Field(max_length=50)
    request: dict[str, Any]
    result: dict[str, Any]
    repeatable: bool = True


class CatalogueBody(Schema):
    services: list[OfferedService] = Field(max_length=200)


class CallBody(Schema):
    call: Identifier
    service: ServiceName
    request: dict[str, Any]
    by: Line


class ResultBody(Schema):
    """`refused`: the service will not, for the reason in `message`; `failed`: it could not."""

    call: Identifier
    state: Literal["done", "refused", "failed"]
    result: dict[str, Any] | None
    message: Text | None
    at: AwareDatetime


class PushBody(Schema):
    service: ServiceName
    title: Line
    title_en: Line
    body: Text
