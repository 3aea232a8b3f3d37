"""Judges a conformance run: what the brain claims against what the sandbox saw."""

from collections.abc import Collection, Iterator, Mapping

from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.conformance import Check, CheckProblem, CheckResult, ConformanceRun, checks_for
from brain.platform.exchange.protocol import BASE_PATH, InterfaceClass
from brain.platform.exchange.server.domain.calls import Trace

PLACES = {
    "enterprise": f"{BASE_PATH}/enterprises",
    "report": f"{BASE_PATH}/reports/",
    "distribution": f"{BASE_PATH}/distributions",
}


def judge(
    run: ConformanceRun,
    classes: Collection[InterfaceClass],
    scenes: Collection[str],
    seen: Mapping[str, Trace],
) -> list[CheckProblem]:
    """What keeps the run from passing; `scenes` by their names on the URL."""
    results = {result.id: result for result in run.results}
    found = []
    for check in checks_for(list(classes)):
        result = results.get(check.id)
        problem = "没有执行" if result is None else _problem(check, result, seen)
        if problem is None and check.id == "report.accepted" and result is not None:
            problem = _unreported(result, scenes, seen)
        if problem is not None:
            found.append(CheckProblem(id=check.id, message=f"{check.title}：{problem}"))
    return [*found, *_shared(run)]


def _problem(check: Check, result: CheckResult, seen: Mapping[str, Trace]) -> str | None:
    if not result.passed:
        return f"未通过（{result.observed}）" if result.observed else "未通过"
    if not result.request_ids:
        return "没有给出请求编号"
    last = seen.get(result.request_ids[-1])
    if last is None:
        return "测试环境没有收到这个请求"
    place = f"{BASE_PATH}/ledger" if check.id == "report.ledger" else PLACES.get(check.group, "")
    if not last.path.startswith(place):
        return f"请求的接口不符：{last.path}"
    if (last.code, last.status) != (check.code, check.status):
        return f"应得到 {check.code}（HTTP {check.status}），测试环境记录为 {last.code}（HTTP {last.status}）"
    return None


def _unreported(result: CheckResult, scenes: Collection[str], seen: Mapping[str, Trace]) -> str | None:
    calls = [seen[name] for name in result.request_ids if name in seen]
    accepted = {call.path.rsplit("/", 1)[1] for call in calls if call.code is RespCode.SUCCESS}
    missing = sorted(set(scenes) - accepted)
    return f"这些场景没有成功上报样例数据：{'、'.join(missing)}" if missing else None


def _shared(run: ConformanceRun) -> Iterator[CheckProblem]:
    """One call cannot prove two checks."""
    owners: dict[str, str] = {}
    for result in run.results:
        last = result.request_ids[-1] if result.request_ids else None
        if last is None:
            continue
        if last in owners:
            yield CheckProblem(id=result.id, message=f"与 {owners[last]} 使用了同一个请求编号")
        owners[last] = result.id
