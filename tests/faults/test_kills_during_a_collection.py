"""A collection whose worker is killed at random moments fetches everything once and in order."""

import asyncio
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from brain.platform.ingestion.domain.collecting import RunStatus
from brain.platform.ingestion.service import collecting
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.platform.ingestion.collections import HEADER, latest, set_up

FILES, ROWS, KILLS = 6, 5_000, 3


def fill(folder: Path) -> None:
    """Every file names the same enterprises anew, the last one for good."""
    folder.mkdir()
    bodies = [f"91370000{number:09d}" for number in range(ROWS)]
    codes = [body + check_digit(body) for body in bodies]
    for place in range(FILES):
        lines = [HEADER, *(f"{code},第{place}版{code[-8:]}" for code in codes), ""]
        path = folder / f"{FILES - place}.csv"
        path.write_text("\n".join(lines))
        os.utime(path, (time.time() - 3600 + place,) * 2)


@pytest.mark.faults
@pytest.mark.timeout(600)
async def test_a_collection_killed_again_and_again_fetches_each_file_once(
    centre: RunningNode, tmp_path: Path
) -> None:
    folder, rng = tmp_path / "opened", random.Random(9)
    await asyncio.to_thread(fill, folder)
    collection = await set_up(centre.node, {"kind": "folder", "folder": str(folder), "pattern": "*.csv"})
    environment = centre.settings.environment() | {"BRAIN_INGESTION__FOLDERS": f'["{folder}"]'}
    async with centre.node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")

    found = []
    for kill in range(KILLS + 1):
        process = subprocess.Popen([sys.executable, "-m", "brain", "work"], env=environment)
        try:
            before = await latest(centre.node, collection.id)
            while (run := await latest(centre.node, collection.id)).rows < FILES * ROWS:
                if kill < KILLS and (run.found, run.rows) != (before.found, before.rows):
                    await asyncio.sleep(rng.uniform(0, 0.3))
                    break
                await asyncio.sleep(0.02)
        finally:
            process.kill()
            process.wait()
        found.append(run.found)
    async with centre.node.database.transaction() as session:
        names = await session.scalars(text("SELECT DISTINCT left(name, 3) FROM data_warehouse_enterprise"))
        imported = await session.scalars(text("SELECT name FROM ingestion_collected ORDER BY id"))
        listed, versions = list(imported), list(names)

    assert found[KILLS - 1] < FILES, "the kills came too late"
    assert (run.status, run.found, run.imports, run.unchanged) == (RunStatus.DONE, FILES, FILES, 0)
    assert listed == [f"{FILES - place}.csv" for place in range(FILES)]
    assert (run.rows, run.inserted, run.changed) == (FILES * ROWS, ROWS, (FILES - 1) * ROWS)
    assert versions == [f"第{FILES - 1}版"]
