"""联调测试 (annex 3, 2.4 b): a brain's report is held against what the sandbox saw, and countersigned."""

from collections.abc import Mapping

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import same
from brain.platform.exchange.codes import BadPayload, BadSignature
from brain.platform.exchange.conformance import (
    CheckProblem,
    ConformanceAnswer,
    ConformanceReport,
    ConformanceRun,
    statement,
    verdict_statement,
)
from brain.platform.exchange.protocol import ApplicationState, InterfaceClass
from brain.platform.exchange.scenes.catalogue import scenes
from brain.platform.exchange.server.contract import Environment
from brain.platform.exchange.server.domain.admission import Client
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.domain.conformance import judge
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.models.data import ConformanceRow
from brain.platform.exchange.server.queries import applications as application_queries
from brain.platform.exchange.server.queries import calls as call_queries
from brain.platform.exchange.server.queries import conformance as queries
from brain.platform.exchange.server.service import applications
from brain.platform.exchange.server.service.admission import key_name
from brain.platform.exchange.signature import ALGORITHMS

CENTRE = applications.Actor("centre", "联调报告")


async def receive(environment: Environment, client: Client, report: ConformanceReport) -> ConformanceAnswer:
    """The verdict, signed; it moves an application that is being tested. A run sent again changes nothing."""
    if report.algorithm not in ALGORITHMS:
        raise BadSignature(f"不支持的签名算法：{report.algorithm}")
    sandbox, run = environment.node, report.run
    async with sandbox.database.transaction() as session:
        row = await application_queries.client(session, client.id)
        if row is None:
            raise LookupError("an admitted client exists")
        key = sandbox.secrets.open(key_name(client.id), row.sign_key).decode()
        number = row.application_number
        wanted = [name for result in run.results for name in result.request_ids]
        seen = await call_queries.find(session, wanted, client.id)
    sign = ALGORITHMS[report.algorithm]
    if not same(sign(key.encode(), statement(run)), report.signature):
        raise BadSignature("联调报告的签名不正确")
    async with environment.home.database.transaction() as session:
        application = await application_queries.by_number(session, number, lock=True)
        earlier = await queries.by_run(session, number, run.run_id)
        if earlier is not None:
            return _repeated(earlier, run)
        kept = _judged(run, client, seen, number)
        kept.algorithm, kept.signature = report.algorithm, report.signature
        kept.countersignature = sign(
            key.encode(), verdict_statement(run, kept.verdict, kept.countersigned_at)
        )
        await queries.add(session, kept)
        await _move(session, application, kept)
    return _answer(kept)


def _judged(run: ConformanceRun, client: Client, seen: Mapping[str, Trace], number: str) -> ConformanceRow:
    classes = [InterfaceClass(scope) for scope in sorted(client.scopes)]
    slugs = [scenes()[name].slug for name in client.scenes if scenes()[name].interface_class in classes]
    problems = judge(run, classes, slugs, seen)
    return ConformanceRow(
        application_number=number,
        run_id=run.run_id,
        run=msgspec.to_builtins(run),
        verdict="failed" if problems else "passed",
        problems=msgspec.to_builtins(problems),
        countersigned_at=now().replace(microsecond=0),
    )


async def _move(session: AsyncSession, application: ApplicationRow, kept: ConformanceRow) -> None:
    """Only an application that is being tested moves; a later run of an open one is only kept."""
    if application.state != ApplicationState.TESTING.value:
        return
    listed = "；".join(problem["message"] for problem in kept.problems)
    step = "pass" if kept.verdict == "passed" else "fail"
    await applications.take(session, application, step, CENTRE, listed or f"联调报告 {kept.run_id} 全部通过")


def _repeated(earlier: ConformanceRow, run: ConformanceRun) -> ConformanceAnswer:
    if earlier.run != msgspec.to_builtins(run):
        raise BadPayload("同一编号的联调报告已用其他内容提交过")
    return _answer(earlier)


def _answer(kept: ConformanceRow) -> ConformanceAnswer:
    return ConformanceAnswer(
        run_id=kept.run_id,
        verdict="passed" if kept.verdict == "passed" else "failed",
        problems=msgspec.convert(kept.problems, list[CheckProblem]),
        countersigned_at=kept.countersigned_at,
        countersignature=kept.countersignature,
    )
