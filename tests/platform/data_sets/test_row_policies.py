"""Rows by policy: proposed, confirmed by another, kept to wherever rows leave; people try to get round it."""

from dataclasses import replace
from typing import Any

import httpx
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from brain.kit.datasets import Column, DataSet, Derived, Type
from brain.platform.data_sets.adapters.rows import permitting
from brain.platform.data_sets.domain.row_policies import (
    Asker,
    Condition,
    Grant,
    Means,
    holding,
    permitted,
)
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

URL = "/api/data-sets"
OWN, OTHER = "9137052300000001XX", "9137010000000002XX"
PLANTS = data_set(
    "plants",
    Column("n", "序号", "Number", Type.INTEGER),
    Column("credit_code", "代码", "Code"),
    Column("region", "区划", "Region"),
    Column("secret", "产量", "Output"),
)
ROWS = pl.DataFrame(
    {
        "n": [1, 2, 3, 4],
        "credit_code": [OWN, OTHER, OTHER, None],
        "region": ["370523", "370102", "370104", "370199"],
        "secret": ["可见甲", "机密乙", "机密丙", "机密丁"],
    }
)
COPY = replace(
    PLANTS,
    tier="industry",
    name="copy",
    columns=(Column("code", "代码", "Code"), Column("secret", "产量", "Output")),
    built=Derived(statement="SELECT credit_code AS code, secret FROM base.plants"),
)
TOTAL = replace(
    PLANTS,
    tier="industry",
    name="total",
    columns=(Column("secret", "产量", "Output"),),
    built=Derived(statement="SELECT max(secret) AS secret FROM base.plants"),
)
TRIES = [
    "SELECT * FROM base.plants",
    "SELECT secret AS s FROM base.plants p WHERE p.n > 0 OR TRUE",
    "SELECT (SELECT max(secret) FROM base.plants) AS m, p.n FROM base.plants AS p",
    "SELECT secret FROM base.plants UNION ALL SELECT secret FROM BASE.PLANTS",
    "WITH plants AS (SELECT * FROM base.plants) SELECT secret FROM plants",
    "SELECT b.secret FROM base.plants a FULL OUTER JOIN base.plants b ON a.n <> b.n",
    "SELECT secret FROM base.plants VERSION AS OF 1",
    "SELECT secret FROM base.plants TIMESTAMP AS OF '2999-01-01 00:00'",
    "SELECT collect_list(secret) OVER () AS a, lead(secret) OVER (ORDER BY n) AS b FROM base.plants",
    "SELECT n FROM base.plants WHERE n IN (SELECT n FROM base.plants WHERE secret LIKE '机密%')",
    "SELECT code, secret FROM industry.copy",
    "SELECT secret FROM industry.total",
]
MISTAKES = [
    "SELECT n FROM base.plants WHERE CAST(secret AS INT) > 0",
    "SELECT n FROM base.plants WHERE secret = '可见甲' OR CAST(concat('x', secret) AS INT) = 1",
    "SELECT n FROM base.plants WHERE IF(n = 3, CAST(secret AS INT), 1) = 1",
    "SELECT n FROM base.plants WHERE 1 / (n - 3) > -9",
]
OWN_ROWS = {"column": "credit_code", "means": "own_organisation"}


@pytest.fixture
async def held(centre: RunningNode, engine: str) -> RunningNode:
    hold(centre, PLANTS, COPY, TOTAL, engine=engine)
    await publish(centre, PLANTS, ROWS)
    await publish(centre, COPY, ROWS.select(pl.col("credit_code").alias("code"), "secret"))
    await publish(centre, TOTAL, ROWS.select(pl.col("secret").max()))
    return centre


def wanted(*conditions: dict[str, Any], roles: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"grants": [{"roles": [*roles], "conditions": [*conditions]}], "reason": "企业只看自己的"}


