"""Assessments as other rooms and the assembly know them; rooms hand in the facts they can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.node import Node
from brain.platform.assessment.domain.facts import Fact
from brain.platform.assessment.domain.indicators import EvidenceKind, Value


class FactProvider(Protocol):
    """Tells what a room knows of the factory now; facts that it cannot tell it leaves out."""

    async def __call__(self, session: AsyncSession, node: Node) -> Sequence[Fact]: ...


@dataclass(frozen=True)
class Facts:
    """Of all rooms of this node, in `Node.provided`."""

    providers: tuple[FactProvider, ...]


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"


class PlanStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`fact` is what the platform knew when it answered; `reason` why people answered otherwise."""

    indicator: str
    value: Value
    fact: Fact | None
    reason: str | None
    answered_by: str
    answered_at: datetime


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """`text` is the words, the reference, the file's name, or the key of the fact; `digest` SM3 of a file."""

    id: int
    assessment: int
    indicator: str
    kind: EvidenceKind
    text: str
    digest: str | None
    size: int | None
    added_by: str
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """`result` is the text whose SM3 is `digest`, written once when it is submitted."""

    id: int
    set_code: str
    set_version: str
    status: Status
    copied_from: int | None
    started_by: str
    started_at: datetime
    changed_at: datetime
    submitted_by: str | None
    submitted_at: datetime | None
    result: str | None
    digest: str | None
    total: float | None
    level: str | None


@dataclass(frozen=True, kw_only=True)
class PlanItem:
    """`service_key` names a service or function that closes the gap, where there is one."""

    id: int
    assessment: int
    indicator: str | None
    action: str
    owner: str
    due: date
    service_key: str | None
    service_title: str | None
    status: PlanStatus
    created_by: str
    created_at: datetime
