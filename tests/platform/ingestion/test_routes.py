"""The import wizard through HTTP: allowed, refused by rule, refused by right."""

import csv
import io
from pathlib import Path
from typing import Any

import httpx
import pytest

from brain.platform.ingestion import jobs
from brain.platform.ingestion.domain import files
from tests.conftest import RunningNode
from tests.platform.ingestion.deliveries import delivery

CODE = "91370523EXAMP0001W"
CONTENT = f"信用代码,名称,备注\n{CODE},甲公司,=1+1\nbad,乙公司,@x\n".encode("gb18030")
URL = "/api/ingestion"


@pytest.fixture
async def operator(centre: RunningNode) -> httpx.AsyncClient:
    return await centre.person("ingestion.import")


async def upload(
    client: httpx.AsyncClient, content: bytes = CONTENT, name: str = "名单.csv"
) -> httpx.Response:
    return await client.post(f"{URL}/files", params={"name": name}, content=content)


@pytest.fixture
async def source(centre: RunningNode) -> int:
    return (await delivery(centre.node)).source_id


def wanted(source: int, **changes: object) -> dict[str, Any]:
    columns = [{"column": "信用代码", "field": "credit_code"}, {"column": "名称", "field": "name"}]
    given = {
        "dataset": "enterprises",
        "mapping": columns,
        "sourceId": source,
        "title": "名单",
        "asOf": "2019-12-31",
    }
    return {**given, **changes}


async def waiting(centre: RunningNode) -> int:
    async with centre.node.database.reading() as connection:
        rows = await connection.execute("SELECT count(*) FROM queue_job WHERE name = 'ingestion.run_import'")
        return int((await rows.fetchall())[0][0])


async def test_the_preview_says_which_columns_identify_people(operator: httpx.AsyncClient) -> None:
    lines = [f"{CODE},甲公司,1380000000{place},11010519491231002X" for place in range(4)]
    content = "\n".join(["信用代码,名称,联系,证件", *lines]).encode()
    digest = (await upload(operator, content)).json()["digest"]

    shown = (await operator.get(f"{URL}/files/{digest}/preview", params={"dataset": "enterprises"})).json()

    kinds = [finding and (finding["kind"], finding["level"]) for finding in shown["findings"]]
    assert kinds == [("credit_code", 1), None, ("mobile", 2), ("resident_id", 3)]
    assert (shown["findings"][3]["matched"], shown["findings"][3]["proven"]) == (4, True)


async def test_a_file_goes_through_the_whole_wizard(
    centre: RunningNode, operator: httpx.AsyncClient, source: int
) -> None:
    digest = (await upload(operator)).json()["digest"]
    shown = (await operator.get(f"{URL}/files/{digest}/preview", params={"dataset": "enterprises"})).json()
    started = await operator.post(f"{URL}/imports", json=wanted(source, digest=digest))
    number = started.json()["id"]
    await jobs.run_import(centre.node, {"import_id": number})
    done = (await operator.get(f"{URL}/imports/{number}")).json()
    rejected = await operator.get(f"{URL}/imports/{number}/rejected.csv")

    assert (shown["fileName"], shown["kind"], shown["headers"]) == (
        "名单.csv",
        "csv",
        ["信用代码", "名称", "备注"],
    )
    assert shown["rows"][0] == [CODE, "甲公司", "=1+1"]
    assert [(column["column"], column["field"]) for column in shown["mapping"]] == [
        ("信用代码", "credit_code"),
        ("名称", "name"),
    ]
    assert (started.status_code, started.json()["status"]) == (202, "waiting")
    assert (done["status"], done["rowsDone"], done["inserted"], done["rejected"]) == ("done", 2, 1, 1)
    rows = list(csv.reader(io.StringIO(rejected.content.decode("utf-8-sig"))))
    assert rows[0] == ["行号", "拒收原因", "信用代码", "名称", "备注"]
    assert (rows[1][0], rows[1][2:]) == ("2", ["bad", "乙公司", "'@x"])
    problems = (await operator.get(f"{URL}/imports/{number}/problems")).json()
    assert (problems["total"], problems["items"][0]["row"], problems["items"][0]["value"]) == (1, 2, "bad")
    again = (await operator.get(f"{URL}/files/{digest}/preview", params={"dataset": "enterprises"})).json()
    assert (shown["remembered"], again["remembered"]) == (False, True)


