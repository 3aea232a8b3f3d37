"""Sheets: tried, imported once, undone; hostile ones refused."""

import io
import json
import zipfile
from typing import Any

import httpx
import openpyxl
import pytest

from brain.kit.spreadsheet import csv_file, xlsx_file
from brain.platform.operations.contract import KINDS
from tests.platform.operations.conftest import Works, order

URL = "/api/operations"
SEE, ENTER = "operations.see", "operations.enter"
HEAD = ["订单号", "产品", "数量", "单位", "交期", "状态"]
ORDERS = f"{URL}/imports?kind=production_order&name=a.xlsx"
PREVIEW = f"{URL}/imports/preview?kind=production_order"


def row(key: str, quantity: Any = 5, state: str = "已下达") -> list[Any]:
    return [key, "12R22.5", quantity, "条", "2026-12-01", state]


def book(*rows: list[Any]) -> bytes:
    return xlsx_file("订单", HEAD, rows)


async def planner(works: Works) -> httpx.AsyncClient:
    return await works.gateway.person(SEE, ENTER)


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_template_explains_itself_and_is_taken_back(works: Works, kind: str) -> None:
    client = await planner(works)
    told = await client.get(f"{URL}/template?kind={kind}")
    content = openpyxl.load_workbook(io.BytesIO(told.content))
    sheet, explained = content.worksheets
    assert sheet.title == KINDS[kind].title
    assert explained.max_row == len(KINDS[kind].fields) + 1
    sheet.append(["x"])
    filled = io.BytesIO()
    content.save(filled)
    tried = (await client.post(f"{URL}/imports/preview?kind={kind}", content=filled.getvalue())).json()
    assert set(tried["mapping"].values()) == {each.name for each in KINDS[kind].fields}
    assert (tried["rows"], tried["missing"]) == (1, [])


async def test_who_may_not_import(works: Works) -> None:
    for client, status in ((await works.gateway.client(), 401), (await works.gateway.person(SEE), 403)):
        for url in (PREVIEW, ORDERS, f"{URL}/imports/1/undo"):
            assert (await client.post(url, content=book(row("1")))).status_code == status
    assert (await (await works.gateway.person(ENTER)).get(f"{URL}/imports")).status_code == 403
    assert (await (await works.gateway.client()).get(f"{URL}/template?kind=work_order")).status_code == 401
    assert await works.after(0) == []


async def test_a_sheet_is_tried_imported_once_and_undone(works: Works) -> None:
    client = await planner(works)
    await client.post(
        f"{URL}/records", json={"kind": "production_order", "cells": order("1", quantity=1, product="旧")}
    )
    content = book(row("1"), row("2"), row("3", quantity="许多"))
    tried = (await client.post(PREVIEW, content=content)).json()
    assert (tried["rows"], tried["right"]) == (3, 2)
    assert [(each["place"], each["key"]) for each in tried["refused"]] == [(3, "3")]
    assert len(await works.after(0)) == 1

    made = await client.post(ORDERS, content=content)
    assert (made.status_code, made.json()["kept"], made.json()["refused"]) == (201, 2, 1)
    again = (await client.post(ORDERS, content=content)).json()
    assert (again["kept"], again["unchanged"]) == (0, 2)
    third = (await client.post(ORDERS, content=book(row("2", state="已完成")))).json()
    assert third["kept"] == 1

    undone = (await client.post(f"{URL}/imports/{made.json()['id']}/undo")).json()
    assert undone["left"] == 1
    standing = (await client.get(f"{URL}/records?kind=production_order&sort=at")).json()["items"]
    assert {each["key"]: (each["content"]["product"], each["content"]["state"]) for each in standing} == {
        "1": ("旧", "released"),
        "2": ("12R22.5", "completed"),
    }
    assert (await client.post(f"{URL}/imports/{made.json()['id']}/undo")).status_code == 409
    assert (await client.post(f"{URL}/imports/999/undo")).status_code == 404
    (newest, *_) = (await client.get(f"{URL}/imports")).json()["items"]
    assert (newest["id"], newest["undoneAt"]) == (third["id"], None)


async def test_an_undone_new_record_is_withdrawn(works: Works) -> None:
    client = await planner(works)
    made = (await client.post(ORDERS, content=book(row("1")))).json()
    await client.post(f"{URL}/imports/{made['id']}/undo")
    assert [each.withdrawn for each in await works.after(0)] == [False, True]
    assert (await client.get(f"{URL}/records?kind=production_order")).json()["total"] == 0
    back = (await client.post(ORDERS, content=book(row("1")))).json()
    assert back["kept"] == 1


async def test_other_headings_are_mapped_by_hand(works: Works) -> None:
    client = await planner(works)
    content = "甲\t乙\t丙\t丁\t戊\n1\t轮胎\t5\t2026/12/1\t完工\n".encode("gb18030")
    refused = await client.post(ORDERS, content=content)
    assert (refused.status_code, "订单号" in refused.text) == (422, True)
    mapping = json.dumps({"甲": "key", "乙": "product", "丙": "quantity", "丁": "due", "戊": "state"})
    made = await client.post(ORDERS, content=content, params={"mapping": mapping})
    assert made.status_code == 422  # parameters of the address replace those told
    url = f"{URL}/imports"
    made = await client.post(
        url, content=content, params={"mapping": mapping, "kind": "production_order", "name": "a.csv"}
    )
    assert made.json()["kept"] == 1
    assert (await works.after(0))[0].content["state"] == "completed"
    for wrong in ('{"甲": 1}', "[", '{"没有": "key"}', '{"甲": "none"}', '{"甲": "key", "乙": "key"}'):
        told = {"mapping": wrong, "kind": "production_order", "name": "a.csv"}
        assert (await client.post(url, content=content, params=told)).status_code == 422


async def test_formulas_stay_words(works: Works) -> None:
    client = await planner(works)
    told = csv_file(HEAD, [row("=cmd|'/C calc'!A0"), row("2")])
    made = await client.post(ORDERS, content=told)
    assert made.json()["kept"] == 2
    assert (await works.after(0))[0].key == "=cmd|'/C calc'!A0"


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (300 << 20))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "没有数据"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "读不懂"),
        (b"\xd0\xcf\x11\xe0 old", "xls"),
        (b"PK\x03\x04 broken", "损坏"),
        (bomb(), "MB"),
        (("x" * 40_000 + "\n").encode(), "单元格"),
        (("a," * 5_000 + "\n").encode(), "列"),
        (b"a\n" + b"1\n" * 50_001, "行"),
        (xlsx_file("空", HEAD, []), "没有一行"),
        (book(row("")), "订单号"),
    ],
    ids=[
        "empty",
        "image",
        "xls",
        "broken",
        "bomb",
        "cell",
        "columns",
        "rows",
        "headings only",
        "nothing right",
    ],
)
async def test_what_is_no_sheet_is_refused(works: Works, content: bytes, words: str) -> None:
    refused = await (await planner(works)).post(ORDERS, content=content)
    assert refused.status_code == 422
    assert words in refused.json()["message"]
    assert await works.after(0) == []


async def test_a_file_too_large_is_refused(works: Works) -> None:
    refused = await (await planner(works)).post(ORDERS, content=b"a" * ((20 << 20) + 1))
    assert refused.status_code == 413
