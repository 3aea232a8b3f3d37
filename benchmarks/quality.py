"""Data quality: errors found without rules or labels, and declared rules checked over ten million rows.

`uv run --group peers python benchmarks/quality.py`: needs DuckDB beside the product. Hospital and Beers are
those of Raha's repository; a cell is an error where its normalised text differs from the clean file's, as
Raha counts (HTML entities decoded, blanks joined, ends stripped). The clean files are only counted with.
"""

import html
import json
import os
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
from pysail.spark import SparkConnectServer
from pyspark.sql import SparkSession

from brain.platform.governance.algorithm.errors.detection import detect
from brain.platform.governance.algorithm.errors.evidence import Suspicion
from brain.platform.governance.domain.quality import checks, definitions
from quality_errors import Spoiler

SHARED = Path(__file__).parents[2] / "shared"
DATA = Path(os.environ.get("BRAIN_TEST_DATA", SHARED / "data"))
BENCHMARKS = Path(os.environ.get("BRAIN_TEST_BENCHMARKS", SHARED / "benchmarks"))
SEEDS = (20_260, 20_261, 20_262)  # not looked at while the detector was made
REGISTRATIONS = 5_000
ROWS, PARTS = 10_000_000, 20
RUNS = 3
NOW = datetime(2026, 9, 1, tzinfo=UTC)

RULES = definitions.read_all(
    [
        {"kind": "not_null", "name": "code_filled", "column": "credit_code", "severity": "stop"},
        {"kind": "not_null", "name": "phone_filled", "column": "phone"},
        {"kind": "not_null", "name": "name_filled", "column": "name", "blank": True},
        {"kind": "unique", "name": "code_unique", "columns": ["credit_code"], "severity": "quarantine"},
        {"kind": "check_digit", "name": "code_checked", "column": "credit_code", "of": "credit_code"},
        {"kind": "pattern", "name": "phone_form", "column": "phone", "regex": r"1[3-9]\d{9}"},
        {"kind": "pattern", "name": "industry_form", "column": "industry", "regex": r"[A-T]\d{4}"},
        {"kind": "pattern", "name": "region_form", "column": "region_code", "regex": r"37\d{4}"},
        {
            "kind": "code_table",
            "name": "status_known",
            "column": "status",
            "codes": ["存续", "在业", "注销", "吊销"],
        },
        {
            "kind": "reference",
            "name": "region_known",
            "column": "region_code",
            "data_set": "region",
            "key": "code",
        },
        {"kind": "range", "name": "capital_range", "column": "capital", "least": 0, "most": 100_000},
        {"kind": "range", "name": "employees_range", "column": "employees", "least": 0, "most": 4_990},
        {
            "kind": "range",
            "name": "registered_range",
            "column": "registered",
            "least": "2000-01-05",
            "most": "2026-01-01",
        },
        {
            "kind": "cross_field",
            "name": "expires_later",
            "left": "expires",
            "operator": ">=",
            "right": "registered",
        },
        {"kind": "cross_field", "name": "tax_below", "left": "tax", "operator": "<=", "right": "revenue"},
        {"kind": "dependency", "name": "city_by_region", "left": ["region_code"], "right": "city"},
        {
            "kind": "distribution",
            "name": "revenue_mean",
            "column": "revenue",
            "measure": "mean",
            "least": 900,
            "most": 1_100,
        },
        {"kind": "freshness", "name": "fresh", "column": "updated_at", "hours": 720},
        {"kind": "volume", "name": "volume", "least": 9_000_000, "most": 11_000_000},
        {
            "kind": "free_sql",
            "name": "closed_with_tax",
            "query": "SELECT credit_code FROM enterprise WHERE status = '注销' AND tax > 400",
            "about": "consistency",
            "text": "已注销的企业不应有大额纳税",
        },
    ]
)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
TOTAL = "+".join(
    f"{pow(3, place, 31)}*(instr('{ALPHABET}',substr(credit_code,{place + 1},1))-1)" for place in range(17)
)
# As one would write it by hand: one scan, and grouping where rows are compared (faster than DISTINCT).
BY_HAND = f"""
SELECT count(*) FILTER (credit_code IS NULL), count(*) FILTER (phone IS NULL),
  count(*) FILTER (name IS NULL OR trim(name) = ''),
  count(credit_code) - (SELECT count(*) FROM (
    SELECT credit_code FROM enterprise WHERE credit_code IS NOT NULL GROUP BY credit_code)),
  count(*) FILTER (NOT (regexp_full_match(credit_code, '[{ALPHABET}]{{18}}')
    AND (31 - ({TOTAL}) % 31) % 31 = instr('{ALPHABET}', substr(credit_code, 18, 1)) - 1)),
  count(*) FILTER (NOT regexp_full_match(phone, '1[3-9]\\d{{9}}')),
  count(*) FILTER (NOT regexp_full_match(industry, '[A-T]\\d{{4}}')),
  count(*) FILTER (NOT regexp_full_match(e.region_code, '37\\d{{4}}')),
  count(*) FILTER (status NOT IN ('存续', '在业', '注销', '吊销')),
  count(*) FILTER (e.region_code IS NOT NULL AND r.code IS NULL),
  count(*) FILTER (capital < 0 OR capital > 100000), count(*) FILTER (employees < 0 OR employees > 4990),
  count(*) FILTER (registered < DATE '2000-01-05' OR registered > DATE '2026-01-01'),
  count(*) FILTER (NOT expires >= registered), count(*) FILTER (NOT tax <= revenue),
  (SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM enterprise
    WHERE region_code IS NOT NULL AND city IS NOT NULL GROUP BY region_code HAVING min(city) <> max(city))),
  (avg(revenue) NOT BETWEEN 900 AND 1100)::INT, (max(updated_at) < TIMESTAMP '2026-08-02 00:00:00')::INT,
  (count(*) NOT BETWEEN 9000000 AND 11000000)::INT,
  count(*) FILTER (status = '注销' AND tax > 400)
FROM enterprise e LEFT JOIN (SELECT DISTINCT code FROM region) r ON e.region_code = r.code
"""


