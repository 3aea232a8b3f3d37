"""What must mean the same on every engine; the whole of it runs on Sail, and with `make test-spark` on Spark.

`spark_sql.tsv`: expressions, and statements, of every function that questions may use and both engines
answer alike, each with Apache Spark 4.2's answer.
"""

import json
import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Gathered, Type
from brain.kit.errors import Invalid
from brain.nodes.kinds import KINDS, assembly_of
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.domain.holding import without
from brain.platform.data_sets.domain.patterns import spelt_out
from brain.platform.data_sets.service import views
from brain.platform.governance.contract import Shown

PATIENCE = 60.0
ANSWERS = [line.split("\t") for line in (Path(__file__).parent / "spark_sql.tsv").read_text().splitlines()]
EXPRESSIONS = {text: json.loads(told) for text, told in ANSWERS if not text.startswith("SELECT ")}
STATEMENTS = {text: json.loads(told) for text, told in ANSWERS if text.startswith("SELECT ")}

COLUMNS = tuple(Column(each.value, "", "", each) for each in Type)
ROWS = pl.DataFrame(
    [
        ["山东🙂\n省", 2**63 - 1, Decimal("1234567890123456.7891"), 0.1, date(1, 1, 1), "0001-01-01", True],
        ["", -(2**63), Decimal("-0.0001"), -1e300, date(9999, 12, 31), "9999-12-31", False],
        [" a\\'", 0, Decimal("0.0000"), 5e-324, date(1970, 1, 1), "1970-01-01", True],
        [None, None, None, None, None, None, None],
    ],
    schema={
        "text": pl.String(),
        "integer": pl.Int64(),
        "decimal": pl.Decimal(20, 4),
        "number": pl.Float64(),
        "date": pl.Date(),
        "time": pl.String(),
        "boolean": pl.Boolean(),
    },
    orient="row",
).with_columns(pl.col("time").str.to_datetime("%Y-%m-%d", time_unit="us", time_zone="UTC"))


def told(value: Any) -> Any:
    """A value as it stands in `spark_sql.tsv`: numbers of 12 digits, what JSON does not have as text."""
    match value:
        case None | bool() | int():
            return value
        case float():
            return float(f"{value:.12g}") if math.isfinite(value) else str(value).replace("nan", "NaN")
        case list() | tuple():
            return [told(each) for each in value]
        case dict():
            return {str(key): told(each) for key, each in value.items()}
        case _:
            return str(value)


def asked(engine: str, statement: str, **read: View) -> list[tuple[Any, ...]]:
    views_of = {name.replace("__", "."): view for name, view in read.items()}
    answer = Engine(engine).ask(statement, views_of, 1000, PATIENCE)
    columns = [column.to_pylist() for column in answer.columns]
    return list(zip(*columns, strict=True))


def kept(folder: Path, frame: pl.DataFrame, name: str = "rows") -> list[Path]:
    path = folder / f"{name}.parquet"
    frame.write_parquet(path)
    return [path]


def test_expressions_mean_the_same(engine: str) -> None:
    found: dict[str, Any] = {}
    texts = list(EXPRESSIONS)
    for part in (texts[start : start + 60] for start in range(0, len(texts), 60)):
        names = ", ".join(f"{text} AS c{place}" for place, text in enumerate(part))
        (row,) = asked(engine, f"SELECT {names}")
        found |= dict(zip(part, told(row), strict=True))

    assert found == EXPRESSIONS


