"""SQL over the lake through Spark Connect: Sail or Apache Spark, whichever the URL leads to."""

import logging
import shutil
import socket
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlsplit

import pyarrow as pa
from sqlglot import exp

from brain.kit.datasets import Column, Type
from brain.kit.disk import FULL, is_full
from brain.kit.errors import DiskFull, Invalid, Refusal, Unavailable
from brain.platform.data_sets.domain.patterns import spell_out
from brain.platform.data_sets.domain.statements import parsed, tables
from brain.platform.governance.contract import HIDDEN, Shown

if TYPE_CHECKING:
    from pyspark.errors import PySparkException
    from pyspark.sql.connect.dataframe import DataFrame
    from pyspark.sql.connect.session import SparkSession

KNOCK_PATIENCE: Final = 3.0  # seconds
# What engines would else decide each for themselves (docs/decisions/0008): a cluster brings its own defaults.
SETTINGS: Final[dict[str, bool | float | int | str | None]] = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_LTZ",
    "spark.sql.caseSensitive": "false",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.connect.serverStacktrace.enabled": "false",
}
SCANT: Final = 1 << 20  # bytes: a disk with less has not had the room that a write needs
MOST_ROWS: Final = (1 << 31) - 1  # the largest limit that the engines take
AWAY: Final = "计算引擎没有应答，请稍后再试"
TYPES: Final = {
    Type.TEXT: "string",
    Type.INTEGER: "bigint",
    Type.DECIMAL: "decimal(20,4)",
    Type.NUMBER: "double",
    Type.DATE: "date",
    Type.TIME: "timestamp",
    Type.BOOLEAN: "boolean",
}


@dataclass(frozen=True)
class View:
    """What a statement sees of a data set: its files, with columns `shown` otherwise than they are, and of
    the rows only those that meet `condition`."""

    files: Sequence[Path]
    columns: Sequence[Column]
    shown: Mapping[str, Shown] = field(default_factory=dict)
    condition: str | None = None


@dataclass(frozen=True)
class Engine:
    """A Spark Connect endpoint, `sc://host:port`. Every statement has a session of its own."""

    url: str | None

    @contextmanager
    def session(self) -> Iterator["SparkSession"]:
        """Raises Unavailable when nobody answers there, Invalid for what the engine refuses."""
        if self.url is None:
            raise Unavailable("没有配置计算引擎（BRAIN_LAKE__ENGINE）")
        self._knock(self.url)
        # It takes a program that is no file for its own doctests, and ends it.
        vars(sys.modules["__main__"]).setdefault("__file__", "")
        # It writes the mistakes of statements to stderr: whoever made them is told.
        logging.getLogger("SQLQueryContextLogger").disabled = True
        # Takes most of a second to import, and most processes never ask.
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql.connect.client.retries import DefaultPolicy  # noqa: PLC0415
        from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415

        try:
            opened = SparkSession.builder.remote(self.url).config(map=SETTINGS).create()
            opened.client.set_retry_policies([DefaultPolicy(max_retries=3)])
            try:
                yield opened
            finally:
                opened.stop()
        except PySparkException as error:
            raise _refusal(error) from error

    @staticmethod
    def _knock(url: str) -> None:
        """The client itself would try again for ten minutes."""
        place = urlsplit(url)
        try:
            socket.create_connection((place.hostname, place.port or 15002), timeout=KNOCK_PATIENCE).close()
        except OSError as error:
            raise Unavailable(AWAY) from error

    def ask(self, statement: str, views: Mapping[str, View], limit: int, patience: float) -> pa.Table:
        """At most `limit` rows of what a statement over the views (by `Mention.key`) says.

        Raises Invalid when that takes longer than `patience` seconds.
        """
        stopped = threading.Event()
        try:
            with self.session() as session:

                def stop() -> None:
                    stopped.set()
                    session.interruptAll()

                late = threading.Timer(patience, stop)
                late.start()
                try:
                    frame = cast("DataFrame", session.sql(_prepared(session, statement, views)).limit(limit))
                    # Not `toArrow`, which makes of the answer what Sail takes its types for: a CASE
                    # whose first branch is a whole number for a column of whole numbers.
                    answer, _ = frame._to_table()
                    return _in_utc(answer)
                finally:
                    late.cancel()
        except Invalid as refusal:
            if stopped.is_set():
                raise Invalid(f"查询超过 {patience:.0f} 秒，已停止：请缩小范围") from refusal
            raise

    def write(self, statement: str, views: Mapping[str, View], columns: Sequence[Column], to: Path) -> None:
        """Parquet files, in a new folder, of what a statement says; its columns must be those declared."""
        try:
            self._write(statement, views, columns, to)
            to.mkdir(exist_ok=True)  # Sail makes none where there is no row
        except Invalid as refusal:
            # Apache Spark tells only that a task failed.
            if shutil.disk_usage(to.parent).free < SCANT:
                raise DiskFull(FULL) from refusal
            raise

    def _write(self, statement: str, views: Mapping[str, View], columns: Sequence[Column], to: Path) -> None:
        with self.session() as session:
            frame = session.sql(_prepared(session, statement, views))
            names = [column.name for column in columns]
            if list(frame.columns) != names:
                raise Invalid(f"结果的列 {list(frame.columns)} 与声明的 {names} 不符")
            typed = frame.selectExpr(
                *(f"CAST(`{column.name}` AS {TYPES[column.type]}) AS `{column.name}`" for column in columns)
            )
            typed.write.parquet(str(to))

    def repeats(self, view: View, keys: Sequence[str]) -> bool:
        """Whether two rows have the same keys."""
        with self.session() as session:
            rows = session.read.parquet(*map(str, view.files)).groupBy(*keys).count()
            return bool(rows.where("count > 1").limit(1).toArrow().num_rows)


