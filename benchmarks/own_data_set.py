"""A person's own file into a data set: imported row by row with checks, then gathered, checked and published.

Run: python benchmarks/own_data_set.py
The floor is Polars reading the same CSV into typed columns, keeping one row a key and writing Parquet, with
nothing checked, no origin and no checkpoints. Ten times the rows show how cost grows.
"""

import asyncio
import json
import os
import resource
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from tests.engines import running_engine

from brain.kit.datasets import ORIGIN, Column, DataSet, Gathered, Type
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes.kinds import node_of
from brain.platform.data_sets import service
from brain.platform.data_sets.contract import Declaring
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building, declaring
from brain.platform.ingestion.contract import Delivery
from brain.platform.ingestion.service import imports, sources
from enterprise_master import CERTIFICATION, SOURCE, fresh

SIZES = (200_000, 2_000_000)
WRONG_EVERY = 100_000  # one row in so many is held back by a rule
COLUMNS = (
    Column("code", "编码", "Code"),
    Column("month", "月份", "Month", Type.INTEGER),
    Column("amount", "金额", "Amount", Type.DECIMAL),
    Column("day", "日期", "Day", Type.DATE),
    Column("note", "备注", "Note"),
)
RULE = {"kind": "range", "name": "not_negative", "column": "amount", "least": 0, "severity": "quarantine"}
OWN = DataSet(
    tier="base",
    name="own",
    title="own",
    title_en="own",
    about="benchmark",
    columns=(*COLUMNS, *ORIGIN),
    keys=("code", "month"),
    built=Gathered(whole=False),
    rules=(RULE,),
)


def write_file(path: Path, rows: int) -> None:
    place = np.arange(rows)
    amounts = np.random.default_rng(1).gamma(2.0, 200.0, rows).round(2)
    amounts[7::WRONG_EVERY] = -1.0
    days = np.datetime64("2024-01-01") + place % 366
    pl.DataFrame(
        {"code": place // 12, "month": place % 12, "amount": amounts, "day": days, "note": place}
    ).select(
        pl.format("C{}", pl.col("code").cast(pl.String).str.zfill(8)).alias("编码"),
        pl.col("month").alias("月份"),
        pl.col("amount").alias("金额"),
        pl.col("day").cast(pl.Date).alias("日期"),
        pl.format("备注 {}", "note").alias("备注"),
    ).write_csv(path)


def floor(path: Path) -> float:
    started = time.perf_counter()
    pl.scan_csv(path, try_parse_dates=True).unique(["编码", "月份"], keep="last").sink_parquet(
        path.with_suffix(".parquet")
    )
    return time.perf_counter() - started


async def delivered(node: Node, path: Path) -> tuple[float, float]:
    """Seconds of the import, and of the build after it."""
    async with node.database.transaction() as session:
        source = await sources.declare(session, SOURCE, CERTIFICATION)
        await declaring.declare(session, node, Declaring(data_set=OWN, findings={}), "one")
        await declaring.confirm(session, OWN.full_name, {}, "another")
    delivery = Delivery(source_id=source.id, title=path.stem, as_of=date(2026, 1, 1))
    started = time.perf_counter()
    done = await imports.import_file(node, path, OWN.full_name, delivery)
    imported = time.perf_counter() - started
    assert done.problem is None, done.problem
    await building.refresh(node)
    built = time.perf_counter() - started - imported
    async with node.database.transaction() as session:
        version = (await builds.latest(session))[OWN.full_name]
    assert version.rows == done.inserted - -(-done.inserted // WRONG_EVERY), version
    return imported, built


async def measured(node: Node, path: Path) -> tuple[float, float]:
    try:
        return await delivered(node, path)
    finally:
        await node.close()


def main() -> None:
    print(f"load {os.getloadavg()[0]:.1f}")
    figures: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as place,
        running_engine() as (url, _),
        Server(Path(place) / "postgres") as server,
    ):
        for rows in SIZES:
            path = Path(place) / f"{rows}.csv"
            write_file(path, rows)
            node = node_of(fresh(server, Path(place), f"centre_{rows}"))
            node.provided |= service.provided(url, Path(place) / f"lake_{rows}")
            imported, built = asyncio.run(measured(node, path))
            least = floor(path)
            print(f"{rows:,} rows: imported {imported:.1f} s, built {built:.1f} s, floor {least:.2f} s")
            figures = {
                "rows": rows,
                "import_seconds": round(imported, 1),
                "build_seconds": round(built, 1),
                "ratio_to_floor": round((imported + built) / least, 1),
                "growth_10x": round((imported + built) / figures.get("total", imported + built), 1),
                "total": imported + built,
            }
    figures.pop("total")
    figures["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"load {os.getloadavg()[0]:.1f}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
