"""JSON shapes of alarms."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.alarms.domain.rules import LONGEST_DELAY, Condition, Importance
from brain.platform.alarms.domain.standing import Entry, Standing

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
Delay = Annotated[int, Field(ge=0, le=LONGEST_DELAY)]
RuleId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class NewAlarmRule(Schema):
    """`limit` in the point's unit, of a rate per minute; delays in seconds."""

    point: int = Field(ge=1, le=2**32 - 1)
    title: Line
    condition: Condition
    limit: Number | None = None
    words: list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]] = (
        Field(default_factory=list, max_length=20, description="哪些状态要报警")
    )
    seconds: int | None = Field(None, ge=5, le=LONGEST_DELAY, description="多少秒没有有效的值")
    dead_band: Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)] = 0.0
    on_delay: Delay = 0
    off_delay: Delay = 0
    importance: Importance
    cause: Text = ""
    consequence: Text = ""
    action: Text = ""
    respond_minutes: int | None = Field(None, ge=1, le=10_000, description="须在多少分钟内处置")


class AlarmRuleView(Schema):
    id: int
    point: int
    title: str
    condition: Condition
    limit: float | None
    words: list[str]
    seconds: int | None
    dead_band: float
    on_delay: int
    off_delay: int
    importance: Importance
    cause: str
    consequence: str
    action: str
    respond_minutes: int | None
    changed_by_name: str
    changed_at: datetime


class AlarmRuleRevision(Schema):
    revision: int
    told: dict[str, Any]
    by_name: str
    at: datetime


class AlarmRuleDetail(AlarmRuleView):
    revisions: list[AlarmRuleRevision]


class StandingAlarmView(Schema):
    """An alarm with its rule and where it belongs; `value` as it was raised."""

    rule_id: int
    title: str
    importance: Importance
    standing: Standing
    point: int
    point_title: str | None
    unit: str | None
    equipment: list[str]
    value: str | None
    raised_at: datetime | None
    returned_at: datetime | None
    shelved_until: datetime | None
    shelved_by: str | None
    shelved_why: str | None
    out_since: datetime | None
    out_why: str | None
    cause: str
    consequence: str
    action: str
    respond_minutes: int | None


class AlarmsAcknowledged(Schema):
    rules: list[RuleId] = Field(min_length=1, max_length=500)
    remark: Text = ""


class NewAlarmShelf(Schema):
    minutes: int = Field(ge=1, le=1440)
    reason: Reason


class AlarmOutage(Schema):
    reason: Reason


class AlarmEntryView(Schema):
    id: int
    rule_id: int
    title: str
    at: datetime
    what: Entry
    importance: Importance
    value: str | None
    value_at: datetime | None
    by_name: str | None
    remark: str | None


class FrequentAlarmView(Schema):
    rule_id: int
    title: str
    raised: int
    share: float
    chattered: int
    last_at: datetime


class AlarmLoadView(Schema):
    days: int
    raised: int
    per_ten_minutes: float
    most: int
    floods: int
    frequent: list[FrequentAlarmView]
    stale: int
