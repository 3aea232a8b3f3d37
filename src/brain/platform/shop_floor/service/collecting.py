"""Collecting from all sources that are switched on, for as long as the gateway runs."""

import asyncio
import time
from typing import Final

from psycopg import OperationalError
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.shop_floor.adapters.drivers import kinds
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached
from brain.platform.shop_floor.domain.certificates import Own
from brain.platform.shop_floor.queries import sources
from brain.platform.shop_floor.service import certificates
from brain.platform.shop_floor.service.recording import Recorder
from brain.platform.shop_floor.service.writing import Course, Plan, write

log = logger(__name__)

LOOK_EVERY: Final = 1.0  # seconds between looks for changed settings
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds before a source that was lost is tried again
REFUSED_PAUSE: Final = 60.0  # seconds before one that refused us is


async def collect(node: Node) -> None:
    """Until cancelled."""
    recorder = Recorder()
    courses: dict[int, Course] = {}
    async with asyncio.TaskGroup() as group:
        group.create_task(write(node, recorder, courses))
        group.create_task(_follow(node, recorder, courses, group))


async def _follow(
    node: Node, recorder: Recorder, courses: dict[int, Course], group: asyncio.TaskGroup
) -> None:
    """Keep to what is configured: start, stop, and start anew what was changed."""
    while True:
        try:
            plans = {plan.source_id: plan for plan in await _plans(node, courses)}
        except (SQLAlchemyError, OperationalError, OSError) as error:
            log.warning("collecting.no_plans", error=str(error))
            await asyncio.sleep(LOOK_EVERY)
            continue
        for source_id, course in list(courses.items()):
            plan = plans.get(source_id)
            if plan is None or plan.revision != course.plan.revision:
                await _end(course)
                course.sink.all_silent()
                del courses[source_id]
        for source_id, plan in plans.items():
            if source_id not in courses:
                sink = recorder.sink(source_id, [point for point, _ in plan.points])
                courses[source_id] = course = Course(plan, sink)
                course.task = group.create_task(_run(node, course))
        await asyncio.sleep(LOOK_EVERY)


async def _plans(node: Node, courses: dict[int, Course]) -> list[Plan]:
    """Of sources that did not change the plan is the one that runs: points are read when they changed."""
    found = []
    async with node.database.transaction() as session:
        for row in await sources.enabled(session):
            running = courses.get(row.id)
            if running is not None and running.plan.revision == row.revision:
                found.append(running.plan)
                continue
            points = [
                (sources.point_of(each), each.address) for each in await sources.points_of(session, row.id)
            ]
            found.append(Plan(row.id, row.name, row.revision, row.settings, row.sealed_secret, points))
    return found


async def _end(course: Course) -> None:
    if course.task is not None:
        course.task.cancel()
        await asyncio.wait([course.task])


async def _run(node: Node, course: Course) -> None:
    pause = FIRST_PAUSE
    while True:
        began = time.monotonic()
        course.state, course.sink.heard_at = "connecting", None
        try:
            plan = course.plan
            own = await _own(node, plan)
            await kinds.collect(plan.settings, _secret(node, plan), own, plan.points, course.sink)
            course.state, course.problem = "lost", "对方结束了连接"
        except NotReached as error:
            course.state, course.problem = "lost", error.message
        except NotAdmitted as error:
            course.state, course.problem = "refused", error.message
        except Exception as error:  # a driver at fault must not stop the others
            log.exception("collecting.failed", source=course.plan.name)
            course.state, course.problem = "refused", f"驱动出错：{type(error).__name__}"
        course.sink.all_silent()
        if time.monotonic() - began > LONGEST_PAUSE:
            pause = FIRST_PAUSE
        await asyncio.sleep(REFUSED_PAUSE if course.state == "refused" else pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _secret(node: Node, plan: Plan) -> str | None:
    if plan.sealed_secret is None:
        return None
    return node.secrets.open(secret_name(plan.source_id), plan.sealed_secret).decode()


async def _own(node: Node, plan: Plan) -> Own | None:
    """Settings that cannot be read are told by the course of their source."""
    try:
        settings = kinds.read(plan.settings)
    except ValidationError:
        return None
    if not kinds.is_secured(settings):
        return None
    async with node.database.transaction() as session:
        return await certificates.own(session, node)


def secret_name(source_id: int) -> str:
    return f"shop_floor.source/{source_id}"
