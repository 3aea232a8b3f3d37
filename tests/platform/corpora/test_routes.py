"""Corpora through the API: sources first, documents read, versions built, looked at and taken out."""

import io
import json
import zipfile
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from brain.platform.corpora.contract import CorporaFolder
from brain.platform.corpora.service import building, documents, pipeline
from brain.platform.ingestion.service import sources
from tests.conftest import RunningNode
from tests.platform.corpora import made
from tests.platform.corpora.test_pipeline import AMENDED, STATUTE, statute
from tests.platform.ingestion.deliveries import delivery

URL = "/api/corpora"
PAIRS = [
    {"instruction": "养犬要登记吗？", "output": "要，找公安机关，电话13812345678。"},
    {"prompt": "犬只伤人怎么办？", "chosen": "送医并报告。", "rejected": "不用管。"},
]


@pytest.fixture
async def operator(centre: RunningNode) -> httpx.AsyncClient:
    return await centre.person("corpora.read", "corpora.manage", "corpora.export")


@pytest.fixture
async def source(centre: RunningNode) -> int:
    return (await delivery(centre.node)).source_id


def records(*texts: str) -> bytes:
    lines = [{"title": f"条例{n}", "text": text, "date": f"20{10 + n}-01-01"} for n, text in enumerate(texts)]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


async def upload(
    client: httpx.AsyncClient, source: int, name: str, content: bytes, **params: str
) -> httpx.Response:
    told = {"source": str(source), "name": name, "asOf": "2020-01-01"} | params
    return await client.post(f"{URL}/documents", params=told, content=content)


async def read_all(node: RunningNode) -> None:
    """What the worker does."""
    async with node.node.database.transaction() as session:
        waiting = (await session.execute(text("SELECT source_id, digest FROM corpora_document"))).all()
    for source_id, digest in waiting:
        await documents.read(node.node, source_id, digest)


async def make(client: httpx.AsyncClient, source: int, **changes: Any) -> dict[str, Any]:
    recipe = {"name": "法规语料", "purpose": "pretrain", "sources": [source]} | changes
    answer = await client.post(URL, json=recipe)
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


@pytest.fixture
async def corpus(centre: RunningNode, operator: httpx.AsyncClient, source: int) -> dict[str, Any]:
    """A corpus with one version: two versions of a statute, thirty others, a table too short, pairs."""
    content = records(STATUTE, AMENDED, *(statute(n) for n in range(100, 130)), "太短。")
    await upload(operator, source, "法规.jsonl", content)
    pairs = "\n".join(json.dumps(pair, ensure_ascii=False) for pair in PAIRS).encode()
    await upload(operator, source, "问答.jsonl", pairs, material="pairs")
    await read_all(centre)
    created = await make(operator, source)
    asked = (await operator.post(f"{URL}/{created['id']}/builds")).json()
    await building.run(centre.node, asked["id"])
    return created


async def test_a_version_says_what_each_step_removed(
    operator: httpx.AsyncClient, corpus: dict[str, Any]
) -> None:
    (build,) = (await operator.get(f"{URL}/{corpus['id']}/builds")).json()
    listed = (await operator.get(URL)).json()["items"]
    sheet = (await operator.get(f"{URL}/{corpus['id']}/versions/1/datasheet")).text

    assert (build["status"], build["number"], build["documents"], build["pairs"]) == ("done", 1, 31, 2)
    dropped = {report["step"]: report["dropped"] for report in build["reports"] if report["dropped"]}
    assert dropped == {"quality": {"too_short": 1}, "near_copies": {"near_copy": 1}}
    assert build["shares"]["甲方登记"]["share"] == 1.0
    assert [(one["version"], one["documents"]) for one in listed] == [(1, 31)]
    assert "| 甲方登记 | 甲方 | 法律法规：数据共享授权书 1 号 |" in sheet


async def test_a_sample_says_where_it_came_from(operator: httpx.AsyncClient, corpus: dict[str, Any]) -> None:
    found = (await operator.get(f"{URL}/{corpus['id']}/versions/1/samples", params={"pageSize": 100})).json()
    (amended,) = [sample for sample in found["items"] if sample["replaces"]]

    assert found["total"] == len(found["items"]) == 31
    assert (amended["title"], amended["asOf"], amended["provider"]) == ("条例1", "2011-01-01", "甲方")
    assert amended["licence"] == "法律法规：数据共享授权书 1 号"
    assert amended["replaces"][0].startswith(amended["document"][:24])


async def exported(client: httpx.AsyncClient, corpus: dict[str, Any], kind: str) -> tuple[list[Any], str]:
    """Lines and rights."""
    answer = await client.post(f"{URL}/{corpus['id']}/versions/1/exports", json={"kind": kind})
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    lines = [json.loads(line) for line in packed.read("data.jsonl").splitlines()]
    return lines, packed.read("来源与许可.md").decode()