async def test_a_finished_import_started_again_does_nothing(
    centre: RunningNode, operator: httpx.AsyncClient, source: int
) -> None:
    digest = (await upload(operator)).json()["digest"]
    number = (await operator.post(f"{URL}/imports", json=wanted(source, digest=digest))).json()["id"]
    await jobs.run_import(centre.node, {"import_id": number})
    async with centre.node.database.reading() as connection:
        await connection.execute("DELETE FROM queue_job")

    again = await operator.post(f"{URL}/imports", json=wanted(source, digest=digest))

    assert (again.json()["id"], again.json()["status"]) == (number, "done")
    assert await waiting(centre) == 0
    assert (await operator.get(f"{URL}/imports")).json()["total"] == 1


async def test_layouts_name_their_fields(operator: httpx.AsyncClient) -> None:
    layouts = (await operator.get(f"{URL}/layouts")).json()["items"]

    assert [layout["name"] for layout in layouts] == [
        "enterprises", "patents", "trademarks", "investments", "honours", "listings", "industries",
    ]  # fmt: skip
    assert layouts[0]["fields"][0] == {
        "name": "credit_code",
        "title": "统一社会信用代码",
        "titleEn": "Credit code",
        "kind": "credit_code",
        "required": True,
    }


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [(b"", 422, "unreadable_file"), (b"%PDF-1.7", 422, "unreadable_file"), (b"x" * 2000, 413, "too_large")],
)
async def test_what_is_no_table_is_not_kept(
    centre: RunningNode,
    operator: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    status: int,
    code: str,
) -> None:
    monkeypatch.setattr("brain.platform.ingestion.adapters.landing.LARGEST_FILE", 1000)

    answer = await upload(operator, content)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    async with centre.node.database.reading() as connection:
        assert await (await connection.execute("SELECT * FROM ingestion_landing")).fetchall() == []
    assert files.LARGEST_FILE == 1 << 30


@pytest.mark.parametrize(
    ("changes", "status", "loc"),
    [
        ({"asOf": "2999-01-01"}, 422, "/body/asOf"),
        ({"mapping": []}, 422, "/mapping"),
        ({"mapping": [{"column": "没有", "field": "name"}]}, 422, "/mapping/0/column"),
        ({"dataset": "../secrets"}, 422, "/body/dataset"),
        ({"title": " "}, 422, "/body/title"),
        ({"sourceId": 999_999}, 404, None),
        ({"digest": "0" * 64}, 404, None),
    ],
)
async def test_an_import_that_cannot_work_is_refused_and_nothing_waits(
    centre: RunningNode,
    operator: httpx.AsyncClient,
    source: int,
    changes: dict[str, object],
    status: int,
    loc: str | None,
) -> None:
    digest = (await upload(operator)).json()["digest"]

    answer = await operator.post(f"{URL}/imports", json=wanted(source, **{"digest": digest, **changes}))

    assert answer.status_code == status
    assert ([field["loc"] for field in answer.json().get("fields", [])][:1] or [None]) == [loc]
    assert await waiting(centre) == 0
    assert (await operator.get(f"{URL}/imports")).json()["total"] == 0


async def test_what_does_not_exist_is_not_found(operator: httpx.AsyncClient) -> None:
    for path in ("imports/1", "imports/1/rejected.csv", f"files/{'0' * 64}/preview?dataset=enterprises"):
        assert (await operator.get(f"{URL}/{path}")).status_code == 404


async def test_without_the_right_or_a_session_nothing_is_taken_or_shown(centre: RunningNode) -> None:
    stranger, other = await centre.client(), await centre.person("data_warehouse.read")

    for client, status in ((stranger, 401), (other, 403)):
        answers = [
            await upload(client),
            await client.post(f"{URL}/imports", json=wanted(1, digest="0" * 64)),
            *[
                await client.get(f"{URL}/{path}")
                for path in (
                    "layouts",
                    "imports",
                    "imports/1",
                    "imports/1/problems",
                    "imports/1/rejected.csv",
                )
            ],
            await client.get(f"{URL}/files/{'0' * 64}/preview", params={"dataset": "enterprises"}),
        ]
        assert [answer.status_code for answer in answers] == [status] * len(answers)
    landing: Path = centre.node.folder / "landing"
    assert not landing.exists()
