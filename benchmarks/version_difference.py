"""Two versions of a data set told apart on embedded Sail, beside the same join written by hand for DuckDB.

Run: uv run --group peers python benchmarks/version_difference.py
Rows are made: ten columns, one row in a hundred changed, one in two hundred gone, as many new. Both engines
read the same Parquet files with two threads; their counts are compared before times are.
"""

import json
import os
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

from brain.kit.datasets import Column, Type
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.domain import differences
from warehouse import peak_mb, sail

SIZES = (100_000, 1_000_000, 3_000_000)
NAMES = [f"c{number}" for number in range(9)]
COLUMNS = (Column("id", "id", "id", Type.INTEGER), *(Column(name, name, name) for name in NAMES))


def versions(folder: Path, rows: int) -> tuple[Path, Path]:
    rng = np.random.default_rng(5)
    ids = np.arange(rows)
    texts = {name: pl.format("{}-{}", pl.lit(name), pl.Series(rng.integers(0, 5000, rows))) for name in NAMES}
    older = pl.DataFrame({"id": ids}).with_columns(**texts)
    changed = pl.when(pl.col("id") % 100 == 7).then(pl.lit("changed")).otherwise("c3").alias("c3")
    moved = pl.when(pl.col("id") % 200 == 3).then(pl.col("id") + rows).otherwise("id").alias("id")
    paths = folder / f"older-{rows}.parquet", folder / f"newer-{rows}.parquet"
    older.write_parquet(paths[0])
    older.with_columns(changed).with_columns(moved).write_parquet(paths[1])
    return paths


def on_sail(engine: Engine, paths: tuple[Path, Path]) -> tuple[int, int, int]:
    read = {differences.OLDER: View([paths[0]], COLUMNS), differences.NEWER: View([paths[1]], COLUMNS)}
    names = [column.name for column in COLUMNS]
    row = engine.ask(differences.counts(["id"], names), read, 1, 600).to_pylist()[0]
    engine.ask(differences.examples(["id"], names), read, 3 * differences.EXAMPLES, 600)
    return row["added"], row["gone"], row["changed"]


def on_duckdb(paths: tuple[Path, Path]) -> tuple[int, int, int]:
    differs = " OR ".join(f"o.{name} IS DISTINCT FROM n.{name}" for name in NAMES)
    joined = f"read_parquet('{paths[0]}') o FULL JOIN read_parquet('{paths[1]}') n ON o.id = n.id"
    kind = (
        f"CASE WHEN o.id IS NULL THEN 'added' WHEN n.id IS NULL THEN 'gone' WHEN {differs} THEN 'changed' END"
    )
    counts = ", ".join(f"count(*) FILTER ({kind} = '{each}')" for each in ("added", "gone", "changed"))
    with duckdb.connect(config={"threads": 2}) as connection:
        found = connection.execute(f"SELECT {counts} FROM {joined}").fetchone()
        connection.execute(f"SELECT * FROM {joined} WHERE {kind} IS NOT NULL LIMIT 90").fetchall()
    assert found is not None
    return found[0], found[1], found[2]


def main() -> None:
    print(f"load {os.getloadavg()[0]:.1f}")
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place, sail() as (engine, pid):
        for rows in SIZES:
            paths = versions(Path(place), rows)
            started = time.perf_counter()
            ours = on_sail(engine, paths)
            between = time.perf_counter()
            theirs = on_duckdb(paths)
            times = between - started, time.perf_counter() - between
            assert ours == theirs, (ours, theirs)
            print(f"{rows:>11,} Sail {times[0]:6.2f} s, DuckDB {times[1]:6.2f} s, peak {peak_mb(pid):.0f} MB")
            figures = {"seconds": round(times[0], 2), "ratio_to_duckdb": round(times[0] / times[1], 2)}
    print(f"load {os.getloadavg()[0]:.1f}")
    print(json.dumps({"rows": SIZES[-1], **figures}))


if __name__ == "__main__":
    main()
