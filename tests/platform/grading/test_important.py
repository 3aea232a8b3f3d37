"""The catalogue of important data: produced, sealed by another, exported, held against the data."""

import csv
import io
from typing import Any

import polars as pl
import pytest
from sqlalchemy import text

from brain.kit.clock import today
from brain.kit.datasets import Column
from brain.platform.grading.domain.important import FILING_TITLES
from brain.platform.grading.service import important
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

URL = "/api/grading/important"
OUTPUT = data_set("output", Column("line", "产线", "Line"), Column("amount", "产量（吨）", "Output"))
SCOPES = ("data_sets.read", "data_sets.confirm", "grading.tell", "grading.important")
FILING = dict.fromkeys(FILING_TITLES, "如附件")


def rows(count: int) -> pl.DataFrame:
    return pl.DataFrame({"line": [f"线{n}" for n in range(count)], "amount": [str(n) for n in range(count)]})


@pytest.fixture
async def held(centre: RunningNode) -> RunningNode:
    hold(centre, OUTPUT)
    await publish(centre, OUTPUT, rows(100))
    return centre


async def tell(node: RunningNode, **more: Any) -> None:
    operator = await node.person(*SCOPES)
    facts = {"category": "industry.production", "measures": {"coverage": 0.9}, "filing": FILING, **more}
    answer = await operator.put("/api/grading/data-sets/base/output/facts", json=facts)
    assert answer.json()["level"] == 5, answer.text


async def todos(node: RunningNode) -> list[str]:
    async with node.node.database.transaction() as session:
        told = await session.scalars(
            text("SELECT key FROM portal_notice WHERE done_at IS NULL AND kind = 'todo'")
        )
        return sorted(told)


async def watched(node: RunningNode) -> list[tuple[str, float | None]]:
    async with node.node.database.transaction() as session:
        return [
            (each.what, each.share and round(each.share, 6))
            for each in await important.watch(session, node.node)
        ]


async def test_a_version_is_sealed_by_another_person_and_never_changes(held: RunningNode) -> None:
    await tell(held)
    producer, reviewer = await held.person(*SCOPES), await held.person(*SCOPES)

    produced = (await producer.post(URL)).json()
    again = (await producer.post(URL)).json()
    own = await producer.post(f"{URL}/{produced['number']}/confirmation")
    sealed = await reviewer.post(f"{URL}/{produced['number']}/confirmation")
    same = await producer.post(URL)

    assert (again["number"], own.status_code, sealed.status_code, same.status_code) == (
        produced["number"],
        403,
        204,
        422,
    )
    file = await reviewer.get(f"{URL}/{produced['number']}/file", params={"format": "csv"})
    (line,) = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")))
    assert (line["数据集"], line["级别"], line["规模（条）"], line["责任主体"]) == (
        "base.output",
        "重要数据",
        "100",
        "如附件",
    )
    assert (await reviewer.get(f"{URL}/{produced['number']}/file", params={"format": "json"})).json()[
        "digest"
    ] == produced["digest"]


@pytest.mark.parametrize(("count", "expected"), [(129, []), (130, [("scale", 0.3)]), (70, [("scale", -0.3)])])
async def test_a_change_of_scale_by_thirty_per_cent_is_to_be_filed(
    held: RunningNode, count: int, expected: list[tuple[str, float]]
) -> None:
    await tell(held)
    producer, reviewer = await held.person(*SCOPES), await held.person(*SCOPES)
    assert await watched(held) == [("added", None)]
    await reviewer.post(f"{URL}/{(await producer.post(URL)).json()['number']}/confirmation")
    assert await todos(held) == []

    async with held.node.database.transaction() as session:
        await session.execute(text(f"UPDATE data_sets_build SET rows = {count}"))
    found = await watched(held)

    assert found == expected
    assert ("grading.file_changes" in await todos(held)) is bool(expected)


async def test_other_content_and_a_lower_level_are_changes_too(held: RunningNode) -> None:
    await tell(held)
    producer, reviewer = await held.person(*SCOPES), await held.person(*SCOPES)
    await reviewer.post(f"{URL}/{(await producer.post(URL)).json()['number']}/confirmation")

    await tell(held, filing=FILING | {"outbound": "向境外提供"})
    told = (await reviewer.get(URL)).json()["changes"]
    await producer.put("/api/grading/data-sets/base/output/facts", json={"category": "industry.production"})
    gone = (await reviewer.get(URL)).json()["changes"]

    assert [each["what"] for each in told] == ["content"]
    assert [each["what"] for each in gone] == ["removed"]
    assert told[0]["due"] > today().isoformat()


async def test_an_entry_that_is_not_told_in_full_is_not_filed(held: RunningNode) -> None:
    await tell(held, filing={"source": "自产"})
    producer = await held.person(*SCOPES)

    refused = await producer.post(URL)

    assert (refused.status_code, "责任主体" in refused.json()["message"]) == (422, True)
    assert (await producer.get(URL)).json()["versions"] == []


async def test_only_those_who_may_see_it(held: RunningNode) -> None:
    await tell(held)
    number = (await (await held.person(*SCOPES)).post(URL)).json()["number"]
    reader = await held.person("data_sets.read")

    answers = [
        await reader.get(URL),
        await reader.post(URL),
        await reader.post(f"{URL}/{number}/confirmation"),
        await reader.post(f"{URL}/{number}/refusal", json={"reason": "x"}),
        await reader.get(f"{URL}/{number}/file"),
    ]

    assert [each.status_code for each in answers] == [403] * 5
    reviewer = await held.person(*SCOPES)
    assert (await reviewer.post(f"{URL}/{number}/refusal", json={"reason": "再核"})).status_code == 204
    assert (await reviewer.get(f"{URL}/999/file")).status_code == 404
