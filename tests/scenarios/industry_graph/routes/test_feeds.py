"""The graph reads data sets of the warehouse: each version is all that they state."""

from dataclasses import dataclass
from typing import Any

import httpx
import polars as pl
import pytest
from sqlalchemy import text

from brain.kit.datasets import Column, DataSet, Type
from brain.platform.data_sets.contract.readers import DataSetChanged
from brain.platform.data_sets.service.grading import Grade, decide
from brain.scenarios.industry_graph.service import feeding
from tests.conftest import RunningNode
from tests.platform import published
from tests.scenarios.industry_graph.world import MAKER, build

API = "/api/industry-graph"
SUPPLY = published.data_set(
    "tyre_supply",
    Column("up", "上游", "Up"),
    Column("down", "下游", "Down"),
    Column("phone", "电话", "Phone", personal=True),
)
MAKERS = published.data_set(
    "tyre_makers",
    Column("firm", "企业", "Firm"),
    Column("made", "产品", "Made"),
    Column("share", "占比", "Share", Type.NUMBER),
)
ENDS = {"upstream": "up", "downstream": "down"}
MADE = {"company": "firm", "product": "made", "weight": "share"}
TWO = {"up": ["合成橡胶", "天然橡胶"], "down": ["轮胎", "轮胎"], "phone": ["", ""]}


@dataclass
class Graph:
    node: RunningNode
    operator: httpx.AsyncClient
    reader: httpx.AsyncClient

    async def feed(self, data_set: DataSet, kind: str, columns: dict[str, str]) -> httpx.Response:
        told = {"kind": kind, "dataSet": data_set.full_name, "columns": columns, "confidence": 0.9}
        return await self.operator.put(f"{API}/feeds", json=told)

    async def read(self, feed_id: int) -> dict[str, Any]:
        await feeding.read(self.node.node, feed_id)
        listed: list[dict[str, Any]] = (await self.reader.get(f"{API}/feeds")).json()
        return next(each for each in listed if each["id"] == feed_id)

    async def asked(self) -> list[int]:
        """Feeds that wait to be read; they wait no more."""
        async with self.node.node.database.transaction() as session:
            taken = text("DELETE FROM queue_job WHERE name = :name RETURNING payload")
            return [row.payload["feed"] for row in await session.execute(taken, {"name": feeding.READ})]

    async def sources(self, edge: str) -> list[str]:
        answer = await self.reader.get(f"{API}/edges/{edge}")
        return [each["source"] for each in answer.json().get("assertions", [])]


@pytest.fixture
async def graph(brain_node: RunningNode) -> Graph:
    published.hold(brain_node, SUPPLY, MAKERS)
    await build(brain_node.node)
    await published.publish(brain_node, SUPPLY, pl.DataFrame(TWO))
    return Graph(
        brain_node,
        await brain_node.person("industry_graph.manage", "industry_graph.read", "data_sets.read"),
        await brain_node.person("industry_graph.read"),
    )


async def test_each_version_is_all_that_a_data_set_states(graph: Graph) -> None:
    number = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]
    first = await graph.read(number)
    before = await graph.sources("natural_rubber/tyre")

    fewer = {name: values[:1] for name, values in TWO.items()}
    await published.publish(graph.node, SUPPLY, pl.DataFrame(fewer), 2)
    second = await graph.read(number)

    assert (first["version"], first["outcome"]["begun"], first["problem"]) == (1, 2, None)
    assert "数据集 base.tyre_supply" in before
    assert (second["version"], second["outcome"]["begun"], second["outcome"]["ended"]) == (2, 0, 1)
    assert "数据集 base.tyre_supply" not in await graph.sources("natural_rubber/tyre")


async def test_products_that_a_data_set_states_attach_its_firms(graph: Graph) -> None:
    rows = {"firm": [MAKER.name, "没有的公司"], "made": ["炭黑", "炭黑"], "share": [0.4, 0.1]}
    await published.publish(graph.node, MAKERS, pl.DataFrame(rows))
    number = (await graph.feed(MAKERS, "products", MADE)).json()["id"]

    done = await graph.read(number)
    card = (await graph.reader.get(f"{API}/enterprises/{MAKER.credit_code}")).json()

    assert (done["outcome"]["rows"], done["outcome"]["unknown"]) == (2, ["没有的公司"])
    assert "carbon_black" in {each["code"] for each in card["attachments"]}


