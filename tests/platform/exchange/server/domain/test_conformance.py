"""A conformance run is believed only as far as the sandbox saw it."""

from datetime import UTC, datetime
from typing import Any

from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.conformance import CheckResult, ConformanceRun, checks_for
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.domain.conformance import PLACES, judge

CLASSES = [InterfaceClass.GOVERNANCE]
AT = datetime(2026, 3, 31, tzinfo=UTC)
SCENES = ["industry-graph", "strategy-map"]


def trace(code: RespCode, status: int, path: str) -> Trace:
    return Trace(client_id="brain-1", method="GET", path=path, status=status, code=code, reason=None)


def perfect() -> tuple[dict[str, CheckResult], dict[str, Trace]]:
    results, seen = {}, {}
    for check in checks_for(CLASSES):
        place = (
            "/exchange/v1/ledger" if check.id == "report.ledger" else PLACES.get(check.group, "/oauth/token")
        )
        names = [f"{check.id}-{scene}" for scene in SCENES] if check.id == "report.accepted" else [check.id]
        for name, scene in zip(names, SCENES, strict=False):
            path = place + scene if check.id == "report.accepted" else place
            seen[name] = trace(check.code, check.status, path)
        results[check.id] = CheckResult(
            id=check.id, passed=True, request_ids=names, observed="", milliseconds=1
        )
    return results, seen


def verdict(results: dict[str, CheckResult], seen: dict[str, Trace]) -> dict[str, str]:
    run = ConformanceRun(
        run_id="r", software="test", started_at=AT, finished_at=AT, results=list(results.values())
    )
    return {problem.id: problem.message for problem in judge(run, CLASSES, SCENES, seen)}


def changed(result: CheckResult, **changes: Any) -> CheckResult:
    names = ("id", "passed", "request_ids", "observed", "milliseconds")
    return CheckResult(**{**{name: getattr(result, name) for name in names}, **changes})


def test_a_run_that_the_sandbox_confirms_passes() -> None:
    assert verdict(*perfect()) == {}


def test_a_check_left_out_is_a_problem() -> None:
    results, seen = perfect()
    del results["token.expired"]

    assert verdict(results, seen) == {"token.expired": "过期令牌被拒绝：没有执行"}


def test_a_check_that_the_brain_itself_calls_failed_is_a_problem() -> None:
    results, seen = perfect()
    results["rules.slow"] = changed(results["rules.slow"], passed=False, observed="超时")

    assert verdict(results, seen) == {"rules.slow": "缓慢的应答仍被正确接收：未通过（超时）"}


def test_a_call_that_the_sandbox_never_saw_proves_nothing() -> None:
    results, seen = perfect()
    del seen["signature.wrong"]

    assert verdict(results, seen) == {"signature.wrong": "签名错误被拒绝：测试环境没有收到这个请求"}


def test_another_answer_than_the_one_expected_is_a_problem() -> None:
    results, seen = perfect()
    seen["signature.wrong"] = trace(RespCode.SUCCESS, 200, "/exchange/v1/ledger")

    assert verdict(results, seen) == {
        "signature.wrong": "签名错误被拒绝：应得到 102（HTTP 400），测试环境记录为 100（HTTP 200）"
    }


def test_one_call_cannot_prove_two_checks() -> None:
    results, seen = perfect()
    results["signature.wrong"] = changed(results["signature.wrong"], request_ids=["signature.missing"])

    assert verdict(results, seen) == {"signature.wrong": "与 signature.missing 使用了同一个请求编号"}


def test_every_granted_scene_must_have_been_reported() -> None:
    results, seen = perfect()
    results["report.accepted"] = changed(
        results["report.accepted"], request_ids=["report.accepted-strategy-map"]
    )

    assert verdict(results, seen) == {
        "report.accepted": "每个已开通场景的样例数据上报成功：这些场景没有成功上报样例数据：industry-graph"
    }


def test_a_call_to_another_interface_proves_nothing() -> None:
    results, seen = perfect()
    seen["report.split"] = trace(RespCode.SUCCESS, 200, "/exchange/v1/time")

    assert verdict(results, seen) == {"report.split": "分片上报齐全后成批：请求的接口不符：/exchange/v1/time"}
