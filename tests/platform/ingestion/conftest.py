"""A data set of people's own, declared and confirmed."""

import pytest

from brain.platform.data_warehouse.contract import Enterprise
from tests.conftest import RunningNode
from tests.platform.conftest import merge
from tests.platform.ingestion.deliveries import delivery
from tests.platform.ingestion.desk import CODE, LAKE, LINES, Desk


@pytest.fixture
async def desk(lake: RunningNode) -> Desk:
    await merge(lake, Enterprise(credit_code=CODE, name="山东甲子轮胎有限公司"))
    rights = ("data_sets.read", "data_sets.query")
    return Desk(
        lake,
        await lake.person(*rights, "ingestion.import", "data_sets.declare", "data_sets.manage"),
        await lake.person(
            *rights, "data_sets.confirm", "data_sets.see_protected", "data_warehouse.see_personal"
        ),
        (await delivery(lake.node)).source_id,
    )


@pytest.fixture
async def confirmed(desk: Desk) -> Desk:
    await desk.declare(await desk.upload(*LINES))
    answer = await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})
    assert answer.json()["state"] == "confirmed"
    return desk
