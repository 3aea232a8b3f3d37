"""The letters of record sharing, version 1; all go from a factory to its brain."""

from typing import Annotated, Any, Final

from pydantic import AwareDatetime, Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.record_sharing.protocol.forms import Form, Period

CONSENT: Final = "record_sharing.consent"
RECORDS: Final = "record_sharing.records"
SUMS: Final = "record_sharing.sums"
ENDED: Final = "record_sharing.ended"
LARGEST: Final = 200_000  # bytes of the rows of one letter: its envelope has to fit beside them
MOST_ROWS: Final = 500
MOST_SUMS: Final = 1_000

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
ConsentId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class ChoiceTitle(Schema):
    """What a value of a choice is called."""

    value: str
    title: str
    title_en: str


class ConsentBody(Schema):
    consent: ConsentId
    kind: Name = Field(description="记录的类别")
    purpose: Purpose
    form: Form
    period: Period | None = Field(description="汇总的周期")
    fields: list[Name] = Field(min_length=1, max_length=40)
    since: AwareDatetime = Field(description="共享从何时起的记录")
    until: AwareDatetime | None
    given_by: Line
    given_at: AwareDatetime


class RecordTold(Schema):
    """`revision` grows; of one key the highest counts. `withdrawn`: its source no longer holds to it."""

    revision: int = Field(ge=1)
    key: str = Field(min_length=1, max_length=200)
    at: AwareDatetime
    withdrawn: bool
    content: dict[Name, Any] = Field(max_length=40)


class RecordsBody(Schema):
    consent: ConsentId
    rows: list[RecordTold] = Field(max_length=MOST_ROWS)


class SumTold(Schema):
    """`group`: the choices that these records have in common; `values`: sums by field, `records` of them all.
    A field is absent where so few records would tell a single sensitive one."""

    group: dict[Name, str | bool | None] = Field(max_length=20)
    records: int = Field(ge=1)
    values: dict[Name, float] = Field(max_length=40)


class SumsBody(Schema):
    """All of a period that is over; told again, it takes the place of what was told."""

    consent: ConsentId
    revision: int = Field(ge=1)
    begin: AwareDatetime
    sums: list[SumTold] = Field(max_length=MOST_SUMS)


class EndedBody(Schema):
    consent: ConsentId
    at: AwareDatetime
    by: Line
    reason: str = Field(max_length=400)
