"""Issues of quality: opened by builds, seen to by people, resolved by a version; overview and report."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from brain.kit.clock import now, today
from brain.kit.datasets import Snapshot
from brain.kit.errors import Conflict
from brain.platform.data_sets.domain.issues import (
    UNRESOLVED,
    Issue,
    IssueAct,
    IssueState,
    WantedStep,
    next_state,
)
from brain.platform.data_sets.service import building, issues
from tests.conftest import RunningNode
from tests.platform.data_sets.quality import FIXED, ORDERS, ROWS, STATEMENT, declare

URL = "/api/data-quality"
BROKEN = replace(ORDERS, rules=({**FIXED, "severity": "warn"},), owner="订单科")
MENDED = replace(BROKEN, built=Snapshot(statement=STATEMENT.replace("NULL", "'济南市'", 1), mark="SELECT 1"))
STOPPED = replace(ORDERS, rules=(FIXED,))


@pytest.fixture
async def operator(lake: RunningNode) -> httpx.AsyncClient:
    return await lake.person("data_sets.read", "data_sets.manage", "portal.use")


async def build(node: RunningNode, data_set: Any) -> None:
    declare(node, data_set)
    await building.refresh(node.node)


async def all_issues(client: httpx.AsyncClient, **query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get(f"{URL}/issues", params=query)).json()["items"]
    return found


async def act(client: httpx.AsyncClient, issue: int, name: str, **more: object) -> httpx.Response:
    return await client.post(f"{URL}/issues/{issue}/steps", json={"act": name} | more)


async def open_todos(node: RunningNode) -> int:
    async with node.node.database.transaction() as session:
        statement = (
            "SELECT count(*) FROM portal_notice WHERE key LIKE 'data_sets.issue/%' AND done_at IS NULL"
        )
        return int(await session.scalar(text(statement)) or 0)


async def test_one_issue_follows_a_rule_from_build_to_build(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await build(lake, BROKEN)
    opened = await all_issues(operator)
    todos = await open_todos(lake)
    await build(lake, MENDED)
    resolved = await all_issues(operator)
    settled = await open_todos(lake)
    await build(lake, replace(BROKEN, about="再测"))
    reopened = (await operator.get(f"{URL}/issues/{opened[0]['id']}")).json()

    assert [(each["state"], each["violations"], each["owner"]) for each in opened] == [("open", 1, "订单科")]
    assert (opened[0]["due"], todos, settled) == (str(today() + timedelta(days=10)), 1, 0)
    assert [(each["id"], each["state"]) for each in resolved] == [(opened[0]["id"], "resolved")]
    assert (reopened["state"], reopened["times"], reopened["version"]) == ("open", 2, 3)
    assert [step["kind"] for step in reopened["steps"]] == ["reopened", "resolved", "opened"]


async def test_a_version_that_was_stopped_opens_an_issue_due_tomorrow(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await build(lake, STOPPED)

    (issue,) = await all_issues(operator)
    (standing,) = (await operator.get(f"{URL}/overview")).json()
    trend = (await operator.get(f"{URL}/trend/base/orders")).json()

    assert (issue["severity"], issue["version"], issue["due"]) == ("stop", None, str(today() + timedelta(1)))
    assert (standing["version"], standing["unresolved"], "没有发布" in standing["problem"]) == (None, 1, True)
    assert [(point["version"], point["broken"]) for point in trend] == [(None, 1)]


async def test_an_issue_is_taken_accepted_until_a_day_and_open_again_after_it(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await build(lake, BROKEN)
    (issue,) = await all_issues(operator)

    taken = (await act(operator, issue["id"], "take")).json()
    silent = await act(operator, issue["id"], "accept", until=str(today() + timedelta(days=30)))
    past = await act(operator, issue["id"], "accept", text="来源确无此项", until=str(today()))
    accepted = (
        await act(
            operator, issue["id"], "accept", text="来源确无此项", until=str(today() + timedelta(days=30))
        )
    ).json()
    todos = await open_todos(lake)
    again = await act(operator, issue["id"], "take")
    async with lake.node.database.transaction() as session:
        await session.execute(text("UPDATE data_sets_issue SET accepted_until = current_date - 2"))
        await issues.end_acceptances(session)
    (reopened,) = await all_issues(operator, state="unresolved")

    assert (taken["state"], taken["assignee"]) == ("in_work", "person1")
    assert [silent.status_code, past.status_code, again.status_code] == [422, 422, 409]
    assert (accepted["state"], todos, reopened["state"], await open_todos(lake)) == ("accepted", 0, "open", 1)


async def test_overdue_issues_are_found_and_exported(lake: RunningNode, operator: httpx.AsyncClient) -> None:
    await build(lake, BROKEN)
    none = await all_issues(operator, state="overdue")
    async with lake.node.database.transaction() as session:
        await session.execute(text("UPDATE data_sets_issue SET due = current_date - 2"))

    found = await all_issues(operator, state="overdue", q="订单科")
    file = await operator.get(f"{URL}/issues/export", params={"format": "csv", "state": "overdue"})

    assert (none, [issue["overdue"] for issue in found]) == ([], [True])
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [(row["状态"], row["逾期"], row["不符合的行"]) for row in rows] == [("待办理", "逾期", "1")]


async def test_the_report_of_a_period_tells_what_came_and_went(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await build(lake, BROKEN)
    await build(lake, MENDED)
    day = str(today())

    told = (await operator.get(f"{URL}/report", params={"since": day, "until": day})).json()
    wrong = await operator.get(f"{URL}/report", params={"since": day, "until": "2020-01-01"})
    file = await operator.get(f"{URL}/report/export", params={"since": day, "until": day, "format": "xlsx"})
    (standing,) = (await operator.get(f"{URL}/overview")).json()

    (line,), (owner,) = told["lines"], told["owners"]
    assert (line["before"], line["after"], line["opened"], line["resolved"]) == (None, 100.0, 1, 1)
    assert (owner["owner"], owner["unresolved"]) == ("订单科", 0)
    assert [len(told["worse"]), len(told["repaired"])] == [1, 1]
    assert (wrong.status_code, file.content[:2]) == (422, b"PK")
    assert (standing["change"], standing["usualRows"]) == (round(100 / ROWS, 2), ROWS)


async def test_nobody_sees_or_sees_to_issues_without_the_right(lake: RunningNode) -> None:
    reader = await lake.person("data_sets.read")
    for client, status in ((await lake.client(), 401), (await lake.person("portal.use"), 403)):
        paths = ["issues", "issues/export", "issues/1", "overview", "overview/export", "trend/base/orders"]
        period = "report?since=2026-01-01&until=2026-01-02"
        answers = [await client.get(f"{URL}/{path}") for path in [*paths, period]]
        answers.append(await act(client, 1, "take"))
        assert [answer.status_code for answer in answers] == [status] * len(answers)
    assert (await act(reader, 1, "take")).status_code == 403
    assert (await reader.get(f"{URL}/issues/1")).status_code == 404


ISSUE = Issue(
    id=1, data_set="base.orders", rule="r", message="m", severity="warn", owner=None, assignee=None,
    state=IssueState.OPEN, due=today(), accepted_until=None, violations=1, rows=2, version=1, opened_at=now(),
    closed_at=None, times=1,
)  # fmt: skip


@given(st.sampled_from(IssueState), st.sampled_from(IssueAct))
def test_no_act_of_a_person_resolves_an_issue(state: IssueState, name: IssueAct) -> None:
    issue = replace(ISSUE, state=state)
    wanted = WantedStep(act=name, text="说明", until=today() + timedelta(days=3), owner=None)

    if name not in issue.allowed:
        with pytest.raises(Conflict):
            next_state(issue, wanted, today())
    else:
        assert next_state(issue, wanted, today()) in {state, *UNRESOLVED, IssueState.ACCEPTED}
