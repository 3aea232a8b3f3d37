"""The letters between a brain and the centre about corrections, version 1: an extension of annex 3."""

from typing import Annotated, Final

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.enterprise_record.domain.correcting import Outcome
from brain.platform.enterprise_record.schemas import NewEvidence
from brain.reference.credit_code import SHAPE

CORRECTION: Final = "enterprise_record.correction"  # brain → centre: verified here, please verify
DECISION: Final = "enterprise_record.decision"  # centre → brain

Identifier = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class CorrectionBody(Schema):
    correction: Identifier
    credit_code: str = Field(pattern=rf"^{SHAPE}$")
    name: str = Field(max_length=200)
    attribute: str = Field(max_length=40)
    held: str | None = Field(max_length=4000)
    value: str = Field(min_length=1, max_length=4000)
    reason: Words
    file: NewEvidence | None
    asked_by: str = Field(max_length=120)
    asked_at: AwareDatetime
    decision: str | None = Field(max_length=1000)


class DecisionBody(Schema):
    correction: Identifier
    outcome: Outcome
    decision: str = Field(max_length=1000)
    at: AwareDatetime
