"""Versions of data sets: built from what has changed, checked, published whole or not at all."""

import asyncio
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from sqlalchemy import text

from brain.kit.datasets import Column, DataSet, Derived, Snapshot, Type
from brain.kit.errors import Unavailable
from brain.nodes.kinds import KINDS, assembly_of
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.domain.retention import Policy
from brain.platform.data_sets.queries import builds, retention
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from tests.conftest import RunningNode
from tests.engines import running_engine
from tests.platform.conftest import merge

FIRST = Enterprise(
    credit_code="91370523EXAMP0001W",
    name='甲 "子",\n轮胎',
    region_code="370523",
    industry_code="C2911",
    reg_capital=Decimal("1234567890.55"),
    establish_date=date(2003, 5, 6),
    former_names=["甲厂", "乙厂"],
)
SECOND = Enterprise(credit_code="91370502EXAMP00028", name="乙", address="")


async def versions(node: RunningNode) -> dict[str, Version]:
    async with node.node.database.transaction() as session:
        return await builds.latest(session)


async def rows(node: RunningNode, name: str) -> pl.DataFrame:
    lake = node.node.get(Lake)
    return pl.read_parquet(lake.paths((await versions(node))[name].files))


def declare(node: RunningNode, *data_sets: DataSet) -> None:
    node.node.provided[Catalogue] = Catalogue(data_sets)


STATEMENT = "SELECT n, timestamptz '2026-01-02 03:04:05.6+08' FROM generate_series(1, 3) AS n"
NUMBERS = DataSet(
    tier="base",
    name="numbers",
    title="数",
    title_en="Numbers",
    about="测试",
    columns=(Column("n", "数", "Number", Type.INTEGER), Column("at", "时刻", "Time", Type.TIME)),
    keys=("n",),
    built=Snapshot(
        statement=STATEMENT,
        mark="SELECT 1",
    ),
)
DOUBLED = DataSet(
    tier="industry",
    name="doubled",
    title="双",
    title_en="Doubled",
    about="测试",
    columns=(Column("n", "数", "Number", Type.INTEGER),),
    keys=("n",),
    built=Derived(statement="SELECT 2 * n AS n FROM base.numbers"),
)


async def test_master_data_become_a_version_as_they_are(lake: RunningNode) -> None:
    await merge(lake, FIRST, SECOND)

    built = await building.refresh(lake.node)

    found = (await rows(lake, "base.enterprise")).sort("credit_code", descending=True).to_dicts()
    assert {"base.enterprise", "base.patent", "industry.enterprise_stock"} <= set(built)
    assert [row["name"] for row in found] == ['甲 "子",\n轮胎', "乙"]
    assert (found[0]["reg_capital"], found[0]["establish_date"]) == (
        Decimal("1234567890.5500"),
        date(2003, 5, 6),
    )
    assert (found[0]["former_names"], found[0]["source_provider"], found[0]["sample"]) == (
        "甲厂；乙厂",
        "甲方",
        False,
    )
    assert found[1]["region_code"] is None
    stock = (await rows(lake, "industry.enterprise_stock")).drop_nulls("division").to_dicts()
    assert stock == [
        {
            "division": "C29",
            "city_code": "370500",
            "year": 2003,
            "enterprises": 1,
            "capital": Decimal("1234567890.5500"),
        }
    ]


async def test_only_what_has_changed_is_built_again(lake: RunningNode) -> None:
    await merge(lake, FIRST)
    await building.refresh(lake.node)
    idle = await building.refresh(lake.node)
    await merge(lake, SECOND)
    built = await building.refresh(lake.node)

    assert idle == []
    assert set(built) == {"base.enterprise", "industry.enterprise_stock"}
    held = (await versions(lake))["base.enterprise"]
    assert (held.number, held.rows) == (2, 2)


