"""The joint test as people start and follow it; keeps the signed report, or the list of what to mend."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import crypto, jobs
from brain.kit.clock import now
from brain.kit.errors import NotFound, Refusal
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Wire
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.domain import acts
from brain.platform.exchange.client.domain.refusals import NotConnected, RunInProgress
from brain.platform.exchange.client.models import ApplicationRow, ConformanceRunRow
from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.queries import testing as queries
from brain.platform.exchange.client.service import applications
from brain.platform.exchange.client.service.conformance import running
from brain.platform.exchange.client.service.conformance.bench import Bench, Unexpected
from brain.platform.exchange.client.service.link import Environment, unsealed
from brain.platform.exchange.conformance import Check, CheckResult, checks_for
from brain.platform.exchange.protocol import InterfaceClass

RUN = "exchange_client.test"
ABANDONED = timedelta(hours=1)
"""A test that was broken off without a trace does not stand in the way of the next for longer."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One check done; `done` of `total` so far."""

    done: int
    total: int
    title: str
    passed: bool
    observed: str
    milliseconds: int


OnProgress = Callable[[Progress], Awaitable[None]]


async def start(
    session: AsyncSession, application_id: int, comment: str | None, by: str
) -> ConformanceRunRow:
    """Queue a joint test; refused while another is under way."""
    if await queries.is_running(session, now() - ABANDONED):
        raise RunInProgress("联调测试正在进行，请等待其结束")
    row = ConformanceRunRow(
        application_id=application_id,
        comment=comment,
        state="running",
        total=0,
        checks=[],
        findings=[],
        started_by=by,
        started_at=now(),
    )
    await queries.add(session, row)
    application = await connection.application(session, application_id)
    recorded = Recorded(
        act=acts.TEST_STARTED,
        target=str(application_id),
        title=application.number or "",
        details={"comment": comment},
    )
    await announce(session, recorded)
    return row


async def enqueue(session: AsyncSession, run_id: int) -> None:
    await jobs.enqueue(session, RUN, {"run": run_id}, key=str(run_id))


async def run_conformance(
    node: Node, on_progress: OnProgress, comment: str | None = None
) -> ConformanceRunRow:
    """For the command line: test the newest application here and now; the row has the outcome."""
    async with node.database.transaction() as session:
        newest = await connection.applications(session)
        if not newest:
            raise NotFound("尚无备案申请，请先在门户提交申请")
        row = await start(session, newest[0].id, comment, "brain exchange conformance")
    await run(node, row.id, on_progress)
    async with node.database.transaction() as session:
        return await queries.run(session, row.id)


async def run(node: Node, run_id: int, on_progress: OnProgress) -> None:
    """May be repeated after a crash: every execution starts over under a new name at the centre."""
    async with node.database.transaction() as session:
        row = await queries.run(session, run_id)
    if row.state != "running":
        return
    try:
        await _prepare(node, row)
        await _execute(node, row, on_progress)
    except (Unexpected, Refusal) as problem:
        async with node.database.transaction() as session:
            broken = await queries.run(session, run_id)
            broken.state, broken.problem, broken.finished_at = "broken", str(problem), now()
    else:
        await applications.follow(node, row.application_id)


async def _prepare(node: Node, row: ConformanceRunRow) -> None:
    """Ask for the test where the centre waits for that, and collect the sandbox's credentials."""
    await applications.follow(node, row.application_id)
    async with node.database.transaction() as session:
        application = await connection.application(session, row.application_id)
        collected = await connection.credential_of(session, Environment.SANDBOX, row.application_id)
    if _may(application, "test-requests"):
        step = {"comment": row.comment} if row.comment else {}
        await applications.act(node, application.id, "test-requests", **step)
    if collected is None or await applications.can_collect(node, application.id, Environment.SANDBOX):
        await applications.collect(node, application.id, Environment.SANDBOX)


def _may(application: ApplicationRow, action: str) -> bool:
    return action in (application.snapshot or {}).get("actions", ())


async def _execute(node: Node, tested: ConformanceRunRow, on_progress: OnProgress) -> None:
    run_id = tested.id
    async with node.database.transaction() as session:
        credential = await connection.credential_of(session, Environment.SANDBOX, tested.application_id)
    if credential is None:
        raise NotConnected("尚未领取联调凭证")
    async with Wire(node.get(ExchangeClientSettings), Environment.SANDBOX.prefix) as wire:
        bench = Bench(
            wire=wire,
            credentials=unsealed(node, credential),
            classes=frozenset(InterfaceClass(name) for name in credential.classes),
            scenes=tuple(credential.scenes),
            run_id=crypto.token("t")[:20],
        )
        total = len(checks_for(sorted(bench.classes)))
        done: list[dict[str, Any]] = []

        async def on_check(check: Check, result: CheckResult) -> None:
            done.append(_shown(check, result))
            async with node.database.transaction() as session:
                row = await queries.run(session, run_id)
                row.total, row.checks = total, list(done)
            await on_progress(
                Progress(
                    done=len(done),
                    total=total,
                    title=check.title,
                    passed=result.passed,
                    observed=result.observed,
                    milliseconds=result.milliseconds,
                )
            )

        signed, answer = await running.hand_in(bench, await running.execute(bench, on_check))
    async with node.database.transaction() as session:
        row = await queries.run(session, run_id)
        row.report, row.answer = msgspec.to_builtins(signed), msgspec.to_builtins(answer)
        row.state, row.finished_at = answer.verdict, now()
        row.findings = _findings(done, row.answer["problems"])


def _shown(check: Check, result: CheckResult) -> dict[str, Any]:
    return {
        "id": check.id,
        "group": check.group,
        "title": check.title,
        "passed": result.passed,
        "observed": result.observed,
        "milliseconds": result.milliseconds,
        "requestIds": result.request_ids,
    }


def _findings(checks: list[dict[str, Any]], problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What has to be mended: what failed here, and what the centre found besides."""
    ours = {check["id"]: check["observed"] for check in checks if not check["passed"]}
    theirs = {problem["id"]: problem["message"] for problem in problems}
    titles = {check["id"]: check["title"] for check in checks}
    return [
        {"id": name, "title": titles.get(name, name), "observed": ours.get(name), "centre": theirs.get(name)}
        for name in [*ours, *(name for name in theirs if name not in ours)]
    ]
