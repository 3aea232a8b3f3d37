"""Where a data set stands in the catalogue of NDI-TR-2025-06, and the identifier that it is given there.

The life cycle is that of the specification (待审核, 审核通过, 已登记, 已发布), before it a draft. The rule
of the identifier's two check characters was not to be found: they are left out (docs/decisions/0013).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from brain.kit.errors import Conflict
from brain.platform.data_sets.domain.description import Declared
from brain.reference.credit_code import CreditCode

MOST: Final = 999_999  # serial numbers of six digits


class RegistrationState(StrEnum):
    DRAFT = "DRAFT"
    PENDING = "PENDING"
    AUDITED = "AUDITED"
    REGISTERED = "REGISTERED"
    ACTIVE = "ACTIVE"


class Step(StrEnum):
    DESCRIBE = "describe"
    SUBMIT = "submit"
    APPROVE = "approve"
    REFUSE = "refuse"
    REGISTER = "register"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


STATE_TITLES: Final = {
    RegistrationState.DRAFT: "未提交",
    RegistrationState.PENDING: "待审核",
    RegistrationState.AUDITED: "审核通过",
    RegistrationState.REGISTERED: "已登记",
    RegistrationState.ACTIVE: "已发布",
}
_LEADS: Final = {
    (RegistrationState.DRAFT, Step.DESCRIBE): RegistrationState.DRAFT,
    (RegistrationState.DRAFT, Step.SUBMIT): RegistrationState.PENDING,
    (RegistrationState.PENDING, Step.APPROVE): RegistrationState.AUDITED,
    (RegistrationState.PENDING, Step.REFUSE): RegistrationState.DRAFT,
    (RegistrationState.AUDITED, Step.REGISTER): RegistrationState.REGISTERED,
    (RegistrationState.REGISTERED, Step.PUBLISH): RegistrationState.ACTIVE,
    (RegistrationState.ACTIVE, Step.WITHDRAW): RegistrationState.REGISTERED,
    # What a reviewer has not seen is not published.
    (RegistrationState.AUDITED, Step.DESCRIBE): RegistrationState.DRAFT,
    (RegistrationState.REGISTERED, Step.DESCRIBE): RegistrationState.DRAFT,
    (RegistrationState.ACTIVE, Step.DESCRIBE): RegistrationState.DRAFT,
}


@dataclass(frozen=True, kw_only=True)
class Registration:
    """`serial` is given with the first submission, `identifier` with the first registration: for good."""

    data_set: str
    state: RegistrationState
    declared: Declared
    serial: int | None = None
    identifier: str | None = None
    submitted_by: str | None = None

    @property
    def temporary(self) -> str | None:
        """What it is called until it has an identifier."""
        return f"TMP_{self.serial:06}" if self.serial is not None else None

    @property
    def called(self) -> str | None:
        return self.identifier or self.temporary


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A step that somebody took; `told` is what a description says."""

    step: Step
    state: RegistrationState
    told: dict[str, Any] | None
    reason: str | None
    by: str
    at: datetime


def draft(data_set: str) -> Registration:
    """Of one that nobody has described."""
    return Registration(data_set=data_set, state=RegistrationState.DRAFT, declared=Declared())


def after(state: RegistrationState, step: Step) -> RegistrationState:
    """Raises Conflict where the step does not follow."""
    if (state, step) not in _LEADS:
        raise Conflict(f"目录登记现在是“{STATE_TITLES[state]}”，不能这样办理")
    return _LEADS[state, step]


def identifier(organisation: CreditCode, kind: str, serial: int) -> str:
    """`FrontCode/BackCode`: area code and organisation code as the credit code holds them, type, serial."""
    return f"{organisation.region}{organisation.organisation}/{kind}{serial:06}"


def check_type(registration: Registration, kind: str) -> None:
    """Raises Conflict for another type than the identifier says."""
    given = registration.identifier
    if given is not None and given.partition("/")[2][:1] != kind:
        raise Conflict(f"标识 {given} 已经给出，类型不能再改")