async def test_an_export_holds_the_lines_for_its_purpose(
    operator: httpx.AsyncClient, corpus: dict[str, Any]
) -> None:
    kinds = ("pretrain", "retrieval", "sft", "dpo")
    pretrain, retrieval, sft, dpo = [(await exported(operator, corpus, kind))[0] for kind in kinds]

    assert len(pretrain) == 31
    assert {"source", "provider", "licence", "document", "text", "split"} <= pretrain[0].keys()
    assert {line["sample"] for line in retrieval} == {line["id"] for line in pretrain}
    assert {"path", "start", "end", "text", "licence"} <= retrieval[0].keys()
    assert [(line["instruction"], line["output"]) for line in sft] == [
        ("养犬要登记吗？", "要，找公安机关，电话［手机号］。")
    ]
    assert [(line["chosen"], line["rejected"]) for line in dpo] == [("送医并报告。", "不用管。")]


async def test_an_export_is_audited_under_the_mark_that_it_bears(
    centre: RunningNode, operator: httpx.AsyncClient, corpus: dict[str, Any]
) -> None:
    lines, rights = await exported(operator, corpus, "pretrain")

    async with centre.node.database.transaction() as session:
        told = json.loads(
            await session.scalar(text("SELECT details FROM security_entry WHERE action = 'corpora.export'"))
            or ""
        )
    assert (told["kind"], told["lines"], told["version"]) == ("pretrain", len(lines), 1)
    assert told["mark"] in rights
    assert "数据共享授权书 1 号" in rights
    (version,) = (centre.node.get(CorporaFolder).path / "versions").glob("*/1-*")
    assert sorted(path.name for path in version.iterdir()) == [
        "datasheet.json",
        "datasheet.md",
        "pairs.jsonl",
        "samples.jsonl",
    ]


async def test_a_version_without_such_material_says_so(
    centre: RunningNode, operator: httpx.AsyncClient, source: int
) -> None:
    await upload(operator, source, "a.txt", STATUTE.encode())
    await read_all(centre)
    created = await make(operator, source)
    asked = (await operator.post(f"{URL}/{created['id']}/builds")).json()
    await building.run(centre.node, asked["id"])
    exports = f"{URL}/{created['id']}/versions/1/exports"

    dpo = await operator.post(exports, json={"kind": "dpo"})
    wrong = await operator.post(exports, json={"kind": "sft", "template": "{other}"})

    assert (dpo.status_code, dpo.json()["code"]) == (409, "not_for_this")
    assert (wrong.status_code, wrong.json()["fields"][0]["loc"]) == (422, "/body/template")


async def test_without_a_certified_source_nothing_is_taken_and_nothing_built(
    centre: RunningNode, operator: httpx.AsyncClient, source: int, corpus: dict[str, Any]
) -> None:
    async with centre.node.database.transaction() as session:
        await sources.suspend(session, source, "授权存疑", by="reviewer")

    added = await upload(operator, source, "b.txt", b"x")
    built = await operator.post(f"{URL}/{corpus['id']}/builds")

    assert (added.status_code, added.json()["code"]) == (409, "source_refused")
    assert (built.status_code, built.json()["code"]) == (409, "source_refused")
    assert (await operator.get(f"{URL}/{corpus['id']}/documents")).json()["total"] == 2
    assert len((await operator.get(f"{URL}/{corpus['id']}/builds")).json()) == 1


async def test_a_source_suspended_while_a_build_waits_fails_the_build(
    centre: RunningNode, operator: httpx.AsyncClient, source: int, corpus: dict[str, Any]
) -> None:
    asked = (await operator.post(f"{URL}/{corpus['id']}/builds")).json()
    async with centre.node.database.transaction() as session:
        await sources.suspend(session, source, "授权存疑", by="reviewer")

    await building.run(centre.node, asked["id"])
    newest, first = (await operator.get(f"{URL}/{corpus['id']}/builds")).json()

    assert (newest["status"], newest["number"]) == ("failed", None)
    assert "授权存疑" in newest["problem"]
    assert (first["status"], first["number"]) == ("done", 1)


async def test_a_file_that_cannot_be_read_says_why_and_the_others_go_on(
    centre: RunningNode, operator: httpx.AsyncClient, source: int
) -> None:
    await upload(operator, source, "坏.pdf", b"%PDF-1.4 nothing")
    await upload(operator, source, "好.docx", made.docx("<w:p><w:r><w:t>第一条 内容。</w:t></w:r></w:p>"))
    await read_all(centre)
    created = await make(operator, source)

    bad, good = (await operator.get(f"{URL}/{created['id']}/documents")).json()["items"]

    assert (bad["fileName"], bad["documents"]) == ("坏.pdf", 0)
    assert "PDF 已损坏" in bad["problem"]
    assert (good["fileName"], good["documents"], good["problem"]) == ("好.docx", 1, None)


