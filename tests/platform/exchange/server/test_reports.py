"""Reports: accepted once, atomic, durable before 100, loaded when complete, refused with every reason."""

import gzip
import os
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import func, select

from brain.kit.crypto import sm3
from brain.platform.exchange.scenes.catalogue import NAMES, scenes
from brain.platform.exchange.server.adapters.intake import landing_path
from brain.platform.exchange.server.models.data import BatchRow, PartRow, RecordRow
from brain.platform.exchange.server.service import loading
from brain.platform.exchange.server.service.reports import landing_folder
from tests.conftest import RunningNode
from tests.exchange_caller import Caller, opened, report_body


def outcome(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["respCode"], body.get("reason")


@pytest.fixture
async def caller(centre: RunningNode) -> Caller:
    return await opened(centre)


async def count(centre: RunningNode, kind: type) -> int:
    async with centre.node.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(kind)) or 0


async def accepted(centre: RunningNode) -> int:
    async with centre.node.database.transaction() as session:
        statement = select(func.count()).select_from(PartRow).where(PartRow.resp_code == "100")
        return await session.scalar(statement) or 0


async def load_all(centre: RunningNode) -> None:
    async with centre.node.database.transaction() as session:
        batches = (await session.scalars(select(BatchRow.id))).all()
    for batch in batches:
        await loading.load_batch(centre.node, {"batch": batch})


async def data(centre: RunningNode) -> dict[str, Any]:
    async with centre.node.database.transaction() as session:
        return {row.key: row.data for row in await session.scalars(select(RecordRow))}


async def test_every_scene_takes_its_example(centre: RunningNode, caller: Caller) -> None:
    answers = [await caller.report(scene) for scene in NAMES]
    await load_all(centre)

    assert [outcome(answer) for answer in answers] == [(200, "100", None)] * 10
    assert await data(centre) == {
        msgspec.json.encode([scene.example[name] for name in scene.key]).decode(): scene.example
        for scene in scenes().values()
    }


async def test_an_accepted_part_is_on_the_disk_and_in_the_ledger(centre: RunningNode, caller: Caller) -> None:
    answer = (await caller.report()).json()

    landed = landing_path(landing_folder(centre.node), answer["digest"])
    assert sm3(landed.read_bytes()) == answer["digest"]
    assert list((landing_folder(centre.node) / "arriving").iterdir()) == []
    async with centre.node.database.transaction() as session:
        part = (await session.scalars(select(PartRow))).one()
    assert (part.client_id, part.scene, part.batch_id, part.part_number, part.records, part.resp_code) == (
        caller.client_id,
        "industry_graph",
        "batch-1",
        1,
        1,
        "100",
    )
    assert part.bytes == landed.stat().st_size


async def test_a_part_sent_again_is_a_duplicate_with_the_first_time(
    centre: RunningNode, caller: Caller
) -> None:
    first, again = (await caller.report()).json(), (await caller.report()).json()

    assert (first["duplicate"], again["duplicate"]) == (False, True)
    assert again["receivedAt"] == first["receivedAt"]
    assert await count(centre, PartRow) == 1


async def test_a_part_with_other_content_is_refused_and_changes_nothing(
    centre: RunningNode, caller: Caller
) -> None:
    await caller.report()
    other = [{**scenes()["industry_graph"].example, "enterpriseCount": 39}]

    answer = await caller.report(records=other)

    assert outcome(answer) == (409, "104", "bad_digest")
    assert await accepted(centre) == 1
    await load_all(centre)
    assert [record["enterpriseCount"] for record in (await data(centre)).values()] == [38]


async def test_a_batch_is_loaded_only_when_all_its_parts_are_there(
    centre: RunningNode, caller: Caller
) -> None:
    example = scenes()["industry_graph"].example
    parts = [[{**example, "nodeCode": f"N{number}"}] for number in (1, 2)]

    second = (await caller.report(partNumber=2, partCount=2, records=parts[1])).json()
    await load_all(centre)
    early = await count(centre, RecordRow)
    first = (await caller.report(partNumber=1, partCount=2, records=parts[0])).json()
    await load_all(centre)
    await load_all(centre)

    assert (second["complete"], second["receivedParts"]) == (False, 1)
    assert (first["complete"], first["receivedParts"]) == (True, 2)
    assert early == 0
    assert sorted(await data(centre)) == ['["TIRE","N1"]', '["TIRE","N2"]']


