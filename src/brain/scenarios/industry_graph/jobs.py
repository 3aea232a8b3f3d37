"""Work that goes on alone: following the master data and data sets, reporting the panorama."""

from typing import Any

from brain.kit.jobs import Job
from brain.kit.node import Node
from brain.scenarios.industry_graph import reports
from brain.scenarios.industry_graph.service import building, feeding
from brain.scenarios.industry_graph.service.building import REPORT
from brain.scenarios.industry_graph.service.chain import FOLLOW


async def follow(node: Node, payload: dict[str, Any]) -> None:
    await building.follow(node)


async def report(node: Node, payload: dict[str, Any]) -> None:
    await reports.report(node)


async def read_feed(node: Node, payload: dict[str, Any]) -> None:
    await feeding.read(node, payload["feed"])


JOBS = (
    Job(name=FOLLOW, run=follow, every="*/10 * * * *"),
    Job(name=REPORT, run=report),
    Job(name=feeding.READ, run=read_feed),
)
