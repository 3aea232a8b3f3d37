"""Data sets: six workloads on Sail beside DuckDB and Spark, a build of a million enterprises, lost commits.

Run: uv run --group peers python benchmarks/warehouse.py
Needs the public data sets for the build (BRAIN_TEST_DATA, default ../shared/data). All engines read the same
Parquet files with two threads; answers are compared before times are. Where `scripts/spark` has brought
Apache Spark, it takes part as local[2].
"""

import asyncio
import gc
import json
import math
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
import psycopg

import enterprise_master
from brain.kit.datasets import Column, DataSet, Snapshot, Type
from brain.kit.errors import Refusal
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes.kinds import node_of
from brain.nodes.plan import free_port
from brain.nodes.serving import engine_command
from brain.nodes.settings import Settings
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.engine import Engine
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building

SPARK = str(Path(__file__).parents[1] / "scripts" / "spark")
SIZES = (1_000_000, 3_000_000, 10_000_000)  # events
ENTERPRISES = 1_000_000
ROUNDS = 3
WRITERS, COMMITS = 4, 10
QUERIES = {
    "filter_group": """
        SELECT kind, count(*) AS n, sum(amount) AS total FROM events
        WHERE day >= DATE '2024-07-01' AND amount > 100 GROUP BY kind ORDER BY kind""",
    "join_group": """
        SELECT e.region, count(*) AS n, sum(v.amount) AS total
        FROM events v JOIN enterprises e ON v.code = e.code GROUP BY e.region ORDER BY e.region""",
    "latest_per_key": """
        SELECT count(*) AS n, sum(amount) AS total FROM (
            SELECT amount, row_number() OVER (PARTITION BY code ORDER BY day DESC, id DESC) AS place
            FROM events
        ) x WHERE place = 1""",
    "checks": """
        SELECT count(*) - count(note) AS missing,
               sum(CASE WHEN code RLIKE '^91[0-9]{8}$' THEN 0 ELSE 1 END) AS misshapen,
               count(DISTINCT kind) AS kinds, min(day) AS first, max(amount) AS most FROM events""",
    "referential": """
        SELECT count(*) AS n FROM events v LEFT ANTI JOIN enterprises e ON v.code = e.code""",
    "distinct_strings": """
        SELECT count(*) AS n FROM (SELECT DISTINCT note FROM events) x""",
}


def write_sets(folder: Path, events: int) -> dict[str, Path]:
    """A tenth of the enterprises have no event, one event in a hundred no enterprise; notes are unique."""
    rng = np.random.default_rng(20)
    codes = pl.Series([f"91{number:08d}" for number in range(ENTERPRISES)])
    places = rng.integers(0, int(ENTERPRISES * 0.9), events)
    ids = np.arange(events)
    kinds = pl.Series(["order", "patent", "energy", "visit", "export"])
    unknown = pl.lit("92") + pl.col("code").str.slice(2)
    frame = pl.DataFrame(
        {
            "id": ids,
            "code": codes.gather(places),
            "kind": kinds.gather(rng.integers(0, 5, events)),
            "amount": rng.gamma(2.0, 200.0, events).round(2),
            "day": pl.Series(rng.integers(19_358, 20_088, events)).cast(pl.Int32).cast(pl.Date),
        }
    ).with_columns(
        pl.when(pl.col("id") % 100 == 7).then(unknown).otherwise("code").alias("code"),
        pl.when(pl.col("id") % 50 == 3).then(None).otherwise(pl.format("note {}", "id")).alias("note"),
    )
    enterprises = pl.DataFrame(
        {"code": codes, "region": [f"37{number % 17 + 1:02d}00" for number in range(ENTERPRISES)]}
    )
    paths = {"events": folder / f"events_{events}.parquet", "enterprises": folder / "enterprises.parquet"}
    frame.write_parquet(paths["events"], row_group_size=128 * 1024)
    enterprises.write_parquet(paths["enterprises"])
    return paths


