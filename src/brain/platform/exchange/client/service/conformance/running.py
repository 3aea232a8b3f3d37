"""One joint test from the first check to the countersigned report (annex 3, 2.4 b)."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from importlib.metadata import version

import msgspec

from brain.kit import crypto
from brain.kit.clock import now
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.service.conformance import calling, enterprise, identity, report
from brain.platform.exchange.client.service.conformance.bench import Bench, Unexpected, success
from brain.platform.exchange.conformance import (
    Check,
    CheckResult,
    ConformanceAnswer,
    ConformanceReport,
    ConformanceRun,
    checks_for,
    statement,
    verdict_statement,
)
from brain.platform.exchange.signature import ALGORITHMS, DEFAULT_ALGORITHM

EXECUTIONS = identity.EXECUTIONS | calling.EXECUTIONS | enterprise.EXECUTIONS | report.EXECUTIONS

OnCheck = Callable[[Check, CheckResult], Awaitable[None]]


async def execute(bench: Bench, on_check: OnCheck) -> ConformanceRun:
    """Every check of the classes granted, in their order; a failed one does not stop the others."""
    started_at, results = now(), []
    for check in checks_for(sorted(bench.classes)):
        result = await _check(bench, check)
        results.append(result)
        await on_check(check, result)
    return ConformanceRun(
        run_id=bench.run_id,
        software=f"industry-brain {version('industry-brain')}",
        started_at=_whole_milliseconds(started_at),
        finished_at=_whole_milliseconds(now()),
        results=results,
    )


async def _check(bench: Bench, check: Check) -> CheckResult:
    bench.outcomes.clear()
    try:
        await EXECUTIONS[check.id](bench)
        problem = ""
    except Unexpected as unexpected:
        problem = str(unexpected)
    except msgspec.ValidationError as error:
        problem = f"应答不符合接口描述：{error}"
    seen = bench.outcomes[-1]
    as_expected = (seen.status, seen.code) == (check.status, check.code)
    return CheckResult(
        id=check.id,
        passed=as_expected and not problem,
        milliseconds=sum(outcome.milliseconds for outcome in bench.outcomes),
        request_ids=[outcome.request_id for outcome in bench.outcomes],
        observed="；".join(filter(None, (_observed(seen), problem)))[:2000],
    )


def _observed(outcome: Outcome) -> str:
    if outcome.status is None:
        return f"没有应答（{outcome.reason}）"
    return f"HTTP {outcome.status}，返回码 {outcome.code or '无'}：{outcome.reason}"


async def hand_in(bench: Bench, run: ConformanceRun) -> tuple[ConformanceReport, ConformanceAnswer]:
    """Sign the run and have the centre judge and countersign it; raises `Unexpected` when it does neither."""
    sign, key = ALGORITHMS[DEFAULT_ALGORITHM], bench.credentials.sign_key.encode()
    signed = ConformanceReport(run=run, algorithm=DEFAULT_ALGORITHM, signature=sign(key, statement(run)))
    call = Call(method="POST", path="/conformance-reports", body=msgspec.json.encode(signed))
    answer = msgspec.convert(success(await bench.call(call)), ConformanceAnswer)
    expected = sign(key, verdict_statement(run, answer.verdict, answer.countersigned_at))
    if not crypto.same(answer.countersignature, expected):
        raise Unexpected("省级能力中心的副署签名不正确")
    return signed, answer


def _whole_milliseconds(at: datetime) -> datetime:
    """What is signed must read the same after it has been written and read."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