async def in_force(node: RunningNode, policy: dict[str, Any]) -> None:
    operator, reviewer = await node.person("data_sets.declare"), await node.person("data_sets.confirm")
    asked = await operator.post(f"{URL}/base/plants/row-policies", json=policy)
    confirmed = await reviewer.post(f"{URL}/row-policies/{asked.json()['id']}/confirmation")
    assert (asked.status_code, confirmed.status_code) == (201, 204)


async def of_own(node: RunningNode, *scopes: str) -> httpx.AsyncClient:
    """Somebody of the organisation whose row is the first."""
    person = await node.person(*scopes, organisation="甲")
    async with node.node.database.transaction() as session:
        await session.execute(text("UPDATE identity_organisation SET credit_code = :code"), {"code": OWN})
    return person


async def test_no_statement_reaches_a_row_that_a_policy_keeps_back(held: RunningNode) -> None:
    await in_force(held, wanted(OWN_ROWS))
    person = await of_own(held, "data_sets.query", "data_sets.export")

    asked = [await person.post(f"{URL}/queries", json={"statement": each}) for each in TRIES]
    files = [await person.post(f"{URL}/queries/export", json={"statement": each}) for each in TRIES]
    mistaken = [await person.post(f"{URL}/queries", json={"statement": each}) for each in MISTAKES]
    counted = await person.post(f"{URL}/queries", json={"statement": "SELECT count(*) FROM base.plants"})

    assert [each.status_code for each in (*asked, *files)] == [200] * 2 * len(TRIES)
    assert [each.text for each in (*asked, *files, *mistaken) if "机密" in each.text] == []
    assert [each.json()["rows"] for each in (asked[0], asked[10], asked[11], counted)] == [
        [[1, OWN, "370523", "可见甲"]],
        [[OWN, "可见甲"]],
        [],
        [[1]],
    ]
    assert (mistaken[2].json()["rows"], mistaken[3].json()["rows"]) == ([[1]], [[1]])
    assert (asked[0].json()["narrowed"], asked[11].json()["narrowed"]) == (
        ["base.plants"],
        ["industry.total"],
    )


async def test_previews_comparisons_and_held_rows_keep_to_it(held: RunningNode) -> None:
    changed = ROWS.with_columns(secret=pl.col("secret") + "改")
    await publish(held, PLANTS, changed, number=2)
    await in_force(held, wanted(OWN_ROWS))
    person = await of_own(held, "data_sets.read", "data_sets.manage")
    one = f"{URL}/base/plants"

    whole = await person.get(one)
    compared = await person.get(f"{one}/versions/difference?older=1&newer=2")
    others = [await person.get(f"{one}/{each}") for each in ("held", "suspicions")]
    total = await person.get(f"{URL}/industry/total")

    assert [row[0] for row in whole.json()["head"]] == [1]
    assert (compared.json()["added"], compared.json()["gone"]) == (1, 1)
    assert [each.status_code for each in others] == [403, 403]
    assert total.json()["head"] == []
    assert [each.url for each in (whole, compared, *others, total) if "机密" in each.text] == []


async def test_a_policy_waits_for_another_person_and_is_lifted_likewise(held: RunningNode) -> None:
    both = await held.person("data_sets.declare", "data_sets.confirm", "data_sets.query", "data_sets.read")
    reader = await held.person("data_sets.read")
    reviewer = await held.person("data_sets.confirm")
    url, question = f"{URL}/base/plants/row-policies", {"statement": "SELECT count(*) FROM base.plants"}

    asked = await both.post(url, json=wanted(OWN_ROWS))
    again = await both.post(url, json=wanted(OWN_ROWS))
    decision = f"{URL}/row-policies/{asked.json()['id']}/confirmation"
    by_rule = [
        await both.post(url, json=wanted({"column": "n", "means": "own_region"})),
        await both.post(url, json=wanted({"column": "region", "means": "values"})),
        await both.post(url, json=wanted(roles=("nobody",))),
    ]
    by_right = [await reader.post(url, json=wanted()), await reader.post(decision), await both.post(decision)]
    before = (await both.post(f"{URL}/queries", json=question)).json()["rows"]
    await reviewer.post(decision)
    during = (await both.post(f"{URL}/queries", json=question)).json()["rows"]
    twice = await reviewer.post(decision)
    lifting = (await both.post(url, json={"grants": [], "reason": "公开"})).json()["id"]
    await reviewer.post(f"{URL}/row-policies/{lifting}/confirmation")
    after = (await both.post(f"{URL}/queries", json=question)).json()["rows"]

    assert (asked.json()["state"], again.json()["id"]) == ("waiting", asked.json()["id"])
    assert [each.status_code for each in by_rule] == [422, 422, 422]
    assert [each.status_code for each in by_right] == [403, 403, 403]
    assert (before, during, twice.status_code, after) == ([[4]], [[0]], 409, [[4]])
    assert [each["state"] for each in (await reader.get(url)).json()] == ["in_force", "in_force"]


