"""Messages of the Kafka protocol landed and imported by a node: what is amiss is told, none comes twice."""

import asyncio
import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from brain.platform.ingestion.adapters.landing import path_of
from brain.platform.ingestion.domain.collecting import Collection, Outcome, RunStatus
from brain.platform.ingestion.service import collecting
from tests.conftest import RunningNode
from tests.platform.ingestion.collections import CODES, carry_on, collect, names, open_to, set_up, told
from tests.platform.ingestion.connectors.topics import at, make_topic, send, settings
from tests.platform.ingestion.servers import HERE, tansu


@pytest.fixture
def port() -> Iterator[int]:
    with tansu() as listening:
        make_topic(listening)
        yield listening


async def in_service(node: RunningNode, port: int, **changes: Any) -> Collection:
    open_to(node.node, hosts=(HERE,))
    return await set_up(node.node, settings(port, **changes))


def enterprise(place: int) -> str:
    return json.dumps({"统一社会信用代码": CODES[place], "企业名称": f"{place}公司"})


async def test_what_is_no_row_is_kept_apart_with_where_it_was_and_holds_up_nothing(
    brain_node: RunningNode, port: int
) -> None:
    collection = await in_service(brain_node, port)
    send(port, "{not json", enterprise(0))
    send(port, None, partition=1, key=b"M1")

    run = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        [refused, taken] = await collecting.fetched(session, collection.id, run.id)
    kept = json.loads(path_of(brain_node.node.folder, refused.digest or "").read_bytes())

    assert (run.status, run.inserted, taken.outcome) == (RunStatus.DONE, 1, Outcome.IMPORTED)
    assert (refused.problem or "").startswith("2 条消息不能读成行")
    assert {(one["分区"], one["偏移"], one["原因"][:4]) for one in kept} == {
        ("0", "0", "不是 J"),
        ("1", "0", "没有内容"),
    }
    assert base64.b64decode(next(one["原文（Base64）"] for one in kept if one["分区"] == "0")) == b"{not json"


async def test_what_the_log_dropped_before_it_was_read_is_told_and_reading_goes_on(
    brain_node: RunningNode, port: int
) -> None:
    collection = await in_service(brain_node, port)
    send(port, enterprise(0))
    async with brain_node.node.database.transaction() as session:
        cursor = json.dumps(at(-3, 0))  # this broker drops nothing: we say to have been before its beginning
        wanted = text("UPDATE ingestion_collection SET cursor = CAST(:cursor AS jsonb)")
        await session.execute(wanted, {"cursor": cursor})

    run = await collect(brain_node.node, collection)
    again = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        [lost, taken] = await collecting.fetched(session, collection.id, run.id)
        told = await session.scalar(text("SELECT body FROM portal_notice WHERE kind = 'message'"))

    assert (lost.outcome, taken.outcome, run.inserted, again.found) == (
        Outcome.UNREADABLE,
        Outcome.IMPORTED,
        1,
        0,
    )
    assert lost.problem == told
    assert "已删除这 3 条消息（主题 plant.meters 分区 0，偏移 -3 至 -1）" in str(told)


async def test_other_words_of_a_collection_keep_its_place_and_starting_over_reads_all(
    brain_node: RunningNode, port: int
) -> None:
    collection = await in_service(brain_node, port, start="latest")
    send(port, enterprise(0))
    first = await collect(brain_node.node, collection)
    send(port, enterprise(1))
    async with brain_node.node.database.transaction() as session:
        wanted = told(settings(port, start="latest", silent_minutes=60))
        await collecting.amend(session, brain_node.node, collection.id, wanted, None, by="person")
    second = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        await collecting.backfill(session, collection.id, by="person")
    third = await carry_on(brain_node.node, collection.id)

    assert [(run.found, run.rows) for run in (first, second, third)] == [(0, 0), (1, 1), (1, 2)]


DIE = """
import asyncio, os, signal, sys
from pathlib import Path
from brain.platform.ingestion.service import fetching, taking
from tests.conftest import node_settings, running_node
from tests.platform.ingestion.collections import open_to

start = taking.start

async def start_then_die(*told):
    await start(*told)
    os.kill(os.getpid(), signal.SIGKILL)  # landed, the import is begun, nothing is committed

async def main(dsn, folder, run_id):
    async with running_node(node_settings("industry_brain", dsn, Path(folder))) as running:
        open_to(running.node, hosts=("127.0.0.1",))
        await fetching.run(running.node, int(run_id))

taking.start = start_then_die
asyncio.run(main(*sys.argv[1:]))
"""


async def test_killed_between_landing_and_commit_nothing_is_lost_or_doubled(
    brain_node: RunningNode, port: int
) -> None:
    node, collection = brain_node.node, await in_service(brain_node, port)
    send(port, *(enterprise(place) for place in range(3)))
    async with node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")
    async with node.database.transaction() as session:
        run_id = await session.scalar(text("SELECT id FROM ingestion_collection_run"))
    given = brain_node.settings.database.dsn, str(node.folder), str(run_id)
    died = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", DIE, *map(str, given)], env=dict(os.environ)
    )
    landed = [path for path in (node.folder / "landing").rglob("*") if path.is_file()]

    run = await carry_on(node, collection.id)
    again = await collect(node, collection)

    assert (died.returncode, len(landed) > 0) == (-signal.SIGKILL, True)
    assert (run.status, run.landed, run.rows, run.inserted, again.found) == (RunStatus.DONE, 1, 3, 3, 0)
    assert await names(node) == ["0公司", "1公司", "2公司"]
