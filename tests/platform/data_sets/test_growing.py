"""Versions built upon the one before: the same as built from nothing, with files shared where that can be."""

from dataclasses import replace
from itertools import count
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from brain.kit.datasets import Column, Derived, Gathered, Snapshot, Type
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.domain import growing, row_wise
from brain.platform.data_sets.domain.row_policies import Permitted
from brain.platform.data_sets.service import forgetting
from brain.platform.data_sets.service.comparing import Comparison
from tests.conftest import RunningNode
from tests.platform.data_sets.growth import COLUMNS, KEYS, NOT_NEGATIVE, TOLD, Growing, computed, own

ROW_WISE = "SELECT code, month, amount * 2 AS twice FROM {} WHERE amount < 5"
SUMMED = "SELECT code, month, sum(amount) AS twice FROM {} GROUP BY 1, 2"
PLACE = st.integers(0, 9)
ROWS = st.lists(st.tuples(st.integers(0, 8), st.integers(-2, 6)), min_size=1, max_size=5)
STEP = st.one_of(
    st.tuples(st.just("deliver"), ROWS, st.integers(1, 3)),
    st.tuples(st.just("deliver"), ROWS, st.integers(1, 3)),
    st.tuples(st.just("deliver"), ROWS, st.just(3)),
    st.tuples(st.sampled_from(["accept", "discard", "correct", "withdraw", "erase"]), PLACE),
    st.tuples(st.just("rules"), PLACE),
)
_names = (f"grown_{number}" for number in count())


def grown(node: RunningNode, keys: tuple[str, ...] = KEYS, statement: str = ROW_WISE) -> Growing:
    data_set = own(next(_names), keys)
    world = Growing(node, data_set, computed(data_set, statement))
    world.declare()
    return world


async def take(world: Growing, step: tuple[Any, ...]) -> None:
    match step:
        case ("deliver", rows, day):
            await world.deliver(rows, day)
        case ("withdraw", place):
            await world.withdraw(place)
        case ("erase", key):
            await world.erase(key)
        case ("rules", place):
            world.declare(rules=(NOT_NEGATIVE, {**TOLD, "most": place}))
        case (act, place):
            await world.decide(act, place)


LATER_THAN_HELD = [("deliver", [(1, -1), (2, 1)], 2), ("deliver", [(1, 3)], 1), ("deliver", [(1, 4)], 3)]
CORRECTED = [("deliver", [(1, -1)], 1), ("correct", 0), ("deliver", [(1, 5), (2, -2)], 1), ("erase", 1)]


@settings(max_examples=3, derandomize=True, database=None, suppress_health_check=[*HealthCheck])
@given(keys=st.sampled_from([KEYS, KEYS, ()]), steps=st.lists(STEP, min_size=3, max_size=5))
@example(keys=KEYS, steps=LATER_THAN_HELD)
@example(keys=KEYS, steps=CORRECTED)
async def test_a_version_is_what_a_full_build_gives_whatever_came_before(
    lake: RunningNode, keys: tuple[str, ...], steps: list[tuple[Any, ...]]
) -> None:
    world = grown(lake, keys)
    for step in steps:
        await take(world, step)
        await world.build()
        for data_set in (world.data_set, world.derived):
            if (published := await world.published(data_set)) is not None:
                expected = await world.built_from_nothing(data_set)
                assert published == {**expected, "counted": True}, (step, data_set.full_name)


async def test_what_came_since_is_all_that_is_written(lake: RunningNode) -> None:
    world = grown(lake)
    await world.deliver([(0, 1), (1, 2), (2, -1)])
    await world.build()
    await world.deliver([(3, 4), (4, -2)], day=2)
    await world.build()

    second, first = await world.versions()
    own = [file for file in second.files if file not in first.files]
    assert await world.upon_last() == [(True, None), (True, None)]
    assert (len(own), set(first.files) < set(second.files)) == (1, True)
    assert second.written == world.node.node.get(Lake).size(own)[1] < second.bytes
    assert (second.rows, sorted(row["amount"] for row in world.rows(second.held))) == (3, [-2, -1])


async def test_of_replaced_rows_only_their_files_are_written_anew(lake: RunningNode) -> None:
    world = grown(lake)
    for day, rows in enumerate([[(0, 1), (1, 2)], [(2, 1), (3, 1)], [(3, 4)]], 1):
        await world.deliver(rows, day)
        await world.build()

    third, second, first = await world.versions()
    assert await world.upon_last() == [(True, None), (False, f"{world.data_set.full_name} 的旧文件已改写")]
    assert set(third.files) & set(second.files) == set(first.files)
    assert [len(await world.files()), third.rows] == [len({*third.files, *second.files}), 4]
    comparison = Comparison(lake.node, world.data_set, {}, Permitted())
    found = comparison.of(second, third)
    assert (found.added, found.gone, found.changed, found.by_column) == (0, 0, 1, {"amount": 1})