@contextmanager
def serving(command: Sequence[str], port: int) -> Iterator[tuple[Engine, int]]:
    """An engine of that command, and its process."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet) as process:  # type: ignore[call-overload]
        engine = Engine(f"sc://127.0.0.1:{port}")
        try:
            for _ in range(600):
                try:
                    with engine.session():
                        break
                except Refusal:
                    time.sleep(0.1)
            yield engine, process.pid
        finally:
            process.kill()


@contextmanager
def sail() -> Iterator[tuple[Engine, int]]:
    """The engine as `brain up` starts it."""
    port = free_port()
    with serving(engine_command(port), port) as engine:
        yield engine


@contextmanager
def spark() -> Iterator[tuple[Engine, int] | None]:
    """Apache Spark on two threads of this machine; None where it is not installed."""
    if subprocess.run([SPARK, "--found"], check=False).returncode:
        print("没有 Apache Spark（scripts/spark），只与 DuckDB 比")
        yield None
        return
    port = free_port()
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.memory": "4g",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
    }
    words = [word for setting in settings.items() for word in ("--conf", "=".join(setting))]
    server = ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal"]
    submit = [SPARK, "org.apache.spark.deploy.SparkSubmit", "--master", "local[2]", *words, *server]
    with serving(submit, port) as engine:
        yield engine


def on_spark_connect(
    engine: Engine, paths: dict[str, Path], statement: str
) -> Callable[[], list[tuple[Any, ...]]]:
    def ask() -> list[tuple[Any, ...]]:
        with engine.session() as session:
            for name, path in paths.items():
                session.read.parquet(str(path)).createOrReplaceTempView(name)
            return [tuple(row.values()) for row in session.sql(statement).toArrow().to_pylist()]

    return ask


def on_duckdb(paths: dict[str, Path], statement: str) -> Callable[[], list[tuple[Any, ...]]]:
    words = statement.replace("LEFT ANTI JOIN", "ANTI JOIN").replace(
        "code RLIKE '^91[0-9]{8}$'", "regexp_matches(code, '^91[0-9]{8}$')"
    )

    def ask() -> list[tuple[Any, ...]]:
        with duckdb.connect(config={"threads": 2}) as connection:
            for name, path in paths.items():
                connection.execute(f"CREATE VIEW {name} AS FROM read_parquet('{path}')")
            rows: list[tuple[Any, ...]] = connection.execute(words).fetchall()
            return rows

    return ask


def timed(ask: Callable[[], list[tuple[Any, ...]]]) -> tuple[float, list[tuple[Any, ...]]]:
    gc.collect()
    started = time.perf_counter()
    rows = ask()
    return time.perf_counter() - started, rows


def alike(ours: list[tuple[Any, ...]], theirs: list[tuple[Any, ...]]) -> bool:
    return len(ours) == len(theirs) and all(
        mine == yours or math.isclose(float(mine), float(yours), rel_tol=1e-9)
        for one, other in zip(ours, theirs, strict=True)
        for mine, yours in zip(one, other, strict=True)
    )


def workloads(folder: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Ratios of Sail to DuckDB and to Spark, of the largest size."""
    to_duckdb: dict[str, float] = {}
    to_spark: dict[str, float] = {}
    with sail() as (engine, pid), spark() as peer:
        for events in SIZES:
            paths = write_sets(folder, events)
            for name, statement in QUERIES.items():
                asks = {
                    "Sail": on_spark_connect(engine, paths, statement),
                    "DuckDB": on_duckdb(paths, statement),
                }
                if peer is not None:
                    asks["Spark"] = on_spark_connect(peer[0], paths, statement)
                best = fastest(name, asks)
                to_duckdb[name] = best["Sail"] / best["DuckDB"]
                told = f"Sail {best['Sail']:6.2f} s ({peak_mb(pid):.0f} MB at most)"
                told += f", DuckDB {best['DuckDB']:6.2f} s, ratio {to_duckdb[name]:.2f}"
                if peer is not None:
                    to_spark[name] = best["Sail"] / best["Spark"]
                    told += f", Spark {best['Spark']:6.2f} s ({peak_mb(peer[1]):.0f} MB)"
                    told += f", ratio {to_spark[name]:.2f}"
                print(f"{events:>11,} {name:16} {told}")
    return to_duckdb, to_spark


