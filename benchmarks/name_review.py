"""The queue of written names: noting 100,000, proposing enterprises, reading pages, deciding in bulk.

Run: .venv/bin/python benchmarks/name_review.py
Needs the public data sets (BRAIN_TEST_DATA, default ../shared/data). A part of the names is compared one by
one as well, by a question each; `right_above` says how often the first candidate is the one meant among those
that a bulk decision at this similarity would take. The search for twins runs over the same master data.
"""

import asyncio
import gzip
import json
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import polars as pl
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import Database
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Family, Source
from brain.platform.governance import service
from brain.platform.governance.contract import SeenName
from brain.platform.governance.domain.written_names import NameState, Wanted
from brain.platform.governance.service import identity_links, matching, proposing
from name_corruptions import Query, Registered, Writer

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
NAMES = 100_000
ASKED = 2_000
SEED = 20_262
ROUNDS = 30
THRESHOLDS = (0.95, 0.9, 0.8, 0.7)


def register() -> pl.DataFrame:
    held = pl.read_parquet(DATA / "enterprises_shandong" / "enterprises_shandong.parquet")
    return held.select(pl.col("uscc").alias("credit_code"), "name", "address", "province", "city")


def queries(frame: pl.DataFrame) -> list[Query]:
    """Each text once: the same name written twice is one entry of the queue."""
    known = [Registered(*row) for row in frame.select("credit_code", "name", "province", "city").iter_rows()]
    short_forms = gzip.decompress((DATA / "name_resources" / "company_short_forms.txt.gz").read_bytes())
    written = Writer(known, frozenset(short_forms.decode().split("\n")), SEED).queries(2 * NAMES)
    distinct = list({query.text: query for query in written}.values())
    # Spread over the kinds, which come one after another.
    return distinct[:: len(distinct) // NAMES][:NAMES]


async def until_done(database: Database, step: Callable[..., Awaitable[bool]]) -> None:
    unfinished = True
    while unfinished:
        async with database.transaction() as session:
            unfinished = await step(session)


async def p95_ms(database: Database, ask: Callable[..., Awaitable[object]]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        async with database.transaction() as session:
            started = time.perf_counter()
            await ask(session)
            seconds.append(time.perf_counter() - started)
    return round(sorted(seconds)[int(0.95 * ROUNDS)] * 1000, 1)


async def first_candidates(session: AsyncSession) -> dict[str, tuple[str | None, float, bool]]:
    """Of the names compared: the code of the first candidate, its score, whether another is as near."""
    found = await session.execute(
        text("SELECT written, best_code, score, ambiguous FROM governance_written_name WHERE state = 'open'")
    )
    return {row.written: (row.best_code, row.score, row.ambiguous) for row in found}


async def compared(database: Database, asked: list[Query]) -> dict[str, float]:
    """Names a second one by one and in batches, how far both agree, how often the first one is right."""
    async with database.transaction() as session:
        started = time.perf_counter()
        for _ in range(ASKED // proposing.ASKED_AT_ONCE):
            await proposing.propose_next(session, None)
        asking = time.perf_counter() - started
        singly = await first_candidates(session)
        await session.rollback()
    started = time.perf_counter()
    async with database.transaction() as session:
        held = await proposing.held_register(session)
    reading = time.perf_counter() - started
    await until_done(database, lambda session: proposing.propose_next(session, held))
    comparing = time.perf_counter() - started
    async with database.transaction() as session:
        found = await first_candidates(session)
    same = [found[name][0] == code for name, (code, _, _) in singly.items()]
    figures = {
        "asked_per_second": round(len(singly) / asking, 1),
        "reading_seconds": round(reading, 2),
        "comparing_seconds": round(comparing, 2),
        "compared_per_second": round(len(found) / comparing, 1),
        "same_first_candidate": round(sum(same) / len(same), 4),
    }
    meant = {query.text: query.credit_code for query in asked}
    for way, answers in (("asked", singly), ("compared", {name: found[name] for name in singly})):
        right = sum(meant[name] == code for name, (code, _, _) in answers.items())
        figures[f"{way}_right"] = round(right / len(answers), 4)
    for least in THRESHOLDS:
        taken = [
            (meant[name], code)
            for name, (code, score, unsure) in found.items()
            if score >= least and not unsure
        ]
        right = sum(mine == code for mine, code in taken)
        figures |= {f"taken_above_{least}": len(taken), f"right_above_{least}": round(right / len(taken), 4)}
    return figures


async def figures(database: Database) -> dict[str, float]:
    frame = register()
    async with database.transaction() as session:
        source = Source(provider="benchmark", title="benchmark", as_of=date(2026, 1, 1))
        await data_warehouse.merge(
            session, Family.BASIC, frame.select("credit_code", "name", "address"), source
        )
    await until_done(database, service.index_next)
    asked = queries(frame)
    seen = [SeenName(written=query.text, rows=1) for query in asked]
    told: dict[str, float] = {"names": len(seen)}
    for name in ("note_seconds", "note_again_seconds"):
        started = time.perf_counter()
        async with database.transaction() as session:
            await matching.note(session, 1, "base.benchmark", seen, in_data_set=True)
        told[name] = round(time.perf_counter() - started, 2)
    told |= await compared(database, asked)
    every = Wanted(state=NameState.OPEN)
    told["first_page_p95_ms"] = await p95_ms(
        database, lambda session: matching.page(session, every, offset=0, limit=20)
    )
    words = Wanted(state=NameState.OPEN, words="轮胎", least_score=0.5)
    told["filtered_page_p95_ms"] = await p95_ms(
        database, lambda session: matching.page(session, words, offset=0, limit=20)
    )
    async with database.transaction() as session:
        count = await matching.acceptable(session, 0.4, None)
        started = time.perf_counter()
        await matching.accept_all(session, 0.4, None, expected=count, by="benchmark")
        told |= {"accepted": count, "accept_seconds": round(time.perf_counter() - started, 2)}
    async with database.transaction() as session:
        started = time.perf_counter()
        await identity_links.search(session)
        told["search_for_twins_seconds"] = round(time.perf_counter() - started, 2)
        _, told["twins_proposed"] = await identity_links.page(session, None, None, offset=0, limit=1)
    return told


async def measured(dsn: str) -> dict[str, float]:
    database = Database(dsn)
    found = await figures(database)
    await database.dispose()
    return found


def main() -> None:
    if not (DATA / "README.md").is_file():
        raise SystemExit(f"没有真实数据目录 {DATA}（用 BRAIN_TEST_DATA 指定）")
    with tempfile.TemporaryDirectory() as place, Server(Path(place) / "postgres") as server:
        server.create_database("brain")
        migrations.upgrade(server.dsn("brain"))
        print(json.dumps(asyncio.run(measured(server.dsn("brain")))))


if __name__ == "__main__":
    main()
