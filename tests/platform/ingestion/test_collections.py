"""Collections over HTTP: set up, tried, run and decided by operators, seen by others, secrets by nobody."""

import os
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from tests.conftest import RunningNode
from tests.platform.ingestion.collections import CODES, HEADER, carry_on, import_waiting, open_to
from tests.platform.ingestion.deliveries import delivery

URL = "/api/ingestion/collections"
MAPPING = [
    {"column": "统一社会信用代码", "field": "credit_code", "unit": "wan"},
    {"column": "企业名称", "field": "name", "unit": "wan"},
]
STORE = {
    "kind": "s3", "endpoint": "http://127.0.0.1:1", "bucket": "data", "accessKey": "key",
}  # fmt: skip

NO_HOST = {"kind": "sql", "engine": "mysql", "database": "a", "table": "b", "mode": "full"}


@pytest.fixture
def folder(brain_node: RunningNode, tmp_path: Path) -> Path:
    opened = tmp_path / "opened"
    opened.mkdir()
    open_to(brain_node.node, folders=(opened,))
    return opened


@pytest.fixture
async def operator(brain_node: RunningNode) -> httpx.AsyncClient:
    return await brain_node.person("ingestion.import", "ingestion.see_sources")


@pytest.fixture
async def source(brain_node: RunningNode) -> int:
    return (await delivery(brain_node.node)).source_id


def put(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    os.utime(folder / name, (time.time() - 60, time.time() - 60))


def told(folder: Path, **changes: object) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": "每日名录",
        "settings": {"kind": "folder", "folder": str(folder), "pattern": "*.csv"},
        "dataset": "enterprises",
        "mapping": MAPPING,
        "title": "名录 {date}",
        "minutes": 5,
    }
    return values | changes


async def test_a_collection_is_tried_set_up_run_and_decided_on(
    brain_node: RunningNode, operator: httpx.AsyncClient, source: int, folder: Path
) -> None:
    put(folder, "a.csv", f"{HEADER}\n{CODES[0]},甲公司\n")
    wanted = told(folder)
    tried = await operator.post(
        f"{URL}/trial", json={"settings": wanted["settings"], "dataset": "enterprises"}
    )
    made = await operator.post(f"/api/ingestion/sources/{source}/collections", json=wanted)
    one = f"{URL}/{made.json()['id']}"

    async def run() -> dict[str, Any]:
        started = await operator.post(f"{one}/runs")
        assert started.status_code == 202, started.text
        await carry_on(brain_node.node, made.json()["id"])
        page: dict[str, Any] = (await operator.get(f"{one}/runs")).json()
        latest: dict[str, Any] = page["items"][0]
        return latest

    first = await run()
    put(folder, "b.csv", f"{HEADER},备注\n{CODES[1]},乙公司,x\n")
    held = await run()
    [standing] = (await operator.get(f"/api/ingestion/sources/{source}/collections")).json()
    decided = await operator.post(f"{one}/decision", json={"choice": "accept"})
    await import_waiting(brain_node.node)
    files = (await operator.get(f"{one}/runs/{held['id']}/files")).json()

    assert (tried.status_code, tried.json()["headers"], tried.json()["mapping"]) == (
        200,
        HEADER.split(","),
        MAPPING,
    )
    assert (made.status_code, made.json()["mapping"], made.json()["latest"]) == (201, MAPPING, None)
    assert (first["status"], first["found"], first["inserted"]) == ("done", 1, 1)
    assert (held["status"], standing["held"]["drift"]) == (
        "held",
        {"added": ["备注"], "gone": [], "broken": []},
    )
    assert (decided.status_code, decided.json()["held"]) == (200, None)
    assert [(file["name"], file["outcome"]) for file in files] == [("b.csv", "imported")]


async def test_a_trial_keeps_nothing_and_says_what_is_wrong(
    brain_node: RunningNode, operator: httpx.AsyncClient, folder: Path
) -> None:
    put(folder, "a.csv", f"{HEADER}\n{CODES[0]},甲公司\n")
    trial = {"settings": told(folder)["settings"], "dataset": "enterprises"}
    elsewhere = trial | {"settings": {"kind": "folder", "folder": "/etc", "pattern": "*"}}
    private = trial | {"settings": {"kind": "rest", "url": "http://127.0.0.1:1/"}}
    nothing = trial | {"settings": {"kind": "folder", "folder": str(folder), "pattern": "*.xlsx"}}

    answers = [await operator.post(f"{URL}/trial", json=body) for body in (elsewhere, private, nothing)]
    shown = await operator.post(f"{URL}/trial", json=trial)

    assert [answer.json()["code"] for answer in answers] == ["not_allowed", "not_allowed", "not_collected"]
    assert shown.json()["rows"] == [[CODES[0], "甲公司"]]
    assert [path for path in (brain_node.node.folder / "landing").rglob("*") if path.is_file()] == []


