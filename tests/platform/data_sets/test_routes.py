"""The catalogue and questions through HTTP: what is answered, hidden, refused."""

import csv
import io
from typing import Any

import httpx
import pyarrow as pa
import pytest
from rdflib import RDF, Graph, Literal, Namespace
from sqlalchemy import text

from brain.platform.data_sets import service
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from tests.conftest import RunningNode
from tests.platform.conftest import merge

URL = "/api/data-sets"
NAMES = [("91370523EXAMP0001W", "甲", "张三"), ("91370502EXAMP00028", "=乙", "李四")]
SCOPES = ("data_sets.read", "data_sets.query", "data_sets.export")


@pytest.fixture
async def built(lake: RunningNode) -> RunningNode:
    await merge(
        lake, *[Enterprise(credit_code=code, name=name, legal_person_name=who) for code, name, who in NAMES]
    )
    await building.refresh(lake.node)
    return lake


async def ask(client: httpx.AsyncClient, statement: str, **more: object) -> httpx.Response:
    return await client.post(f"{URL}/queries", json={"statement": statement, **more})


async def test_a_question_is_answered_and_recorded(built: RunningNode) -> None:
    analyst = await built.person(*SCOPES)

    answer = await ask(
        analyst, "SELECT e.credit_code, name FROM base.enterprise e ORDER BY name DESC", limit=1
    )

    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    assert told["rows"] == [["91370523EXAMP0001W", "甲"]]
    assert ([column["name"] for column in told["columns"]], told["cut"]) == (["credit_code", "name"], True)
    assert told["versions"] == {"base.enterprise": 1}
    async with built.node.database.transaction() as session:
        act = await session.scalar(text("SELECT action FROM security_entry ORDER BY position DESC LIMIT 1"))
    assert act == "data_sets.query"


async def test_columns_of_one_name_keep_their_values(built: RunningNode) -> None:
    analyst = await built.person(*SCOPES)

    told = (await ask(analyst, "SELECT 1 AS a, 2 AS a, array(1, 2) AS b")).json()

    assert (told["rows"], [column["name"] for column in told["columns"]]) == (
        [[1, 2, [1, 2]]],
        ["a", "a", "b"],
    )


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT legal_person_name FROM base.enterprise WHERE legal_person_name IS NOT NULL",
        "SELECT name FROM base.enterprise WHERE legal_person_name = '张三'",
        "WITH e AS (SELECT legal_person_name AS x FROM base.enterprise) SELECT upper(x) FROM e WHERE x > ''",
        "SELECT a.name FROM base.enterprise a JOIN base.enterprise b USING (legal_person_name)",
    ],
)
async def test_personal_values_are_hidden_whatever_is_asked(built: RunningNode, statement: str) -> None:
    analyst, reviewer = (
        await built.person(*SCOPES),
        await built.person(*SCOPES, "data_warehouse.see_personal"),
    )

    hidden, shown = (await ask(analyst, statement)).json(), (await ask(reviewer, statement)).json()

    assert (hidden["rows"], hidden["hidden"]) == ([], ["base.enterprise.legal_person_name"])
    assert (len(shown["rows"]) > 0, shown["hidden"]) == (True, [])


