"""JSON shapes of recommendations and certificates."""

from datetime import date, datetime

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.recognition.centre.domain.terms import (
    CertificateStatus,
    DecisionOutcome,
    RecommendationState,
)
from brain.platform.recognition.protocol.letters import ApplicationTold, FindingTold, StepTold, Words


class RecommendationSummary(Schema):
    id: str
    brain: str
    factory: str
    credit_code: str
    recheck_of: str | None
    state: RecommendationState
    set_title: str
    total: float
    recommended_at: datetime
    decided_at: datetime | None
    certificate: str | None = Field(description="证书编号")


class RecommendationView(RecommendationSummary):
    application: ApplicationTold
    findings: list[FindingTold]
    steps: list[StepTold]
    decided_by: str | None
    decision: str | None


class NewRecognitionDecision(Schema):
    outcome: DecisionOutcome
    reason: Words


class CertificateView(Schema):
    number: str
    factory: str
    credit_code: str
    brain: str
    level: str | None
    case_id: str
    first_on: date
    issued_on: date
    valid_until: date
    status: CertificateStatus
    reason: str | None = Field(description="撤销的原因")
    jws: str


class NewRevocation(Schema):
    reason: Words


class RecognisedByBrain(Schema):
    brain: str
    valid: int
    due: int
    expired: int
    revoked: int


class RecognitionFigures(Schema):
    waiting: int
    brains: list[RecognisedByBrain]


class CertificateKey(Schema):
    """JWK（RFC 8037）。"""

    kty: str
    crv: str
    x: str
