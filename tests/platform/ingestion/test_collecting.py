"""Collections from a watched folder: what is new comes once, in order, by a source that may deliver."""

import json
import os
import sqlite3
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.platform.ingestion import jobs
from brain.platform.ingestion.domain.collecting import Busy, Choice, Collection, RunStatus
from brain.platform.ingestion.domain.drift import Drift
from brain.platform.ingestion.domain.files import LARGEST_FILE
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.domain.schedules import Schedule
from brain.platform.ingestion.queries import collections
from brain.platform.ingestion.service import collecting, deciding, fetching, sources
from tests.conftest import RunningNode
from tests.platform.ingestion.collections import (
    CODES,
    HEADER,
    MAPPING,
    carry_on,
    collect,
    import_waiting,
    latest,
    look,
    names,
    open_to,
    set_up,
    todos,
    told,
)

AN_HOUR_AGO = time.time() - 3600


def put(folder: Path, name: str, content: str, modified: float = AN_HOUR_AGO) -> None:
    (folder / name).write_text(content)
    os.utime(folder / name, (modified, modified))


def listed(*enterprises: str, header: str = HEADER) -> str:
    lines = [f"{code},{name}" for code, name in zip(CODES, enterprises, strict=False)]
    return "\n".join([header, *lines, ""])


@pytest.fixture
def folder(brain_node: RunningNode, tmp_path: Path) -> Path:
    """The one folder of the machine that is open to collections."""
    opened = tmp_path / "opened"
    opened.mkdir()
    open_to(brain_node.node, folders=(opened,))
    return opened


@pytest.fixture
async def collection(brain_node: RunningNode, folder: Path) -> Collection:
    return await set_up(brain_node.node, settings(folder))


def settings(folder: Path) -> dict[str, Any]:
    return {"kind": "folder", "folder": str(folder), "pattern": "*.csv"}


async def decide(node: RunningNode, collection: Collection, choice: Choice, *mapping: Column) -> None:
    async with node.node.database.transaction() as session:
        await deciding.decide(session, node.node, collection.id, choice, mapping or None, by="person")


async def test_each_file_is_imported_once_and_the_oldest_first(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "b.csv", listed("甲厂"), AN_HOUR_AGO - 60)
    put(folder, "a.csv", listed("甲公司", "乙公司"))
    put(folder, "note.txt", "not asked for")

    first = await collect(brain_node.node, collection)
    again = await collect(brain_node.node, collection)

    assert (first.status, first.found, first.landed, first.imports) == (RunStatus.DONE, 2, 2, 2)
    assert (first.rows, first.inserted, first.changed, first.rejected) == (3, 2, 1, 0)
    assert (again.status, again.found) == (RunStatus.DONE, 0)
    assert await names(brain_node.node) == ["甲公司", "乙公司"]