async def test_the_catalogue_tells_what_a_data_set_holds(built: RunningNode) -> None:
    analyst = await built.person(*SCOPES)

    listed = (await analyst.get(URL)).json()
    found = (await analyst.get(URL, params={"q": "法定代表人"})).json()
    one = (await analyst.get(f"{URL}/base/enterprise")).json()

    assert [each["name"] for each in listed if each["tier"] == "industry"] == ["enterprise_stock"]
    assert [each["name"] for each in found] == ["enterprise"]
    assert (found[0]["level"], found[0]["version"]["rows"]) == (2, 2)
    person = next(column for column in one["columns"] if column["name"] == "legal_person_name")
    assert (person["level"], person["shown"], person["key"]) == (2, "withheld", False)
    assert (one["users"], one["inputs"], one["statement"]) == (["industry.enterprise_stock"], [], None)
    assert [row[one["columns"].index(person)] for row in one["head"]] == [None, None]
    assert [attempt["number"] for attempt in one["attempts"]] == [1]
    stock = (await analyst.get(f"{URL}/industry/enterprise_stock")).json()
    assert (stock["inputs"], "FROM base.enterprise" in stock["statement"]) == (["base.enterprise"], True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own
async def test_other_catalogues_can_harvest_it(built: RunningNode) -> None:
    analyst = await built.person(*SCOPES)

    answer = await analyst.get(f"{URL}/catalogue.jsonld")

    graph = Graph().parse(data=answer.text, format="json-ld")
    dcat, dct = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
    (catalogue,) = graph.subjects(RDF.type, dcat.Catalog)
    found = {
        str(name)
        for each in graph.objects(catalogue, dcat.dataset)
        for name in graph.objects(each, dct.identifier)
    }
    assert {"base.enterprise", "industry.enterprise_stock"} <= found
    # What DCAT-AP 3 asks of every catalogue, data set and distribution.
    for kind, needed in (
        (dcat.Catalog, (dct.title, dct.description, dct.publisher)),
        (dcat.Dataset, (dct.title, dct.description)),
        (dcat.Distribution, (dcat.accessURL,)),
    ):
        for subject in graph.subjects(RDF.type, kind):
            assert all((subject, property_, None) in graph for property_ in needed), subject
    enterprise = next(graph.subjects(dct.identifier, Literal("base.enterprise")))
    assert str(graph.value(enterprise, dct.accessRights)).endswith("RESTRICTED")
    assert (await (await built.person("portal.use")).get(f"{URL}/catalogue.jsonld")).status_code == 403


async def test_an_export_bears_who_and_when(built: RunningNode) -> None:
    analyst = await built.person(*SCOPES)
    statement = "SELECT name, DATE'2020-01-02' AS day FROM base.enterprise ORDER BY name"

    answers = {
        kind: await analyst.post(f"{URL}/queries/export", json={"statement": statement, "format": kind})
        for kind in ("csv", "xlsx", "arrow")
    }

    rows = list(csv.reader(io.StringIO(answers["csv"].content.decode("utf-8-sig"))))
    assert rows[0] == ["name", "day", "水印"]
    assert [row[:2] for row in rows[1:]] == [["'=乙", "2020-01-02"], ["甲", "2020-01-02"]]
    assert rows[1][2].startswith("person1 20")
    assert answers["xlsx"].content.startswith(b"PK")
    table = pa.ipc.open_stream(answers["arrow"].content).read_all()
    assert (table["name"].to_pylist(), b"person1" in table.schema.metadata[b"exported"]) == (
        ["=乙", "甲"],
        True,
    )


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("SELECT missing FROM base.enterprise", "不接受"),
        ("SELECT * FROM base.nothing", "没有名为"),
        ("SELECT * FROM csv.`/etc/passwd`", "没有名为"),
        ("SELEC 1", "语句有误"),
        ("DROP TABLE base.enterprise", "只能查询"),
        ("SELECT date_add(DATE'9999-12-31', 1)", "9999 年之后"),
    ],
)
async def test_a_wrong_question_is_told_what_is_wrong(built: RunningNode, statement: str, why: str) -> None:
    answer = await ask(await built.person(*SCOPES), statement)

    assert (answer.status_code, why in answer.json()["message"]) in {(422, True), (404, True)}


async def test_a_question_that_takes_too_long_is_stopped(
    built: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brain.platform.data_sets.service.asking.PATIENCE", 1.0)
    numbers = "(SELECT explode(sequence(1, 30000)) AS n)"

    answer = await ask(
        await built.person(*SCOPES),
        f"SELECT sum(sqrt(a.n * b.n + c.n)) FROM {numbers} a CROSS JOIN {numbers} b CROSS JOIN {numbers} c",
    )

    assert (answer.status_code, "超过" in answer.json()["message"]) == (422, True)


async def test_an_engine_that_is_away_is_said_so(built: RunningNode, tmp_path: Any) -> None:
    built.node.provided |= service.provided("sc://127.0.0.1:1", tmp_path / "lake")

    answer = await ask(await built.person(*SCOPES), "SELECT 1")

    assert (answer.status_code, answer.json()["message"]) == (503, "计算引擎没有应答，请稍后再试")


async def test_nobody_asks_or_looks_without_the_right(lake: RunningNode) -> None:
    export = {"statement": "SELECT 1"}
    for client, status in ((await lake.client(), 401), (await lake.person("data_warehouse.read"), 403)):
        answers = [
            await client.get(URL),
            await client.get(f"{URL}/base/enterprise"),
            await ask(client, "SELECT 1"),
            await client.post(f"{URL}/queries/export", json=export),
            await client.post(f"{URL}/refresh"),
        ]
        assert [answer.status_code for answer in answers] == [status] * len(answers)
    reader = await lake.person("data_sets.read")
    assert (await ask(reader, "SELECT 1")).status_code == 403
    assert (await reader.get(f"{URL}/base/nothing")).status_code == 404
    operator = await lake.person("data_sets.manage")
    assert (await operator.post(f"{URL}/refresh")).status_code == 202