@pytest.mark.parametrize(
    "change",
    [{"partCount": 3}, {"asOf": "2026-03-30T16:00:00+08:00"}, {"source": "另一来源"}, {"snapshot": True}],
)
async def test_parts_of_one_batch_must_agree(
    centre: RunningNode, caller: Caller, change: dict[str, Any]
) -> None:
    await caller.report(partNumber=1, partCount=2)

    answer = await caller.report(**{"partNumber": 2, "partCount": 2, **change})

    assert outcome(answer) == (422, "104", "bad_payload")
    assert await accepted(centre) == 1


async def test_newer_records_replace_older_ones_and_late_old_ones_do_not(
    centre: RunningNode, caller: Caller
) -> None:
    example = scenes()["industry_graph"].example

    await caller.report(
        batchId="b1", asOf="2026-03-02T00:00:00Z", records=[{**example, "enterpriseCount": 2}]
    )
    await caller.report(
        batchId="b0", asOf="2026-03-01T00:00:00Z", records=[{**example, "enterpriseCount": 1}]
    )
    await caller.report(
        batchId="b2", asOf="2026-03-03T00:00:00Z", records=[{**example, "enterpriseCount": 3}]
    )
    await load_all(centre)
    await load_all(centre)

    assert [record["enterpriseCount"] for record in (await data(centre)).values()] == [3]


async def test_a_snapshot_ends_what_it_does_not_hold(centre: RunningNode, caller: Caller) -> None:
    example = scenes()["industry_graph"].example
    listed = [{**example, "nodeCode": code} for code in ("A", "B")]

    await caller.report(batchId="b1", asOf="2026-03-01T00:00:00Z", records=listed)
    await caller.report(batchId="b2", asOf="2026-03-02T00:00:00Z", records=listed[:1], snapshot=True)
    await load_all(centre)

    assert list(await data(centre)) == ['["TIRE","A"]']


async def test_brains_do_not_overwrite_each_other(centre: RunningNode, caller: Caller) -> None:
    other = await opened(centre)

    mine, theirs = await caller.report(), await other.report()
    await load_all(centre)

    assert (mine.json()["duplicate"], theirs.json()["duplicate"]) == (False, False)
    assert await count(centre, RecordRow) == 2


async def test_a_gzipped_body_is_signed_and_kept_as_it_was_before(
    centre: RunningNode, caller: Caller
) -> None:
    plain = os.fsencode(str(report_body()).replace("'", '"'))

    answer = await caller.call(
        "POST",
        "/reports/industry-graph",
        gzip.compress(plain),
        plain=plain,
        headers={"content-encoding": "gzip"},
    )

    assert outcome(answer) == (200, "100", None)
    assert landing_path(landing_folder(centre.node), sm3(plain)).read_bytes() == plain


def wrong(body: bytes) -> list[tuple[bytes, dict[str, str | None], tuple[int, str, str]]]:
    return [
        (body[:-1], {}, (422, "104", "bad_payload")),
        ('{"source": "行业数据仓"}'.encode("gb18030"), {}, (422, "104", "bad_payload")),
        (b"[1]", {}, (422, "104", "bad_payload")),
        (b"\x1f\x8b not gzip", {"content-encoding": "gzip"}, (400, "104", "broken_transfer")),
        (gzip.compress(body)[:-9], {"content-encoding": "gzip"}, (400, "104", "broken_transfer")),
        (body, {"content-encoding": "br"}, (415, "104", "wrong_media_type")),
        (body, {"content-type": "text/plain"}, (415, "104", "wrong_media_type")),
        (body, {"content-type": "application/json; charset=gb18030"}, (415, "104", "wrong_media_type")),
    ]


