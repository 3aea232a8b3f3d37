"""An issue of quality: a rule that a data set does not keep, who sees to it and until when, what was done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from brain.kit.errors import Conflict, Invalid


class IssueState(StrEnum):
    OPEN = "open"
    IN_WORK = "in_work"
    WAITING = "waiting"  # for somebody else, such as the source
    RESOLVED = "resolved"  # by itself, when a version keeps the rule
    ACCEPTED = "accepted"  # as it is, until a day


class IssueAct(StrEnum):
    TAKE = "take"
    WAIT = "wait"
    ACCEPT = "accept"
    REOPEN = "reopen"
    PLAN = "plan"
    COMMENT = "comment"


UNRESOLVED: Final = (IssueState.OPEN, IssueState.IN_WORK, IssueState.WAITING)
DAYS: Final = {"stop": 1, "quarantine": 3, "warn": 10}  # that there are to see to it
LONGEST_ACCEPTANCE: Final = 366  # days

_FROM: Final = {
    IssueAct.TAKE: UNRESOLVED,
    IssueAct.WAIT: (IssueState.OPEN, IssueState.IN_WORK),
    IssueAct.ACCEPT: UNRESOLVED,
    IssueAct.REOPEN: (IssueState.ACCEPTED,),
    IssueAct.PLAN: UNRESOLVED,
    IssueAct.COMMENT: tuple(IssueState),
}
_TO: Final = {
    IssueAct.TAKE: IssueState.IN_WORK,
    IssueAct.WAIT: IssueState.WAITING,
    IssueAct.ACCEPT: IssueState.ACCEPTED,
    IssueAct.REOPEN: IssueState.OPEN,
}


@dataclass(frozen=True, kw_only=True)
class Issue:
    """`violations` of `rows` in the newest `version`, or in one that was not published (None).

    `owner` answers for the data set, `assignee` sees to the issue; it was opened so many `times`.
    """

    id: int
    data_set: str
    rule: str
    message: str
    severity: str
    owner: str | None
    assignee: str | None
    state: IssueState
    due: date
    accepted_until: date | None
    violations: int
    rows: int
    version: int | None
    opened_at: datetime
    closed_at: datetime | None
    times: int

    def is_overdue(self, today: date) -> bool:
        return self.state in UNRESOLVED and self.due < today

    @property
    def allowed(self) -> list[IssueAct]:
        return [act for act, states in _FROM.items() if self.state in states]


@dataclass(frozen=True, kw_only=True)
class IssueStep:
    """What happened: an act of a person, or opened, reopened, resolved by itself (`by` is None)."""

    kind: str
    text: str
    by: str | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class WantedStep:
    act: IssueAct
    text: str
    until: date | None
    owner: str | None


def deadline(severity: str, today: date) -> date:
    return today + timedelta(days=DAYS[severity])


def next_state(issue: Issue, wanted: WantedStep, today: date) -> IssueState:
    """Raises Conflict for an act that the state does not allow, Invalid for one that says too little."""
    if wanted.act not in issue.allowed:
        raise Conflict("问题单现在的状态不能这样办理，请刷新")
    if wanted.act is not IssueAct.TAKE and not wanted.text:
        raise Invalid("请写明说明", [{"loc": "/body/text", "message": "请写明说明"}])
    if wanted.act in {IssueAct.ACCEPT, IssueAct.PLAN}:
        _check_until(wanted.until, today)
    return _TO.get(wanted.act, issue.state)


def _check_until(until: date | None, today: date) -> None:
    if until is None or not today < until <= today + timedelta(days=LONGEST_ACCEPTANCE):
        message = f"日期应在明天与 {LONGEST_ACCEPTANCE} 天之内"
        raise Invalid(message, [{"loc": "/body/until", "message": message}])
