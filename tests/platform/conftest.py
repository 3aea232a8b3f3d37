"""A real engine for the session, and nodes that know it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from brain.kit.clock import today
from brain.platform.data_sets import service
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from tests.conftest import RunningNode
from tests.engines import running_engine


@pytest.fixture(scope="session")
def engine() -> Iterator[str]:
    with running_engine() as (url, _):
        yield url


@pytest.fixture
def lake(centre: RunningNode, engine: str, tmp_path: Path) -> RunningNode:
    """A centre with the engine and an empty lake."""
    centre.node.provided |= service.provided(engine, tmp_path / "lake")
    return centre


async def merge(node: RunningNode, *enterprises: Enterprise, provider: str = "甲方") -> None:
    async with node.node.database.transaction() as session:
        source = Source(provider=provider, title="登记", as_of=today())
        await warehouse.upsert_enterprises(session, list(enterprises), source)
