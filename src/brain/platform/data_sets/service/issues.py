"""Issues of quality: opened by builds, seen to by people, resolved when a version keeps the rule again."""

from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now, today
from brain.kit.datasets import DataSet
from brain.kit.db import lock
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.schemas import Paging
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.issues import (
    UNRESOLVED,
    Issue,
    IssueAct,
    IssueState,
    IssueStep,
    WantedStep,
    deadline,
    next_state,
)
from brain.platform.data_sets.queries import issues
from brain.platform.data_sets.queries.issues import Narrowed
from brain.platform.governance.contract import BrokenRule, QualityReport

END_ACCEPTANCES: Final = "data_sets.end_acceptances"


async def follow(
    session: AsyncSession, data_set: DataSet, version: int | None, report: QualityReport | None
) -> None:
    """What the rules found in a version, or (None) in one not published, by which nothing is resolved."""
    known = await issues.of(session, data_set.full_name)
    broken = {each.name: each for each in report.broken} if report else {}
    for rule, found in broken.items():
        await _broken(session, data_set, version, found, known.get(rule))
    if version is None:
        return
    for rule, issue in known.items():
        if rule not in broken and issue.state is not IssueState.RESOLVED:
            values = {"state": IssueState.RESOLVED, "closed_at": now(), "violations": 0, "version": version}
            await issues.change(session, issue.id, values | {"accepted_until": None})
            await issues.add_step(session, issue.id, "resolved", f"版本 {version} 符合规则", None)
            await announce(session, Settled(key=_key(issue.id)))


async def _broken(
    session: AsyncSession, data_set: DataSet, version: int | None, found: BrokenRule, issue: Issue | None
) -> None:
    severity = _severity(found)
    measured = {
        "message": found.message, "severity": severity, "violations": found.violations,
        "rows": found.rows, "version": version,
    }  # fmt: skip
    opened = {"state": IssueState.OPEN, "opened_at": now(), "due": deadline(severity, today())}
    opened |= {"closed_at": None, "accepted_until": None}
    told = (
        f"{found.violations} 行不符合" if version is None else f"版本 {version}：{found.violations} 行不符合"
    )
    if issue is None:
        values = {"data_set": data_set.full_name, "rule": found.name, "owner": data_set.owner, "times": 1}
        issue = await issues.add(session, {**values, **measured, **opened})
        await issues.add_step(session, issue.id, "opened", told, None)
    elif issue.state is IssueState.RESOLVED:
        values = {"assignee": None, "times": issue.times + 1}
        issue = await issues.change(session, issue.id, {**values, **measured, **opened})
        await issues.add_step(session, issue.id, "reopened", told, None)
    else:
        await issues.change(session, issue.id, measured)
        return
    await _tell(session, issue)


def _severity(found: BrokenRule) -> str:
    if found.stops:
        return "stop"
    return "quarantine" if found.holds else "warn"


async def page(session: AsyncSession, narrowed: Narrowed, paging: Paging) -> tuple[list[Issue], int]:
    return await issues.page(session, narrowed, offset=paging.offset, limit=paging.page_size)


async def every(session: AsyncSession, narrowed: Narrowed, most: int) -> list[Issue]:
    found, _ = await issues.page(session, narrowed, offset=0, limit=most)
    return found


async def one(session: AsyncSession, issue_id: int) -> tuple[Issue, list[IssueStep]]:
    return await issues.get(session, issue_id), await issues.steps(session, issue_id)


async def act(session: AsyncSession, issue_id: int, wanted: WantedStep, by: str) -> Issue:
    """Raises Conflict where the issue is not in a state for it."""
    data_set = (await issues.get(session, issue_id)).data_set
    await lock(session, "data_sets", data_set)  # as the builder does, before the issues
    issue = await issues.get(session, issue_id, locked=True)
    values: dict[str, object] = {"state": next_state(issue, wanted, today())}
    match wanted.act:
        case IssueAct.TAKE:
            values["assignee"] = by
        case IssueAct.ACCEPT:
            values |= {"accepted_until": wanted.until, "closed_at": now()}
        case IssueAct.REOPEN:
            values |= _again(issue)
        case IssueAct.PLAN:
            values |= {"due": wanted.until, "owner": wanted.owner or issue.owner}
    changed = await issues.change(session, issue_id, values)
    await issues.add_step(session, issue_id, wanted.act, wanted.text, by)
    details = {"act": wanted.act, "text": wanted.text, "until": str(wanted.until or "")}
    told = Recorded(
        act=acts.ISSUE_SEEN_TO, target=str(issue_id), title=issue.message, actor=by, details=details
    )
    await announce(session, told)
    await _tell(session, changed)
    return changed


async def end_acceptances(session: AsyncSession) -> None:
    """What was accepted until a day is open again after it."""
    for issue in await issues.no_longer_accepted(session, today()):
        values = {"state": IssueState.OPEN, **_again(issue)}
        opened = await issues.change(session, issue.id, values)
        await issues.add_step(session, issue.id, "reopened", "接受的期限已过", None)
        await _tell(session, opened)


def _again(issue: Issue) -> dict[str, object]:
    return {"accepted_until": None, "closed_at": None, "due": deadline(issue.severity, today())}


async def _tell(session: AsyncSession, issue: Issue) -> None:
    """A to-do while the issue is unresolved."""
    await announce(session, Settled(key=_key(issue.id)))
    if issue.state in UNRESOLVED:
        todo = Notice(
            kind="todo",
            title=f"质量问题：{issue.data_set} {issue.message}"[:200],
            title_en=f"Quality of {issue.data_set}: rule {issue.rule} is broken",
            body=f"{issue.violations} 行不符合；责任部门：{issue.owner or '运营人员'}",
            link=f"/data-sets/issues/{issue.id}",
            scope="data_sets.manage",
            key=_key(issue.id),
            due_at=datetime.combine(issue.due + timedelta(days=1), time(), BEIJING),
        )
        await announce(session, todo)


def _key(issue_id: int) -> str:
    return f"data_sets.issue/{issue_id}"
