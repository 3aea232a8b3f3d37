"""The catalogue of important data: what changed so much that it must be filed again.

《工业和信息化领域数据安全管理办法（试行）》: a change of category or scale of 30 % or more, or of other filed
content, is to be filed within three months.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from brain.platform.governance.domain.grading.levels import Level
from brain.platform.governance.domain.grading.rules import Rules


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A filed data set of important or core data. `size` in bytes."""

    dataset: str
    category: str
    level: Level
    records: int
    size: int


@dataclass(frozen=True, kw_only=True)
class Change:
    """What to file by `due`; `share` is the change of scale relative to what was filed."""

    dataset: str
    what: Literal["added", "removed", "scale", "level", "category"]
    share: float | None
    due: date


def changes(filed: Sequence[Entry], now: Sequence[Entry], today: date, rules: Rules) -> list[Change]:
    """In the order of the data sets' names; several for one where several things changed."""
    before = {entry.dataset: entry for entry in filed}
    after = {entry.dataset: entry for entry in now if not entry.level.is_general}
    due = months_later(today, rules.months_to_report)
    found = []
    for dataset in sorted(before.keys() | after.keys()):
        kinds = _changed(before.get(dataset), after.get(dataset), rules.scale_change)
        found += [Change(dataset=dataset, what=what, share=share, due=due) for what, share in kinds]
    return found


def _changed(
    old: Entry | None, new: Entry | None, least: float
) -> Iterator[tuple[Literal["added", "removed", "scale", "level", "category"], float | None]]:
    if old is None or new is None:
        yield ("removed" if new is None else "added"), None
        return
    if old.level != new.level:
        yield "level", None
    if old.category != new.category:
        yield "category", None
    share = max(_share(old.records, new.records), _share(old.size, new.size), key=abs)
    if abs(share) >= least:
        yield "scale", share


def _share(old: int, new: int) -> float:
    """Relative to the filed scale; anything from nothing is a whole change."""
    return (new - old) / old if old else float(new > 0)


def months_later(day: date, months: int) -> date:
    """The same day, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)
