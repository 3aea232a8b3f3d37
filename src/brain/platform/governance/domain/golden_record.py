"""One record of an entity out of several: for each attribute the value that wins, whose it is, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reason(StrEnum):
    """Why a value stands in the golden record."""

    UNDISPUTED = "undisputed"
    PRIORITY = "priority"
    FRESHER = "fresher"
    FIRST_BY_ID = "first_by_id"


@dataclass(frozen=True, kw_only=True)
class SourceRecord:
    """What one source said of an entity on a day. An attribute it knows nothing of is not in `values`."""

    id: str
    source: str
    as_of: date
    values: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class GoldenValue:
    """`overruled` are the records that say otherwise, the strongest first."""

    value: str
    record: SourceRecord
    reason: Reason
    overruled: tuple[SourceRecord, ...]


@dataclass(frozen=True)
class Priorities:
    """Sources, the most trusted first; `by_attribute` where another knows better. Others come last, alike."""

    general: Sequence[str]
    by_attribute: Mapping[str, Sequence[str]]

    def rank(self, attribute: str, source: str) -> int:
        order = self.by_attribute.get(attribute, self.general)
        return order.index(source) if source in order else len(order)


def golden_record(records: Iterable[SourceRecord], priorities: Priorities) -> dict[str, GoldenValue]:
    """Trust goes before freshness, freshness before the record's id, so that no order of arrival matters."""
    records = list(records)
    attributes = sorted({attribute for record in records for attribute in record.values})
    return {attribute: _golden_value(attribute, records, priorities) for attribute in attributes}


def _golden_value(attribute: str, records: Sequence[SourceRecord], priorities: Priorities) -> GoldenValue:
    def strength(record: SourceRecord) -> tuple[int, int, str]:
        return priorities.rank(attribute, record.source), -record.as_of.toordinal(), record.id

    winner, *others = sorted((record for record in records if attribute in record.values), key=strength)
    overruled = tuple(other for other in others if other.values[attribute] != winner.values[attribute])
    reasons = (Reason.PRIORITY, Reason.FRESHER, Reason.FIRST_BY_ID)
    reason = Reason.UNDISPUTED
    if overruled:
        compared = zip(reasons, strength(winner), strength(overruled[0]), strict=True)
        reason = next(reason for reason, ours, theirs in compared if ours != theirs)
    return GoldenValue(value=winner.values[attribute], record=winner, reason=reason, overruled=overruled)
