"""A declared data set that grows: deliveries of a million rows, then one of 100,000, built after each stage.

Run: python benchmarks/growing.py [MILLIONS, 10 unless told] [FOLDER, a temporary one unless told]
One delivery goes through the import as a person's CSV; the others are kept as imports keep theirs. "added"
is a delivery of new keys of a later day, "replaced" one that replaces rows of every file, "derived" a data
set computed row by row from it. Peaks of memory are of this process and of the engine.
"""

import asyncio
import json
import os
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from tests.engines import running_engine

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Gathered, Type
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes.kinds import node_of
from brain.platform.data_sets import service
from brain.platform.data_sets.contract import Catalogue, Declaring
from brain.platform.data_sets.domain.row_policies import Permitted
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building, comparing, declaring, delivering
from brain.platform.ingestion.contract import Delivery
from brain.platform.ingestion.service import imports, sources
from enterprise_master import CERTIFICATION, SOURCE, fresh

MILLION, BATCH, LATER = 1_000_000, 50_000, 100_000
COLUMNS = (
    Column("code", "编码", "Code"),
    Column("month", "月份", "Month", Type.INTEGER),
    Column("amount", "金额", "Amount", Type.DECIMAL),
    Column("quantity", "数量", "Quantity", Type.INTEGER),
    Column("share", "占比", "Share", Type.NUMBER),
    Column("day", "日期", "Day", Type.DATE),
    Column("region", "地区", "Region"),
    Column("product", "产品", "Product"),
    Column("running", "在产", "Running", Type.BOOLEAN),
    Column("note", "备注", "Note"),
)
RULES = (
    {"kind": "range", "name": "not_negative", "column": "amount", "least": 0, "severity": "quarantine"},
    {"kind": "not_null", "name": "has_region", "column": "region"},
)
OWN = DataSet(
    tier="base",
    name="growing",
    title="growing",
    title_en="growing",
    about="benchmark",
    columns=(*COLUMNS, *ORIGIN),
    keys=("code", "month"),
    built=Gathered(whole=False),
    rules=RULES,
)
LARGE = DataSet(
    tier="industry",
    name="large",
    title="large",
    title_en="large",
    about="benchmark",
    columns=(Column("code", "编码", "Code"), Column("month", "月份", "Month", Type.INTEGER), COLUMNS[2]),
    keys=("code", "month"),
    built=Derived(statement="SELECT code, month, amount FROM base.growing WHERE amount > 300"),
)


