"""What the centre's people do with applications: look, move them a step, set limits, void credentials."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.errors import NotFound
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.exchange.conformance import CHECKS
from brain.platform.exchange.messages.application import Environment as EnvironmentName
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.domain.applications import AUTOMATIC, STEPS
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.models.data import ConformanceRow
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.queries import conformance as conformance_queries
from brain.platform.exchange.server.service import applications, credentials, sandbox


@dataclass(frozen=True)
class Reviewer:
    """Whoever acts at the centre: the name goes into the history, the account into the audit trail."""

    username: str
    name: str


async def show(session: AsyncSession, number: str) -> dict[str, Any]:
    row = await queries.by_number(session, number)
    stands = applications.standing(row)
    return {
        **{name: getattr(row, name) for name in BRIEF},
        "state_title": STATE_TITLES[stands.state],
        "form": row.form,
        "calls_per_minute": row.calls_per_minute,
        "client_id": row.client_id,
        "renewal_pending": stands.renewal_pending,
        "sandbox_collected": stands.sandbox_collected,
        "production_collected": stands.production_collected,
        "history": await applications.history(session, row),
        "steps": [_step(name, stands.state) for name in stands.steps("centre")],
        "conformance": [
            _report(found) for found in await conformance_queries.of_application(session, number)
        ],
    }


def _report(row: ConformanceRow) -> dict[str, Any]:
    """A report check by check: what was due, what the brain saw, what the centre says to it."""
    claimed = {result["id"]: result for result in row.run["results"]}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for problem in row.problems:
        found[problem["id"]].append(problem["message"])
    return {
        **{name: getattr(row, name) for name in SIGNED},
        "software": row.run["software"],
        "started_at": row.run["startedAt"],
        "finished_at": row.run["finishedAt"],
        "checks": [
            {
                "id": check.id,
                "group": check.group,
                "title": check.title,
                "expectedStatus": check.status,
                "expectedCode": check.code,
                **(claimed.get(check.id) or NOT_DONE),
                "problems": found[check.id],
            }
            for check in CHECKS
            if check.id in claimed or check.id in found
        ],
    }


NOT_DONE = {"passed": False, "observed": "", "milliseconds": 0, "requestIds": []}
SIGNED = ("run_id", "verdict", "algorithm", "signature", "countersigned_at", "countersignature")
BRIEF = ("number", "state", "organisation_name", "credit_code", "system_name", "created_at", "valid_until")


def _step(name: str, state: ApplicationState) -> dict[str, Any]:
    step = STEPS[name]
    return {"name": name, "title": step.title, "needs_reason": state in step.reason_from}


async def take_step(
    session: AsyncSession, node: Node, number: str, step: str, by: Reviewer, reason: str
) -> dict[str, Any]:
    """A step of the centre; closed clients are closed at once, in both environments."""
    if step not in STEPS or STEPS[step].side != "centre" or step in AUTOMATIC:
        raise NotFound("没有这个操作")
    row = await queries.by_number(session, number, lock=True)
    await applications.take(
        session, row, step, applications.Actor("centre", by.name, by.username), reason.strip()
    )
    await credentials.follow(session, node, row)
    if step == "approve":
        await sandbox.fill(node)  # before the applicant hears of it: the test may begin at once
    return await show(session, number)


async def set_limits(
    session: AsyncSession, node: Node, number: str, calls_per_minute: int, by: Reviewer
) -> dict[str, Any]:
    row = await queries.by_number(session, number, lock=True)
    row.calls_per_minute = calls_per_minute
    await credentials.follow(session, node, row)
    await _record(session, by, acts.LIMITED, row, {"callsPerMinute": calls_per_minute})
    return await show(session, number)


async def void_credentials(
    session: AsyncSession, node: Node, number: str, environment: EnvironmentName, by: Reviewer
) -> dict[str, Any]:
    """After a leak."""
    row = await queries.by_number(session, number, lock=True)
    await credentials.reset(session, node, row, environment)
    await _record(session, by, acts.VOIDED, row, {"environment": environment})
    return await show(session, number)


async def _record(
    session: AsyncSession, by: Reviewer, act: Act, row: ApplicationRow, details: dict[str, Any]
) -> None:
    await announce(
        session,
        Recorded(act=act, target=row.number, title=row.system_name, actor=by.username, details=details),
    )
