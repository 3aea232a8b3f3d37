"""From a data set to a published release, its datasheet and its withdrawal."""

import io
import json
import zipfile
from typing import Any

import polars as pl
import pytest

from brain.platform.data_sets.service import forgetting
from brain.platform.training_sets.service import building
from tests.platform.ingestion.conftest import confirmed, desk  # noqa: F401 - fixtures
from tests.platform.ingestion.desk import LAKE, LINES, Desk

SETS = "/api/training-sets"
RECIPE: dict[str, Any] = {
    "name": "capacity",
    "title": "轮胎产能预测",
    "purpose": "预测各产品的月产能",
    "limits": "只有三个月，不能外推到停产",
    "licence": "仅限省内产业大脑训练模型",
    "contact": "产业运营部",
    "dataSet": "base.tyre_capacity",
    "columns": ["enterprise_name", "product", "month", "capacity"],
    "label": "capacity",
    "groups": ["enterprise_name"],
    "time": None,
    "shares": {"train": 0.5, "validation": 0, "test": 0.5},
}
MADE = [f"甲{n}轮胎有限公司,全钢胎,{month},{n}.5,2024-01-01,,是" for n in range(40) for month in range(1, 4)]


@pytest.fixture
async def made(confirmed: Desk) -> Desk:  # noqa: F811 - a fixture
    """The operator may build, the reviewer decide."""
    await confirmed.deliver(await confirmed.upload(*LINES, *MADE))
    rights = ("training_sets.read", "training_sets.take", "data_sets.read", "data_sets.manage")
    confirmed.operator = await confirmed.node.person(*rights, "training_sets.manage", "ingestion.import")
    confirmed.reviewer = await confirmed.node.person(
        *rights, "training_sets.manage", "training_sets.confirm", "data_sets.confirm"
    )
    return confirmed


async def build(desk: Desk, set_id: int) -> dict[str, Any]:  # noqa: F811 - as above
    asked = await desk.operator.post(f"{SETS}/{set_id}/releases")
    assert asked.status_code == 202, asked.text
    for _ in range(2):
        await building.run(desk.node.node, asked.json()["id"])
    told: dict[str, Any] = (await desk.operator.get(f"{SETS}/{set_id}")).json()["releases"][0]
    return told


async def test_a_release_is_split_told_published_and_taken(made: Desk) -> None:
    created = await made.operator.post(SETS, json=RECIPE)
    assert created.status_code == 201, created.text
    release = await build(made, created.json()["id"])
    url = f"{SETS}/releases/{release['id']}"

    early = await made.operator.post(f"{url}/download")
    itself = await made.operator.post(f"{url}/publication", json={"reason": "好"})
    published = await made.reviewer.post(f"{url}/publication", json={"reason": "没有泄漏"})
    taken = await made.operator.post(f"{url}/download")
    sheet = (await made.operator.get(f"{url}/datasheet")).text

    assert (early.status_code, itself.status_code, published.json()["status"]) == (409, 403, "published")
    archive = zipfile.ZipFile(io.BytesIO(taken.content))
    assert sorted(archive.namelist()) == ["croissant.json", "datasheet.md", "test.parquet", "train.parquet"]
    splits = {name: pl.read_parquet(archive.read(f"{name}.parquet")) for name in ("train", "test")}
    assert {name: rows.height for name, rows in splits.items()} == release["report"]["rows"]
    assert sum(rows.height for rows in splits.values()) == 123
    assert not set(splits["train"]["enterprise_name"]) & set(splits["test"]["enterprise_name"])
    assert splits["train"].columns == RECIPE["columns"]
    croissant = json.loads(archive.read("croissant.json"))
    assert (croissant["conformsTo"], croissant["version"]) == ("http://mlcommons.org/croissant/1.0", "1.0.0")
    fields = {field["@id"] for part in croissant["cr:recordSet"] for field in part["cr:field"]}
    assert fields == {f"{split}/{name}" for split in ("train", "test") for name in RECIPE["columns"]}
    for told in ("甲方", "数据共享授权书 1 号", "仅限省内产业大脑训练模型", "只有三个月", "没有发现", "SM3"):
        assert told in sheet, told

    withdrawn = await made.reviewer.post(f"{url}/withdrawal", json={"reason": "有误"})
    again = await made.reviewer.post(f"{url}/withdrawal", json={"reason": "有误"})
    gone = await made.operator.post(f"{url}/download")
    assert [answer.status_code for answer in (withdrawn, again, gone)] == [200, 200, 409]