@pytest.mark.parametrize("case", range(8))
async def test_what_is_no_sound_json_is_refused_and_stored_nowhere(
    centre: RunningNode, caller: Caller, case: int
) -> None:
    sent, headers, expected = wrong(os.fsencode(str(report_body()).replace("'", '"')))[case]

    answer = await caller.call("POST", "/reports/industry-graph", sent, headers=headers)

    assert outcome(answer) == expected
    assert await accepted(centre) == 0
    assert files(landing_folder(centre.node)) == []


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_missing_fields_are_named_by_their_places(centre: RunningNode, caller: Caller) -> None:
    example = dict(scenes()["industry_graph"].example)
    del example["nodeName"]

    answer = await caller.report(source="", records=[{**example, "stage": "sideways"}])

    assert outcome(answer) == (422, "103", "fields_missing")
    assert {error["loc"] for error in answer.json()["errors"]} == {
        "/source",
        "/records/0/nodeName",
        "/records/0/stage",
    }
    assert await accepted(centre) == 0


async def test_snake_case_is_refused_with_the_right_name(caller: Caller) -> None:
    example = dict(scenes()["industry_graph"].example)
    example["node_name"] = example.pop("nodeName")

    answer = await caller.report(records=[example])

    assert outcome(answer) == (422, "104", "bad_payload")
    assert answer.json()["errors"] == [
        {"loc": "/records/0/node_name", "message": "不是约定的字段，属性名应为驼峰形式：nodeName"}
    ]


async def test_at_most_a_hundred_errors_are_named(caller: Caller) -> None:
    answer = await caller.report(records=[{}] * 300)

    assert len(answer.json()["errors"]) == 100


@pytest.mark.parametrize("change", [{"partNumber": 2}, {"schemaVersion": "9.9"}])
async def test_a_head_that_contradicts_itself_or_the_schema_is_refused(
    centre: RunningNode, caller: Caller, change: dict[str, Any]
) -> None:
    assert outcome(await caller.report(**change)) == (422, "104", "bad_payload")
    assert await accepted(centre) == 0


async def test_a_body_other_than_the_signed_one_is_refused(centre: RunningNode, caller: Caller) -> None:
    answer = await caller.report(digest="0" * 64)

    assert outcome(answer) == (409, "104", "bad_digest")
    assert await accepted(centre) == 0


async def test_of_a_body_too_large_nothing_beyond_the_limit_is_kept(
    centre: RunningNode, caller: Caller
) -> None:
    target = "/exchange/v1/reports/industry-graph"
    kind = {"content-type": "application/json"}

    async def megabytes() -> Any:
        for _ in range(14):
            yield b" " * 1024 * 1024

    announced = await caller.http.post(
        target,
        content=megabytes(),
        headers=caller.headers("POST", target, b"") | kind | {"content-length": str(14 * 1024 * 1024)},
    )
    streamed = await caller.http.post(
        target, content=megabytes(), headers=caller.headers("POST", target, b"") | kind
    )

    assert outcome(announced) == outcome(streamed) == (413, "104", "too_large")
    async with centre.node.database.transaction() as session:
        taken = (await session.scalars(select(PartRow.bytes).order_by(PartRow.id))).all()
    assert taken[0] == 0
    assert taken[1] <= 10 * 1024 * 1024
    assert await accepted(centre) == 0
    assert files(landing_folder(centre.node)) == []


async def test_a_gzip_bomb_is_refused_at_the_limit(centre: RunningNode, caller: Caller) -> None:
    bomb = gzip.compress(b" " * 64 * 1024 * 1024)

    answer = await caller.call("POST", "/reports/industry-graph", bomb, headers={"content-encoding": "gzip"})

    assert outcome(answer) == (413, "104", "too_large")
    assert files(landing_folder(centre.node)) == []


async def test_a_refused_part_stands_in_the_ledger_with_its_code(centre: RunningNode, caller: Caller) -> None:
    await caller.report(records=[{}])

    (item,) = (await caller.call("GET", "/ledger")).json()["items"]

    assert (item["respCode"], item["batchId"], item["records"]) == ("103", "", 0)


async def test_a_scene_that_was_not_granted_is_not_opened(centre: RunningNode) -> None:
    caller = await opened(centre, scenes=["industry_graph"])

    answer = await caller.report("group_sales")

    assert outcome(answer) == (403, "101", "not_opened")
    assert await count(centre, BatchRow) == 0


async def test_the_sandbox_keeps_its_reports_to_itself(centre: RunningNode) -> None:
    caller = await opened(centre, "sandbox")

    assert outcome(await caller.report()) == (200, "100", None)
    assert await count(centre, PartRow) == 0
