"""A client program: reports the rounds whose numbers it reads; told a number again, what is missing of it."""

import asyncio
import sys
from copy import deepcopy
from datetime import UTC, datetime

from brain.kit.db import Database
from brain.platform.exchange.contract import report
from brain.platform.exchange.scenes.catalogue import NAMES, scenes

BATCHES = 200
SCENES = NAMES[:5]
AS_OF = datetime(2025, 3, 1, tzinfo=UTC)


async def report_round(dsn: str, number: int) -> None:
    database = Database(dsn, pool_size=1)
    for batch in range(BATCHES):
        scene = SCENES[batch % len(SCENES)]
        record = deepcopy(scenes()[scene].example)
        key = f"round {number} batch {batch}"
        async with database.transaction() as session:
            await report(session, scene, [record], source="故障测试", as_of=AS_OF, key=key)
    await database.dispose()


if __name__ == "__main__":
    for line in sys.stdin:
        asyncio.run(report_round(sys.argv[1], int(line)))