async def test_what_does_not_fit_is_refused(made: Desk) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"columns": ["nothing"], "label": None}, "/body/columns/0"),
        ({"columns": ["product", "lian_xi_shou_ji"], "label": None}, "/body/columns/1"),
        ({"label": "month", "columns": ["product"]}, "/body/label"),
        ({"time": "product"}, "/body/time"),
        ({"groups": ["nothing"]}, "/body/groups/0"),
        ({"shares": {"train": 0.5, "test": 0.2}}, "/body/shares"),
        ({"shares": {"test": 1}}, "/body/shares"),
    ]
    for changes, loc in wrong:
        answer = await made.operator.post(SETS, json=RECIPE | changes)
        assert (answer.status_code, [each["loc"] for each in answer.json()["fields"]]) == (422, [loc]), loc
    unknown = await made.operator.post(SETS, json=RECIPE | {"dataSet": "base.nothing"})
    unbuilt = RECIPE | {"dataSet": "base.nothing", "name": "other"}
    done = await made.operator.post(SETS, json=RECIPE)
    twice = await made.operator.post(SETS, json=RECIPE)
    renamed = await made.operator.put(f"{SETS}/{done.json()['id']}", json=RECIPE | {"name": "other"})
    amended = await made.operator.put(f"{SETS}/{done.json()['id']}", json=RECIPE | {"title": "产能"})
    nobody = await made.node.person("portal.use")
    reader = await made.node.person("training_sets.read")

    assert [each.status_code for each in (unknown, twice, renamed, amended)] == [404, 409, 422, 200]
    assert (await made.operator.post(SETS, json=unbuilt)).status_code == 404
    assert (await nobody.get(SETS)).status_code == 403
    assert [
        (await reader.request(method, path, json={"reason": "x"})).status_code
        for method, path in (
            ("POST", SETS),
            ("PUT", f"{SETS}/1"),
            ("POST", f"{SETS}/1/releases"),
            ("POST", f"{SETS}/releases/1/publication"),
            ("POST", f"{SETS}/releases/1/refusal"),
            ("POST", f"{SETS}/releases/1/withdrawal"),
            ("POST", f"{SETS}/releases/1/download"),
        )
    ] == [403] * 7
    assert (await reader.get(f"{SETS}/releases/9/datasheet")).status_code == 404
    assert (await reader.get(SETS)).json()["total"] == 1


async def test_erased_rows_take_their_releases_with_them(made: Desk) -> None:
    created = await made.operator.post(SETS, json=RECIPE)
    release = await build(made, created.json()["id"])
    await made.reviewer.post(f"{SETS}/releases/{release['id']}/publication", json={"reason": "好"})
    row = {"enterprise_name": "没有的公司", "product": "半钢胎", "month": "2"}
    wanted = {"rows": [row], "ground": "person", "reason": "要求"}

    asked = await made.operator.post(f"{LAKE}/base/tyre_capacity/erasures", json=wanted)
    number = asked.json()["id"]
    await made.reviewer.post(f"{LAKE}/erasures/{number}/approval", json={"reason": "好"})
    await forgetting.carry_out(made.node.node, number)

    told = (await made.operator.get(f"{SETS}/{created.json()['id']}")).json()["releases"][0]
    assert (told["status"], "永久删除" in told["reason"]) == ("withdrawn", True)
    assert (await made.operator.post(f"{SETS}/releases/{release['id']}/download")).status_code == 409
