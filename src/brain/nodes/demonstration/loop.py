"""The loop of annex 3, gone through once: apply, joint test, credentials, pull, graph, report."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from brain.kit.clock import now
from brain.kit.errors import Unavailable
from brain.kit.node import Node
from brain.nodes.demonstration.people import OPERATING_UNIT, OPERATING_UNIT_CODE
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Family
from brain.platform.exchange.client.service import applications, pulling, testing
from brain.platform.exchange.client.service.link import Environment
from brain.platform.exchange.client.service.pulling import Order
from brain.platform.exchange.server.service import applications as received
from brain.platform.exchange.server.service import overview, review

SCENE = "industry_graph"
FAMILIES = ["basic", "patents", "trademarks", "investments", "honours"]
PATIENCE = 300.0  # seconds for the workers to pull, build and report

# What belongs to the chain of tyres and rubber, for the chain pull (annex 3, 3.3 b).
KEYWORDS = [
    "轮胎", "橡胶", "炭黑", "帘子布", "帘线", "胎圈", "钢帘线", "子午", "内胎", "胶管", "胶带", "输送带",
    "密封件", "防老剂", "促进剂", "白炭黑", "氧化锌", "乳胶", "胶粉", "力车胎", "轮辋", "轮毂",
]  # fmt: skip

FORM: dict[str, Any] = {
    "organisationName": OPERATING_UNIT,
    "organisationCreditCode": OPERATING_UNIT_CODE,
    "systemName": "轮胎橡胶产业大脑",
    "purposes": "获取轮胎橡胶产业链上下游企业基本信息，绘制产业全景图谱，并按规范上报。",
    "interfaceClasses": ["enterprise", "governance", "distribution"],
    "scenes": [SCENE],
    "sourceAddresses": [],
    "users": [],
    "expectedCallsPerDay": 20_000,
    "expectedBytesPerDay": 200_000_000,
    "contactRole": "运营负责人",
    "contactPhone": "0546-0000000",
}

Say = Callable[[str], None]


async def play(centre: Node, brain: Node, say: Say) -> None:
    """Take the steps that are still to be taken, wherever an earlier start got to."""
    async with brain.database.transaction() as session:
        application_id = await applications.newest(session)
    if application_id is None:
        application_id = await _apply(centre, brain)
        say("备案申请已提交")
    while (state := await _state(centre)) in STEPS:
        await STEPS[state](centre, brain, say)
    await applications.follow(brain, application_id)
    if await applications.can_collect(brain, application_id, Environment.PRODUCTION):
        await applications.collect(brain, application_id, Environment.PRODUCTION)
        await _order_pulls(brain)
        say("联调通过，正式开通，已领取凭证，开始拉取")
    if not await _arrived(centre, brain):
        await _await_report(centre, brain, say)


async def _apply(centre: Node, brain: Node) -> int:
    async with centre.database.transaction() as session:
        enrolment = await received.enrol(session, OPERATING_UNIT, OPERATING_UNIT_CODE, "demonstration")
    async with brain.database.transaction() as session:
        application_id = (await applications.create(session, FORM)).id
    await applications.submit(brain, application_id, enrolment.code)
    return application_id


async def _approve(centre: Node, brain: Node, say: Say) -> None:
    await _step(centre, "approve")
    say("审批同意联调")


async def _promote(centre: Node, brain: Node, say: Say) -> None:
    await _step(centre, "promote")


async def _test(centre: Node, brain: Node, say: Say) -> None:
    failed: list[str] = []

    async def heard(progress: testing.Progress) -> None:
        if not progress.passed:
            failed.append(f"{progress.title}：{progress.observed}")
        if progress.done == progress.total or progress.done % 10 == 0:
            say(f"联调测试 {progress.done}/{progress.total}")

    mended = "重新启动后再次联调" if await _state(centre) == "test_failed" else None
    row = await testing.run_conformance(brain, heard, mended)
    if row.state != "passed":
        raise Unavailable(f"联调测试未通过：{'；'.join(failed) or row.problem}")


async def _step(centre: Node, step: str) -> None:
    number = (await _brain_seen_by(centre))["application_number"]
    async with centre.database.transaction() as session:
        reviewer = review.Reviewer(username="demonstration", name="演示")
        await review.take_step(session, centre, number, step, reviewer, "")


async def _brain_seen_by(centre: Node) -> dict[str, Any]:
    async with centre.database.transaction() as session:
        return dict((await overview.overview(session))["brains"][0])


async def _state(centre: Node) -> str:
    return str((await _brain_seen_by(centre))["state"])


STEPS = {
    "submitted": _approve,
    "approved_for_test": _test,
    "testing": _test,
    "test_failed": _test,
    "test_passed": _promote,
}


async def _order_pulls(brain: Node) -> None:
    """The chain once, changes every quarter of an hour, what the centre sends down every five minutes."""
    chain = {"industries": [], "regions": [], "keywords": KEYWORDS, "families": FAMILIES}
    since = {"since": now().isoformat()}
    orders = (
        Order(kind="chain", title="轮胎橡胶产业链企业", query=chain, scene=SCENE, every_minutes=None),
        Order(kind="changes", title="企业信息变更", query=since, scene=SCENE, every_minutes=15),
        Order(kind="distribution", title="数据下发", query={}, scene=None, every_minutes=5),
    )
    async with brain.database.transaction() as session:
        for order in orders:
            await pulling.order(session, order)


async def _reported(centre: Node) -> bool:
    reported = (await _brain_seen_by(centre))["reported"]
    return any(found["scene"] == SCENE and found["last_completed_at"] for found in reported)


async def _arrived(centre: Node, brain: Node) -> bool:
    """All that was ordered is here, and the centre has the report."""
    async with brain.database.transaction() as session:
        return await pulling.have_ended(session, "chain") and await _reported(centre)


async def _await_report(centre: Node, brain: Node, say: Say) -> None:
    began, pulled = time.monotonic(), -1
    while not await _arrived(centre, brain):
        if time.monotonic() - began > PATIENCE:
            raise Unavailable("等待图谱上报超时，请在产业大脑的“共享交换”中查看原因")
        async with brain.database.transaction() as session:
            here = (await warehouse.totals(session)).counts.get(Family.BASIC, 0)
        if here != pulled:
            say(f"产业大脑已拉取 {here} 家企业")
            pulled = here
        await asyncio.sleep(1)
    say("产业图谱已建成并上报，省级能力中心可见")
