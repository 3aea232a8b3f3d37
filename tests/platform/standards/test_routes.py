"""Standards over HTTP: found, declared by one, put in force by another, compared, withdrawn."""

import csv
import io
from typing import Any

import httpx
import pytest
from openpyxl import Workbook
from sqlalchemy import text

from brain.kit.errors import Invalid
from brain.platform.standards.adapters import spreadsheet
from brain.platform.standards.contract import CodeEntry
from brain.platform.standards.domain.checking import check_entries
from tests.conftest import RunningNode

URL = "/api/standards"
TERM = {
    "code": "tyre", "title": "轮胎", "titleEn": "Tyre", "definition": "车轮外缘的弹性圆环",
    "source": "GB/T 6326",
    "synonyms": ["外胎"],
}  # fmt: skip
TABLE = {
    "code": "tyre_kind", "title": "轮胎种类", "titleEn": "Tyre kinds", "definition": "按胎体骨架",
    "source": "本企业",
    "label": "1", "since": "2024-01-01",
    "entries": [{"code": "1", "name": "全钢胎"}, {"code": "2", "name": "斜交胎"}],
}  # fmt: skip
ELEMENT = {
    "code": "tyre_kind_code", "title": "轮胎种类代码", "titleEn": "Tyre kind",
    "definition": "轮胎的种类", "source": "本企业",
    "format": "n1", "codeTable": "tyre_kind", "term": "tyre",
}  # fmt: skip


async def desk(centre: RunningNode) -> tuple[httpx.AsyncClient, httpx.AsyncClient]:
    """Who drafts and who approves; both hold both rights, as the rule is about the person."""
    rights = ("standards.read", "standards.declare", "standards.confirm")
    return await centre.person(*rights), await centre.person(*rights)


async def put_in_force(
    drafter: httpx.AsyncClient, approver: httpx.AsyncClient, path: str, kind: str, told: dict[str, Any]
) -> None:
    declared = await drafter.post(f"{URL}/{path}", json=told)
    assert declared.status_code == 201, declared.text
    confirmed = await approver.post(f"{URL}/{kind}/{told['code']}/confirmation")
    assert confirmed.status_code == 204, confirmed.text


async def test_a_standard_is_in_force_once_another_person_approves(centre: RunningNode) -> None:
    drafter, approver = await desk(centre)

    declared = (await drafter.post(f"{URL}/terms", json=TERM)).json()
    again = (await drafter.post(f"{URL}/terms", json=TERM)).json()
    own = await drafter.post(f"{URL}/term/tyre/confirmation")
    before = (await drafter.get(URL, params={"kind": "term", "q": "外胎"})).json()
    confirmed = await approver.post(f"{URL}/term/tyre/confirmation")
    after = (await drafter.get(URL, params={"kind": "term", "q": "外胎"})).json()

    assert (declared["number"], declared["state"], again) == (1, "waiting", declared)
    assert (own.status_code, before["total"]) == (403, 0)
    assert (confirmed.status_code, [each["code"] for each in after["items"]]) == (204, ["tyre"])
    async with centre.node.database.transaction() as session:
        acts = (await session.scalars(text("SELECT action FROM security_entry ORDER BY position"))).all()
    assert [act for act in acts if act.startswith("standards.")] == ["standards.declare", "standards.confirm"]


async def test_a_new_version_never_changes_an_old_one(centre: RunningNode) -> None:
    drafter, approver = await desk(centre)
    await put_in_force(drafter, approver, "code-tables", "code_table", TABLE)
    newer = TABLE | {
        "label": "2", "since": "2025-01-01",
        "entries": [{"code": "1", "name": "全钢子午胎"}, {"code": "3", "name": "工程胎", "replaces": ["2"]}],
    }  # fmt: skip
    await put_in_force(drafter, approver, "code-tables", "code_table", newer)
    taken = await drafter.post(f"{URL}/code-tables", json=newer | {"entries": [{"code": "9", "name": "九"}]})
    url = f"{URL}/code-tables/tyre_kind"

    old = (await drafter.get(f"{url}/versions/1/entries")).json()
    between = (await drafter.get(f"{url}/comparison", params={"before": "1", "after": "2"})).json()
    whole = (await drafter.get(f"{URL}/code_table/tyre_kind")).json()

    assert taken.status_code == 422
    assert [each["name"] for each in old["items"]] == ["全钢胎", "斜交胎"]
    assert [(each["change"], each["before"]["code"]) for each in between["items"]] == [
        ("renamed", "1"),
        ("exact", "2"),
    ]
    assert between["counts"] == {"renamed": 1, "exact": 1}
    assert (whole["standard"]["label"], [each["number"] for each in whole["history"]]) == ("2", [2, 1])


async def test_what_others_refer_to_is_not_withdrawn(centre: RunningNode) -> None:
    drafter, approver = await desk(centre)
    await put_in_force(drafter, approver, "terms", "term", TERM)
    await put_in_force(drafter, approver, "code-tables", "code_table", TABLE)
    await put_in_force(drafter, approver, "elements", "element", ELEMENT)
    why = {"reason": "不再使用"}

    kept = [
        await approver.post(f"{URL}/{path}/withdrawal", json=why)
        for path in ("term/tyre", "code_table/tyre_kind")
    ]
    used = (await drafter.get(f"{URL}/code_table/tyre_kind")).json()["users"]
    gone = await approver.post(f"{URL}/element/tyre_kind_code/withdrawal", json=why)
    then = await approver.post(f"{URL}/code_table/tyre_kind/withdrawal", json=why)
    shipped = await approver.post(f"{URL}/element/credit_code/withdrawal", json=why)

    assert [each.status_code for each in kept] == [409, 409]
    assert [each["code"] for each in used] == ["tyre_kind_code"]
    assert (gone.status_code, then.status_code, shipped.status_code) == (204, 204, 409)
    assert not (await drafter.get(f"{URL}/code_table/tyre_kind")).json()["inForce"]
    assert (await drafter.get(URL, params={"kind": "element", "q": "轮胎"})).json()["total"] == 0