async def test_a_killed_build_is_carried_on_and_leaves_nothing_half_made(
    centre: RunningNode, operator: httpx.AsyncClient, corpus: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (await operator.post(f"{URL}/{corpus['id']}/builds")).json()
    folder = centre.node.get(CorporaFolder).path

    def killed(*_: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "_tokens", killed)  # after the last step, before the version
        with pytest.raises(KeyboardInterrupt):
            await building.run(centre.node, asked["id"])
    half = [build["number"] for build in (await operator.get(f"{URL}/{corpus['id']}/builds")).json()]
    await building.run(centre.node, asked["id"])
    await building.run(centre.node, asked["id"])

    builds = (await operator.get(f"{URL}/{corpus['id']}/builds")).json()
    assert half == [None, 1]
    assert [(build["number"], build["documents"]) for build in builds] == [(2, 31), (1, 31)]
    assert sorted(path.name[:2] for path in (folder / "versions" / str(corpus["id"])).iterdir()) == [
        "1-",
        "2-",
    ]
    assert list((folder / "work").iterdir()) == []
    first, second = [path.read_bytes() for path in (folder / "versions").rglob("samples.jsonl")]
    assert first == second


WRONG: list[tuple[dict[str, Any], int, list[str]]] = [
    ({"settings": {"duplicates": {"similarity": 0.3}}}, 422, ["/body/settings/duplicates/similarity"]),
    ({"settings": {"weights": {"甲": -1}}}, 422, ["/body/settings/weights"]),
    ({"settings": {"splitting": {"testShare": 0.9}}}, 422, ["/body/settings/splitting/testShare"]),
    ({"purpose": "chat"}, 422, ["/body/purpose"]),
    ({"sources": []}, 422, ["/body/sources"]),
    ({"sources": [99]}, 404, []),
]


async def test_a_wrong_recipe_is_refused_with_its_place(operator: httpx.AsyncClient, source: int) -> None:
    recipe = {"name": "x", "purpose": "pretrain", "sources": [source]}
    answers = [await operator.post(URL, json=recipe | change) for change, _, _ in WRONG]
    places = [[field["loc"] for field in answer.json().get("fields", [])] for answer in answers]

    assert [(answer.status_code, place) for answer, place in zip(answers, places, strict=True)] == [
        (status, place) for _, status, place in WRONG
    ]
    assert (await operator.get(URL)).json()["total"] == 0


async def test_a_recipe_can_be_changed_and_a_name_is_given_once(
    operator: httpx.AsyncClient, source: int
) -> None:
    first, second = await make(operator, source), await make(operator, source, name="另一个")
    changed = first["recipe"] | {"purpose": "retrieval"}

    answer = await operator.put(f"{URL}/{first['id']}", json=changed)
    taken = await operator.put(f"{URL}/{second['id']}", json=changed)
    again = await operator.post(URL, json=changed)

    assert (answer.status_code, answer.json()["recipe"]) == (200, changed)
    assert (await operator.get(f"{URL}/{first['id']}")).json()["recipe"] == changed
    assert (taken.status_code, again.status_code) == (409, 409)


async def test_a_file_from_tomorrow_or_without_content_is_refused_and_nothing_built_of_it(
    operator: httpx.AsyncClient, source: int
) -> None:
    tomorrow = await upload(operator, source, "a.txt", b"x", asOf="2999-01-01")
    empty = await upload(operator, source, "a.txt", b"")

    created = await make(operator, source)
    built = await operator.post(f"{URL}/{created['id']}/builds")

    assert (tomorrow.status_code, empty.status_code) == (422, 422)
    assert empty.json()["code"] == "unreadable_document"
    assert (built.status_code, built.json()["code"]) == (409, "nothing_to_build")


async def test_nobody_reads_makes_or_takes_out_without_the_right(
    centre: RunningNode, source: int, corpus: dict[str, Any]
) -> None:
    recipe = corpus["recipe"]
    one = f"{URL}/{corpus['id']}"
    reader = await centre.person("corpora.read")
    for client, status in ((await centre.client(), 401), (await centre.person("data_sets.read"), 403)):
        reading = [
            await client.get(path)
            for path in (URL, one, f"{one}/documents", f"{one}/builds", f"{one}/versions/1/samples")
        ]
        reading.append(await client.get(f"{one}/versions/1/datasheet"))
        assert [answer.status_code for answer in reading] == [status] * 6
    changing = [
        await reader.post(URL, json=recipe),
        await reader.put(one, json=recipe),
        await reader.post(f"{one}/builds"),
        await upload(reader, source, "a.txt", b"x"),
        await reader.post(f"{one}/versions/1/exports", json={"kind": "pretrain"}),
    ]

    assert [answer.status_code for answer in changing] == [403] * 5
    assert len((await reader.get(f"{one}/builds")).json()) == 1


async def test_what_does_not_exist_is_not_found(operator: httpx.AsyncClient, corpus: dict[str, Any]) -> None:
    one = f"{URL}/{corpus['id']}"
    answers = [
        await operator.get(f"{URL}/99"),
        await operator.get(f"{URL}/99/builds"),
        await operator.post(f"{URL}/99/builds"),
        await operator.get(f"{one}/versions/9/samples"),
        await operator.post(f"{one}/versions/9/exports", json={"kind": "pretrain"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5
