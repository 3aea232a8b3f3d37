"""A worker killed while it sends runs of lineage loses none and keeps their order."""

import asyncio
import json
import random
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from brain.kit.clock import now
from brain.platform.data_sets.contract.open_lineage import DeliveryRun, OpenLineage, Place
from brain.platform.data_sets.service import emitting, pushing
from tests.conftest import RunningNode
from tests.platform.ingestion.servers import Answer, Asked, site

RUNS = 150
KILLS = 2
PROGRAM = """
import asyncio, sys
from pathlib import Path
from brain.kit.crypto import SecretBox
from brain.kit.db import Database
from brain.kit.node import Node
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.contract.open_lineage import OpenLineage
from brain.platform.data_sets.service import pushing

told = {OpenLineage: OpenLineage(namespace=sys.argv[2], url=sys.argv[3]), Catalogue: Catalogue([])}
node = Node(
    kind="capability_centre", name="n", title="n", title_en="n", folder=Path(), sample_data=False,
    secrets=SecretBox(bytes(32)), database=Database(sys.argv[1]), provided=told,
)
asyncio.run(pushing.push(node))
"""


def delivery(number: int) -> DeliveryRun:
    at = now() - timedelta(seconds=RUNS - number)
    return DeliveryRun(
        data_set="base.meters",
        job="collection.1",
        place=Place(namespace="s3://meters", name="upload", title="抄表"),
        rows_read=number,
        bytes_read=0,
        rows=number,
        started_at=at,
        ended_at=at,
        failed=False,
    )


def read(asked: Asked) -> int:
    """The number of the run that an event is of."""
    found: int = json.loads(asked.body)["inputs"][0]["inputFacets"]["inputStatistics"]["rowCount"]
    return found


def slowly(_: Asked) -> Answer:
    time.sleep(0.005)
    return Answer(status=201)


@pytest.mark.faults
@pytest.mark.timeout(120)
async def test_runs_sent_by_a_killed_worker_arrive_all_in_order(centre: RunningNode) -> None:
    rng = random.Random(5)
    async with centre.node.database.transaction() as session:
        for number in range(RUNS):
            await emitting.note_delivery(session, delivery(number))

    with site(slowly) as there:
        namespace = centre.node.get(OpenLineage).namespace
        program = [sys.executable, "-c", PROGRAM, centre.node.database.dsn, namespace, there.url]
        for _ in range(KILLS):
            before = len(there.asked)
            process = subprocess.Popen(program)
            while len(there.asked) == before and process.poll() is None:
                await asyncio.sleep(0.01)
            await asyncio.sleep(rng.uniform(0.05, 0.3))
            process.kill()
            process.wait()
            assert len(there.asked) > before, "the kill came too early"
        assert len(there.asked) < 2 * RUNS, "the kills came too late"
        centre.node.provided[OpenLineage] = OpenLineage(namespace=namespace, url=there.url)
        await pushing.push(centre.node)
        numbers = [read(one) for one in there.asked]

    assert list(dict.fromkeys(numbers)) == list(range(RUNS))
    assert numbers == sorted(numbers)
    # Of a run that a kill broke off, its two events come once more at the most.
    assert 2 * RUNS <= len(numbers) <= 2 * RUNS + 2 * KILLS
    assert len({json.loads(one.body)["run"]["runId"] for one in there.asked}) == RUNS
