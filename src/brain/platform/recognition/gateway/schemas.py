"""JSON shapes of a factory's applications."""

from datetime import date, datetime
from typing import Literal

from brain.kit.schemas import Schema
from brain.platform.recognition.protocol.letters import (
    ApplicationTold,
    CertificateTold,
    StepTold,
    Words,
)
from brain.platform.recognition.protocol.stages import CaseState


class OwnWish(Schema):
    kind: Literal["recognition.supplement", "recognition.withdraw"]
    words: str
    at: datetime
    by: str


class OwnApplicationSummary(Schema):
    id: str
    set_title: str
    total: float
    recheck_of: str | None
    state: CaseState
    by_name: str
    at: datetime
    revision: int
    number: str | None
    valid_until: date | None


class OwnApplicationView(OwnApplicationSummary):
    application: ApplicationTold
    steps: list[StepTold]
    wishes: list[OwnWish]
    certificate: CertificateTold | None


class NewApplication(Schema):
    assessment_id: int
    statement: Words


class NewWords(Schema):
    words: Words
