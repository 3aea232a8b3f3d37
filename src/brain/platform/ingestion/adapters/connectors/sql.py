"""Tables of PostgreSQL, MySQL or MariaDB, and SQLite: read-only, whole or what is new by a column."""

import asyncio
import json
from collections.abc import AsyncGenerator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal, Self, cast

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import Field, model_validator
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    MetaData,
    Select,
    Table,
    func,
    select,
)
from sqlalchemy.exc import NoSuchTableError, SQLAlchemyError

from brain.kit.clock import today
from brain.kit.errors import TooLarge
from brain.kit.foreign_database import (
    PORTS,
    EngineName,
    ForeignDatabase,
    as_json,
    first_line,
    from_json,
)
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.files import LARGEST_FILE

_BATCH: Final = 5_000  # rows
_SAMPLE: Final = 100  # rows
_LONGEST: Final = 3_600  # seconds of one statement


class SqlSettings(Schema):
    """数据库的表或视图。"""

    kind: Literal["sql"]
    engine: EngineName = Field(description="mysql 也用于 MariaDB")
    host: str | None = Field(None, max_length=253, description="SQLite 不填")
    port: int | None = Field(None, ge=1, le=65535)
    database: str = Field(min_length=1, max_length=1000, description="库名；SQLite 为文件的绝对路径")
    user: str | None = Field(None, max_length=100)
    table: str = Field(min_length=1, max_length=200, description="表或视图，可带模式名，如 public.company")
    mode: Literal["incremental", "full"] = Field(description="按列取新的行，或每次取全表")
    cursor_column: str | None = Field(
        None, max_length=100, description="增量：只增不减的列，如自增主键或更新时间"
    )
    key_columns: list[str] = Field(
        default_factory=list, max_length=10, description="全表：主键列，据此发现被删除的行"
    )

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.engine != "sqlite" and not (self.host and self.user):
            raise ValueError("须填写主机与用户")
        if (self.mode == "incremental") != (self.cursor_column is not None):
            raise ValueError("按列增量时须填写增量列，取全表时不填")
        return self

    @property
    def destination(self) -> str:
        return f"{self.engine}://{self.user}@{self.host}:{self.port}/{self.database}"


class SqlConnector:
    def __init__(self, settings: SqlSettings, secret: str | None, reach: Reach, *, sample: bool) -> None:
        self._settings = settings
        self._secret = secret
        self._reach = reach
        self._sample = sample

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        engine = await self._engine()
        path = place / "table"
        try:
            after = await asyncio.to_thread(self._read, engine, cursor, path)
        except (SQLAlchemyError, ValueError) as error:
            raise NotCollected(f"不能读取数据库：{first_line(error)}") from error
        if after is not None:
            yield Extract(name=f"{self._settings.table}.parquet", path=path, cursor=after, as_of=today())

    async def _engine(self) -> Engine:
        told = self._settings
        if told.engine == "sqlite":
            file = self._reach.within(told.database)
            if not file.is_file():
                raise NotCollected(f"没有文件 {told.database}")
            return ForeignDatabase(engine="sqlite", database=str(file)).opened()
        host, port = cast("str", told.host), told.port or PORTS[told.engine]
        return ForeignDatabase(
            engine=told.engine,
            database=told.database,
            host=host,
            port=port,
            address=await self._reach.address(host, port),
            user=told.user,
            password=self._secret,
            longest=_LONGEST,
        ).opened()

    def _read(self, engine: Engine, cursor: Cursor, path: Path) -> Cursor | None:
        """Write what is new; the cursor after it, or None where nothing is."""
        with engine.connect() as connection:
            if engine.dialect.name == "mysql":
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            table = self._table(connection)
            if self._settings.mode == "full":
                written = _write(connection, self._limited(select(table)), table, path)
                return {"rows": written} if written else None
            return self._read_new(connection, table, cursor, path)

    def _table(self, connection: Connection) -> Table:
        schema, _, name = self._settings.table.rpartition(".")
        try:
            return Table(name, MetaData(), schema=schema or None, autoload_with=connection)
        except NoSuchTableError as error:
            raise NotCollected(f"库中没有表 {self._settings.table}") from error

    def _read_new(self, connection: Connection, table: Table, cursor: Cursor, path: Path) -> Cursor | None:
        """From the cursor's own value on: rows of that very moment may have come after the last look."""
        column = table.c.get(cast("str", self._settings.cursor_column))
        if column is None:
            raise NotCollected(f"表中没有列 {self._settings.cursor_column}")
        last = connection.scalar(select(func.max(column)))
        if last is None:
            return None
        after = {"value": as_json(last), "edge": connection.scalar(_count(column == last))}
        if after == cursor:
            return None
        new = select(table).where(column <= last).order_by(column)
        if cursor:
            new = new.where(column >= from_json(cursor["value"], column))
        _write(connection, self._limited(new), table, path)
        return after

    def _limited(self, statement: Select[Any]) -> Select[Any]:
        return statement.limit(_SAMPLE) if self._sample else statement


def _count(condition: ColumnElement[bool]) -> Select[Any]:
    return select(func.count()).where(condition)


def _write(connection: Connection, statement: Select[Any], table: Table, path: Path) -> int:
    """All columns as text into Parquet, which keeps an empty text apart from none; how many rows."""
    names = [column.name for column in table.columns]
    schema = pa.schema([(name, pa.string()) for name in names])
    found = connection.execute(
        statement, execution_options={"stream_results": True, "max_row_buffer": _BATCH}
    )
    written = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in found.partitions(_BATCH):
            columns = [[_text(value) for value in column] for column in zip(*rows, strict=True)]
            writer.write_table(pa.table(columns, schema=schema))
            written += len(rows)
            if path.stat().st_size > LARGEST_FILE:
                raise TooLarge(f"取来的表超过 {LARGEST_FILE >> 20} MB，请改为增量")
    return written


def _text(value: Any) -> str | None:
    match value:
        case None | str():
            return value
        case bool():
            return "是" if value else "否"
        case Decimal():
            return format(value, "f")
        case datetime():
            return value.isoformat(" ")
        case bytes() | memoryview():
            return bytes(value).hex()
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, default=str)
        case _:
            return str(value)
