"""People who may not see a column try to get at it through a query or its export."""

import polars as pl
import pytest

from brain.kit.clock import today
from brain.kit.datasets import Column, Type
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

SECRETS = ["13905460001", "13705460002", "13605460003"]
PAY = [7001, 8002, 9003]
STAFF = data_set(
    "staff",
    Column("n", "序号", "Number", Type.INTEGER),
    Column("phone", "电话", "Phone", level=2, kind="mobile"),
    Column("recipe", "配方", "Recipe", level=4),
    Column("pay", "工资", "Pay", Type.INTEGER, level=3),
)
ROWS = pl.DataFrame({"n": [1, 2, 3], "phone": SECRETS, "recipe": ["炭黑A", "炭黑B", "炭黑B"], "pay": PAY})
HIDDEN = (*SECRETS, "炭黑", *map(str, PAY))
TRIES = [
    "SELECT phone AS p, recipe AS r, pay AS y FROM base.staff",
    "SELECT concat(reverse(phone), upper(recipe)) AS x, pay + 1 AS y FROM base.staff",
    "SELECT substring(phone, 4, 4) AS middle FROM base.staff",
    "SELECT n FROM base.staff WHERE phone = '13905460001' OR recipe = '炭黑A' OR pay = 7001",
    "SELECT n FROM base.staff WHERE phone RLIKE '^1390546' OR recipe LIKE '炭%' OR pay BETWEEN 1 AND 9999",
    "SELECT n FROM base.staff WHERE CASE WHEN recipe = '炭黑A' OR pay > 7000 THEN TRUE ELSE FALSE END",
    "SELECT a.n FROM base.staff a JOIN base.staff b ON a.recipe = b.recipe AND a.pay = b.pay",
    "SELECT n FROM base.staff WHERE pay IN (SELECT max(pay) FROM base.staff)",
    "SELECT to_json(struct(*)) AS whole FROM base.staff",
    "SELECT collect_list(pay) AS all_pay, max(recipe) AS recipe, avg(pay) AS mean FROM base.staff",
    "WITH s AS (SELECT * FROM base.staff) SELECT s.* FROM s",
]
REFUSED = [
    "EXPLAIN EXTENDED SELECT recipe FROM base.staff",
    "DESCRIBE EXTENDED base.staff",
    "SELECT * FROM parquet.`/`",
    "SELECT 1; SELECT recipe FROM base.staff",
]
MISTAKES = [
    "SELECT CAST(phone AS INT) / 0 FROM base.staff",
    "SELECT assert_true(pay IS NULL), raise_error(recipe) FROM base.staff",
    "SELECT to_date(phone, 'yyyy') FROM base.staff",
]


@pytest.fixture
async def held(centre: RunningNode, engine: str) -> RunningNode:
    hold(centre, STAFF, engine=engine)
    await publish(centre, STAFF, ROWS)
    return centre


async def test_no_question_and_no_export_of_it_gives_a_hidden_value_away(held: RunningNode) -> None:
    expert = await held.person("data_sets.query", "data_sets.export")

    asked = [await expert.post("/api/data-sets/queries", json={"statement": each}) for each in TRIES]
    files = [await expert.post("/api/data-sets/queries/export", json={"statement": each}) for each in TRIES]

    assert [each.status_code for each in (*asked, *files)] == [200] * 2 * len(TRIES)
    told = [*(str(each.json()["rows"]) for each in asked), *(each.text for each in files)]
    assert [secret for secret in HIDDEN for each in told if secret in each] == []
    assert [each.json()["rows"] for each in asked[3:8]] == [[]] * 5


async def test_counting_and_ordering_answer_the_same_whatever_the_hidden_values_are(
    held: RunningNode,
) -> None:
    expert = await held.person("data_sets.query")
    asked = [
        "SELECT count(DISTINCT recipe), count(pay), count(DISTINCT pay), sum(pay) FROM base.staff",
        "SELECT n FROM base.staff ORDER BY pay DESC, recipe, n LIMIT 1",
        "SELECT recipe, count(*) FROM base.staff GROUP BY recipe HAVING count(*) > 1",
    ]
    before = [await expert.post("/api/data-sets/queries", json={"statement": each}) for each in asked]

    await publish(held, STAFF, ROWS.with_columns(recipe=pl.lit("白炭黑"), pay=pl.Series([3, 1, 2])), number=2)

    after = [await expert.post("/api/data-sets/queries", json={"statement": each}) for each in asked]
    assert [each.json()["rows"] for each in after] == [each.json()["rows"] for each in before]
    assert [each.json()["versions"] for each in after] == [{"base.staff": 2}] * 3


async def test_plans_files_and_mistakes_betray_nothing(held: RunningNode) -> None:
    expert = await held.person("data_sets.query")

    refused = [await expert.post("/api/data-sets/queries", json={"statement": each}) for each in REFUSED]
    mistaken = [await expert.post("/api/data-sets/queries", json={"statement": each}) for each in MISTAKES]

    assert [each.status_code for each in refused] == [422, 422, 404, 422]
    told = "".join(each.text for each in (*refused, *mistaken))
    assert [secret for secret in HIDDEN if secret in told] == []


async def test_important_and_core_values_take_leave_that_no_role_brings(
    centre: RunningNode, engine: str
) -> None:
    plants = data_set(
        "plants",
        Column("n", "序号", "Number", level=4),
        Column("map", "图", "Map", level=5),
        Column("site", "厂址", "Site", level=6),
    )
    hold(centre, plants, engine=engine)
    await publish(centre, plants, pl.DataFrame({"n": ["四级"], "map": ["重要"], "site": ["核心"]}))
    rights = ("data_sets.query", "data_sets.read", "data_sets.see_protected", "data_warehouse.see_personal")
    analyst, reviewer = await centre.person(*rights), await centre.person("data_sets.confirm")
    question = {"statement": "SELECT n, map, site FROM base.plants"}

    before = (await analyst.post("/api/data-sets/queries", json=question)).json()
    wanted = {"columns": ["map"], "purpose": "核对", "until": today().isoformat()}
    asked = (await analyst.post("/api/data-sets/base/plants/access", json=wanted)).json()
    await reviewer.post(f"/api/data-sets/access/{asked['id']}/grant")
    after = (await analyst.post("/api/data-sets/queries", json=question)).json()

    assert (before["rows"], before["hidden"]) == (
        [["四级", None, None]],
        ["base.plants.map", "base.plants.site"],
    )
    assert (after["rows"], after["hidden"]) == ([["四级", "重要", None]], ["base.plants.site"])
