"""The letters of recognition, version 1. Between brain and centre they are an extension of annex 3."""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.recognition.protocol.stages import CaseState, CaseStep
from brain.reference.credit_code import SHAPE

APPLY: Final = "recognition.apply"  # gateway → brain
SUPPLEMENT: Final = "recognition.supplement"  # gateway → brain
WITHDRAW: Final = "recognition.withdraw"  # gateway → brain, brain → centre
CASE: Final = "recognition.case"  # brain → gateway: how the application stands
RECOMMEND: Final = "recognition.recommend"  # brain → centre
DECISION: Final = "recognition.decision"  # centre → brain

Identifier = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class ProofTold(Schema):
    """`digest`: SM3 of a file that stays at the factory and is shown on site."""

    kind: str = Field(max_length=20)
    text: str = Field(max_length=400)
    digest: str | None = Field(max_length=64)


class AnswerTold(Schema):
    code: str = Field(max_length=60)
    title: Line
    dimension: Line
    answer: str = Field(max_length=400)
    points: Points
    basis: str = Field(max_length=600, description="平台的事实，或“自述”")
    reason: str | None = Field(max_length=400, description="与事实不同的原因")
    proofs: list[ProofTold] = Field(max_length=50)


class DimensionTold(Schema):
    title: Line
    weight: Points
    points: Points


class ApplicationTold(Schema):
    """What leaves the factory: the assessment as it was submitted, by its digest (SM3)."""

    set_title: Line
    set_version: str = Field(max_length=20)
    provisional: bool
    submitted_at: AwareDatetime
    digest: str = Field(max_length=64)
    total: Points
    level: str | None = Field(max_length=60)
    dimensions: list[DimensionTold] = Field(max_length=30)
    answers: list[AnswerTold] = Field(max_length=300)
    unanswered: int = Field(ge=0)
    statement: Words


class ApplyBody(Schema):
    case: Identifier
    recheck_of: str | None = Field(max_length=40)
    at: AwareDatetime
    by: Line
    application: ApplicationTold


class WordsBody(Schema):
    """A supplement, or why an application is withdrawn. `wish`: the same however often it is sent."""

    case: Identifier
    wish: Identifier
    at: AwareDatetime
    by: Line
    words: Words


class StepTold(Schema):
    """`on`: the day of a site check."""

    step: CaseStep
    at: AwareDatetime
    by: Line
    words: str = Field(max_length=2000)
    on: date | None = None


class CertificateTold(Schema):
    """`jws`: the certificate as the centre signed it (RFC 7515, EdDSA); `key`: the centre's public key."""

    number: str = Field(max_length=40)
    level: str | None = Field(max_length=60)
    valid_until: date
    jws: str = Field(max_length=4000)
    key: str = Field(max_length=60)


class CaseBody(Schema):
    """The whole application as it stands; the higher `revision` is the newer."""

    case: Identifier
    revision: int = Field(ge=1)
    state: CaseState
    steps: list[StepTold] = Field(max_length=200)
    certificate: CertificateTold | None


class FindingTold(Schema):
    code: str = Field(max_length=60)
    verdict: Literal["confirmed", "questioned"]
    remark: str = Field(max_length=400)


class RecommendBody(Schema):
    case: Identifier
    credit_code: str = Field(pattern=rf"^{SHAPE}$")
    factory: Line
    recheck_of: str | None = Field(max_length=40)
    application: ApplicationTold
    findings: list[FindingTold] = Field(max_length=300)
    steps: list[StepTold] = Field(max_length=200)


class DecisionBody(Schema):
    case: Identifier
    step: Literal[CaseStep.RETURN, CaseStep.RECOGNISE, CaseStep.REFUSE, CaseStep.WITHDRAW, CaseStep.REVOKE]
    at: AwareDatetime
    by: Line
    words: Words
    certificate: CertificateTold | None