def part(number: int) -> pl.DataFrame:
    """Made-up registrations with valid codes; one row in a thousand is wrong somewhere."""
    count, random = ROWS // PARTS, np.random.default_rng(number)
    places = np.arange(count)
    region = 370_000 + 100 * random.integers(1, 17, count) + random.integers(1, 12, count)
    serial = 100_000_000 + number * count + places - (places % 5_000 == 4_999)  # the one before, again
    tens = [9 * np.ones(count, int), np.ones(count, int)]
    tens += [region // 10**power % 10 for power in range(5, -1, -1)]
    tens += [serial // 10**power % 10 for power in range(8, -1, -1)]
    total = sum(pow(3, place, 31) * digit for place, digit in enumerate(tens)) + (places % 3_000 == 0)
    check = np.array(list(ALPHABET))[(31 - total % 31) % 31]
    wrong = pl.int_range(pl.len()) % 1_000
    frame = pl.DataFrame({"region": region, "serial": serial, "check": check})
    return frame.select(
        pl.format("91{}{}{}", "region", "serial", "check").alias("credit_code"),
        pl.when(wrong == 1).then(pl.lit(" ")).otherwise(pl.format("山东{}有限公司", "serial")).alias("name"),
        pl.when(wrong == 2)
        .then(pl.lit("379999"))
        .otherwise(pl.col("region").cast(pl.String))
        .alias("region_code"),
        pl.when((wrong == 3) & (pl.col("region") == 370_501))
        .then(pl.lit("潍坊"))
        .otherwise(pl.format("市{}", pl.col("region") // 100))
        .alias("city"),
        pl.Series("status", np.array(["存续", "在业", "注销", "吊销", "未知"]))
        .gather(random.choice(5, count, p=(0.5, 0.3, 0.1, 0.0999, 0.0001)))
        .alias("status"),
        pl.Series("phone", random.integers(13 * 10**9, 20 * 10**9 + 10**6, count)).cast(pl.String),
        pl.Series("industry", random.integers(2_600, 2_700, count)).map_elements(
            lambda code: f"C{code}", return_dtype=pl.String
        ),
        pl.Series("capital", np.exp(random.normal(5, 1.5, count)).round(2)),
        pl.Series("employees", random.integers(0, 5_000, count)),
        pl.Series("registered", np.datetime64("2000-01-01") + random.integers(0, 9_000, count)),
        pl.Series("expires", np.datetime64("2024-06-01") + random.integers(0, 9_000, count)),
        pl.Series("revenue", random.gamma(2, 500, count).round(2)),
        pl.Series("tax", random.gamma(2, 40, count).round(2)),
        pl.Series(
            "updated_at",
            np.datetime64("2026-01-01T00:00:00", "us") + random.integers(0, 20_000_000, count) * 1_000_000,
        ),
    ).with_columns(pl.when(wrong == 4).then(None).otherwise(pl.col("phone")).alias("phone"))


def check_figures() -> dict[str, float]:
    """Both engines read the same Parquet files with two threads, in turn; the best of three runs counts."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with tempfile.TemporaryDirectory(prefix="brain-quality-") as folder:
        for number in range(PARTS):
            part(number).write_parquet(Path(folder) / f"enterprise-{number:02}.parquet")
        regions = [str(370_000 + 100 * city + county) for city in range(1, 17) for county in range(1, 12)]
        pl.DataFrame({"code": regions}).write_parquet(Path(folder) / "region.parquet")
        server = SparkConnectServer()
        server.start(background=True)
        _, port = server.listening_address
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        sail, hand = _sail(session, folder), _duckdb(folder)
        times: dict[str, list[float]] = {"sail": [], "duckdb": []}
        for _ in range(RUNS):
            found = {}
            for name, run in (("sail", sail), ("duckdb", hand)):
                start = time.perf_counter()
                found[name] = run()
                times[name].append(time.perf_counter() - start)
            assert found["sail"] == found["duckdb"], found
        session.stop()
        server.stop()
    print({rule.name: count for rule, count in zip(RULES, found["sail"], strict=True)})
    print({name: [round(each, 2) for each in runs] for name, runs in times.items()})
    sail_s, duckdb_s = min(times["sail"]), min(times["duckdb"])
    return {
        "checks_seconds": round(sail_s, 2),
        "duckdb_seconds": round(duckdb_s, 2),
        "checks_ratio_to_duckdb": round(sail_s / duckdb_s, 3),
    }


def _sail(session: SparkSession, folder: str) -> Callable[[], list[int]]:
    session.read.parquet(f"{folder}/enterprise-*.parquet").createOrReplaceTempView("enterprise")
    session.read.parquet(f"{folder}/region.parquet").createOrReplaceTempView("region")
    query = checks.compile_checks("enterprise", RULES, NOW)

    def run() -> list[int]:
        (row,) = session.sql(query).collect()
        return [outcome.violations for outcome in checks.outcomes(RULES, row.asDict())]

    return run


def _duckdb(folder: str) -> Callable[[], list[int]]:
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(f"CREATE VIEW enterprise AS FROM '{folder}/enterprise-*.parquet'")
    connection.execute(f"CREATE VIEW region AS FROM '{folder}/region.parquet'")

    def run() -> list[int]:
        (row,) = connection.execute(BY_HAND).fetchall()
        return [int(each) for each in row]

    return run


def normalised(frame: pl.DataFrame) -> pl.DataFrame:
    """As Raha compares: entities decoded, blanks joined, ends stripped."""
    decoded = pl.all().fill_null("").map_elements(html.unescape, return_dtype=pl.String)
    return frame.select(decoded.str.replace_all(r"\s+", " ").str.strip_chars())


def scored(dirty: pl.DataFrame, clean: pl.DataFrame, found: Sequence[Suspicion]) -> dict[str, float]:
    """Precision, recall and F1 of the suspected cells, and of the repairs among all cells to repair."""
    dirty, clean = normalised(dirty), normalised(clean)
    pairs = {
        name: zip(dirty[name], right, strict=True) for name, right in zip(dirty.columns, clean, strict=True)
    }
    meant = {
        (row, name): right
        for name, cells in pairs.items()
        for row, (written, right) in enumerate(cells)
        if written != right
    }
    hits = [each for each in found if (each.row, each.column) in meant]
    proposed = [each for each in found if each.repair is not None]
    right = [each for each in hits if _same(each.repair, meant[each.row, each.column])]
    return _f1("detection", len(hits), len(found), len(meant)) | _f1(
        "repair", len(right), len(proposed), len(meant)
    )


def _same(repair: str | None, meant: str) -> bool:
    return repair is not None and " ".join(html.unescape(repair).split()) == meant


def _f1(what: str, right: int, said: int, wanted: int) -> dict[str, float]:
    precision, recall = right / max(said, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {f"{what}_{name}": round(value, 4) for name, value in figures.items()}


def published(name: str) -> dict[str, float]:
    figures = pl.read_csv(BENCHMARKS / "12_data_quality" / "published_f1.csv")
    return dict(figures.filter(pl.col("set") == name).select("method", "F1").iter_rows())


def labelled(name: str) -> Mapping[str, float]:
    folder = BENCHMARKS / "12_data_quality"
    dirty = pl.read_csv(folder / f"{name}_dirty.csv", infer_schema=False)
    clean = pl.read_csv(folder / f"{name}_clean.csv", infer_schema=False)
    return scored(dirty, clean, detect(dirty))


def registrations(seed: int) -> Mapping[str, float]:
    """Seeded errors of seven kinds in real registrations, about one cell in forty."""
    names = ["name", "reg_date", "company_type", "capital_wan", "currency"]
    names += ["city", "city_code", "county", "county_code"]
    path = DATA / "enterprises_shandong" / "enterprises_shandong.parquet"
    sample = pl.read_parquet(path).sample(REGISTRATIONS, seed=seed)
    clean = sample.select(pl.col(names).cast(pl.String).fill_null(""))
    spoiler = Spoiler(clean, seed)
    for name in ("company_type", "city", "city_code", "county", "county_code"):
        spoiler.mistype(name, 0.01)
        spoiler.lose(name, 0.01)
    for name in ("city", "city_code", "county", "county_code"):
        spoiler.swap(name, 0.01)
    spoiler.lose("name", 0.01)
    spoiler.hide("capital_wan", 0.02)
    spoiler.suffix("capital_wan", 0.05, "万元")
    spoiler.rewrite("reg_date", 0.01, "-", "/")
    spoiler.merge("city", "county", 0.02)
    return scored(spoiler.dirty, clean, detect(spoiler.dirty))


def main() -> None:
    warnings.simplefilter("ignore")
    figures: dict[str, float] = {}
    for name in ("hospital", "beers"):
        found = labelled(name)
        print(name, found, "published F1 of detection:", published(name))
        figures |= {f"{name}_f1": found["detection_f1"]}
        figures |= {f"{name}_{figure}": value for figure, value in found.items() if figure != "detection_f1"}
    seeded = [registrations(seed) for seed in SEEDS]
    figures |= {
        f"registrations_{figure}": round(sum(each[figure] for each in seeded) / len(seeded), 4)
        for figure in seeded[0]
    }
    print(json.dumps(figures | check_figures()))


if __name__ == "__main__":
    main()
