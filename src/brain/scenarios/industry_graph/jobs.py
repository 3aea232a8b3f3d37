"""Work that goes on alone: following the master data and reporting the panorama."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.scenarios.industry_graph import reports
from brain.scenarios.industry_graph.service import building
from brain.scenarios.industry_graph.service.building import REPORT
from brain.scenarios.industry_graph.service.chain import FOLLOW


async def follow(node: Node, payload: dict[str, Any]) -> None:
    await building.follow(node)


async def report(node: Node, payload: dict[str, Any]) -> None:
    await reports.report(node)


JOBS = (
    Job(name=FOLLOW, run=follow, every="*/10 * * * *"),
    Job(name=REPORT, run=report),
)
