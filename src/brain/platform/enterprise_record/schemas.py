"""What is asked and answered: by factories through the link, by people at a brain and at the centre."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, JsonValue, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.data_warehouse.contract import Family
from brain.platform.enterprise_record.domain.correcting import CORRECTABLE, CorrectionState, Outcome

_CHOICES: list[JsonValue] = [
    {"const": name, "title": each.title, "x-title-en": each.title_en} for name, each in CORRECTABLE.items()
]
Attribute = Annotated[str, Field(max_length=40, json_schema_extra={"oneOf": _CHOICES})]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class NoQuestion(Schema):
    """Nothing is asked: the record is that of the factory's own enterprise."""


class NewEvidence(Schema):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    content: str = Field(max_length=210_000, description="base64；PDF、PNG 或 JPEG，至多 150 KB")


class CorrectionRequest(Schema):
    attribute: Attribute = Field(description="更正哪一项")
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
    reason: Words = Field(description="依据：哪份文件、何时变更")
    file: NewEvidence | None = None


class CorrectionAsked(Schema):
    correction: str
    state: CorrectionState


class RecordSource(Schema):
    provider: str
    title: str
    as_of: date
    sample: bool


class OtherWord(RecordSource):
    """What another source says, which does not hold."""

    value: str


class RecordFact(Schema):
    attribute: str
    title: str
    title_en: str
    value: str | None
    since: date | None
    source: RecordSource | None
    others: list[OtherWord]
    correctable: bool
    hint: str


class RecordFamily(Schema):
    family: Family
    total: int
    newest: list[str] = Field(description="名称，至多 20 个")


class RecordCorrection(Schema):
    id: str
    attribute: str
    title: str
    title_en: str
    value: str
    state: CorrectionState
    asked_at: datetime
    decided_at: datetime | None
    decision: str | None
    centre_state: CorrectionState | None
    centre_decision: str | None


class EnterpriseRecord(Schema):
    credit_code: str
    name: str
    facts: list[RecordFact]
    families: list[RecordFamily]
    corrections: list[RecordCorrection]
    withheld: list[str] = Field(description="大脑有、但不经此送出的项目（个人信息）")


class RecordCorrectionSummary(RecordCorrection):
    credit_code: str
    name: str
    brain: str | None = Field(description="报送的大脑；空为工厂直接提出")
    asked_by: str


class RecordWordView(Schema):
    provider: str
    title: str
    as_of: date
    value: str
    standing: str


class RecordCorrectionView(RecordCorrectionSummary):
    """`said`: what each source says of the attribute now."""

    held: str | None
    reason: str
    file_name: str | None
    decided_by: str | None
    centre_decided_at: datetime | None
    said: list[RecordWordView]


class NewDecision(Schema):
    outcome: Outcome
    reason: Words
