"""A sandbox for centres whose tests go through exchange: their conftest or module imports the fixture."""

from collections.abc import Iterator

import pytest

from brain.kit.postgres import Server
from tests.conftest import fresh_database


@pytest.fixture
def sandbox_dsn(postgres: Server) -> Iterator[str]:
    with fresh_database(postgres) as dsn:
        yield dsn
