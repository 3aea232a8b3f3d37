"""JSON shapes of sharing business records, at the factory."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.record_sharing.protocol.forms import Form, Period
from brain.platform.record_sharing.protocol.letters import ChoiceTitle, Name

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class SharedFieldView(Schema):
    """`forms`: in which of them it may leave now. `choices`: what its values mean."""

    name: str
    title: str
    title_en: str
    level: int
    forms: list[Form]
    choices: list[ChoiceTitle]


class SharedKindView(Schema):
    """A kind of record with its fields."""

    name: str
    title: str
    title_en: str
    key_level: int
    fields: list[SharedFieldView]


class NewRecordTerms(Schema):
    kind: Name
    purpose: Purpose
    form: Form
    period: Period | None = Field(None, description="汇总的周期")
    fields: list[Name] = Field(min_length=1, max_length=40)
    since: AwareDatetime | None = Field(None, description="共享从何时起的记录；不写则从此刻起")
    until: AwareDatetime | None = None


class NewRecordConsent(NewRecordTerms):
    note: Text = ""


class RecordConsentView(Schema):
    """`left_rows`, `left_bytes`: since it was given; `waiting_rows`: written, and not left yet."""

    id: str
    kind: str
    purpose: Purpose
    form: Form
    period: Period | None
    fields: list[str]
    since: datetime
    until: datetime | None
    note: str
    given_by_name: str
    given_at: datetime
    withdrawn_at: datetime | None
    withdrawn_why: str | None
    follows: str | None
    too_large: int
    left_rows: int
    left_bytes: int
    waiting_rows: int


class RecordWithdrawal(Schema):
    reason: Reason


class RecordExampleView(Schema):
    key: str | None
    at: datetime
    records: int
    content: dict[str, Any]


class RecordsLeftView(Schema):
    """What left under one consent on a day."""

    consent_id: str
    kind: str
    purpose: Purpose
    form: Form
    rows: int
    size: int


class RecordsLeftOnDay(Schema):
    day: date
    items: list[RecordsLeftView]


class NewFieldLevel(Schema):
    level: int = Field(ge=1, le=4)