async def test_a_revision_of_what_is_shipped_takes_its_place(centre: RunningNode) -> None:
    drafter, approver = await desk(centre)
    shipped = (await drafter.get(f"{URL}/element/mobile")).json()["standard"]
    names = ("code", "title", "titleEn", "definition", "source", "term", "unit", "codeTable", "holds")
    told = {name: shipped[name] for name in names} | {"format": "n..15", "synonyms": ["移动电话"]}

    await put_in_force(drafter, approver, "elements", "element", told)

    now = (await drafter.get(f"{URL}/element/mobile")).json()
    assert (now["standard"]["format"], [each["number"] for each in now["history"]]) == ("n..15", [2, 1])
    assert now["history"][1]["standard"]["format"] == "n11"


async def test_codes_come_from_a_file(centre: RunningNode) -> None:
    drafter, _ = await desk(centre)
    rows: list[list[Any]] = [["代码", "名称", "上级", "取代"], ["A", "甲", "", ""], [11, "乙", "A", "9；8"]]

    found = [
        await drafter.post(f"{URL}/code-tables/reading", content=as_file(kind, rows))
        for kind in ("csv", "xlsx")
    ]

    assert found[0].status_code == 200, found[0].text
    assert (
        found[1].json()
        == found[0].json()
        == [
            {"code": "A", "name": "甲", "parent": None, "replaces": []},
            {"code": "11", "name": "乙", "parent": "A", "replaces": ["9", "8"]},
        ]
    )


def as_file(kind: str, rows: list[list[Any]]) -> bytes:
    if kind == "csv":
        target = io.StringIO()
        csv.writer(target).writerows(rows)
        return target.getvalue().encode("gb18030")
    book, content = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        [["编号", "名称"], ["A", "甲"]],
        [["代码", "名称"], ["A", ""]],
    ],
)
def test_a_file_without_codes_or_names_is_refused(rows: list[list[Any]]) -> None:
    with pytest.raises(Invalid):
        spreadsheet.read(as_file("csv", rows))


@pytest.mark.parametrize(
    "rows",
    [
        [["A", None], ["A", None]],
        [["A", "B"]],
        [["A", "B"], ["B", "A"]],
    ],
)
def test_codes_that_do_not_hold_together_are_refused(rows: list[list[Any]]) -> None:
    with pytest.raises(Invalid):
        check_entries([CodeEntry(code=code, name="名", parent=parent) for code, parent in rows])


async def test_an_element_that_does_not_hold_together_is_refused(centre: RunningNode) -> None:
    drafter, _ = await desk(centre)
    right = ELEMENT | {"codeTable": None, "term": None}
    changes = (
        {"format": "x9"},
        {"codeTable": "nothing"},
        {"term": "nothing"},
        {"code": "轮胎"},
        {"title": " "},
    )

    refused = [await drafter.post(f"{URL}/elements", json=right | change) for change in changes]
    nothing = await drafter.post(f"{URL}/code-tables/reading", content=as_file("csv", [["代码", "名称"]]))

    assert [each.status_code for each in (*refused, nothing)] == [422] * 6
    assert (await drafter.get(f"{URL}/waiting")).json() == []


async def test_lists_are_found_by_meaning_paged_and_exported(centre: RunningNode) -> None:
    reader = await centre.person("standards.read")

    by_synonym = (await reader.get(URL, params={"kind": "element", "q": "纳税人识别号"})).json()
    by_pinyin = (await reader.get(URL, params={"kind": "element", "q": "xzqhdm"})).json()
    paged = (await reader.get(URL, params={"kind": "element", "page": 2, "pageSize": 5})).json()
    exported = (await reader.get(f"{URL}/export", params={"kind": "element", "q": "币种"})).text
    regions = (await reader.get(f"{URL}/code-tables/region/versions/2020/export", params={"q": "东营"})).text

    assert by_synonym["items"][0]["code"] == "credit_code"
    assert by_pinyin["items"][0]["code"] == "region_code"
    assert (len(paged["items"]), paged["total"] > 25) == (5, True)
    assert "币种" in exported
    assert "370500,东营市,370000," in regions


async def test_without_the_right_nobody_sees_drafts_or_approves(centre: RunningNode) -> None:
    reader, stranger = await centre.person("standards.read"), await centre.person("portal.other")

    assert (await stranger.get(URL)).status_code == 403
    assert (await stranger.get(f"{URL}/code-tables/region/versions/2020/entries")).status_code == 403
    assert (await reader.post(f"{URL}/terms", json=TERM)).status_code == 403
    assert (await reader.post(f"{URL}/code-tables", json=TABLE)).status_code == 403
    assert (await reader.post(f"{URL}/code-tables/reading", content=b"a")).status_code == 403
    assert (await reader.post(f"{URL}/term/tyre/confirmation")).status_code == 403
    assert (await reader.get(f"{URL}/term/tyre")).status_code == 404
