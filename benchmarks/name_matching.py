"""Finding the enterprise that a wrongly written name means: ours through HTTP, pg_trgm and rapidfuzz.

A part of enterprise_master.py: all three answer the same queries over the same names. The seed was never
looked at while the matcher was made.
"""

import gzip
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import numpy as np
import polars as pl
import psycopg
from rapidfuzz import fuzz, process, utils

from name_corruptions import Query, Registered, Writer

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
QUERIES = 2_000
SEED = 20_260
CHUNK = 20_000  # names compared at once: 2,000 queries × 20,000 scores are 160 MB


def queries(seed: int = SEED) -> list[Query]:
    frame = pl.read_parquet(DATA / "enterprise_names_cn" / "enterprise_names_cn.parquet")
    register = [Registered(*row) for row in frame.select("uscc", "name", "province", "city").iter_rows()]
    short_forms = gzip.decompress((DATA / "name_resources" / "company_short_forms.txt.gz").read_bytes())
    return Writer(register, frozenset(short_forms.decode().split("\n")), seed).queries(QUERIES)


def path(query: Query) -> str:
    return f"/api/governance/enterprise-matches?name={quote(query.text)}"


def ours(base_url: str, cookie: str, asked: Sequence[Query]) -> list[str | None]:
    """The first candidate's credit code for each query."""
    with httpx.Client(base_url=base_url, headers={"cookie": cookie}) as client:
        answers = [client.get(path(query)).raise_for_status().json() for query in asked]
    return [answer["candidates"][0]["creditCode"] if answer["candidates"] else None for answer in answers]


def trgm(dsn: str, asked: Sequence[Query]) -> list[str | None]:
    """`name % q ORDER BY similarity` over a GIN index at the default threshold of 0.3.

    In pg_trgm's favour: the database's character type knows Chinese letters (else it finds nothing), and a
    name with no neighbour at 0.3 is asked for again at 0.15, as short names need.
    """
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute(
            "CREATE INDEX IF NOT EXISTS peer_trgm ON data_warehouse_enterprise USING gin (name gin_trgm_ops)"
        )
        connection.execute("ANALYZE data_warehouse_enterprise")

    def answered(part: Sequence[Query]) -> list[str | None]:
        with psycopg.connect(dsn, autocommit=True) as connection:
            return [_by_trgm(connection, query.text) for query in part]

    with ThreadPoolExecutor(2) as pool:
        middle = len(asked) // 2
        first, second = pool.map(answered, (asked[:middle], asked[middle:]))
    return first + second


def _by_trgm(connection: psycopg.Connection, text: str) -> str | None:
    for threshold in (0.3, 0.15):
        connection.execute(f"SET pg_trgm.similarity_threshold = {threshold}")
        found = connection.execute(
            "SELECT credit_code FROM data_warehouse_enterprise WHERE name %% %(text)s"
            " ORDER BY similarity(name, %(text)s) DESC LIMIT 1",
            {"text": text},
        ).fetchone()
        if found:
            return str(found[0])
    return None


def rapidfuzz(dsn: str, asked: Sequence[Query]) -> list[str | None]:
    """`fuzz.ratio` after `default_process`, every name compared: its best scorer here (see the document)."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute("SELECT credit_code, name FROM data_warehouse_enterprise").fetchall()
    names = [utils.default_process(name) for _, name in rows]
    texts = [utils.default_process(query.text) for query in asked]
    best, place = np.full(len(texts), -1.0), np.zeros(len(texts), np.int64)
    for start in range(0, len(names), CHUNK):
        scores = process.cdist(
            texts, names[start : start + CHUNK], scorer=fuzz.ratio, dtype=np.float32, workers=2
        )
        nearest = scores.argmax(axis=1)
        better = (found := scores.max(axis=1)) > best
        best[better], place[better] = found[better], nearest[better] + start
    return [rows[found][0] for found in place]


def recall(asked: Sequence[Query], answers: Sequence[str | None]) -> dict[str, float]:
    """Share of queries whose first answer is the enterprise meant, by kind and overall."""
    right = Counter(
        query.kind for query, answer in zip(asked, answers, strict=True) if answer == query.credit_code
    )
    kinds = Counter(query.kind for query in asked)
    return {kind: right[kind] / kinds[kind] for kind in kinds} | {"all": right.total() / len(asked)}


def recall_figures(base_url: str, cookie: str, dsn: str, asked: Sequence[Query]) -> dict[str, float]:
    answers = {
        "fuzzy_recall_at_1": ours(base_url, cookie, asked),
        "trgm_recall_at_1": trgm(dsn, asked),
        "rapidfuzz_recall_at_1": rapidfuzz(dsn, asked),
    }
    recalls = {figure: recall(asked, answered) for figure, answered in answers.items()}
    for figure, by_kind in recalls.items():
        print(figure, {kind: round(share, 4) for kind, share in by_kind.items()})
    return {figure: round(by_kind["all"], 4) for figure, by_kind in recalls.items()}
