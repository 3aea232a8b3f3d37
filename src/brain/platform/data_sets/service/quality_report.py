"""Quality of all data sets: how it stands, how it went in a period, by whom it is answered for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now, today
from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.domain.issues import Issue
from brain.platform.data_sets.queries import builds, issues, points
from brain.platform.data_sets.queries.points import Point
from brain.platform.data_sets.service.catalogue import current

USUAL: Final = 8  # earlier versions by which the usual number of rows is told
TREND: Final = 60  # points of a data set's trend
LONGEST_PERIOD: Final = 366  # days


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`change` against the version before; `usual_rows` is the median of earlier versions, None without any.

    `problem`: why the last attempt to build it gave no version.
    """

    data_set: DataSet
    version: Version | None
    score: float | None
    change: float | None
    usual_rows: int | None
    unresolved: int
    overdue: int
    problem: str | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A data set in a period: its score before it and at its end, and how many issues fared how."""

    data_set: DataSet
    before: float | None
    after: float | None
    change: float | None
    opened: int
    resolved: int
    accepted: int
    unresolved: int


@dataclass(frozen=True, kw_only=True)
class OwnerLine:
    owner: str | None
    opened: int
    resolved: int
    accepted: int
    unresolved: int
    overdue: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """`lines` with what got worse first; the issues that came up in the period, and those resolved."""

    since: date
    until: date
    lines: Sequence[Line]
    owners: Sequence[OwnerLine]
    worse: Sequence[Issue]
    repaired: Sequence[Issue]


async def overview(session: AsyncSession, node: Node) -> list[Standing]:
    """The worst first: what is overdue or not built, then by score."""
    catalogue, versions = await current(session, node), await builds.latest(session)
    past = await points.recent(session, USUAL + 1, now())
    failing = await points.failing(session)
    unresolved = await issues.unresolved(session)
    day = today()
    of_each = Counter(issue.data_set for issue in unresolved)
    overdue = Counter(issue.data_set for issue in unresolved if issue.is_overdue(day))
    found = []
    for data_set in catalogue.in_order:
        name = data_set.full_name
        version, told = versions.get(name), past.get(name, [])
        score = version.quality.score if version and version.quality else None
        earlier = [each.rows for each in told[1:]]
        standing = Standing(
            data_set=data_set,
            version=version,
            score=score,
            change=_change(told[1].score if len(told) > 1 else None, score),
            usual_rows=round(median(earlier)) if earlier else None,
            unresolved=of_each[name],
            overdue=overdue[name],
            problem=failing.get(name),
        )
        found.append(standing)
    return sorted(found, key=_urgency)


def _urgency(standing: Standing) -> tuple[bool, bool, bool, float]:
    done = 101.0 if standing.score is None else standing.score
    return not standing.problem, not standing.overdue, not standing.unresolved, done


async def trend(session: AsyncSession, node: Node, name: str) -> list[Point]:
    (await current(session, node)).get(name)
    return await points.of(session, name, TREND)


async def report(session: AsyncSession, node: Node, since: date, until: date) -> Report:
    """From the first day to the last, both in Beijing. Raises Invalid for a period that is none."""
    if not since <= until <= since + timedelta(days=LONGEST_PERIOD):
        raise Invalid(f"起止日期应先后有序，且不超过 {LONGEST_PERIOD} 天")
    begin, end = _begin(since), _begin(until + timedelta(days=1))
    before, after = await points.recent(session, 1, begin), await points.recent(session, 1, end)
    happened = await issues.happened(session, begin, end, ("opened", "reopened", "resolved", "accept"))
    unresolved = await issues.unresolved(session)
    catalogue = await current(session, node)
    lines = []
    for data_set in catalogue.in_order:
        name = data_set.full_name
        first, last = _score(before.get(name)), _score(after.get(name))
        counted = _counted((issue, kind) for issue, kind in happened if issue.data_set == name)
        lines.append(
            Line(
                data_set=data_set,
                before=first,
                after=last,
                change=_change(first, last),
                **counted,
                unresolved=sum(issue.data_set == name for issue in unresolved),
            )
        )
    return Report(
        since=since,
        until=until,
        lines=sorted(lines, key=lambda line: (line.change or 0.0, -line.unresolved)),
        owners=_by_owner(happened, unresolved),
        worse=[issue for issue, kind in happened if kind in {"opened", "reopened"}],
        repaired=[issue for issue, kind in happened if kind == "resolved"],
    )


def _by_owner(happened: Sequence[tuple[Issue, str]], unresolved: Sequence[Issue]) -> list[OwnerLine]:
    day = today()
    owners = {issue.owner for issue, _ in happened} | {issue.owner for issue in unresolved}
    return [
        OwnerLine(
            owner=owner,
            **_counted((issue, kind) for issue, kind in happened if issue.owner == owner),
            unresolved=sum(issue.owner == owner for issue in unresolved),
            overdue=sum(issue.owner == owner and issue.is_overdue(day) for issue in unresolved),
        )
        for owner in sorted(owners, key=lambda each: each or "")
    ]


def _counted(happened: Iterable[tuple[Issue, str]]) -> dict[str, int]:
    """Issues, each counted once for what happened to it, however often."""
    told = {(issue.id, "opened" if kind == "reopened" else kind) for issue, kind in happened}
    kinds = Counter(kind for _, kind in told)
    return {"opened": kinds["opened"], "resolved": kinds["resolved"], "accepted": kinds["accept"]}


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


def _score(found: Sequence[Point] | None) -> float | None:
    return found[0].score if found else None


def _change(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 2)
