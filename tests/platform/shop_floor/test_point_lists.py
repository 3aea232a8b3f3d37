"""Lists of points in sheets: given out, tried, taken over, undone; hostile ones refused."""

import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import openpyxl
import pytest

from brain.kit.spreadsheet import csv_file, xlsx_file
from tests.conftest import RunningNode

URL = "/api/shop-floor/point-list"
POINTS = "/api/shop-floor/points"
BROKER = {"kind": "mqtt", "host": "127.0.0.1", "port": 1, "tls": False, "clientId": "gateway-1"}
METER = {"kind": "modbus_tcp", "host": "127.0.0.1", "port": 1}
HEAD = [
    "测点号", "来源", "编码", "名称", "设备编码", "类型", "单位", "采样周期（秒）", "敏感级别", "地址.topic",
    "地址.pointer",
]  # fmt: skip


@pytest.fixture
async def engineer(gateway: RunningNode) -> httpx.AsyncClient:
    client = await gateway.person("shop_floor.see", "shop_floor.configure")
    for name, settings in (("硫化车间", BROKER), ("总电表", METER)):
        answer = await client.post("/api/shop-floor/sources", json={"name": name, "settings": settings})
        assert answer.status_code == 201, answer.text
    unit = {"parentId": None, "level": "enterprise", "code": "E", "title": "示例厂"}
    assert (await client.post("/api/shop-floor/equipment", json=unit)).status_code == 201
    return client


def row(code: str | None, title: Any = "温度", **told: Any) -> list[Any]:
    known = {
        "来源": "硫化车间", "编码": code, "名称": title, "类型": "数值", "单位": "Cel", "采样周期（秒）": 1,
        "敏感级别": 2, "地址.topic": f"press/{code or title}", "地址.pointer": "/t",
    } | told  # fmt: skip
    return [known.get(name) for name in HEAD]


def sheet(*rows: list[Any]) -> bytes:
    return xlsx_file("测点", HEAD, rows)


async def tried(client: httpx.AsyncClient, content: bytes) -> dict[str, Any]:
    answer = await client.post(f"{URL}/preview", content=content)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def taken(client: httpx.AsyncClient, content: bytes) -> dict[str, Any]:
    mark = (await tried(client, content))["mark"]
    answer = await client.post(URL, params={"name": "a.xlsx", "mark": mark}, content=content)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def listed(client: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in (await client.get(POINTS)).json()["items"]}


async def test_a_list_is_tried_taken_over_changed_and_undone(engineer: httpx.AsyncClient) -> None:
    first = sheet(row("P1.T"), row(None, "压力", 设备编码="E"), row("P3.T", 类型="温度"))
    seen = await tried(engineer, first)
    assert (seen["added"], seen["refused"]) == (2, 1)
    assert seen["refusedCells"] == [{"cell": "F4", "problem": "应为 数值 / 整数 / 开关 / 文本"}]
    assert await listed(engineer) == {}

    made = await taken(engineer, first)
    assert (made["added"], made["changed"], made["refused"]) == (2, 0, 1)
    assert list(await listed(engineer)) == ["E.压力", "P1.T"]

    second = sheet(
        row("P1.T", **{"采样周期（秒）": 5, "地址.pointer": "/x"}),
        row("E.压力", "压力", 设备编码="E", **{"地址.topic": "press/压力"}),
    )
    seen = await tried(engineer, second)
    assert (seen["added"], seen["changed"], seen["unchanged"]) == (0, 1, 1)
    assert [(each["name"], each["before"], each["after"]) for each in seen["rows"][0]["changes"]] == [
        ("地址", '{"pointer": "/t", "topic": "press/P1.T"}', '{"pointer": "/x", "topic": "press/P1.T"}'),
        ("采样周期（秒）", "1.0", "5.0"),
    ]
    changed = await taken(engineer, second)
    assert (await listed(engineer))["P1.T"]["sampling"] == 5

    undone = (await engineer.post(f"{URL}/imports/{changed['id']}/undo")).json()
    assert undone["left"] == 0
    assert (await listed(engineer))["P1.T"]["sampling"] == 1
    await engineer.post(f"{URL}/imports/{made['id']}/undo")
    assert await listed(engineer) == {}
    assert (await engineer.post(f"{URL}/imports/{made['id']}/undo")).status_code == 409
    again = await taken(engineer, first)
    assert (again["added"], again["changed"]) == (1, 1)
    assert list(await listed(engineer)) == ["E.压力-2", "P1.T"]