async def test_what_was_erased_is_in_no_file_of_any_version(lake: RunningNode) -> None:
    world = grown(lake)
    for day, rows in enumerate([[(0, 1), (1, 2)], [(2, 1)], [(3, -4)]], 1):
        await world.deliver(rows, day)
        await world.build()
    await world.erase(1)
    await world.erase(3)
    await world.build()
    await forgetting.finish(lake.node)

    folder = lake.node.get(Lake).folder
    left = pl.concat([pl.read_parquet(folder / file, columns=[*KEYS]) for file in await world.files()])
    assert sorted(left.rows()) == [("C0", 0), ("C0", 2)]
    assert (await world.upon_last())[0] == (False, "有行被永久删除")


async def test_many_small_files_are_written_as_few(
    lake: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = grown(lake)
    await world.deliver([(0, 1)])
    await world.build()
    await world.deliver([(1, 1)], day=2)
    await world.build()
    files = len((await world.versions())[0].files)
    monkeypatch.setattr(growing, "MOST_FILES", files)
    await world.deliver([(2, 1)], day=3)
    await world.build()

    assert (await world.upon_last())[0] == (False, f"已有 {files} 个文件，重新写为少数几个")
    assert len((await world.versions())[0].files) < files


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("SELECT a, upper(b) AS b, a * 2 + 1 AS c FROM base.x AS t WHERE t.a > 1 AND b LIKE '甲%'", None),
        ("SELECT CASE WHEN a IN (1, 2) THEN '甲' ELSE b END AS c, CAST(d AS DATE) AS d FROM base.x", None),
        ("SELECT sum(a) AS a FROM base.x", "含汇总"),
        ("SELECT a FROM base.x GROUP BY a", "含汇总"),
        ("SELECT DISTINCT a FROM base.x", "含去重"),
        ("SELECT a FROM base.x LIMIT 3", "含 LIMIT"),
        ("SELECT a, row_number() OVER (ORDER BY a) AS n FROM base.x", "含窗口函数"),
        ("SELECT x.a FROM base.x JOIN base.y ON x.a = y.a", "连接多个数据集"),
        ("SELECT a FROM base.x WHERE a IN (SELECT a FROM base.x)", "不是只读一个数据集"),
        ("SELECT a FROM base.x UNION ALL SELECT a FROM base.x", "含集合运算"),
        ("WITH t AS (SELECT a FROM base.x) SELECT a FROM t", "含 WITH"),
        ("SELECT explode(split(a, ',')) AS a FROM base.x", "一行变为多行"),
        ("SELECT a FROM base.x TABLESAMPLE (10 PERCENT)", "含抽样"),
        ("SELECT rand() AS a FROM base.x", "含函数 rand"),
        ("SELECT datediff(current_date(), d) AS a FROM base.x", "含函数 current_date"),
        ("SELECT a FROM base.x WHERE d < CAST(' Now' AS TIMESTAMP)", "含当前时间"),
    ],
)
def test_only_statements_over_single_rows_are_carried_on(statement: str, why: str | None) -> None:
    assert row_wise.why_not(statement) == why


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, None),
        ({"incremental": False}, "声明为全量构建"),
        ({"built": Gathered(whole=True)}, "每次交付即全部"),
        ({"built": Snapshot(statement="SELECT 1", mark="SELECT 1")}, "整体复制业务表"),
        ({"built": Derived(statement=SUMMED.format("base.x"))}, "语句含汇总"),
        ({"columns": (*COLUMNS, Column("share", "", "", Type.NUMBER)), "keys": ("share",)}, "键含浮点数"),
        ({"rules": ({**NOT_NEGATIVE, "tolerated": 0.1},)}, "隔离规则 not_negative 容许一部分行"),
        (
            {"rules": ({"kind": "unique", "name": "one", "columns": ["code"], "severity": "quarantine"},)},
            "隔离规则 one 要比较多行",
        ),
        ({"rules": ({"kind": "unique", "name": "one", "columns": ["code"]},)}, None),
    ],
)
def test_what_is_never_built_upon_the_last_says_why(changes: dict[str, Any], why: str | None) -> None:
    assert growing.never(replace(own("x", KEYS), **changes)) == why
