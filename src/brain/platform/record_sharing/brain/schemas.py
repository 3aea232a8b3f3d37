"""JSON shapes of records that factories share."""

from datetime import datetime
from typing import Any

from brain.kit.schemas import Schema
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.record_sharing.protocol.forms import Form, Period
from brain.platform.record_sharing.protocol.letters import ChoiceTitle


class SharedConsentView(Schema):
    """`waiting`: rows that the warehouse does not have yet; None where they do not go there."""

    id: str
    factory_id: str
    factory: str
    credit_code: str
    kind: str
    kind_title: str
    kind_title_en: str
    purpose: Purpose
    form: Form
    period: Period | None
    fields: list[str]
    since: datetime
    until: datetime | None
    given_by: str
    given_at: datetime
    ended_at: datetime | None
    ended_why: str | None
    received_at: datetime | None
    refused: int
    rows: int
    waiting: int | None
    data_set: str | None


class SharedRecordView(Schema):
    key: str
    at: datetime
    withdrawn: bool
    content: dict[str, Any]
    received_at: datetime


class SharedFieldTitle(Schema):
    name: str
    title: str
    title_en: str
    choices: list[ChoiceTitle]


class SharedRecordsView(Schema):
    """A consent with the titles of its fields."""

    consent: SharedConsentView
    fields: list[SharedFieldTitle]