def rows_from(places: np.ndarray, seed: int) -> pl.DataFrame:
    """Rows whose keys are those places; one in 100,000 breaks a rule."""
    rng, count = np.random.default_rng(seed), len(places)
    amounts = rng.gamma(2.0, 200.0, count).round(2)
    amounts[7::100_000] = -1.0
    days = np.datetime64("2024-01-01") + places % 366
    number = pl.DataFrame({"code": places // 12})
    return pl.DataFrame(
        {
            "code": number.select(pl.format("C{}", pl.col("code").cast(pl.String).str.zfill(9)))["code"],
            "month": places % 12,
            "amount": pl.Series(amounts).cast(pl.Decimal(20, 4)),
            "quantity": rng.integers(0, 10_000, count),
            "share": rng.random(count).round(6),
            "day": pl.Series(days).cast(pl.Date),
            "region": pl.Series(rng.integers(370_100, 371_799, count)).cast(pl.String),
            "product": pl.Series(rng.integers(0, 2_000, count)).cast(pl.String),
            "running": rng.random(count) < 0.9,
            "note": pl.Series(rng.integers(0, 1 << 40, count)).cast(pl.String),
        }
    )


async def keep(node: Node, number: int, frame: pl.DataFrame, as_of: date) -> None:
    """A delivery, as an import keeps it."""
    origin = delivering.Provenance(
        id=number, provider="benchmark", title="benchmark", as_of=as_of, sample=False, by="benchmark"
    )
    placed = frame.with_row_index("row", offset=1)
    for part in placed.iter_slices(BATCH):
        await delivering.keep(node, OWN, origin, part, "row")
    async with node.database.transaction() as session:
        await delivering.complete(session, node, OWN, origin)


async def imported(node: Node, path: Path) -> float:
    """Seconds of the import of a million rows."""
    frame = rows_from(np.arange(MILLION), 0)
    titles = {column.name: column.title for column in COLUMNS}
    frame.with_columns(pl.when("running").then(pl.lit("是")).otherwise(pl.lit("否")).alias("running")).rename(
        titles
    ).write_csv(path)
    async with node.database.transaction() as session:
        source = await sources.declare(session, SOURCE, CERTIFICATION)
        for data_set in (OWN, LARGE):
            await declaring.declare(session, node, Declaring(data_set=data_set, findings={}), "one")
            await declaring.confirm(session, data_set.full_name, {}, "another")
    started = time.perf_counter()
    delivery = Delivery(source_id=source.id, title="first", as_of=date(2026, 1, 1))
    done = await imports.import_file(node, path, OWN.full_name, delivery)
    assert done.problem is None, done.problem
    assert done.inserted == MILLION, done
    return time.perf_counter() - started


async def built(node: Node, pid: int, lake: Path, stage: str) -> dict[str, float | str]:
    """Seconds of a build of each data set, and what it left."""
    catalogue = Catalogue([OWN, LARGE])
    told: dict[str, float | str] = {}
    for name, data_set in (("", OWN), ("derived_", LARGE)):
        started = time.perf_counter()
        assert await building.build(node, catalogue, data_set), stage
        told[f"{stage}_{name}seconds"] = round(time.perf_counter() - started, 1)
        async with node.database.transaction() as session:
            version = (await builds.latest(session))[data_set.full_name]
        told[f"{stage}_{name}rows"] = version.rows
        told[f"{stage}_{name}mb"] = version.bytes >> 20
        told[f"{stage}_{name}files"] = len(version.files)
    told[f"{stage}_lake_mb"] = sum(file.stat().st_size for file in lake.rglob("*.parquet")) >> 20
    told[f"{stage}_rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    told[f"{stage}_engine_rss_mb"] = peak(pid)
    print(told, flush=True)
    return told


def peak(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) >> 10


async def measured(node: Node, pid: int, place: Path, millions: int) -> dict[str, float | str]:
    lake = place / "lake"
    figures: dict[str, float | str] = {"import_seconds_1m": round(await imported(node, place / "1m.csv"), 1)}
    started = time.perf_counter()
    for number in range(1, millions):
        frame = rows_from(np.arange(number * MILLION, (number + 1) * MILLION), number)
        await keep(node, 1_000 + number, frame, date(2026, 1, 1))
    figures["keep_seconds"] = round(time.perf_counter() - started, 1)
    figures |= await built(node, pid, lake, "first")
    after = millions * MILLION
    await keep(node, 5_000, rows_from(np.arange(after, after + LATER), 100), date(2026, 2, 1))
    figures |= await built(node, pid, lake, "added")
    spread = np.random.default_rng(5).choice(after, LATER, replace=False)
    await keep(node, 5_001, rows_from(spread, 101), date(2026, 3, 1))
    figures |= await built(node, pid, lake, "replaced")
    for older, newer in ((1, 2), (2, 3)):
        async with node.database.transaction() as session:
            kept = {each.number: each for each in await builds.versions(session, OWN.full_name)}
        started = time.perf_counter()
        comparison = comparing.Comparison(node, OWN, {}, Permitted())
        found = await asyncio.to_thread(comparison.of, kept[older], kept[newer])
        figures[f"compare_{older}_{newer}_seconds"] = round(time.perf_counter() - started, 1)
        print(found.added, found.gone, found.changed, flush=True)
    return figures


async def run(node: Node, pid: int, place: Path, millions: int) -> dict[str, float | str]:
    try:
        return await measured(node, pid, place, millions)
    finally:
        await node.close()


def main() -> None:
    millions = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(f"load {os.getloadavg()[0]:.1f}")
    with (
        tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as told,
        running_engine() as (url, process),
        Server(Path(told) / "postgres") as server,
    ):
        place = Path(told)
        node = node_of(fresh(server, place, "centre"))
        node.provided |= service.provided(url, place / "lake")
        figures = asyncio.run(run(node, process.pid, place, millions))
    print(f"load {os.getloadavg()[0]:.1f}")
    print(json.dumps({"millions": millions} | figures))


if __name__ == "__main__":
    main()