async def test_a_new_version_or_other_grades_have_it_read_again(graph: Graph) -> None:
    number = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]
    first = await graph.asked()
    worse = Grade(column="up", level=3, personal=False, reason="企业的商业秘密")
    async with graph.node.node.database.transaction() as session:
        await decide(session, graph.node.node, SUPPLY.full_name, worse, by="审核员")

    asked = await graph.asked()
    after = await graph.read(number)

    assert (first, asked) == ([number], [number])
    assert "上游" in after["problem"]
    assert await graph.sources("natural_rubber/tyre") == ["本项目自编产业链定义"]


async def test_what_is_read_is_told_at_the_data_set_and_keeps_it(graph: Graph) -> None:
    number = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]
    url = "/api/data-sets/base/tyre_supply/readers"

    reading = (await graph.operator.get(url)).json()
    gone = await graph.operator.delete(f"{API}/feeds/{number}")
    after = (await graph.operator.get(url)).json()

    assert [(each["title"], each["columns"]) for each in reading] == [
        ("产业全景图谱：供应关系", ["up", "down"])
    ]
    assert (gone.status_code, after) == (204, [])
    assert (await graph.operator.delete(f"{API}/feeds/{number}")).status_code == 404


async def test_one_that_is_read_twice_is_one(graph: Graph) -> None:
    first = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]
    second = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]

    assert first == second
    assert len((await graph.reader.get(f"{API}/feeds")).json()) == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"upstream": "up"}, "还没有选定列：downstream"),
        ({"upstream": "up", "downstream": "up"}, "选了两次"),
        ({"upstream": "up", "downstream": "none"}, "没有这些列：none"),
        ({"upstream": "up", "downstream": "phone"}, "电话不能用"),
        (ENDS | {"price": "phone"}, "不认得：price"),
    ],
)
async def test_columns_that_cannot_be_read_are_refused(
    graph: Graph, columns: dict[str, str], told: str
) -> None:
    answer = await graph.feed(SUPPLY, "supply", columns)

    assert answer.status_code == 422
    assert told in answer.json()["message"]


async def test_weights_that_are_no_numbers_are_told_and_nothing_is_kept(graph: Graph) -> None:
    await published.publish(graph.node, SUPPLY, pl.DataFrame(TWO | {"phone": ["0.5", "很多"]}), 2)
    async with graph.node.node.database.transaction() as session:
        plain = Grade(column="phone", level=1, personal=False, reason="其实是权重")
        await decide(session, graph.node.node, SUPPLY.full_name, plain, by="审核员")
    number = (await graph.feed(SUPPLY, "supply", ENDS | {"weight": "phone"})).json()["id"]

    done = await graph.read(number)

    assert "第 2 行的权重“很多”不是非负的数" in done["problem"]
    assert await graph.sources("natural_rubber/tyre") == ["本项目自编产业链定义"]


@pytest.mark.parametrize(("method", "path"), [("PUT", ""), ("POST", "/1/reading"), ("DELETE", "/1")])
async def test_feeds_take_the_right_to_manage(graph: Graph, method: str, path: str) -> None:
    nobody = await graph.node.client()
    told = {"kind": "supply", "dataSet": SUPPLY.full_name, "columns": ENDS, "confidence": 0.9}

    answers = [
        (await client.request(method, f"{API}/feeds{path}", json=told)).status_code
        for client in (graph.reader, nobody)
    ]

    assert answers == [403, 401]
    assert (await nobody.get(f"{API}/feeds")).status_code == 401


async def test_a_change_of_another_data_set_is_not_heard(graph: Graph) -> None:
    await graph.feed(MAKERS, "products", MADE)
    async with graph.node.node.database.transaction() as session:
        await feeding.hear_data_set(session, DataSetChanged(data_set=SUPPLY.full_name))

    assert len(await graph.asked()) == 1  # for setting it


async def test_rows_that_not_everybody_may_see_leave_the_graph(graph: Graph) -> None:
    number = (await graph.feed(SUPPLY, "supply", ENDS)).json()["id"]
    await graph.read(number)
    declarer, confirmer = (
        await graph.node.person("data_sets.declare"),
        await graph.node.person("data_sets.confirm"),
    )
    some = {"column": "up", "means": "values", "values": ["合成橡胶"]}
    policy = {"grants": [{"roles": ["analyst"], "conditions": [some]}], "reason": "只给分析人员"}
    url = "/api/data-sets/base/tyre_supply/row-policies"

    asked = await declarer.post(url, json=policy)
    await graph.asked()
    await confirmer.post(f"/api/data-sets/row-policies/{asked.json()['id']}/confirmation")
    again = await graph.asked()
    done = await graph.read(number)

    assert again == [number]
    assert "按行限制" in done["problem"]
    assert await graph.sources("natural_rubber/tyre") == ["本项目自编产业链定义"]