async def test_what_is_given_out_says_nothing_new_when_it_comes_back(engineer: httpx.AsyncClient) -> None:
    await taken(engineer, sheet(row("P1.T", **{"采样周期（秒）": 0.1 + 0.2}), row("P2.T")))
    address = {"unit": 1, "address": 40, "type": "float32"}
    meter = {"title": "电量", "kind": "number", "unit": "kWh", "address": address}
    sources = (await engineer.get("/api/shop-floor/sources")).json()
    at = next(each["id"] for each in sources if each["name"] == "总电表")
    assert (await engineer.post(f"/api/shop-floor/sources/{at}/points", json={"points": [meter]})).is_success

    content = (await engineer.get(URL)).content
    one = (await engineer.get(URL, params={"sourceId": at})).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    seen = await tried(engineer, content)

    assert book.sheetnames == ["测点", "允许的取值", "设备编码"]
    assert (seen["unchanged"], seen["added"], seen["changed"], seen["refused"]) == (3, 0, 0, 0)
    assert openpyxl.load_workbook(io.BytesIO(one)).worksheets[0].max_row == 2


async def test_rows_are_refused_at_their_cells_and_the_others_stand(engineer: httpx.AsyncClient) -> None:
    await taken(engineer, sheet(row("P1.T")))
    wrong = [
        row("P2.T", 来源="没有的"),
        row("P3.T", 设备编码="没有的"),
        row("P4.T", 敏感级别=9),
        row("P5.T", **{"地址.topic": "press/#"}),
        row("P6.T", **{"地址.topic": "press/P1.T"}),
        row("P1.T", 类型="文本", 单位=None),
        row("P7 T"),
        row("P8.T", "", 类型="数值"),
        row("P9.T", 测点号=99),
        row("P9.T"),
        row("P9.T"),
    ]

    seen = await tried(engineer, sheet(*wrong))

    assert [each["cell"] for each in seen["refusedCells"]] == [
        "B2", "E3", "I4", "J5", "J6", "F7", "C8", "D9", "A10", "C12",
    ]  # fmt: skip
    assert (seen["added"], seen["refused"]) == (1, 10)


async def test_the_same_point_twice_is_refused_once(engineer: httpx.AsyncClient) -> None:
    await taken(engineer, sheet(row("P1.T")))

    seen = await tried(engineer, sheet(row("P1.T", "一"), row("P1.T", "二")))

    assert (seen["changed"], seen["refused"]) == (1, 1)
    assert "同一个测点" in seen["refusedCells"][0]["problem"]


async def test_a_list_that_was_overtaken_is_not_taken_over(engineer: httpx.AsyncClient) -> None:
    await taken(engineer, sheet(row("P1.T")))
    content = sheet(row("P1.T", "新名称"))
    mark = (await tried(engineer, content))["mark"]
    await taken(engineer, sheet(row("P1.T", "别人的名称")))

    late = await engineer.post(URL, params={"name": "a.xlsx", "mark": mark}, content=content)

    assert late.status_code == 409
    assert (await listed(engineer))["P1.T"]["title"] == "别人的名称"


