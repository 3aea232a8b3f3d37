"""Imports told to lineage: where rows came from, how many, and nothing that opens a door."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.data_sets.domain.open_lineage import events
from brain.platform.data_sets.queries import runs
from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.domain.places import BY_KIND, Named, named
from brain.platform.ingestion.service import imports, running
from tests.conftest import RunningNode
from tests.platform.ingestion.collections import CODES, HEADER, collect, open_to, set_up
from tests.platform.ingestion.deliveries import delivery

SECRET = "tok9f8e7d6c5b4a39281706"
DATABASE = {"kind": "sql", "host": "db.example", "user": "reader", "database": "sales", "mode": "full"}


async def told(node: Node) -> list[dict[str, Any]]:
    async with node.database.transaction() as session:
        found = await runs.between(session, now().replace(hour=0, year=2000), now())
    return [event for run in found for event in events("brain://test", run, None)]


async def test_what_a_collection_brings_is_a_run_from_its_folder_to_the_landing(
    brain_node: RunningNode, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    opened.mkdir()
    open_to(brain_node.node, folders=(opened,))
    content = f"{HEADER}\n{CODES[0]},甲公司\n不是代码,乙公司\n"
    (opened / "a.csv").write_text(content)
    os.utime(opened / "a.csv", (time.time() - 3600,) * 2)

    collection = await set_up(brain_node.node, {"kind": "folder", "folder": str(opened), "pattern": "*.csv"})
    await collect(brain_node.node, collection)
    await collect(brain_node.node, collection)

    start, end = await told(brain_node.node)
    (read,) = end["inputs"]
    (landed,) = end["outputs"]
    assert (start["eventType"], end["eventType"]) == ("START", "COMPLETE")
    assert end["job"] == {"namespace": "brain://test", "name": f"collection.{collection.id}"}
    assert (read["namespace"], read["name"]) == ("file", str(opened))
    statistics = read["inputFacets"]["inputStatistics"]
    assert (statistics["rowCount"], statistics["size"]) == (2, len(content.encode()))
    assert landed["name"] == "landing.base.enterprise"
    assert landed["outputFacets"]["outputStatistics"]["rowCount"] == 1
    assert "甲公司" not in str(end)


async def test_an_import_that_fails_is_told_as_that_and_once_carried_on_as_another_run(
    brain_node: RunningNode, tmp_path: Path
) -> None:
    node, file = brain_node.node, tmp_path / "上传.csv"
    file.write_text(f"{HEADER}\n{CODES[0]},甲公司\n")
    given = await delivery(node)
    first = await imports.import_file(node, file, "enterprises", given)
    async with node.database.transaction() as session:
        undone = "UPDATE ingestion_import SET status = 'waiting', rows_done = 0"
        await session.execute(text(undone))
        await session.execute(text("UPDATE ingestion_source SET suspended_for = '停用'"))
    await running.run(node, first.id)

    found = await told(node)

    assert [each["eventType"] for each in found] == ["START", "COMPLETE", "START", "FAIL"]
    assert len({each["run"]["runId"] for each in found}) == 2
    assert {(each["job"]["name"], each["inputs"][0]["name"]) for each in found} == {
        ("import.base.enterprise", f"source.{given.source_id}")
    }
    assert found[3]["outputs"][0]["outputFacets"] == {}
    assert not [each for each in found if "停用" in str(each) or "上传" in str(each)]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (
            DATABASE | {"engine": "postgresql", "table": "company"},
            Named("postgres://db.example:5432", "sales.public.company"),
        ),
        (
            DATABASE | {"engine": "postgresql", "table": "crm.company", "port": 6432},
            Named("postgres://db.example:6432", "sales.crm.company"),
        ),
        (
            DATABASE | {"engine": "mysql", "table": "company"},
            Named("mysql://db.example:3306", "sales.company"),
        ),
        (
            {"kind": "sql", "engine": "sqlite", "database": "/data/a.db", "table": "company", "mode": "full"},
            Named("file", "/data/a.db/company"),
        ),
        (
            {"kind": "s3", "endpoint": "https://s3.example", "access_key": SECRET}
            | {"bucket": "plants", "prefix": "up/"},
            Named("s3://plants", "up"),
        ),
        (
            {"kind": "sftp", "host": "files.example", "user": "reader", "folder": "/out"},
            Named("sftp://files.example:22", "/out"),
        ),
        (
            {"kind": "mqtt", "host": "broker.example", "user": "reader", "client_id": "a"}
            | {"topic": "plant/+/meter"},
            Named("mqtt://broker.example:8883", "plant/+/meter"),
        ),
        (
            {"kind": "kafka", "servers": ["b.example:9092", "a.example:9092"], "user": "reader"}
            | {"topics": ["orders", "lots"]},
            Named("kafka://a.example:9092", "lots,orders"),
        ),
        (
            {"kind": "rest", "url": f"https://api.example/v2/{SECRET}/companies?key={SECRET}"},
            Named("https://api.example", "/v2/***/companies"),
        ),
        (
            {"kind": "web", "url": f"https://reader:{SECRET}@files.example:8443"},
            Named("https://files.example:8443", "/"),
        ),
        (
            {"kind": "pages", "url": f"https://list.example/companies.html#{SECRET}", "read": "table"},
            Named("https://list.example", "/companies.html"),
        ),
        (
            {"kind": "shared", "url": "https://centre.example/api/shared/5"},
            Named("https://centre.example", "/api/shared/5"),
        ),
    ],
    ids=lambda each: each.namespace if isinstance(each, Named) else "",
)  # fmt: skip
def test_sources_are_named_by_the_rules_and_without_credentials(
    settings: dict[str, Any], place: Named
) -> None:
    assert named(kinds.read(settings).model_dump(mode="json")) == place
    assert SECRET not in str(place)


def test_no_kind_of_collection_is_without_a_name() -> None:
    known = TypeAdapter[kinds.Settings](kinds.Settings).json_schema()["discriminator"]["mapping"]

    assert set(known) == set(BY_KIND)
