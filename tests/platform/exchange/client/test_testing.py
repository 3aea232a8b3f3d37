"""The joint test end to end: every check, the signed report on both sides, and what has to be mended."""

from typing import Any

import pytest
from sqlalchemy import text

from brain.kit.errors import NotFound
from brain.platform.exchange.client import jobs
from brain.platform.exchange.client.domain.refusals import RunInProgress
from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.service import applications, testing
from brain.platform.exchange.client.service.conformance import running
from brain.platform.exchange.conformance import CHECKS
from tests.platform.exchange.client.conftest import Pair


async def approved(pair: Pair) -> int:
    application_id = await pair.submitted()
    await pair.decide(application_id, "approve")
    return application_id


async def test_all_checks_pass_and_both_sides_keep_the_signed_report(pair: Pair) -> None:
    application_id = await approved(pair)
    seen: list[testing.Progress] = []

    async def on_progress(progress: testing.Progress) -> None:
        seen.append(progress)

    run = await testing.run_conformance(pair.brain.node, on_progress)

    failed = [(each["id"], each["observed"]) for each in run.checks if not each["passed"]]
    assert failed == []
    assert (run.state, run.problem, run.findings) == ("passed", None, [])
    assert [each["id"] for each in run.checks] == [check.id for check in CHECKS]
    assert [(each.done, each.total) for each in seen] == [
        (number, len(CHECKS)) for number in range(1, len(CHECKS) + 1)
    ]
    assert all(each["milliseconds"] >= 0 and each["requestIds"] for each in run.checks)
    assert (await pair.application(application_id)).state == "test_passed"
    async with pair.centre.node.database.transaction() as session:
        held = (await session.execute(text("SELECT * FROM exchange_conformance"))).one()
    assert run.report is not None
    assert run.report["run"]["runId"] == held.run_id
    assert run.report["signature"] == held.signature
    operator = await pair.brain.person("exchange_client.see")
    report = await operator.get(f"/api/exchange-client/test-runs/{run.id}/report")
    assert report.json()["report"]["signature"] == held.signature
    assert report.json()["answer"]["verdict"] == "passed"


async def test_a_failed_check_makes_a_list_to_mend_and_a_mended_client_passes(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    application_id = await approved(pair)
    operator = await pair.brain.person("exchange_client.apply", "exchange_client.see")
    path = f"/api/exchange-client/applications/{application_id}/test-runs"
    started = await operator.post(path, json={})
    refused = await operator.post(path, json={})

    with monkeypatch.context() as broken_client:
        sends_examples_only = running.EXECUTIONS | {
            "report.required_missing": running.EXECUTIONS["report.accepted"]
        }
        broken_client.setattr(running, "EXECUTIONS", sends_examples_only)
        await jobs.test(pair.brain.node, {"run": started.json()["id"]})

    first = (await operator.get(f"/api/exchange-client/test-runs/{started.json()['id']}")).json()
    assert (refused.status_code, refused.json()["code"]) == (409, "exchange_run_in_progress")
    assert first["state"] == "failed"
    assert [finding["id"] for finding in first["findings"]] == ["report.required_missing"]
    assert first["findings"][0]["title"] == "缺少必填项得到 103 与位置"
    assert (first["checks"][0]["expectedStatus"], first["checks"][0]["expectedCode"]) == (200, "100")
    assert (await pair.application(application_id)).state == "test_failed"

    mended = await operator.post(path, json={"comment": "已补上必填项校验"})
    await jobs.test(pair.brain.node, {"run": mended.json()["id"]})

    listed: list[dict[str, Any]] = (await operator.get(path)).json()["items"]
    assert [each["state"] for each in listed] == ["passed", "failed"]
    history = (await pair.application(application_id)).snapshot["history"]
    assert "已补上必填项校验" in [entry["reason"] for entry in history]


async def test_a_second_application_is_tested_with_credentials_of_its_own(pair: Pair) -> None:
    first_id = await approved(pair)
    first = await testing.run_conformance(pair.brain.node, silent)
    second_id = await approved(pair)
    second = await testing.run_conformance(pair.brain.node, silent)

    async with pair.brain.node.database.transaction() as session:
        found = await session.execute(
            text("SELECT application_id, client_id FROM exchange_brain_credential ORDER BY id")
        )
        collected = [(row.application_id, row.client_id) for row in found]
    async with pair.centre.node.database.transaction() as session:
        reports = await session.execute(
            text("SELECT application_number FROM exchange_conformance ORDER BY id")
        )
        numbers = [row.application_number for row in reports]
    assert [(run.state, run.problem) for run in (first, second)] == [("passed", None)] * 2
    assert [application_id for application_id, _ in collected] == [first_id, second_id]
    assert collected[0][1] != collected[1][1]
    assert numbers == [(await pair.application(each)).number for each in (first_id, second_id)]


async def test_without_an_answer_the_test_is_broken_off_and_may_be_started_again(pair: Pair) -> None:
    application_id = await approved(pair)
    await applications.follow(pair.brain.node, application_id)
    async with pair.brain.node.database.transaction() as session:
        run = await testing.start(session, application_id, None, "测试员")
    pair.network.down = True

    await testing.run(pair.brain.node, run.id, silent)

    async with pair.brain.node.database.transaction() as session:
        (broken,) = (
            await session.execute(text("SELECT state, problem FROM exchange_brain_conformance_run"))
        ).all()
        assert await connection.credential(session, "sandbox") is None
        await testing.start(session, application_id, None, "测试员")
    assert (broken.state, broken.problem) == ("broken", "省级能力中心没有应答：ConnectError down")


async def test_two_tests_do_not_run_at_once(pair: Pair) -> None:
    application_id = await approved(pair)
    async with pair.brain.node.database.transaction() as session:
        await testing.start(session, application_id, None, "测试员")

    with pytest.raises(RunInProgress, match="联调测试正在进行"):
        async with pair.brain.node.database.transaction() as session:
            await testing.start(session, application_id, None, "测试员")


async def test_without_an_application_there_is_nothing_to_test(pair: Pair) -> None:
    with pytest.raises(NotFound, match="尚无备案申请"):
        await testing.run_conformance(pair.brain.node, silent)


async def silent(_: testing.Progress) -> None:
    return