async def test_what_was_changed_since_stays_when_undone(engineer: httpx.AsyncClient) -> None:
    await taken(engineer, sheet(row("P1.T"), row("P2.T")))
    changed = await taken(engineer, sheet(row("P1.T", "改一"), row("P2.T", "改二")))
    await taken(engineer, sheet(row("P2.T", "又改")))

    undone = (await engineer.post(f"{URL}/imports/{changed['id']}/undo")).json()

    assert undone["left"] == 1
    assert {code: each["title"] for code, each in (await listed(engineer)).items()} == {
        "P1.T": "温度",
        "P2.T": "又改",
    }


def formula() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEAD)  # type: ignore[union-attr]
    book.active.append(row("P1.T", "=CMD()"))  # type: ignore[union-attr]
    return saved(book)


def merged() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sheet(row("P1.T"), row("P2.T"))))
    book.worksheets[0].merge_cells("B2:B3")
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_member(name: str, content: bytes) -> bytes:
    target = io.BytesIO(sheet(row("P1.T")))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (formula, "单元格 D2 是公式"),
        (merged, "B2:B3 是合并的"),
        (lambda: with_member("xl/vbaProject.bin", b"x"), "带宏"),
        (lambda: with_member("xl/big.xml", b"0" * (201 << 20)), "解压后超过"),
        (lambda: b"PK\x03\x04 broken", "不完整或已损坏"),
        (lambda: b"\x00\x01\x02\xff\xfe\x00\x9f" * 50, "读不懂"),
        (lambda: b"\xd0\xcf\x11\xe0 old", "旧版 Excel"),
        (lambda: xlsx_file("x", ["编码", "别的"], [["a", "b"]]), "不认识的列：别的"),
        (lambda: xlsx_file("x", ["名称"], [["a"]]), "测点号"),
        (lambda: b"", "没有数据"),
    ],
)
async def test_hostile_files_are_told_and_nothing_is_kept(
    engineer: httpx.AsyncClient, make: Callable[[], bytes], told: str
) -> None:
    answer = await engineer.post(f"{URL}/preview", content=make())

    assert answer.status_code == 422
    assert told in answer.json()["message"]
    assert await listed(engineer) == {}


async def test_text_like_a_formula_stays_text_and_csv_of_other_encodings_is_read(
    engineer: httpx.AsyncClient,
) -> None:
    content = csv_file(HEAD, [row("P1.T", "温度")]).decode("utf-8-sig").encode("gb18030")
    await taken(engineer, content)
    await taken(engineer, sheet(row("P2.T", "=1+1")))

    given = openpyxl.load_workbook(io.BytesIO((await engineer.get(URL)).content)).worksheets[0]

    assert [(cell.value, cell.data_type) for cell in given["D"]][1:] == [("温度", "s"), ("=1+1", "s")]


async def test_twenty_thousand_rows_take_seconds(engineer: httpx.AsyncClient) -> None:
    content = sheet(*(row(None, "温度", **{"地址.topic": f"press/{each}"}) for each in range(20_000)))
    began = time.monotonic()
    made = await taken(engineer, content)
    again = await tried(engineer, (await engineer.get(URL)).content)

    assert (made["added"], again["unchanged"]) == (20_000, 20_000)
    assert time.monotonic() - began < 120


async def test_lists_are_for_those_who_may(gateway: RunningNode, engineer: httpx.AsyncClient) -> None:
    planner = await gateway.person("shop_floor.see")
    stranger = await gateway.client()
    content, wanted = sheet(row("P1.T")), {"name": "a", "mark": "0" * 64}

    assert (await planner.get(URL)).status_code == 200
    assert (await planner.get(f"{URL}/imports")).json()["total"] == 0
    assert (await stranger.get(URL)).status_code == 401
    for client, status in ((planner, 403), (stranger, 401)):
        assert (await client.post(f"{URL}/preview", content=content)).status_code == status
        assert (await client.post(URL, params=wanted, content=content)).status_code == status
        assert (await client.post(f"{URL}/imports/1/undo")).status_code == status
    assert (await engineer.post(f"{URL}/imports/1/undo")).status_code == 404
    assert (await engineer.get(URL, params={"sourceId": 999})).status_code == 404
    assert await listed(engineer) == {}
