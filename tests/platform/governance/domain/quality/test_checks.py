"""The compiled checks on the embedded engine: counts, offending rows, verdict."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import cast

import pandas as pd
import pytest
from pyspark.sql import SparkSession

from brain.kit.errors import Invalid
from brain.platform.data_sets.adapters.engine import Engine
from brain.platform.governance.domain.quality import checks
from brain.platform.governance.domain.quality.checks import Outcome
from brain.platform.governance.domain.quality.rules import (
    CheckDigit,
    CheckDigitOf,
    CodeTable,
    CrossField,
    CrossTable,
    Dependency,
    Distribution,
    FreeSql,
    Freshness,
    Measure,
    NotNull,
    Operator,
    Pattern,
    Range,
    Reference,
    Unique,
    Volume,
)
from brain.platform.governance.domain.quality.terms import Dimension, Rule

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENTERPRISES = pd.DataFrame(
    {
        "code": [
            "91110000101623741K",
            "911101066976941872",
            "91350211M0000XUF46",
            None,
            "911101066976941872",
        ],
        "person": ["11010519491231002X", "110105194912310021", None, "440524188001010014", "x"],
        "name": ["甲'厂", " ", None, "丁", "戊"],
        "status": ["存续", "注销", "存续\\", "在业", None],
        "city": ["370500", "370500", "370900", "370100", None],
        "city name": ["东营", "青岛", "泰安", "济南", "东营"],
        "capital": [10.0, -1.0, 300.0, None, 20.0],
        "begun": [date(2020, 1, 1), date(2021, 1, 1), date(1899, 1, 1), None, date(2020, 1, 1)],
        "ended": [date(2021, 1, 1), date(2020, 1, 1), date(2021, 1, 1), date(2020, 1, 1), None],
        "seen": pd.to_datetime(["2026-03-01 00:00"] * 4 + ["2026-03-02 00:00"]),
    }
)
CITIES = pd.DataFrame({"code": ["370500", "370100", "370100"], "capital": [100.0, 229.0, 0.0]})


@pytest.fixture(scope="module")
def spark(engine: str) -> Iterator[SparkSession]:
    with Engine(engine).session() as session, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, frame in (("enterprise", ENTERPRISES), ("city", CITIES)):
            session.createDataFrame(frame).createOrReplaceTempView(name)
        yield cast("SparkSession", session)


def checked(spark: SparkSession, rules: Sequence[Rule]) -> tuple[Outcome, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (row,) = spark.sql(checks.compile_checks("enterprise", rules, NOW)).collect()
    return checks.outcomes(rules, row.asDict())


@pytest.mark.parametrize(
    ("rule", "violations"),
    [
        (NotNull(name="r", column="name"), 1),
        (NotNull(name="r", column="name", blank=True), 2),
        (Unique(name="r", columns=("code",)), 1),
        (Unique(name="r", columns=("code", "status")), 0),
        (Pattern(name="r", column="city", regex=r"\d{4}00|x"), 0),
        (Pattern(name="r", column="city", regex=r"3705"), 4),
        (CheckDigit(name="r", column="code", of=CheckDigitOf.CREDIT_CODE), 1),
        (CheckDigit(name="r", column="person", of=CheckDigitOf.RESIDENT_ID), 2),
        (CodeTable(name="r", column="status", codes=("存续", "注销", "存续\\")), 1),
        (CodeTable(name="r", column="name", codes=("甲'厂", "丁", " ")), 1),
        (Range(name="r", column="capital", least=0, most=100.5), 2),
        (Range(name="r", column="begun", least=date(1900, 1, 1)), 1),
        (CrossField(name="r", left="begun", operator=Operator.AT_MOST, right="ended"), 1),
        (Dependency(name="r", left=("city",), right="city name"), 2),
        (Reference(name="r", column="city", data_set="city", key="code"), 1),
        (CrossTable(name="r", column="capital", data_set="city", other="capital"), 0),
        (CrossTable(name="r", column="capital", data_set="city", other="code", slack=0.1), 1),
        (Distribution(name="r", column="capital", measure=Measure.MEAN, least=82, most=82.5), 0),
        (Distribution(name="r", column="capital", measure=Measure.NULL_SHARE, least=0, most=0.1), 1),
        (Distribution(name="r", column="capital", measure=Measure.DEVIATION, least=1000, most=2000), 1),
        (Freshness(name="r", column="seen", hours=12), 0),
        (Freshness(name="r", column="seen", hours=11), 1),
        (Volume(name="r", least=5, most=5), 0),
        (Volume(name="r", least=6), 1),
        (
            FreeSql(
                name="r",
                query="SELECT * FROM enterprise WHERE capital < 0",
                about=Dimension.ACCURACY,
                text="资本为负",
            ),
            1,
        ),
    ],
    ids=lambda value: f"{value.kind}" if isinstance(value, Rule) else str(value),
)
def test_each_kind_of_rule_counts_its_violations(spark: SparkSession, rule: Rule, violations: int) -> None:
    (outcome,) = checked(spark, [rule])

    assert (outcome.violations, outcome.rows) == (violations, 5)


def test_all_rules_together_count_as_each_alone(spark: SparkSession) -> None:
    rules: list[Rule] = [
        Unique(name="unique_code", columns=("code",)),
        Reference(name="known_city", column="city", data_set="city", key="code"),
        NotNull(name="named", column="name"),
        Dependency(name="city_name", left=("city",), right="city name"),
        Reference(name="known_again", column="city", data_set="city", key="code"),
    ]

    together = [outcome.violations for outcome in checked(spark, rules)]

    assert together == [1, 1, 1, 2, 1]


def test_offending_rows_come_with_the_rules_that_they_break(spark: SparkSession) -> None:
    rules: list[Rule] = [
        Unique(name="unique_code", columns=("code",)),
        Range(name="capital_range", column="capital", least=0, most=100),
        Dependency(name="city_name", left=("city",), right="city name"),
        Reference(name="known_city", column="city", data_set="city", key="code"),
    ]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = spark.sql(checks.compile_offenders("enterprise", rules, 100)).collect()

    assert sorted((row["name"] or "", row["_broken"]) for row in rows) == [
        ("", "capital_range,known_city"),
        (" ", "unique_code,capital_range,city_name"),
        ("戊", "unique_code"),
        ("甲'厂", "city_name"),
    ]


def test_names_cannot_break_out_of_the_query(spark: SparkSession) -> None:
    hostile = CodeTable(name="r", column="status", codes=("') OR 1=1 --", "\\') OR 1=1 --"))

    assert checked(spark, [hostile])[0].violations == 4
    with pytest.raises(Invalid):
        checks.compile_checks("enterprise; DROP TABLE city", [hostile], NOW)


def test_only_rules_about_rows_have_offenders() -> None:
    with pytest.raises(Invalid):
        checks.compile_offenders("enterprise", [Volume(name="r", least=1)], 10)