def fastest(name: str, asks: dict[str, Callable[[], list[tuple[Any, ...]]]]) -> dict[str, float]:
    """Seconds, the best of some rounds that ask each once; all must answer alike."""
    taken: dict[str, float] = dict.fromkeys(asks, math.inf)
    for _ in range(ROUNDS):
        answers = []
        for who, ask in asks.items():
            seconds, rows = timed(ask)
            taken[who] = min(taken[who], seconds)
            answers.append(rows)
        assert all(alike(answers[0], other) for other in answers[1:]), (name, answers)
    return taken


def geomean(ratios: dict[str, float]) -> float:
    return round(math.exp(sum(map(math.log, ratios.values())) / len(ratios)), 2)


def peak_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


async def build_seconds(settings: Settings, engine: Engine, lake: Path) -> float:
    """All data sets of a centre with a million enterprises, from its tables, keys and rules checked."""
    node = node_of(settings)
    node.provided |= service.provided(engine.url, lake)
    started = time.perf_counter()
    await building.refresh(node)
    seconds = time.perf_counter() - started
    async with node.database.transaction() as session:
        rows = (await builds.latest(session))["base.enterprise"].rows
    await node.close()
    print(f"{rows:,} enterprises built in {seconds:.1f} s")
    return seconds


COMMITTED = DataSet(
    tier="base",
    name="committed",
    title="committed",
    title_en="committed",
    about="benchmark",
    columns=(Column("n", "n", "n", Type.INTEGER),),
    keys=("n",),
    built=Snapshot(statement="SELECT n FROM committed", mark="SELECT count(*) FROM committed"),
)


async def lost_commits(settings: Settings, engine: Engine, lake: Path) -> int:
    """Writers that each add a row and build the data set, at once: rows missing in the last version."""
    with psycopg.connect(settings.database.dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE committed (n int PRIMARY KEY)")
    nodes = [node_of(settings) for _ in range(WRITERS)]
    await asyncio.gather(*[_commit(node, engine, lake, place) for place, node in enumerate(nodes)])
    async with nodes[0].database.transaction() as session:
        last = (await builds.latest(session))[COMMITTED.full_name]
    for node in nodes:
        await node.close()
    print(f"{WRITERS} writers × {COMMITS}: {last.rows} rows in version {last.number}")
    return WRITERS * COMMITS - last.rows


async def _commit(node: Node, engine: Engine, lake: Path, place: int) -> None:
    node.provided |= service.provided(engine.url, lake) | {Catalogue: Catalogue([COMMITTED])}
    for number in range(COMMITS):
        async with node.database.reading() as connection:
            await connection.execute(
                "INSERT INTO committed VALUES (%s)", (place * COMMITS + number,), prepare=False
            )
            await connection.commit()
        await building.build(node, node.get(Catalogue), COMMITTED)


def main() -> None:
    if not enterprise_master.NAMES.is_file():
        raise SystemExit(f"没有真实数据目录 {enterprise_master.DATA}（用 BRAIN_TEST_DATA 指定）")
    print(f"load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as place:
        to_duckdb, to_spark = workloads(Path(place))
        with Server(Path(place) / "postgres") as server, sail() as (engine, _):
            settings = enterprise_master.fresh(server, Path(place), "centre")
            asyncio.run(enterprise_master.imported(settings, enterprise_master.REGISTRATIONS))
            asyncio.run(enterprise_master.imported(settings, enterprise_master.NAMES))
            seconds = asyncio.run(build_seconds(settings, engine, Path(place) / "lake"))
            lost = asyncio.run(lost_commits(settings, engine, Path(place) / "lake"))
    print(f"load {os.getloadavg()[0]:.1f}")
    figures = {
        "duckdb_ratio_geomean": geomean(to_duckdb),
        "duckdb_ratio_max": round(max(to_duckdb.values()), 2),
        "build_1m_seconds": round(seconds, 1),
        "lost_commits": lost,
    }
    if to_spark:
        figures["spark_ratio_geomean"] = geomean(to_spark)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
