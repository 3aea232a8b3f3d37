"""Bodies of 备案申请."""

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from brain.platform.exchange.messages.base import Answer, Instant, Line, Part, Request, Text
from brain.platform.exchange.protocol import ApplicationState, InterfaceClass

Environment = Literal["sandbox", "production"]


class ApplicationForm(Request, kw_only=True):
    organisation_name: Line
    organisation_credit_code: Annotated[str, Meta(pattern="^[0-9A-HJ-NPQRTUWXY]{18}$")]
    system_name: Annotated[str, Meta(min_length=1, max_length=200, description="行业数据仓（产业大脑）名称")]
    purposes: Annotated[str, Meta(min_length=10, max_length=2000, description="数据用途")]
    interface_classes: Annotated[list[InterfaceClass], Meta(min_length=1, max_length=4)]
    scenes: Annotated[list[Line], Meta(min_length=1, max_length=10, description="场景英文名")]
    source_addresses: Annotated[
        list[Annotated[str, Meta(max_length=49)]],
        Meta(max_length=50, description="来源地址（CIDR），空为不限"),
    ]
    users: Annotated[list[Line], Meta(max_length=200, description="可代表其调用的用户标识")]
    expected_calls_per_day: Annotated[int, Meta(ge=1, le=10_000_000)]
    expected_bytes_per_day: Annotated[int, Meta(ge=1, le=10**13)]
    contact_role: Line
    contact_phone: Annotated[str, Meta(pattern="^[0-9+() -]{5,30}$")]


class ApplicationOpened(Answer, kw_only=True):
    number: str
    application_token: str
    state: ApplicationState


class ApplicationStep(Request, kw_only=True):
    """`form` replaces the whole form when a draft or returned application is submitted."""

    comment: Text | UnsetType = UNSET
    form: ApplicationForm | UnsetType = UNSET


class HistoryEntry(Part, kw_only=True):
    at: Instant
    side: Literal["brain", "centre"]
    actor: str
    action: str
    from_state: ApplicationState
    to_state: ApplicationState
    reason: str


class ApplicationAnswer(Answer, kw_only=True):
    number: str
    state: ApplicationState
    state_title: str
    form: ApplicationForm
    history: list[HistoryEntry]
    actions: list[str]  # what the brain may do now, by the words used in the path
    valid_until: date | None
    renewal_pending: bool
    collectable: list[Environment]  # credentials that may be collected now


class CredentialsRequest(Request, kw_only=True):
    environment: Environment


class CredentialsAnswer(Answer, kw_only=True):
    """Shown once; after a rotation the previous pair works until `previous_valid_until`."""

    environment: Environment
    client_id: str
    client_secret: str
    sign_key: str
    scope: str
    scenes: list[str]
    valid_until: date | None
    previous_valid_until: Instant | None
