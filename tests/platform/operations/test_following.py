"""Business systems read for real: databases and folders that grow, change, break and come back."""

import asyncio
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.postgres import Server
from brain.kit.spreadsheet import xlsx_file
from brain.platform.operations.contract import Record
from brain.platform.operations.models import SystemRow
from brain.platform.operations.queries import records, systems
from brain.platform.operations.service import following
from tests.conftest import RunningNode, fresh_database
from tests.platform.operations.conftest import Works

COLUMNS = {"key": "no", "product": "product", "quantity": "planned", "due": "due", "state": "status"}
ORDERS = {
    "table": "orders", "recordKind": "production_order", "growing": "updated_at", "overlap": 60,
    "columns": COLUMNS, "constants": {"unit": "条"},
}  # fmt: skip
LOTS = {
    "table": "lots", "recordKind": "material_lot", "growing": "id",
    "columns": {"key": "lot", "material": "material", "at": "at"}, "constants": {"unit": "kg"},
    "lists": [{"field": "made_of", "table": "parts", "keyColumn": "lot", "valueColumn": "part"}],
}  # fmt: skip
CREATE = """
CREATE TABLE orders (no varchar(40), product varchar(40), planned double precision, due varchar(40),
                     status varchar(40), updated_at varchar(40));
CREATE TABLE lots (id integer PRIMARY KEY, lot varchar(40), material varchar(40), at varchar(40));
CREATE TABLE parts (lot varchar(40), part varchar(40));
INSERT INTO lots VALUES (1, 'mix', 'rubber', '2026-11-20T00:00:00Z');
INSERT INTO parts VALUES ('mix', 'carbon'), ('mix', 'caoutchouc');
"""
PLENTY = """
CREATE TABLE mes.orders
    (no text, product text, planned numeric, due date, status text, updated_at timestamptz);
INSERT INTO mes.orders SELECT n, 'T', n, '2026-12-01', 'planned', now() + n * '1s'::interval
    FROM generate_series(1, 5000) n
"""


def inbox(gateway: RunningNode) -> Path:
    folder = gateway.settings.folder / "inbox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def mes(works: Works) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(inbox(works.gateway) / "mes.db")
    opened.executescript(CREATE)
    yield opened
    opened.close()


def put(opened: sqlite3.Connection, no: str, status: str, at: str, planned: Any = 10) -> None:
    opened.execute("INSERT INTO orders VALUES (?, 'T', ?, '2026-12-01', ?, ?)", (no, planned, status, at))
    opened.commit()


async def system(works: Works, settings: dict[str, Any]) -> SystemRow:
    async with works.gateway.node.database.transaction() as session:
        row = SystemRow(
            name="示例 MES", settings=settings, enabled=True, revision=1, changed_by="", changed_at=now()
        )
        session.add(row)
        await session.flush()
        return row


def of_sqlite(works: Works, *tables: dict[str, Any]) -> dict[str, Any]:
    file = str(inbox(works.gateway) / "mes.db")
    return {"kind": "database", "engine": "sqlite", "database": file, "tables": list(tables), "every": 1}


async def state(works: Works, row: SystemRow) -> tuple[str, str | None]:
    async with works.gateway.node.database.transaction() as session:
        found = {each.id: told for each, told in await systems.every(session)}[row.id]
    assert found is not None
    return found.state, found.problem


def seen(found: list[Record]) -> list[tuple[str, Any]]:
    return [(each.key, each.content.get("state")) for each in found]


async def test_a_database_is_read_on_and_late_rows_within_the_overlap_are_not_missed(
    works: Works, mes: sqlite3.Connection
) -> None:
    row = await system(works, of_sqlite(works, ORDERS, LOTS))
    put(mes, "1", "released", "2026-11-20T08:00:00")
    await following.look(works.gateway.node, row)
    assert seen(await works.after(0)) == [("1", "released"), ("mix", None)]
    assert (await works.after(0))[1].content["made_of"] == ["caoutchouc", "carbon"]
    assert await state(works, row) == ("running", None)

    put(mes, "1", "completed", "2026-11-20T08:00:30")
    put(mes, "late", "planned", "2026-11-20T07:59:30")
    put(mes, "missed", "planned", "2026-11-20T07:00:00")
    await following.look(works.gateway.node, row)
    await following.look(works.gateway.node, row)
    assert seen(await works.after(0))[2:] == [("late", "planned"), ("1", "completed")]


async def test_a_table_made_anew_is_read_from_its_beginning(works: Works, mes: sqlite3.Connection) -> None:
    row = await system(works, of_sqlite(works, LOTS))
    mes.execute("INSERT INTO lots VALUES (900, 'old', 'x', '2026-11-20')")
    mes.commit()
    await following.look(works.gateway.node, row)
    mes.executescript("DELETE FROM lots; INSERT INTO lots VALUES (1, 'new', 'x', '2026-11-21');")
    await following.look(works.gateway.node, row)
    assert [each.key for each in await works.after(0)] == ["mix", "old", "new"]


async def test_what_is_no_record_is_shown_until_it_comes_right(works: Works, mes: sqlite3.Connection) -> None:
    row = await system(works, of_sqlite(works, ORDERS))
    put(mes, "1", "released", "2026-11-20T08:00:00", planned="许多")
    put(mes, "2", "released", "2026-11-20T08:00:01")
    await following.look(works.gateway.node, row)
    assert seen(await works.after(0)) == [("2", "released")]
    async with works.gateway.node.database.transaction() as session:
        (refused,) = await records.refused(session, row.id, 10)
    assert (refused.key, "许多" in refused.problem) == ("1", True)

    put(mes, "1", "released", "2026-11-20T08:00:02", planned=3)
    await following.look(works.gateway.node, row)
    async with works.gateway.node.database.transaction() as session:
        assert await records.refused(session, row.id, 10) == []


