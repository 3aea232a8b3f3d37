"""Reports are queued with the data they tell of, once, and only when the centre could take them."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import msgspec
import psycopg
import pytest
from sqlalchemy import text

from brain.kit.crypto import sm3
from brain.kit.db import Database
from brain.kit.errors import Invalid
from brain.platform.exchange.client.domain.refusals import KeyUsed
from brain.platform.exchange.contract import report, report_snapshot
from brain.platform.exchange.scenes.catalogue import scenes

AS_OF = datetime(2025, 3, 1, tzinfo=UTC)


def nodes(count: int) -> list[dict[str, Any]]:
    example = scenes()["industry_graph"].example
    return [deepcopy(example) | {"nodeCode": f"N{number}"} for number in range(count)]


async def parts(database: Database) -> list[Any]:
    async with database.transaction() as session:
        found = await session.execute(text("SELECT * FROM exchange_brain_part ORDER BY id"))
        return list(found.all())


async def test_a_report_is_queued_as_a_part_whose_digest_is_of_its_bytes(database: Database) -> None:
    async with database.transaction() as session:
        batch_id = await report(
            session, "industry_graph", nodes(3), source="行业库", as_of=AS_OF, key="panorama/1"
        )

    (part,) = await parts(database)
    body = msgspec.json.decode(part.body)
    assert batch_id == f"industry-graph-{sm3(b'panorama/1')[:24]}"
    assert (part.batch_id, part.scene, part.number, part.count, part.records) == (
        batch_id,
        "industry_graph",
        1,
        1,
        3,
    )
    assert (part.state, part.attempts, part.size, part.digest) == (
        "queued",
        0,
        len(part.body),
        sm3(part.body),
    )
    assert {name: value for name, value in body.items() if name != "records"} == {
        "batchId": batch_id,
        "partNumber": 1,
        "partCount": 1,
        "asOf": "2025-03-01T00:00:00+00:00",
        "source": "行业库",
        "schemaVersion": "1.0",
        "snapshot": False,
    }
    assert [record["nodeCode"] for record in body["records"]] == ["N0", "N1", "N2"]


async def test_a_report_larger_than_one_send_is_split(database: Database) -> None:
    big = [node | {"nodeName": "名" * 100} for node in nodes(12_000)]

    async with database.transaction() as session:
        await report_snapshot(session, "industry_graph", big, source="行业库", as_of=AS_OF, key="big")

    found = await parts(database)
    assert len(found) == 2
    assert [part.count for part in found] == [2, 2]
    assert sum(part.records for part in found) == 12_000
    assert all(part.size <= 10 * 1024 * 1024 for part in found)
    assert all(b'"snapshot":true' in part.body for part in found)


async def test_a_report_falls_with_the_transaction_of_its_data(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as session:
            await report(session, "industry_graph", nodes(1), source="行业库", as_of=AS_OF, key="k")
            raise psycopg.DataError

    with pytest.raises(psycopg.DataError):
        await fail()

    assert await parts(database) == []
    async with database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM exchange_brain_batch")) == 0
        assert await session.scalar(text("SELECT count(*) FROM queue_job")) == 0


async def test_the_same_key_and_records_again_change_nothing(database: Database) -> None:
    async with database.transaction() as session:
        first = await report(session, "industry_graph", nodes(2), source="行业库", as_of=AS_OF, key="k")
    before = await parts(database)

    async with database.transaction() as session:
        later = datetime(2025, 3, 2, tzinfo=UTC)
        second = await report(session, "industry_graph", nodes(2), source="行业库", as_of=later, key="k")

    assert second == first
    assert await parts(database) == before


async def test_the_same_key_with_other_records_is_refused(database: Database) -> None:
    async with database.transaction() as session:
        await report(session, "industry_graph", nodes(2), source="行业库", as_of=AS_OF, key="k")
    before = await parts(database)

    with pytest.raises(KeyUsed, match="批次键 k 已用于另一份数据"):
        async with database.transaction() as session:
            await report(session, "industry_graph", nodes(3), source="行业库", as_of=AS_OF, key="k")

    assert await parts(database) == before


async def test_records_that_the_centre_would_refuse_are_refused_here_with_their_places(
    database: Database,
) -> None:
    wrong = [*nodes(1), {"chainCode": "C", "level": "1"}]

    with pytest.raises(Invalid, match="数据不符合“产业全景图谱”的接口描述") as refusal:
        async with database.transaction() as session:
            await report(session, "industry_graph", wrong, source="行业库", as_of=AS_OF, key="k")

    places = {field["loc"]: field["message"] for field in refusal.value.details["fields"]}
    assert places["/records/1/level"] == "应为整数"
    assert places["/records/1/nodeName"] == "必填项不可为空：产业链环节名称"
    assert await parts(database) == []


async def test_a_report_without_records_is_refused(database: Database) -> None:
    with pytest.raises(Invalid, match="没有要上报的记录"):
        async with database.transaction() as session:
            await report(session, "industry_graph", [], source="行业库", as_of=AS_OF, key="k")
