"""A builder that is killed at random moments publishes whole versions or none."""

import asyncio
import random
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from brain.nodes.settings import LakeSettings, Settings
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Declaring, Version
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building, declaring
from brain.platform.data_warehouse.contract import Enterprise
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.engines import running_engine
from tests.platform.conftest import merge
from tests.platform.data_sets.growth import KEYS, Growing, computed, own

ROUNDS, ROUNDS_UPON, ROWS = 5, 3, 1_000
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


async def killed(told: Settings, after: float) -> bool:
    """Whether a build was cut short so many seconds after its first sign."""
    folder = told.lake.folder
    assert folder is not None
    left = set(folder.rglob("*"))
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=told.environment())
    while set(folder.rglob("*")) == left and process.poll() is None:
        await asyncio.sleep(0.01)
    await asyncio.sleep(after)
    process.kill()
    return process.wait() != 0


async def require_whole(node: RunningNode) -> None:
    """Every version has the rows that it tells of."""
    for version in (await versions(node)).values():
        assert pl.read_parquet(node.node.get(Lake).paths(version.files)).height == version.rows


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
            cut_short += await killed(told, rng.uniform(0, LONGEST))
            await require_whole(centre)
        assert cut_short >= ROUNDS // 2, "the kills came too late"

        await merge(centre, Enterprise(credit_code="91370523EXAMP0001W", name="甲"))
        assert "base.enterprise" in await building.refresh(centre.node)

    last = (await versions(centre))["base.enterprise"]
    assert last.rows == ROUNDS * ROWS + 1
    kept = {path.name for path in (folder / "base" / "enterprise").iterdir()}
    assert not {name for name in kept if name.startswith(".")}


@pytest.mark.faults
@pytest.mark.timeout(600)
async def test_a_build_upon_the_last_version_that_is_killed_leaves_that_version_as_it_was(
    centre: RunningNode, tmp_path: Path
) -> None:
    rng, folder = random.Random(7), tmp_path / "lake"
    with running_engine() as (engine, _):
        centre.node.provided |= service.provided(engine, folder)
        told = centre.settings.model_copy(update={"lake": LakeSettings(engine=engine, folder=folder)})
        data_set = own("grown", KEYS)
        derived = computed(data_set, "SELECT code, month, amount * 2 AS twice FROM {}")
        world = Growing(centre, data_set, derived)
        async with centre.node.database.transaction() as session:
            for each in (data_set, derived):
                await declaring.declare(session, centre.node, Declaring(data_set=each, findings={}), "one")
                await declaring.confirm(session, each.full_name, {}, "another")
        await world.deliver([(key, 1) for key in range(ROWS)])
        await building.refresh(centre.node)
        cut_short = 0
        for number in range(1, ROUNDS_UPON + 1):
            # Half of the keys are there already: files are shared and files are written anew.
            await world.deliver([(key + ROWS // 2 * number, 2) for key in range(ROWS)], day=number)
            cut_short += await killed(told, rng.uniform(0, LONGEST / 2))
            await require_whole(centre)
        assert cut_short, "the kills came too late"

        await world.deliver([(0, -1)], day=ROUNDS_UPON + 1)
        await building.refresh(centre.node)
        assert await world.upon_last() == [(True, None), (False, "base.grown 的旧文件已改写")]
        published = await world.published(data_set)
        expected = await world.built_from_nothing(data_set)

    assert published == {**expected, "counted": True}
