"""A gateway and a brain that reach each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from brain.kit.postgres import Server
from tests.conftest import RunningNode
from tests.link_sides import Sides, linked


@pytest.fixture
async def sides(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Sides]:
    async with linked(postgres, tmp_path, brain_node) as both:
        yield both
