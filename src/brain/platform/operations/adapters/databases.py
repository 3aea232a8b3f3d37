"""Tables of business systems, read on from where reading stopped, with some overlap for late commits."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, MetaData, Table, func, inspect, select
from sqlalchemy.exc import NoSuchTableError, SQLAlchemyError
from sqlalchemy.types import NullType

from brain.kit.foreign_database import PORTS, ForeignDatabase, as_json, first_line, from_json
from brain.platform.operations.adapters import places
from brain.platform.operations.adapters.settings import DatabaseSettings, ListTable, TableMapping
from brain.platform.operations.contract import Cells, OpenFolders
from brain.platform.operations.domain.systems import NotRead, NotReadable

BATCH: Final = 2_000  # rows; one batch is one transaction
_LONGEST: Final = 300  # seconds of one statement
_MOST_TABLES: Final = 300
Position = int | float | str


@dataclass(frozen=True, kw_only=True)
class Batch:
    """`position`: where to go on once these rows are kept."""

    rows: list[Cells]
    position: Position


@dataclass(frozen=True, kw_only=True)
class TableShape:
    table: str
    columns: list[str]


def engine_of(settings: DatabaseSettings, secret: str | None, opened: OpenFolders) -> Engine:
    """Raises NotReadable for a file outside the opened folders."""
    if settings.engine == "sqlite":
        file = places.within(opened, settings.database)
        if not file.is_file():
            raise NotRead(f"没有文件 {settings.database}")
        return ForeignDatabase(engine="sqlite", database=str(file)).opened()
    return ForeignDatabase(
        engine=settings.engine,
        database=settings.database,
        host=settings.host,
        port=settings.port or PORTS[settings.engine],
        user=settings.user,
        password=secret,
        longest=_LONGEST,
    ).opened()


def shapes(engine: Engine) -> list[TableShape]:
    """Tables and views with their columns."""
    try:
        with engine.connect() as connection:
            seen = inspect(connection)
            names = [*seen.get_table_names(), *seen.get_view_names()][:_MOST_TABLES]
            return [
                TableShape(table=name, columns=[each["name"] for each in seen.get_columns(name)])
                for name in names
            ]
    except (SQLAlchemyError, UnicodeError) as error:
        raise NotRead(f"不能读取数据库：{first_line(error)}") from error


def batches(engine: Engine, mapping: TableMapping, position: Position | None) -> Generator[Batch, None, None]:
    """What is new, in the order of the growing column. Raises NotRead, NotReadable."""
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "mysql":
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            yield from _batches(connection, mapping, position)
    except (SQLAlchemyError, UnicodeError) as error:
        raise NotRead(f"不能读取数据库：{first_line(error)}") from error


def _batches(connection: Connection, mapping: TableMapping, position: Position | None) -> Iterator[Batch]:
    table = _table(connection, mapping.table)
    _check_columns(table, [mapping.growing, *mapping.columns.values()])
    growing = table.c[mapping.growing]
    statement = select(table).where(growing.is_not(None)).order_by(growing)
    last = connection.scalar(select(func.max(growing)))
    if last is None:
        return
    if position is not None and (start := _start(position, table, mapping)) is not None and start <= last:
        statement = statement.where(growing >= start)
    # Where the last is before the position, the table was made anew: it is read from its beginning.
    lists = [(each, _table(connection, each.table)) for each in mapping.lists]
    found = connection.execution_options(stream_results=True, max_row_buffer=BATCH).execute(statement)
    with connection.engine.connect() as beside:
        for rows in found.mappings().partitions(BATCH):
            cells = [_cells(row, mapping) for row in rows]
            for each, other in lists:
                _fill(beside, each, other, cells)
            yield Batch(rows=cells, position=_position(rows[-1][mapping.growing]))


def _table(connection: Connection, name: str) -> Table:
    schema, _, own = name.rpartition(".")
    try:
        if connection.dialect.name == "sqlite":
            # As stored: its types are only a declaration, and times have any form.
            found = inspect(connection).get_columns(own, schema or None)
            return Table(own, MetaData(), *(Column(each["name"]) for each in found), schema=schema or None)
        return Table(own, MetaData(), schema=schema or None, autoload_with=connection)
    except NoSuchTableError as error:
        raise NotReadable(f"库中没有表 {name}") from error


def _check_columns(table: Table, names: Sequence[str]) -> None:
    if missing := [name for name in names if name not in table.c]:
        raise NotReadable(f"表 {table.name} 中没有列 {'、'.join(missing)}")


def _start(position: Position, table: Table, mapping: TableMapping) -> Any:
    """The position less the overlap, as the column's own type; the position itself where text is no time."""
    column = table.c[mapping.growing]
    try:
        if isinstance(position, float) or isinstance(column.type, NullType):
            value: Any = position
        else:
            value = from_json(position, column)
    except ValueError as error:
        raise NotReadable(f"列 {mapping.growing} 的类型变了") from error
    match value:
        case datetime():
            return value - timedelta(seconds=mapping.overlap)
        case date():
            return value - timedelta(seconds=mapping.overlap, days=1)
        case int() | float() | Decimal():
            return value - mapping.overlap
    return _earlier(str(value), mapping.overlap)


def _position(value: Any) -> Position:
    return value if isinstance(value, float) else as_json(value)


def _earlier(text: str, seconds: int) -> str:
    try:
        moment = datetime.fromisoformat(text) - timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return text
    between = "T" if "T" in text else " "
    whole = moment.replace(tzinfo=None, microsecond=0).isoformat(between)
    # As far as seconds: whatever a text has behind them sorts after it.
    return whole[: len(text)]


def _cells(row: Any, mapping: TableMapping) -> Cells:
    told: Cells = dict(mapping.constants)
    for field, column in mapping.columns.items():
        value = row[column]
        told[field] = value.hex() if isinstance(value, bytes | memoryview) else value
    return told


def _fill(connection: Connection, told: ListTable, table: Table, rows: list[Cells]) -> None:
    _check_columns(table, [told.key_column, told.value_column])
    key, value = table.c[told.key_column], table.c[told.value_column]
    keys = [row["key"] for row in rows]
    values: dict[Any, list[Any]] = {}
    for begin in range(0, len(keys), 500):
        part = select(key, value).where(key.in_(keys[begin : begin + 500])).order_by(key, value)
        for owner, each in connection.execute(part):
            values.setdefault(owner, []).append(each)
    for row in rows:
        row[told.field] = values.get(row["key"], [])