async def test_a_file_written_again_with_the_same_content_is_unchanged(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", listed("甲公司"))
    await collect(brain_node.node, collection)

    put(folder, "a.csv", listed("甲公司"), AN_HOUR_AGO + 60)
    same = await collect(brain_node.node, collection)
    put(folder, "a.csv", listed("甲集团"), AN_HOUR_AGO + 120)
    changed = await collect(brain_node.node, collection)

    assert (same.found, same.unchanged, same.imports) == (1, 1, 0)
    assert (changed.found, changed.unchanged, changed.imports) == (1, 0, 1)
    assert await names(brain_node.node) == ["甲集团"]


async def test_a_table_that_turns_back_to_a_former_state_has_changed(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    for day, name in enumerate(("甲公司", "甲集团", "甲公司")):
        put(folder, "a.csv", listed(name), AN_HOUR_AGO - 86_400 * (3 - day))
        run = await collect(brain_node.node, collection)

    assert (run.imports, run.changed) == (1, 1)
    assert await names(brain_node.node) == ["甲公司"]


async def test_a_file_too_large_to_land_does_not_hold_up_the_others(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    with (folder / "a.csv").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    os.utime(folder / "a.csv", (AN_HOUR_AGO - 60, AN_HOUR_AGO - 60))
    put(folder, "b.csv", listed("甲公司"))

    run = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        [large, _] = await collecting.fetched(session, collection.id, run.id)

    assert (run.status, run.found, run.imports) == (RunStatus.DONE, 2, 1)
    assert (large.outcome, large.problem) == ("unreadable", "文件超过 1024 MB，请拆分")


async def test_a_file_still_being_written_is_left_alone(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", listed("甲公司"), time.time())
    growing = await collect(brain_node.node, collection)
    put(folder, "a.csv", listed("甲公司"))
    written = await collect(brain_node.node, collection)

    assert (growing.found, written.found) == (0, 1)


async def test_a_run_broken_off_anywhere_and_repeated_imports_once(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", listed("甲公司"))
    put(folder, "b.csv", listed("甲公司", "乙公司"))
    async with brain_node.node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")
    run = await latest(brain_node.node, collection.id)

    # Repeated before its import ends, as after a crash: the next file waits for the import.
    await fetching.run(brain_node.node, run.id)
    await fetching.run(brain_node.node, run.id)
    waiting = await latest(brain_node.node, collection.id)
    done = await carry_on(brain_node.node, collection.id)
    await fetching.run(brain_node.node, run.id)

    assert (waiting.status, waiting.found) == (RunStatus.RUNNING, 1)
    assert (done.found, done.imports, done.inserted) == (2, 2, 2)
    assert await latest(brain_node.node, collection.id) == done


async def test_a_file_that_is_no_table_is_told_and_does_not_stop_the_others(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", "")
    put(folder, "b.csv", "%PDF-1.7")
    put(folder, "c.csv", listed("甲公司"))

    run = await collect(brain_node.node, collection)
    again = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        fetched = await collecting.fetched(session, collection.id, run.id)

    assert (run.status, run.found, run.imports) == (RunStatus.DONE, 3, 1)
    assert [(one.outcome, one.problem) for one in fetched] == [
        ("unreadable", "文件是空的（0 字节）"),
        ("unreadable", "这是PDF 文件，不是数据表"),
        ("imported", None),
    ]
    assert again.found == 0


async def test_names_and_headers_that_no_database_holds_stop_nothing(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    def records(code: str, name: str) -> str:
        return json.dumps([{"统一社会信用代码": code, "企业名称": name, "\0": "x"}])

    put(folder, "a.csv", records(CODES[0], "甲公司"))
    (folder / "a.csv").rename(os.fsdecode(os.fsencode(folder) + b"/\xff.csv"))
    put(folder, "b.csv", records(CODES[0], "甲公司"))
    put(folder, f"{'长' * 80}.csv", records(CODES[1], "乙公司"), AN_HOUR_AGO + 1)

    run = await collect(brain_node.node, collection)

    assert (run.status, run.found, run.imports) == (RunStatus.DONE, 2, 2)
    assert await names(brain_node.node) == ["甲公司", "乙公司"]


async def test_a_folder_that_was_not_opened_is_refused_also_through_a_link(
    brain_node: RunningNode, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text(listed("甲公司"))
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    os.utime(folder / "link.csv", (AN_HOUR_AGO, AN_HOUR_AGO))
    through_link = await set_up(brain_node.node, settings(folder))
    outside = await set_up(brain_node.node, settings(tmp_path))
    climbing = await set_up(brain_node.node, settings(folder / ".."))

    runs = [await collect(brain_node.node, one) for one in (through_link, outside, climbing)]

    assert [run.status for run in runs] == [RunStatus.FAILED] * 3
    assert all("BRAIN_INGESTION__FOLDERS" in str(run.problem) for run in runs)
    assert await names(brain_node.node) == []
    assert await todos(brain_node.node) == ["采集任务“每日名录”没有成功"] * 3


async def test_a_source_that_may_not_deliver_is_told_in_the_history(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", listed("甲公司"))
    async with brain_node.node.database.transaction() as session:
        await sources.suspend(session, collection.source_id, "授权书存疑", by="reviewer")
    refused = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        await sources.resume(session, collection.source_id, by="reviewer")
    resumed = await collect(brain_node.node, collection)

    assert (refused.status, refused.found) == (RunStatus.REFUSED, 0)
    assert "授权书存疑" in str(refused.problem)
    assert (resumed.status, resumed.imports) == (RunStatus.DONE, 1)
    assert await todos(brain_node.node) == []


async def test_what_is_due_runs_unless_paused_or_busy(brain_node: RunningNode, folder: Path) -> None:
    every_minute = Schedule(minutes=1)
    collection = await set_up(brain_node.node, settings(folder), schedule=every_minute)
    paused = await set_up(brain_node.node, settings(folder), schedule=every_minute)
    await set_up(brain_node.node, settings(folder))
    put(folder, "a.csv", listed("甲公司"))

    async def runs_opened() -> list[int]:
        async with brain_node.node.database.transaction() as session:
            await session.execute(
                text("UPDATE ingestion_collection SET next_at = now() - interval '1s' WHERE minutes = 1")
            )
        await look(brain_node.node)
        async with brain_node.node.database.transaction() as session:
            return list(
                await session.scalars(text("SELECT collection_id FROM ingestion_collection_run ORDER BY id"))
            )

    async with brain_node.node.database.transaction() as session:
        await collecting.pause(session, paused.id, by="person")
    opened = await runs_opened()
    still_open = await runs_opened()
    await fetching.run(brain_node.node, (await latest(brain_node.node, collection.id)).id)
    importing = await runs_opened()
    await import_waiting(brain_node.node)
    idle = await runs_opened()

    assert opened == still_open == importing == [collection.id]
    assert idle == [collection.id, collection.id]


async def test_nobody_runs_or_amends_what_is_busy(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    async with brain_node.node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")
        with pytest.raises(Busy, match="正在运行"):
            await collecting.run_now(session, collection.id, by="person")
        with pytest.raises(Busy, match="正在运行"):
            await collecting.backfill(session, collection.id, by="person")
        wanted = told(settings(folder))
        with pytest.raises(Busy, match="正在运行"):
            await collecting.amend(session, brain_node.node, collection.id, wanted, None, by="person")


async def test_a_backfill_fetches_all_again_and_imports_what_is_mapped_anew(
    brain_node: RunningNode, folder: Path
) -> None:
    header = f"{HEADER},英文名"
    put(folder, "a.csv", f"{header}\n{CODES[0]},甲公司,First\n")
    wrong = (MAPPING[0], Column(column="英文名", field="name"))
    collection = await set_up(brain_node.node, settings(folder), mapping=wrong)
    await collect(brain_node.node, collection)

    async def backfill() -> None:
        async with brain_node.node.database.transaction() as session:
            await collecting.backfill(session, collection.id, by="person")

    await backfill()
    same = await carry_on(brain_node.node, collection.id)
    async with brain_node.node.database.transaction() as session:
        right = told(settings(folder), title="名录")
        await collecting.amend(session, brain_node.node, collection.id, right, None, by="person")
    await backfill()
    mapped_anew = await carry_on(brain_node.node, collection.id)

    assert (same.found, same.unchanged) == (1, 1)
    assert (mapped_anew.found, mapped_anew.imports, mapped_anew.changed) == (1, 1, 1)
    assert await names(brain_node.node) == ["甲公司"]


@pytest.mark.parametrize(
    ("came", "drift"),
    [
        (f"{HEADER},备注\n{CODES[0]},乙公司,x\n", Drift(added=("备注",))),
        (f"统一社会信用代码,单位\n{CODES[0]},乙公司\n", Drift(added=("单位",), gone=("企业名称",))),
        (f"{HEADER}\n1001,乙公司\n1002,丙公司\n", Drift(broken=("统一社会信用代码",))),
    ],
)
async def test_a_changed_shape_stops_before_the_import_and_asks(
    brain_node: RunningNode,
    folder: Path,
    collection: Collection,
    came: str,
    drift: Drift,
) -> None:
    put(folder, "a.csv", listed("甲公司"))
    await collect(brain_node.node, collection)
    put(folder, "b.csv", came, AN_HOUR_AGO + 60)
    put(folder, "c.csv", listed("甲集团"), AN_HOUR_AGO + 120)

    run = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        standing = await collecting.get(session, collection.id)
        with pytest.raises(Busy, match="还没有处理"):
            await collecting.run_now(session, collection.id, by="person")

    assert (run.status, run.found, run.imports) == (RunStatus.HELD, 1, 0)
    assert standing.held is not None
    assert standing.held.drift == drift
    assert await names(brain_node.node) == ["甲公司"]
    assert await todos(brain_node.node) == ["采集任务“每日名录”取来的表结构变了，请决定收不收"]


async def test_records_without_an_optional_column_are_no_changed_shape(
    brain_node: RunningNode, folder: Path
) -> None:
    mapping = (*MAPPING, Column(column="成立日期", field="establish_date"))
    collection = await set_up(brain_node.node, settings(folder), mapping=mapping)

    def records(*found: dict[str, str]) -> str:
        return json.dumps([dict(zip(HEADER.split(","), CODES, strict=False)) | one for one in found])

    put(folder, "1.csv", records({"企业名称": "甲"}))
    put(folder, "2.csv", records({"企业名称": "乙", "成立日期": "2001-02-03"}), AN_HOUR_AGO + 1)
    put(folder, "3.csv", records({"企业名称": "丙"}), AN_HOUR_AGO + 2)
    sparse = await collect(brain_node.node, collection)
    put(folder, "3.csv", records({"企业名称": "丙"}), AN_HOUR_AGO + 3)
    again = await collect(brain_node.node, collection)
    put(folder, "4.csv", json.dumps([{"企业名称": "丁"}]), AN_HOUR_AGO + 4)
    without_required = await collect(brain_node.node, collection)

    assert (sparse.status, sparse.imports) == (RunStatus.DONE, 3)
    assert (again.unchanged, again.imports) == (1, 0)
    assert without_required.status is RunStatus.HELD
    assert await names(brain_node.node) == ["丙"]


async def test_a_first_delivery_without_a_mapped_column_asks_too(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", f"统一社会信用代码,单位\n{CODES[0]},甲公司\n")

    assert (await collect(brain_node.node, collection)).status is RunStatus.HELD


async def held(node: RunningNode, folder: Path, collection: Collection) -> None:
    """A file in a new shape awaits a decision, another in the new shape comes after it."""
    put(folder, "a.csv", listed("甲公司"))
    await collect(node.node, collection)
    put(folder, "b.csv", f"统一社会信用代码,企业名称,单位\n{CODES[0]},甲旧名,甲新名\n", AN_HOUR_AGO + 60)
    put(folder, "c.csv", f"统一社会信用代码,企业名称,单位\n{CODES[1]},乙旧名,乙新名\n", AN_HOUR_AGO + 120)
    await collect(node.node, collection)


async def test_an_accepted_shape_goes_on_as_before(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    await held(brain_node, folder, collection)

    await decide(brain_node, collection, Choice.ACCEPT)
    decided = await latest(brain_node.node, collection.id)
    await import_waiting(brain_node.node)
    following = await collect(brain_node.node, collection)

    assert (decided.status, decided.imports) == (RunStatus.DONE, 1)
    assert (following.status, following.imports) == (RunStatus.DONE, 1)
    assert await names(brain_node.node) == ["甲旧名", "乙旧名"]
    assert await todos(brain_node.node) == []
    with pytest.raises(Conflict):
        await decide(brain_node, collection, Choice.ACCEPT)


async def test_a_shape_is_accepted_with_another_mapping(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    await held(brain_node, folder, collection)

    await decide(brain_node, collection, Choice.MAP, MAPPING[0], Column(column="单位", field="name"))
    await import_waiting(brain_node.node)
    following = await collect(brain_node.node, collection)

    assert (following.status, following.imports) == (RunStatus.DONE, 1)
    assert await names(brain_node.node) == ["甲新名", "乙新名"]


async def test_a_rejected_shape_is_left_and_the_next_is_looked_at(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    await held(brain_node, folder, collection)
    await decide(brain_node, collection, Choice.REJECT)
    put(folder, "c.csv", listed("甲集团"), AN_HOUR_AGO + 180)

    following = await collect(brain_node.node, collection)

    assert (following.status, following.imports) == (RunStatus.DONE, 1)
    assert await names(brain_node.node) == ["甲集团"]


async def test_a_mapping_of_columns_that_are_gone_cannot_be_accepted(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    put(folder, "a.csv", f"统一社会信用代码,单位\n{CODES[0]},甲公司\n")
    await collect(brain_node.node, collection)

    with pytest.raises(Invalid) as refused:
        await decide(brain_node, collection, Choice.ACCEPT)
    with pytest.raises(Invalid):
        await decide(brain_node, collection, Choice.MAP)

    assert refused.value.details["fields"][0]["message"] == "文件中没有“企业名称”这一列"
    assert (await latest(brain_node.node, collection.id)).status is RunStatus.HELD


async def test_a_delivery_of_unusual_volume_is_imported_and_told(
    brain_node: RunningNode, folder: Path, collection: Collection
) -> None:
    for day in range(3):
        put(folder, f"{day}.csv", listed(f"甲{day}", f"乙{day}", f"丙{day}"), AN_HOUR_AGO + day)
    await collect(brain_node.node, collection)
    await look(brain_node.node)
    usual = await todos(brain_node.node)
    put(folder, "4.csv", listed("甲"), AN_HOUR_AGO + 10)
    await collect(brain_node.node, collection)
    await look(brain_node.node)
    told_of = await todos(brain_node.node)
    put(folder, "5.csv", listed("甲", "乙", "丙"), AN_HOUR_AGO + 20)
    await collect(brain_node.node, collection)
    await look(brain_node.node)

    assert usual == []
    assert told_of == ["采集任务“每日名录”取来的 4.csv 有 1 行，与以往相差悬殊（最近：3、3、3）"]
    assert await todos(brain_node.node) == []
    assert (await names(brain_node.node))[0] == "甲"


async def test_a_full_compare_counts_what_the_source_deleted(brain_node: RunningNode, folder: Path) -> None:
    def write(*enterprises: str) -> None:
        with sqlite3.connect(folder / "a.db") as connection:
            connection.execute("DROP TABLE IF EXISTS company")
            connection.execute("CREATE TABLE company (统一社会信用代码 TEXT, 企业名称 TEXT)")
            connection.executemany("INSERT INTO company VALUES (?, ?)", zip(CODES, enterprises, strict=False))
        connection.close()

    whole = {"kind": "sql", "engine": "sqlite", "database": str(folder / "a.db"), "table": "company"}
    keys = {"mode": "full", "key_columns": ["统一社会信用代码"]}
    collection = await set_up(brain_node.node, whole | keys)
    write("甲", "乙", "丙")
    first = await collect(brain_node.node, collection)
    same = await collect(brain_node.node, collection)
    write("甲")
    fewer = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        [fetched] = await collecting.fetched(session, collection.id, fewer.id)

    assert (first.imports, first.gone, first.inserted) == (1, None, 3)
    assert (same.unchanged, same.imports) == (1, 0)
    assert (fewer.imports, fewer.gone, fewer.rows) == (1, 2, 1)
    assert sorted(fetched.gone_keys) == [[CODES[1]], [CODES[2]]]


async def test_a_run_that_nobody_carries_on_ends(brain_node: RunningNode, collection: Collection) -> None:
    async with brain_node.node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")
        await session.execute(
            text("UPDATE ingestion_collection_run SET asked_at = now() - interval '25 hours'")
        )
    await look(brain_node.node)

    lost = await latest(brain_node.node, collection.id)
    assert (lost.status, lost.problem) == (RunStatus.FAILED, "执行中断，没有继续")


async def test_what_killed_processes_left_half_arrived_is_cleared(brain_node: RunningNode) -> None:
    incoming = brain_node.node.folder / "landing" / "incoming"
    for name, age in (("arriving", 60), ("abandoned", 100_000)):
        (incoming / name).mkdir(parents=True)
        (incoming / name / "content").write_text("x")
        os.utime(incoming / name, (time.time() - age,) * 2)

    await jobs.start_due_collections(brain_node.node, {})

    assert [place.name for place in incoming.iterdir()] == ["arriving"]


async def test_a_secret_is_sealed_and_not_sent_elsewhere(brain_node: RunningNode) -> None:
    there = {
        "kind": "s3", "endpoint": "https://store.example", "bucket": "data", "access_key": "key"
    }  # fmt: skip
    collection = await set_up(brain_node.node, there, secret="open sesame")

    async with brain_node.node.database.transaction() as session:
        elsewhere = told(there | {"endpoint": "https://evil.example"})
        with pytest.raises(Invalid, match="重新填写"):
            await collecting.amend(session, brain_node.node, collection.id, elsewhere, None, by="person")
        await collecting.amend(
            session, brain_node.node, collection.id, told(there | {"prefix": "a/"}), None, by="person"
        )
        kept = await collections.get(session, collection.id)

    assert kept.sealed_secret is not None
    assert b"sesame" not in kept.sealed_secret
    assert collecting.secret_of(brain_node.node, kept) == "open sesame"


async def test_a_schedule_is_kept_in_beijing_time(brain_node: RunningNode, folder: Path) -> None:
    collection = await set_up(brain_node.node, settings(folder), schedule=Schedule(cron="20 2 * * *"))

    assert collection.next_at is not None
    assert (collection.next_at.hour, collection.next_at.minute) == (18, 20)
    assert collection.next_at - now() <= timedelta(days=1)
