"""What the assembly hands to the factory's side of record sharing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.record_sharing.protocol.forms import Form, Period

__all__ = ["Form", "Period", "RecordTerms"]


@dataclass(frozen=True, kw_only=True)
class RecordTerms:
    """What is consented to. `since`: of records that happened, or are due, from then on."""

    kind: str
    purpose: Purpose
    form: Form
    period: Period | None
    fields: Sequence[str]
    since: datetime
    until: datetime | None