async def test_a_secret_never_comes_back_and_goes_nowhere_else(
    brain_node: RunningNode, operator: httpx.AsyncClient, source: int, folder: Path
) -> None:
    wanted = told(folder, settings=STORE, secret="open sesame")
    made = await operator.post(f"/api/ingestion/sources/{source}/collections", json=wanted)
    one = f"{URL}/{made.json()['id']}"
    evil = STORE | {"endpoint": "https://evil.example"}
    kept = await operator.put(one, json=told(folder, settings=STORE | {"prefix": "a/"}))
    amended = await operator.put(one, json=told(folder, settings=evil))
    trial = {"settings": evil, "dataset": "enterprises", "collectionId": made.json()["id"]}
    tried = await operator.post(f"{URL}/trial", json=trial)
    async with brain_node.node.database.transaction() as session:
        audit = list(await session.scalars(text("SELECT details::text FROM security_entry")))

    assert (made.json()["hasSecret"], kept.json()["hasSecret"]) == (True, True)
    assert [answer.status_code for answer in (amended, tried)] == [422, 422]
    assert amended.json()["fields"][0]["loc"] == "/body/secret"
    told_to_anyone = [made.text, kept.text, amended.text, tried.text, *audit]
    assert [words for words in told_to_anyone if "sesame" in words] == []


async def test_a_collection_is_paused_resumed_amended_and_fetched_again(
    operator: httpx.AsyncClient, source: int, folder: Path
) -> None:
    made = (await operator.post(f"/api/ingestion/sources/{source}/collections", json=told(folder))).json()
    one = f"{URL}/{made['id']}"

    paused = (await operator.post(f"{one}/pause")).json()
    resumed = (await operator.delete(f"{one}/pause")).json()
    amended = (await operator.put(one, json=told(folder, minutes=None, cron="20 2 * * *"))).json()
    again = await operator.post(f"{one}/backfill")
    busy = await operator.post(f"{one}/backfill")

    assert (paused["paused"], paused["nextAt"]) == (True, None)
    assert (resumed["paused"], resumed["nextAt"] is None) == (False, False)
    assert (amended["minutes"], amended["cron"]) == (None, "20 2 * * *")
    assert (again.status_code, again.json()["latest"]["status"]) == (202, "waiting")
    assert (busy.status_code, busy.json()["code"]) == (409, "collection_busy")


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"settings": {"kind": "telnet"}}, "/body/settings"),
        ({"settings": {"kind": "rest", "url": "file:///etc/passwd"}}, "/body/settings/rest/url"),
        ({"settings": NO_HOST}, "/body/settings/sql"),
        ({"mapping": [{"column": "a", "field": "nope"}]}, "/body/mapping/0/field"),
        ({"cron": "20 2 * * *"}, "/body/minutes"),
        ({"cron": "99 2 * * *", "minutes": None}, "/body/cron"),
        ({"minutes": 0}, "/body/minutes"),
        ({"name": " "}, "/body/name"),
    ],
)  # fmt: skip
async def test_a_wrong_collection_is_refused(
    operator: httpx.AsyncClient, source: int, folder: Path, change: dict[str, object], loc: str
) -> None:
    where = f"/api/ingestion/sources/{source}/collections"
    answer = await operator.post(where, json=told(folder, **change))

    assert answer.status_code == 422
    assert [field["loc"] for field in answer.json()["fields"]] == [loc]
    assert (await operator.get(where)).json() == []


async def test_nobody_sees_or_collects_without_the_right(
    brain_node: RunningNode, operator: httpx.AsyncClient, source: int, folder: Path
) -> None:
    where = f"/api/ingestion/sources/{source}/collections"
    one = f"{URL}/{(await operator.post(where, json=told(folder))).json()['id']}"
    trial = {"settings": told(folder)["settings"], "dataset": "enterprises"}
    analyst = await brain_node.person("ingestion.see_sources")

    async def see(client: httpx.AsyncClient) -> list[int]:
        answers = [
            await client.get(where),
            await client.get(one),
            await client.get(f"{one}/runs"),
            await client.get(f"{one}/runs/1/files"),
        ]
        return [answer.status_code for answer in answers]

    async def change(client: httpx.AsyncClient) -> list[int]:
        answers = [
            await client.post(where, json=told(folder)),
            await client.post(f"{URL}/trial", json=trial),
            await client.put(one, json=told(folder)),
            await client.post(f"{one}/pause"),
            await client.delete(f"{one}/pause"),
            await client.post(f"{one}/backfill"),
            await client.post(f"{one}/runs"),
            await client.post(f"{one}/decision", json={"choice": "reject"}),
        ]
        return [answer.status_code for answer in answers]

    nobody, other = await brain_node.client(), await brain_node.person("data_warehouse.read")
    assert (await see(nobody), await change(nobody)) == ([401] * 4, [401] * 8)
    assert (await see(other), await change(other)) == ([403] * 4, [403] * 8)
    assert (await see(analyst), await change(analyst)) == ([200] * 4, [403] * 8)


async def test_what_does_not_exist_is_not_found(
    operator: httpx.AsyncClient, source: int, folder: Path
) -> None:
    answers = [
        await operator.get("/api/ingestion/sources/99/collections"),
        await operator.post("/api/ingestion/sources/99/collections", json=told(folder)),
        await operator.put(f"{URL}/99", json=told(folder)),
        await operator.post(f"{URL}/99/pause"),
        await operator.get(f"{URL}/99"),
        await operator.get(f"{URL}/99/runs"),
        await operator.post(f"{URL}/99/decision", json={"choice": "reject"}),
    ]
    made = (await operator.post(f"/api/ingestion/sources/{source}/collections", json=told(folder))).json()
    undecided = await operator.post(f"{URL}/{made['id']}/decision", json={"choice": "reject"})

    assert [answer.status_code for answer in answers] == [404] * 7
    assert (undecided.status_code, undecided.json()["message"]) == (409, "没有等待决定的结构变化")