async def test_instants_and_numbers_keep_their_types(lake: RunningNode) -> None:
    declare(lake, DOUBLED, NUMBERS)

    assert await building.refresh(lake.node) == ["base.numbers", "industry.doubled"]

    numbers = await rows(lake, "base.numbers")
    assert numbers.schema == {"n": pl.Int64(), "at": pl.Datetime("us", "UTC")}
    assert str(numbers["at"][0]) == "2026-01-01 19:04:05.600000+00:00"
    assert sorted((await rows(lake, "industry.doubled"))["n"]) == [2, 4, 6]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("SELECT n % 2 AS n FROM base.numbers", "重复"),
        ("SELECT n AS m FROM base.numbers", "与声明的"),
        ("SELECT missing AS n FROM base.numbers", "不接受"),
    ],
)
async def test_what_breaks_its_declaration_is_not_published_and_the_last_version_stays(
    lake: RunningNode, statement: str, why: str
) -> None:
    declare(lake, NUMBERS, DOUBLED)
    await building.refresh(lake.node)
    declare(lake, NUMBERS, replace(DOUBLED, built=Derived(statement=statement)))

    assert await building.refresh(lake.node) == []

    async with lake.node.database.transaction() as session:
        attempts = await builds.attempts(session, "industry.doubled", 10)
    assert [attempt.number for attempt in attempts] == [None, 1]
    assert why in (attempts[0].problem or "")
    assert sorted((await rows(lake, "industry.doubled"))["n"]) == [2, 4, 6]
    assert await building.refresh(lake.node) == []
    declare(lake, NUMBERS, replace(DOUBLED, built=Derived(statement="SELECT 3 * n AS n FROM base.numbers")))
    assert await building.refresh(lake.node) == ["industry.doubled"]


async def test_without_an_engine_nothing_is_marked_as_tried(lake: RunningNode, engine: str) -> None:
    declare(lake, NUMBERS)
    folder = lake.node.get(Lake).folder
    lake.node.provided |= service.provided("sc://127.0.0.1:1", folder)
    with pytest.raises(Unavailable):
        await building.build(lake.node, lake.node.get(Catalogue), NUMBERS)
    assert await building.refresh(lake.node) == []

    lake.node.provided |= service.provided(engine, folder)

    assert await building.refresh(lake.node) == ["base.numbers"]


@pytest.mark.filterwarnings("ignore:.RETRIES_EXCEEDED")  # the client says so before it gives up
async def test_an_engine_that_dies_in_the_middle_is_away_and_the_build_is_tried_again(
    lake: RunningNode, engine: str
) -> None:
    folder = lake.node.get(Lake).folder
    many = "(SELECT explode(sequence(1, 30000)) AS k)"
    endless = f"SELECT max(a.k * b.k + c.k + n) AS n FROM base.numbers, {many} a, {many} b, {many} c"
    declare(lake, NUMBERS, replace(DOUBLED, built=Derived(statement=endless)))
    with running_engine() as (url, process):
        lake.node.provided |= service.provided(url, folder)
        await building.build(lake.node, lake.node.get(Catalogue), NUMBERS)
        asyncio.get_running_loop().call_later(1.5, process.kill)
        catalogue = lake.node.get(Catalogue)
        with pytest.raises(Unavailable):
            await building.build(lake.node, catalogue, catalogue.get("industry.doubled"))

    declare(lake, NUMBERS, DOUBLED)
    lake.node.provided |= service.provided(engine, folder)
    async with lake.node.database.transaction() as session:
        assert await builds.attempts(session, "industry.doubled", 10) == []
    assert await building.refresh(lake.node) == ["industry.doubled"]


async def test_old_versions_and_what_a_killed_builder_left_are_swept_up(lake: RunningNode) -> None:
    async with lake.node.database.transaction() as session:
        await retention.decide(session, "base.numbers", Policy(versions=2), "测试", "test")
    folder = lake.node.get(Lake).folder / "base" / "numbers"
    left = folder / ".0123456789"
    left.mkdir(parents=True)
    (left / "rows.csv").write_text("1,")
    for mark in range(4):
        snapshot = Snapshot(statement=STATEMENT, mark=f"SELECT {mark}")
        declare(lake, replace(NUMBERS, built=snapshot))
        await building.refresh(lake.node)

    async with lake.node.database.transaction() as session:
        kept = await builds.versions(session, "base.numbers")
    assert [version.number for version in kept] == [4, 3]
    assert sorted(path.name.split("-")[0] for path in folder.iterdir()) == ["3", "4"]