@pytest.mark.parametrize(
    ("broken", "expected", "words"),
    [
        ({"database": "/etc/passwd"}, "refused", "不允许读取"),
        ({"database": "{inbox}/none.db"}, "lost", "没有文件"),
        ({"tables": [ORDERS | {"table": "nothing"}]}, "refused", "没有表"),
        ({"tables": [ORDERS | {"growing": "nothing"}]}, "refused", "没有列"),
        ({"database": "{inbox}/text.db"}, "lost", "不能读取"),
    ],
)
async def test_what_cannot_be_read_is_told_and_recovers(
    works: Works, mes: sqlite3.Connection, broken: dict[str, Any], expected: str, words: str
) -> None:
    (inbox(works.gateway) / "text.db").write_text("no database at all " * 100)
    wrong = {
        name: value.format(inbox=inbox(works.gateway)) if isinstance(value, str) else value
        for name, value in broken.items()
    }
    row = await system(works, of_sqlite(works, ORDERS) | wrong)
    await following.look(works.gateway.node, row)
    found, problem = await state(works, row)
    assert (found, words in (problem or "")) == (expected, True)
    assert await todos(works) == 1

    row.settings = of_sqlite(works, ORDERS)
    await following.look(works.gateway.node, row)
    assert await state(works, row) == ("running", None)
    assert await todos(works) == 0


async def todos(works: Works) -> int:
    async with works.gateway.node.database.transaction() as session:
        found = await session.scalar(
            text("SELECT count(*) FROM portal_notice WHERE key IS NOT NULL AND done_at IS NULL")
        )
    return int(found or 0)


async def test_a_postgresql_is_read_and_never_written(works: Works, postgres: Server) -> None:
    with fresh_database(postgres) as dsn, psycopg.connect(dsn, autocommit=True) as opened:
        opened.execute("CREATE SCHEMA mes")
        opened.execute(PLENTY)
        told = opened.info
        row = await system(
            works,
            {
                "kind": "database", "engine": "postgresql", "host": told.host, "port": told.port,
                "database": told.dbname, "user": told.user, "tables": [ORDERS | {"table": "mes.orders"}],
            },
        )  # fmt: skip
        row.sealed_secret = works.gateway.node.secrets.seal(
            following.secret_name(row.id), told.password.encode()
        )
        await following.look(works.gateway.node, row)
        assert await state(works, row) == ("running", None)
        async with works.gateway.node.database.transaction() as session:
            assert await systems.counts(session, row.id) == {"production_order": 5000}
        opened.execute("UPDATE mes.orders SET status = 'done', updated_at = now() + '3h' WHERE no = '7'")
        await following.look(works.gateway.node, row)
        assert seen(await works.after(5000)) == [("7", "completed")]


async def test_a_folder_is_read_file_by_file_and_again_when_they_change(works: Works) -> None:
    folder = inbox(works.gateway) / "orders"
    folder.mkdir()
    head = ["订单号", "产品", "数量", "交期", "状态"]

    def file(name: str, *rows: list[Any], age: float = 60) -> None:
        (folder / name).write_bytes(xlsx_file("订单", head, rows))
        os.utime(folder / name, (time.time() - age, time.time() - age))

    row = await system(
        works,
        {"kind": "folder", "folder": str(folder), "pattern": "*.xlsx", "recordKind": "production_order"},
    )
    file("a.xlsx", ["1", "T", 5, "2026-12-01", "已下达"], age=90)
    file("b.xlsx", ["2", "T", 5, "2026-12-01", "已下达"], ["3", "T", -5, "2026-12-01", "已下达"])
    (folder / "c.xlsx").write_bytes(b"PK no workbook")
    os.utime(folder / "c.xlsx", (1e9, 1e9))
    file("fresh.xlsx", ["4", "T", 5, "2026-12-01", "已下达"], age=0)
    await following.look(works.gateway.node, row)
    assert seen(await works.after(0)) == [("1", "released"), ("2", "released")]
    async with works.gateway.node.database.transaction() as session:
        assert {each.key for each in await records.refused(session, row.id, 10)} == {"3", "c.xlsx"}

    file("a.xlsx", ["1", "T", 5, "2026-12-01", "已完成"], age=30)
    file("b.xlsx", ["2", "T", 5, "2026-12-01", "已下达"], ["3", "T", -5, "2026-12-01", "已下达"], age=20)
    (folder / "c.xlsx").unlink()
    await following.look(works.gateway.node, row)
    assert seen(await works.after(0))[2:] == [("1", "completed")]
    async with works.gateway.node.database.transaction() as session:
        assert set(await systems.positions(session, row.id)) == {"a.xlsx", "b.xlsx"}


async def test_the_standing_reader_follows_what_is_switched_on(works: Works, mes: sqlite3.Connection) -> None:
    await system(works, of_sqlite(works, ORDERS))
    task = asyncio.create_task(following.follow(works.gateway.node))
    try:
        for number in range(2):
            put(mes, str(number), "planned", f"2026-11-20T08:00:0{number}")
            async with asyncio.timeout(20):
                while len(await works.after(0)) <= number:
                    await asyncio.sleep(0.1)
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    assert seen(await works.after(0)) == [("0", "planned"), ("1", "planned")]
