"""A builder that is killed at random moments publishes whole versions or none."""

import asyncio
import random
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from brain.nodes.settings import LakeSettings
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.engines import running_engine
from tests.platform.conftest import merge

ROUNDS, ROWS = 5, 1_000
LONGEST = 0.8  # seconds from the first sign of a build to its kill
PROGRAM = """
import asyncio
from brain.nodes.kinds import node_of
from brain.nodes.settings import Settings
from brain.platform.data_sets.service import building

asyncio.run(building.refresh(node_of(Settings())))
"""


def enterprises(of_round: int) -> list[Enterprise]:
    bodies = [f"91370{of_round:03d}{number:09d}" for number in range(ROWS)]
    return [Enterprise(credit_code=body + check_digit(body), name=f"企业{body}") for body in bodies]


async def versions(node: RunningNode) -> dict[str, Version]:
    async with node.node.database.transaction() as session:
        return await builds.latest(session)


@pytest.mark.faults
@pytest.mark.timeout(600)
async def test_a_build_killed_again_and_again_is_whole_or_not_there(
    centre: RunningNode, tmp_path: Path
) -> None:
    rng, folder = random.Random(9), tmp_path / "lake"
    with running_engine() as (engine, _):
        centre.node.provided |= service.provided(engine, folder)
        told = centre.settings.model_copy(update={"lake": LakeSettings(engine=engine, folder=folder)})
        cut_short = 0
        for number in range(ROUNDS):
            await merge(centre, *enterprises(number))
            left = set(folder.rglob("*"))
            process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=told.environment())
            while set(folder.rglob("*")) == left and process.poll() is None:
                await asyncio.sleep(0.01)
            await asyncio.sleep(rng.uniform(0, LONGEST))
            process.kill()
            cut_short += process.wait() != 0

            for version in (await versions(centre)).values():
                assert pl.read_parquet(centre.node.get(Lake).paths(version.files)).height == version.rows
        assert cut_short >= ROUNDS // 2, "the kills came too late"

        await merge(centre, Enterprise(credit_code="91370523EXAMP0001W", name="甲"))
        assert "base.enterprise" in await building.refresh(centre.node)

    last = (await versions(centre))["base.enterprise"]
    assert last.rows == ROUNDS * ROWS + 1
    kept = {path.name for path in (folder / "base" / "enterprise").iterdir()}
    assert not {name for name in kept if name.startswith(".")}
