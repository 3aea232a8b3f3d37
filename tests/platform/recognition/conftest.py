"""A factory, its brain and the centre that reach each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from brain.kit.postgres import Server
from tests.conftest import RunningNode
from tests.link_sides import linked
from tests.sandboxes import sandbox_dsn
from tests.three_sides import Three

__all__ = ["sandbox_dsn"]


@pytest.fixture
async def three(
    postgres: Server, tmp_path: Path, brain_node: RunningNode, centre: RunningNode
) -> AsyncIterator[Three]:
    async with linked(postgres, tmp_path, brain_node) as sides:
        nodes = Three(centre, sides)
        await nodes.connected()
        await sides.confirmed()
        yield nodes