async def test_a_refused_policy_changes_nothing(held: RunningNode) -> None:
    operator, reviewer = await held.person("data_sets.declare"), await held.person("data_sets.confirm")
    asked = (await operator.post(f"{URL}/base/plants/row-policies", json=wanted(OWN_ROWS))).json()
    analyst = await held.person("data_sets.query")

    refused = await reviewer.post(f"{URL}/row-policies/{asked['id']}/refusal", json={"reason": "太窄"})

    counted = await analyst.post(f"{URL}/queries", json={"statement": "SELECT count(*) FROM base.plants"})
    assert (refused.status_code, counted.json()["rows"]) == (204, [[4]])


def derived(statement: str) -> DataSet:
    return replace(COPY, built=Derived(statement=statement))


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        ("SELECT credit_code AS code, secret FROM base.plants WHERE n > 1", "code"),
        ("SELECT * FROM base.plants", "credit_code"),
        ("SELECT upper(credit_code) AS credit_code, secret FROM base.plants", None),
        ("SELECT secret FROM base.plants", None),
        ("SELECT credit_code, max(secret) AS s FROM base.plants GROUP BY credit_code", None),
        ("SELECT credit_code, lead(secret) OVER (ORDER BY n) AS s FROM base.plants", None),
        ("SELECT a.credit_code, b.secret FROM base.plants a JOIN base.plants b ON a.n <> b.n", None),
        ("SELECT credit_code, (SELECT max(secret) FROM base.plants) AS s FROM base.plants", None),
    ],
)
def test_a_policy_is_carried_only_where_each_row_still_is_one_row_with_its_column(
    statement: str, column: str | None
) -> None:
    own = Grant(
        roles=frozenset(), conditions=(Condition(column="credit_code", means=Means.OWN_ORGANISATION),)
    )
    everything = Grant(roles=frozenset({"reviewer"}), conditions=())

    (carried,) = holding(derived(statement), {"base.plants": PLANTS}, {"base.plants": (own, everything)})

    assert [each.conditions[0].column for each in carried if each.conditions] == [column][
        : column is not None
    ]
    assert everything in carried


@given(values=st.lists(st.text(max_size=5).filter(lambda text: "\0" not in text), min_size=1, max_size=4))
def test_grants_add_up_and_a_row_without_a_value_is_nobodys(values: list[str]) -> None:
    listed = Condition(column="region", means=Means.VALUES, values=tuple(values[:1]))
    near = Condition(column="region", means=Means.OWN_REGION)
    grants = [
        Grant(roles=frozenset({"a"}), conditions=(listed,)),
        Grant(roles=frozenset({"b"}), conditions=(near,)),
    ]
    rows = pl.DataFrame({"region": [*values, "370502", "370602", None]}, {"region": pl.String})

    def seen(*roles: str) -> set[str]:
        asker = Asker(roles=frozenset(roles), credit_code="91370500EXAMP0001W")
        return set(rows.filter(permitting(permitted([grants], asker)))["region"])

    in_dongying = {each for each in [*values, "370502"] if each.startswith("3705")}
    assert seen("a") == {values[0]}
    assert seen("b") == in_dongying
    assert seen("a", "b") == {values[0]} | in_dongying
    assert seen("c") == set()