def test_statements_mean_the_same(engine: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(lambda statement: told(asked(engine, statement)), STATEMENTS)
        found = dict(zip(STATEMENTS, answers, strict=True))

    unordered = {text for text in STATEMENTS if "ORDER BY" not in text}
    for text in unordered:
        found[text].sort(key=repr)
    expected = {
        text: sorted(rows, key=repr) if text in unordered else rows for text, rows in STATEMENTS.items()
    }
    assert found == expected


@pytest.mark.parametrize(
    "expression",
    [
        "1 / n",
        "n % 0",
        "CAST('12abc' AS BIGINT)",
        "CAST('１' AS INT)",
        "CAST('' AS DECIMAL(20, 4))",
        "CAST('99999999999999999999' AS DECIMAL(20, 4))",
        "CAST('9999999999999999.9999' AS DECIMAL(20, 4)) * CAST('9999999999999999.9999' AS DECIMAL(20, 4))",
        "CAST('2024-02-30' AS DATE)",
        "CAST('20240203' AS DATE)",
        "CAST('2024-02-03 25:00:00' AS TIMESTAMP)",
        "CAST('是' AS BOOLEAN)",
        "CAST(1e30 AS BIGINT)",
        "to_date('x')",
        "array(1, 2)[5]",
        "'x' RLIKE '['",
    ],
)
def test_what_has_no_value_is_refused_and_never_null(engine: str, expression: str) -> None:
    with pytest.raises(Invalid, match="计算引擎不接受"):
        asked(engine, f"SELECT {expression} FROM VALUES (0) AS t(n)")


def test_every_type_comes_through_reading_and_writing(engine: str, tmp_path: Path) -> None:
    read = {"base.everything": View(kept(tmp_path, ROWS), COLUMNS)}

    Engine(engine).write("SELECT * FROM base.everything", read, COLUMNS, tmp_path / "written")

    written = pl.read_parquet(tmp_path / "written" / "*.parquet")
    assert (
        written.sort("integer", nulls_last=True).to_dicts()
        == ROWS.sort("integer", nulls_last=True).to_dicts()
    )
    assert written.schema == ROWS.schema


def test_an_instant_is_told_in_utc(engine: str) -> None:
    statement = "SELECT date_trunc('month', DATE'2024-02-03'), CAST('2024-02-03 04:05:06+08:00' AS TIMESTAMP)"

    assert asked(engine, statement) == [
        (datetime(2024, 2, 1, tzinfo=UTC), datetime(2024, 2, 2, 20, 5, 6, tzinfo=UTC))
    ]


def test_a_whole_number_beside_fractions_takes_nothing_from_them(engine: str) -> None:
    statement = """
        SELECT CASE WHEN n = 1 THEN 0 ELSE m END, if(n = 1, 0, d)
        FROM VALUES (1, 1.5, 1.5D), (2, 2.5, 2.5D) t(n, m, d)
        UNION ALL SELECT 7, 7.25D ORDER BY 1"""

    assert told(asked(engine, statement)) == [["0.0", 0.0], ["2.5", 2.5], ["7.0", 7.25]]


@pytest.mark.parametrize(
    ("shown", "seen"),
    [
        (Shown("plain"), ["13812345678", "山东省🙂", "短", None]),
        (Shown("masked", head=1, tail=1), ["1***8", "山***🙂", "***", None]),
        (Shown("withheld"), [None, None, None, None]),
    ],
    ids=lambda shown: getattr(shown, "means", None),
)
def test_what_is_hidden_is_hidden_alike(engine: str, tmp_path: Path, shown: Shown, seen: list[str]) -> None:
    frame = pl.DataFrame({"n": [1, 2, 3, 4], "text": ["13812345678", "山东省🙂", "短", None]})
    columns = (Column("n", "", "", Type.INTEGER), Column("text", "", ""))
    read = View(kept(tmp_path, frame), columns, {"text": shown})

    assert asked(engine, "SELECT text FROM base.people ORDER BY n", base__people=read) == [
        (each,) for each in seen
    ]


def delivered(folder: Path, number: int, rows: Mapping[str, Sequence[Any]]) -> list[Path]:
    origin = {
        "source_provider": pl.lit("甲方"),
        "source_title": pl.lit(f"第{number}次"),
        "source_as_of": pl.lit(date(2024, 1, number)),
        "sample": pl.lit(value=False),
        "_delivery": pl.lit(number, pl.Int64),
        "_row": pl.int_range(pl.len(), dtype=pl.Int64),
    }
    return kept(folder, pl.DataFrame(rows).with_columns(**origin), f"delivery{number}")


def test_of_rows_delivered_again_the_latest_counts(engine: str, tmp_path: Path) -> None:
    """Two deliveries of two shapes, gathered by key, and without the rows that are held back."""
    columns = (Column("k", "", ""), Column("late", "", "", Type.INTEGER), *ORIGIN)
    data_set = DataSet(
        tier="base",
        name="g",
        title="",
        title_en="",
        about="",
        columns=columns,
        keys=("k",),
        built=Gathered(whole=False),
    )
    every = (*columns, *views.PLACE)
    parts = {
        "delivered.part_0": View(
            delivered(tmp_path, 1, {"k": ["a", "b", "b"]}), every, {"late": views.WITHHELD}
        ),
        "delivered.part_1": View(delivered(tmp_path, 2, {"k": ["b", "c"], "late": [2, 3]}), every),
    }

    Engine(engine).write(views.gathering(data_set, list(parts)), parts, columns, tmp_path / "all")
    gathered = View(list((tmp_path / "all").glob("*.parquet")), columns)
    held = View(kept(tmp_path, pl.DataFrame({"k": ["c"], "late": [3]})), columns[:2])
    rest = without("base.g", "delivered.held", ("k",))

    chosen = "SELECT k, late, source_title FROM base.g ORDER BY k"
    assert asked(engine, chosen, base__g=gathered) == [
        ("a", None, "第1次"),
        ("b", 2, "第2次"),
        ("c", 3, "第2次"),
    ]
    assert sorted(asked(engine, f"SELECT k FROM ({rest})", base__g=gathered, delivered__held=held)) == [
        ("a",),
        ("b",),
    ]
    assert not Engine(engine).repeats(gathered, ["k"])
    assert Engine(engine).repeats(gathered, ["source_title"])


DERIVED = {
    data_set.full_name: data_set
    for kind in KINDS
    for room in assembly_of(kind).rooms
    for data_set in room.datasets
    if isinstance(data_set.built, Derived)
}
INPUTS: dict[str, dict[str, dict[str, list[Any]]]] = {
    "industry.enterprise_stock": {
        "base.enterprise": {
            "industry_code": ["C2911", "C2912", None],
            "region_code": ["370523", "370502", "370100"],
            "establish_date": [date(2003, 5, 6), date(2003, 1, 1), None],
            "reg_capital_currency": [None, "USD", "CNY"],
            "reg_capital": [Decimal("10.5"), Decimal(99), None],
        }
    },
    "industry.chain_product": {
        "industry.chain_enterprise": {
            "chain": ["轮胎", "轮胎", "轮胎"],
            "product": ["全钢胎", "全钢胎", "半钢胎"],
            "region_code": ["370523", "370502", None],
            "capital_wan": [Decimal("1.5"), None, Decimal(2)],
        }
    },
    "scenario.chain_gap": {
        "industry.chain_enterprise": {
            "chain": ["轮胎"] * 4,
            "credit_code": ["甲", "乙", "甲", "丙"],
            "product": ["轮胎", "轮胎", "炭黑", "帘子布"],
            "role": ["producer", "producer", "producer", "trader"],
        },
        "industry.chain_supply": {
            "chain": ["轮胎"] * 4,
            "upstream": ["炭黑", "炭黑", "帘子布", "铁矿"],
            "downstream": ["轮胎", "轮胎", "轮胎", "钢"],
            "source": ["一", "二", "一", "一"],
        },
    },
}
COMPUTED: dict[str, list[list[Any]]] = {
    "industry.enterprise_stock": [[None, "370100", None, 1, None], ["C29", "370500", 2003, 2, "10.5000"]],
    "industry.chain_product": [
        ["轮胎", "全钢胎", "370500", 2, "1.5000"],
        ["轮胎", "半钢胎", None, 1, "2.0000"],
    ],
    "scenario.chain_gap": [
        ["轮胎", "炭黑", "轮胎", 2, 1, 2, False],
        ["轮胎", "帘子布", "轮胎", 1, 0, 2, True],
        ["轮胎", "铁矿", "钢", 1, 0, 0, False],
    ],
}


def test_every_declared_computation_has_its_rows_here() -> None:
    assert DERIVED.keys() == INPUTS.keys() == COMPUTED.keys()


@pytest.mark.parametrize("name", DERIVED)
def test_declared_computations_mean_the_same(engine: str, tmp_path: Path, name: str) -> None:
    data_set = DERIVED[name]
    read = {}
    for source, rows in INPUTS[name].items():
        frame = pl.DataFrame(rows).with_columns(pl.col(pl.Decimal).cast(pl.Decimal(20, 4)))
        columns = [Column(each, "", "") for each in frame.columns]
        read[source] = View(kept(tmp_path, frame, source), columns)
    assert isinstance(data_set.built, Derived)

    Engine(engine).write(data_set.built.statement, read, data_set.columns, tmp_path / "written")

    written = pl.read_parquet(tmp_path / "written" / "*.parquet")
    assert sorted(told(written.rows()), key=repr) == sorted(COMPUTED[name], key=repr)


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        (r"\d{6}", "[0-9]{6}"),
        (r"[\w-]+\.\w", "[0-9A-Za-z_-]+\\.[0-9A-Za-z_]"),
        (r"\D\\d\[\d", "[^0-9]\\\\d\\[[0-9]"),
        (r"[^\d]\p{IsHan}", r"[^0-9]\p{IsHan}"),
    ],
)
def test_shorthands_of_patterns_are_spelt_out(written: str, spelt: str) -> None:
    assert spelt_out(written) == spelt


def test_patterns_match_alike(engine: str) -> None:
    statement = r"""
        SELECT s RLIKE '^\\w+$', s RLIKE '^\\d+$', regexp_replace(s, '\\s', '_'),
               regexp_extract(s, '(\\D+)', 1)
        FROM VALUES ('中文'), ('１２'), ('12'), ('a　b c') AS t(s)"""

    assert asked(engine, statement) == [
        (False, False, "中文", "中文"),
        (False, False, "１２", "１２"),
        (True, True, "12", ""),
        (False, False, "a　b_c", "a　b c"),
    ]