def _prepared(session: "SparkSession", statement: str, views: Mapping[str, View]) -> str:
    """The statement with each data set replaced by a view of this session."""
    query = parsed(statement)
    found = list(tables(query))
    local = {key: f"read_{place}" for place, key in enumerate({mention.key for _, mention in found})}
    for key, name in local.items():
        frame = _rows(session, views[key])
        frame.selectExpr(*_shown(views[key])).createOrReplaceTempView(name)
    for table, mention in found:
        table.set("db", None)
        table.set("version", None)
        table.set("this", exp.to_identifier(local[mention.key]))
        if not table.alias:
            table.set("alias", exp.TableAlias(this=exp.to_identifier(mention.data_set.partition(".")[2])))
    spell_out(query)
    return query.sql(dialect="spark")


def _rows(session: "SparkSession", view: View) -> "DataFrame":
    frame = session.read.parquet(*map(str, view.files))
    if view.condition is None:
        return frame
    # No condition of the statement goes beneath a limit: it would else be tried on rows that are not to be
    # seen, and its mistakes would tell of them.
    return cast("DataFrame", frame.where(view.condition).limit(MOST_ROWS))


def _in_utc(answer: pa.Table) -> pa.Table:
    """Some functions of Sail (date_trunc) forget that their instants are in UTC."""
    told = [
        pa.field(each.name, pa.timestamp(each.type.unit, "UTC"))
        if pa.types.is_timestamp(each.type) and each.type.tz is None
        else each
        for each in answer.schema
    ]
    return pa.Table.from_arrays(
        [column.cast(each.type) for column, each in zip(answer.columns, told, strict=True)],
        schema=pa.schema(told),
    )


def _shown(view: View) -> list[str]:
    return [_expression(column, view.shown.get(column.name)) for column in view.columns]


def _expression(column: Column, shown: Shown | None) -> str:
    name = f"`{column.name}`"
    if shown is None or shown.means == "plain":
        return name
    if shown.means == "withheld":
        return f"CAST(NULL AS {TYPES[column.type]}) AS {name}"
    hidden = f"CONCAT(SUBSTRING({name}, 1, {shown.head}), '{HIDDEN}', RIGHT({name}, {shown.tail}))"
    long = f"LENGTH({name}) >= {shown.least}"
    return f"CASE WHEN {name} IS NULL THEN NULL WHEN {long} THEN {hidden} ELSE '{HIDDEN}' END AS {name}"


def _refusal(error: "PySparkException") -> Refusal:
    """An engine that died on the way is away, a full disk nobody's mistake; all else is the statement's."""
    status = getattr(error, "getGrpcStatusCode", lambda: None)()
    if status is not None and status.name == "UNAVAILABLE":
        return Unavailable(AWAY)
    if is_full(error):
        return DiskFull(FULL)
    return Invalid(f"计算引擎不接受：{str(error).strip().splitlines()[0][:300]}")
