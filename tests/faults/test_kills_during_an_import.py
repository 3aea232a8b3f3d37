"""An import whose process is killed at random moments loses nothing and doubles nothing."""

import asyncio
import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from brain.platform.ingestion.contract import Status
from brain.platform.ingestion.service.imports import import_file
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.platform.ingestion.deliveries import delivery

ROWS = 160_000
KILLS = 4
PROGRAM = """
import asyncio, sys
from datetime import date
from pathlib import Path
from brain.nodes.kinds import node_of
from brain.nodes.settings import Settings
from brain.platform.ingestion.contract import Delivery
from brain.platform.ingestion.service.imports import import_file

delivery = Delivery(source_id=int(sys.argv[2]), title="登记", as_of=date(2019, 12, 31))
asyncio.run(import_file(node_of(Settings()), Path(sys.argv[1]), "enterprises", delivery))
"""


def register(path: Path) -> None:
    """Every tenth row is rejected."""
    bodies = (f"9137{number % 10_000:04d}0{number:08d}" for number in range(ROWS))
    with path.open("w") as file:
        file.write("统一社会信用代码,企业名称\n")
        for number, body in enumerate(bodies):
            code = "bad" if number % 10 == 3 else body + check_digit(body)
            file.write(f"{code},企业{number}\n")


async def progress(node: RunningNode) -> int:
    async with node.node.database.transaction() as session:
        return await session.scalar(text("SELECT coalesce(max(rows_done), 0) FROM ingestion_import")) or 0


@pytest.mark.faults
@pytest.mark.timeout(600)
async def test_an_import_killed_again_and_again_ends_whole(centre: RunningNode, tmp_path: Path) -> None:
    path, rng, done = tmp_path / "enterprises.csv", random.Random(9), 0
    await asyncio.to_thread(register, path)
    given = await delivery(centre.node)
    program: list[str | Path] = [sys.executable, "-c", PROGRAM, path, str(given.source_id)]

    for _ in range(KILLS):
        process = subprocess.Popen(program, env=centre.settings.environment())
        while await progress(centre) == done and process.poll() is None:
            await asyncio.sleep(0.02)
        await asyncio.sleep(rng.uniform(0, 0.3))
        process.kill()
        process.wait()
        done = await progress(centre)
        async with centre.node.database.transaction() as session:
            held = await session.scalar(text("SELECT count(*) FROM data_warehouse_enterprise"))
        assert held == done - done // 10
    assert done < ROWS, "the kills came too late"
    finished = await import_file(centre.node, path, "enterprises", given)

    assert (finished.status, finished.rows_done) == (Status.DONE, ROWS)
    assert (finished.inserted, finished.rejected) == (ROWS - ROWS // 10, ROWS // 10)
    async with centre.node.database.transaction() as session:
        assert (
            await session.scalar(text("SELECT count(*) FROM data_warehouse_enterprise")) == ROWS - ROWS // 10
        )
        assert await session.scalar(text("SELECT count(*) FROM ingestion_rejection")) == ROWS // 10
        assert (
            await session.scalar(text("SELECT sum(inserted) FROM data_warehouse_loading"))
            == ROWS - ROWS // 10
        )