@pytest.mark.parametrize(
    "declared",
    [
        (NUMBERS, NUMBERS),
        (DOUBLED,),
        (replace(DOUBLED, built=Derived(statement="SELECT n FROM industry.doubled")),),
    ],
    ids=["twice", "unknown input", "circle"],
)
def test_mistakes_of_a_catalogue_are_found_when_it_is_made(declared: Any) -> None:
    with pytest.raises(ValueError, match=r"数据集|没有登记"):
        Catalogue(declared)


async def test_every_declared_statement_and_mark_runs(lake: RunningNode) -> None:
    declared = [data_set for kind in KINDS for room in assembly_of(kind).rooms for data_set in room.datasets]
    async with lake.node.database.transaction() as session:
        for data_set in declared:
            if isinstance(data_set.built, Snapshot):
                assert await builds.mark(session, data_set.built) is not None
                described = await session.execute(
                    text(f"SELECT * FROM ({data_set.built.statement}) x LIMIT 0")
                )
                assert len(described.keys()) == len(data_set.columns)


async def test_a_version_keeps_what_its_rules_found(lake: RunningNode) -> None:
    await merge(lake, FIRST, SECOND)
    await building.refresh(lake.node)

    found = (await versions(lake))["base.enterprise"].quality

    assert found is not None
    assert {rule.name: (rule.violations, rule.rows) for rule in found.broken} == {
        "credit_code_digit": (1, 2),
        "region_known": (1, 2),
        "industry_known": (1, 2),
        "establishment_known": (1, 2),
    }
    assert found.scores == {"validity": 83.33, "completeness": 62.5, "consistency": 100.0}
    assert found.score == 81.94


async def test_a_rule_that_stops_keeps_a_version_from_being_published(lake: RunningNode) -> None:
    rule = {"kind": "range", "name": "small", "column": "n", "most": 4, "severity": "stop"}
    declare(lake, NUMBERS, replace(DOUBLED, rules=(rule,)))

    assert await building.refresh(lake.node) == ["base.numbers"]

    async with lake.node.database.transaction() as session:
        attempts = await builds.attempts(session, "industry.doubled", 1)
    assert attempts[0].problem == "质量规则不通过，没有发布：“n”应不大于 4（1 行）"
    declare(lake, NUMBERS, replace(DOUBLED, rules=({**rule, "severity": "warn"},)))
    assert await building.refresh(lake.node) == ["industry.doubled"]


async def test_a_data_set_is_compared_with_another_that_is_built_first(lake: RunningNode) -> None:
    rule = {"kind": "reference", "name": "known", "column": "n", "data_set": "industry.doubled", "key": "n"}
    free = {
        "kind": "free_sql",
        "name": "halves",
        "query": "SELECT o.n FROM base.others o LEFT ANTI JOIN base.numbers b ON o.n = 2 * b.n",
        "about": "consistency",
        "text": "应是某数的两倍",
    }
    declare(lake, replace(NUMBERS, name="others", rules=(rule, free)), NUMBERS, DOUBLED)

    assert await building.refresh(lake.node) == ["base.numbers", "industry.doubled", "base.others"]

    found = (await versions(lake))["base.others"].quality
    assert found is not None
    assert [rule.violations for rule in found.broken] == [2, 2]


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "no such"},
        {"kind": "reference", "name": "x", "column": "n", "data_set": "base.nothing", "key": "n"},
        {"kind": "free_sql", "name": "x", "query": "DROP TABLE a", "about": "accuracy", "text": "x"},
    ],
)
def test_rules_that_cannot_be_kept_are_mistakes_of_the_code(rule: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"质量规则|没有登记|的语句"):
        Catalogue([replace(NUMBERS, rules=(rule,))])
