"""Tables of real databases: whole, or what is new by a column."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import psycopg
import pymysql
import pytest
from psycopg import conninfo

from brain.kit.postgres import Server
from brain.platform.ingestion.adapters.connectors import deletions
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected
from tests.conftest import fresh_database
from tests.platform.ingestion.connectors.fetching import fetch
from tests.platform.ingestion.servers import HERE, mariadb, tcp_to

MARIADB = shutil.which("mariadbd") or shutil.which("/usr/sbin/mariadbd")
WHEN = datetime(2026, 1, 1, 12)  # noqa: DTZ001 - the column has no zone either


@pytest.fixture
async def table(postgres: Server) -> AsyncIterator[tuple[dict[str, Any], psycopg.Connection[Any]]]:
    """A table in PostgreSQL reached over TCP, and a connection that writes to it."""
    with fresh_database(postgres) as dsn:
        told = conninfo.conninfo_to_dict(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(
                "CREATE SCHEMA erp; CREATE TABLE erp.company (id int PRIMARY KEY, 名称 text,"
                " capital numeric(12,2), seen timestamp, tags jsonb, open bool)"
            )
            async with tcp_to(f"{told['host']}/.s.PGSQL.5432") as port:
                yield (
                    {
                        "kind": "sql",
                        "engine": "postgresql",
                        "host": HERE,
                        "port": port,
                        "database": told["dbname"],
                        "user": "brain",
                        "table": "erp.company",
                    },
                    connection,
                )


def add(connection: psycopg.Connection[Any], id: int, seen: datetime = WHEN) -> None:  # noqa: A002 - the column
    values = (id, f"公司{id}", "10.50", seen)
    connection.execute("INSERT INTO erp.company VALUES (%s, %s, %s, %s, '{\"级\": [1]}', true)", values)


async def test_a_whole_table_comes_as_text_with_nulls_apart_from_empty_texts(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    add(connection, 1)
    connection.execute("INSERT INTO erp.company VALUES (2, '')")

    [came], _ = await fetch(tmp_path / "1", settings | {"mode": "full"})
    [again], _ = await fetch(tmp_path / "2", settings | {"mode": "full"})

    assert came.headers == ["id", "名称", "capital", "seen", "tags", "open"]
    assert came.rows == [
        ("1", "公司1", "10.50", "2026-01-01 12:00:00", '{"级": [1]}', "是"),
        ("2", "", None, None, None, None),
    ]
    assert again.content == came.content, "the same table lands under the same digest"


async def test_new_rows_come_once_by_a_key(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    settings |= {"mode": "incremental", "cursor_column": "id"}
    nothing, cursor = await fetch(tmp_path, settings)
    add(connection, 1)
    add(connection, 2)
    [first], cursor = await fetch(tmp_path, settings, cursor=cursor)
    idle, cursor = await fetch(tmp_path, settings, cursor=cursor)
    add(connection, 3)
    [second], cursor = await fetch(tmp_path, settings, cursor=cursor)

    assert (nothing, idle) == ([], [])
    assert [row[0] for row in first.rows] == ["1", "2"]
    # The last row of before comes again: merging it twice changes nothing.
    assert [row[0] for row in second.rows] == ["2", "3"]


async def test_a_row_of_the_very_moment_of_the_last_look_is_not_missed(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    settings |= {"mode": "incremental", "cursor_column": "seen"}
    add(connection, 1)
    add(connection, 2, WHEN - timedelta(days=1))
    [first], cursor = await fetch(tmp_path, settings)
    add(connection, 3)
    [late], cursor = await fetch(tmp_path, settings, cursor=cursor)

    assert [row[0] for row in first.rows] == ["2", "1"]
    assert sorted(str(row[0]) for row in late.rows) == ["1", "3"]
    assert await fetch(tmp_path, settings, cursor=cursor) == ([], cursor)


async def test_the_database_is_only_read(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    add(connection, 1)
    connection.execute(
        "CREATE FUNCTION erp.trap() RETURNS int LANGUAGE sql AS 'DELETE FROM erp.company; SELECT 1';"
        "CREATE VIEW erp.trapped AS SELECT erp.trap()"
    )

    with pytest.raises(NotCollected, match="read-only"):
        await fetch(tmp_path, settings | {"table": "erp.trapped", "mode": "full"})
    assert connection.execute("SELECT count(*) FROM erp.company").fetchone() == (1,)


async def test_what_is_wrong_is_said_in_words(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    add(connection, 1)
    full, by_column = settings | {"mode": "full"}, settings | {"mode": "incremental", "cursor_column": "nope"}

    with pytest.raises(NotCollected, match=r"没有表 erp\.nope"):
        await fetch(tmp_path, full | {"table": "erp.nope"})
    with pytest.raises(NotCollected, match="没有列 nope"):
        await fetch(tmp_path, by_column)
    with pytest.raises(NotCollected, match="does not exist"):
        await fetch(tmp_path, full | {"database": "nope"})
    with pytest.raises(NotAllowed, match="BRAIN_INGESTION__HOSTS"):
        await fetch(tmp_path, full, reach=Reach(CollectionSettings()))


async def test_a_sample_is_small(
    table: tuple[dict[str, Any], psycopg.Connection[Any]], tmp_path: Path
) -> None:
    settings, connection = table
    connection.execute("INSERT INTO erp.company SELECT generate_series(1, 1000)")

    [came], _ = await fetch(tmp_path, settings | {"mode": "full"}, sample=True)

    assert len(came.rows) == 100


@pytest.fixture
def lite(tmp_path: Path) -> dict[str, Any]:
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE company (id INTEGER PRIMARY KEY, name TEXT, seen DATETIME)")
        connection.execute("INSERT INTO company VALUES (1, '甲', '2026-01-01 12:00:00'), (2, '乙', NULL)")
    connection.close()
    return {"kind": "sql", "engine": "sqlite", "database": str(tmp_path / "a.db"), "table": "company"}


async def test_a_sqlite_file_is_read_where_its_folder_was_opened(
    lite: dict[str, Any], tmp_path: Path
) -> None:
    opened = Reach(CollectionSettings(folders=(tmp_path,)))
    by_time = lite | {"mode": "incremental", "cursor_column": "seen"}

    [whole], _ = await fetch(tmp_path / "1", lite | {"mode": "full"}, reach=opened)
    [new], cursor = await fetch(tmp_path / "1", by_time, reach=opened)

    assert whole.rows == [("1", "甲", "2026-01-01 12:00:00"), ("2", "乙", None)]
    assert new.rows == [("1", "甲", "2026-01-01 12:00:00")]
    assert await fetch(tmp_path / "1", by_time, cursor=cursor, reach=opened) == ([], cursor)
    with pytest.raises(NotAllowed, match="BRAIN_INGESTION__FOLDERS"):
        await fetch(tmp_path / "1", lite | {"mode": "full"})


def test_rows_that_a_full_compare_no_longer_finds_are_named(tmp_path: Path) -> None:
    before, now = tmp_path / "before", tmp_path / "now"
    pl.DataFrame({"a": ["1", "1", "2", None], "b": ["x", "y", "x", "z"]}).write_parquet(before)
    pl.DataFrame({"a": ["1", None], "b": ["y", "z"]}).write_parquet(now)

    assert sorted(deletions.gone(before, now, ["a", "b"]).rows()) == [("1", "x"), ("2", "x")]
    with pytest.raises(NotCollected, match="主键列"):
        deletions.gone(before, now, ["c"])


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    if MARIADB is None:
        pytest.skip("没有 MariaDB：scripts/mariadb 可在 Debian 上安装")
    with mariadb(MARIADB, tmp_path_factory.mktemp("mariadb")) as port:
        yield {
            "kind": "sql",
            "engine": "mysql",
            "host": HERE,
            "port": port,
            "database": "shop",
            "user": "person",
            "table": "company",
        }


async def test_mariadb_is_read_whole_and_by_what_is_new(shop: dict[str, Any], tmp_path: Path) -> None:
    by_time = shop | {"mode": "incremental", "cursor_column": "seen"}
    with pymysql.connect(
        host=HERE, port=shop["port"], user="person", password="open sesame", database="shop", autocommit=True
    ) as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE TABLE company (id int PRIMARY KEY, 名称 text, seen datetime(6), open bit(1))")
        cursor.execute("INSERT INTO company VALUES (1, '甲', '2026-01-01 12:00:00.5', 1)")
        [first], after = await fetch(tmp_path, by_time, "open sesame")
        cursor.execute("INSERT INTO company VALUES (2, '乙', '2026-01-02 12:00:00', 0)")
        [second], after = await fetch(tmp_path, by_time, "open sesame", after)
        [whole], _ = await fetch(tmp_path, shop | {"mode": "full"}, "open sesame")

        assert first.rows == [("1", "甲", "2026-01-01 12:00:00.500000", "1")]
        assert [row[0] for row in second.rows] == ["1", "2"]
        assert await fetch(tmp_path, by_time, "open sesame", after) == ([], after)
        assert [row[1] for row in whole.rows] == ["甲", "乙"]
        with pytest.raises(NotCollected, match="Access denied"):
            await fetch(tmp_path, by_time, "wrong")
