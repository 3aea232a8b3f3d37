"""A client program: reports numbered batches one by one; run again, it reports what is missing."""

import asyncio
import sys
from copy import deepcopy
from datetime import UTC, datetime

from brain.kit.node import Node
from brain.nodes.kinds import node_of
from brain.nodes.settings import Settings
from brain.platform.exchange.contract import report
from brain.platform.exchange.scenes.catalogue import NAMES, scenes

SCENES = NAMES[:5]
AS_OF = datetime(2025, 3, 1, tzinfo=UTC)


async def report_all(node: Node, first: int, count: int) -> None:
    for number in range(first, first + count):
        scene = SCENES[number % len(SCENES)]
        record = deepcopy(scenes()[scene].example)
        async with node.database.transaction() as session:
            await report(session, scene, [record], source="故障测试", as_of=AS_OF, key=f"batch {number}")
    await node.database.dispose()


if __name__ == "__main__":
    asyncio.run(report_all(node_of(Settings()), int(sys.argv[1]), int(sys.argv[2])))
