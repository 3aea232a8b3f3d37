"""What it costs to keep what every source says: one source, the same again, a second, a third that differs.

Run: .venv/bin/python benchmarks/source_precedence.py
Needs the public data sets (BRAIN_TEST_DATA, default ../shared/data). Merges only, no reading or checking of
files; the best of some rounds on new databases.
"""

import asyncio
import json
import os
import tempfile
import time
from datetime import date
from pathlib import Path

import polars as pl

from brain.kit.db import Database
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import Family, Source

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
ROUNDS = 2
ROWS = 60_000
BATCH = 20_000


def register() -> pl.DataFrame:
    held = pl.read_parquet(DATA / "enterprises_shandong" / "enterprises_shandong.parquet")
    return held.head(ROWS).select(
        pl.col("uscc").alias("credit_code"), "name", "address", pl.lit("存续").alias("reg_status")
    )


async def merging(database: Database, provider: str, as_of: date, frame: pl.DataFrame) -> float:
    """Seconds, a transaction for each batch as in an import."""
    source = Source(provider=provider, title="benchmark", as_of=as_of)
    started = time.perf_counter()
    for part in frame.iter_slices(BATCH):
        async with database.transaction() as session:
            await service.merge(session, Family.BASIC, part, source)
    return time.perf_counter() - started


async def round_of(dsn: str) -> dict[str, float]:
    database, frame = Database(dsn), register()
    other = frame.with_columns(pl.col("address") + pl.lit("甲"))
    told = {
        "first_source_seconds": await merging(database, "甲", date(2022, 1, 1), frame),
        "same_source_again_seconds": await merging(database, "甲", date(2023, 1, 1), frame),
        "second_agrees_seconds": await merging(database, "乙", date(2023, 2, 1), frame),
        "third_differs_seconds": await merging(database, "丙", date(2023, 3, 1), other),
    }
    await database.dispose()
    return told


def main() -> None:
    if not (DATA / "README.md").is_file():
        raise SystemExit(f"没有真实数据目录 {DATA}（用 BRAIN_TEST_DATA 指定）")
    rounds = []
    with tempfile.TemporaryDirectory() as place, Server(Path(place) / "postgres") as server:
        for number in range(ROUNDS):
            server.create_database(f"brain_{number}")
            migrations.upgrade(server.dsn(f"brain_{number}"))
            rounds.append(asyncio.run(round_of(server.dsn(f"brain_{number}"))))
    best = {name: round(min(each[name] for each in rounds), 2) for name in rounds[0]}
    print(json.dumps({"rows": ROWS} | best))


if __name__ == "__main__":
    main()
