"""JSON shapes of applications at a brain."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.recognition.protocol.letters import (
    ApplicationTold,
    CertificateTold,
    FindingTold,
    StepTold,
    Words,
)
from brain.platform.recognition.protocol.stages import CaseState, CaseStep


class RecognitionCaseSummary(Schema):
    id: str
    factory_id: str
    factory: str
    credit_code: str
    recheck_of: str | None = Field(description="年度复核的证书编号")
    state: CaseState
    set_title: str
    total: float
    submitted_at: datetime
    changed_at: datetime


class RecognitionCaseView(RecognitionCaseSummary):
    application: ApplicationTold
    findings: list[FindingTold]
    steps: list[StepTold]
    certificate: CertificateTold | None
    reviewed_by: str | None
    possible: list[CaseStep] = Field(description="现在可以办的步骤")


class NewRecognitionStep(Schema):
    """`on`: 现场核查的日期；`findings`：审核时对各指标的意见。"""

    step: Literal[
        CaseStep.ACCEPT,
        CaseStep.ASK_SUPPLEMENT,
        CaseStep.REVIEW,
        CaseStep.ARRANGE_CHECK,
        CaseStep.RECORD_CHECK,
        CaseStep.RECOMMEND,
        CaseStep.DECLINE,
    ]
    words: Words
    on: date | None = None
    findings: list[FindingTold] = Field([], max_length=300)
