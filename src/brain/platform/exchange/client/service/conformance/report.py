"""Checks of reporting: acceptance, each kind of refusal, repeating, splitting, resuming, the ledger."""

from typing import Any

import httpx
import msgspec

from brain.kit import crypto
from brain.kit.clock import BEIJING
from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import Call, signature_headers
from brain.platform.exchange.client.service.conformance.bench import (
    Bench,
    Execution,
    expect,
    provoking,
    report_call,
    report_part,
    same_part,
    success,
)
from brain.platform.exchange.messages.report import LedgerItem, LedgerPage, ReportAnswer
from brain.platform.exchange.scenes.catalogue import Scene, scenes


def _scene(bench: Bench) -> Scene:
    return _granted(bench)[0]


def _granted(bench: Bench) -> list[Scene]:
    return [scenes()[name] for name in bench.scenes if scenes()[name].interface_class in bench.classes]


async def _accepted(bench: Bench, scene: str, part: dict[str, Any]) -> ReportAnswer:
    answer = msgspec.convert(success(await bench.call(report_call(scene, part))), ReportAnswer)
    bench.sent[answer.batch_id, answer.part_number] = answer
    return answer


async def accepted(bench: Bench) -> None:
    for scene in _granted(bench):
        part = report_part(bench, f"accepted-{scene.slug}", [scene.example])
        answer = await _accepted(bench, scene.name, part)
        expect(answer.complete and answer.records == 1, f"{scene.title}：批次没有收齐")


async def required_missing(bench: Bench) -> None:
    scene = _scene(bench)
    field = scene.schema["required"][0]
    record = {name: value for name, value in scene.example.items() if name != field}
    outcome = await bench.call(report_call(scene.name, report_part(bench, "required", [record])))
    places = [error["loc"] for error in outcome.body.get("errors", [])]
    expect(f"/records/0/{field}" in places, f"没有指出 /records/0/{field}")


async def snake_case(bench: Bench) -> None:
    scene = _scene(bench)
    part = report_part(bench, "snake", [scene.example])
    part["batch_id"] = part.pop("batchId")
    await bench.call(report_call(scene.name, part))


async def malformed(bench: Bench) -> None:
    await bench.call(report_call(_scene(bench).name, b'{"batchId": "malformed", '))


async def wrong_encoding(bench: Bench) -> None:
    scene = _scene(bench)
    part = report_part(bench, "encoding", [scene.example])
    await bench.call(report_call(scene.name, msgspec.json.encode(part).decode().encode("gb18030")))


async def too_large(bench: Bench) -> None:
    scene = _scene(bench)
    part = msgspec.json.encode(report_part(bench, "large", [scene.example]))
    await bench.call(report_call(scene.name, part + b" " * (protocol.MAX_BODY + 1 - len(part))))


async def digest_mismatch(bench: Bench) -> None:
    def other_digest(request: httpx.Request) -> None:
        other = crypto.sm3(b"another body")
        request.headers.update(signature_headers(request, other, bench.credentials.sign_key))

    scene = _scene(bench)
    part = report_part(bench, "digest", [scene.example])
    await bench.call(report_call(scene.name, part), alter=other_digest)


async def repeated(bench: Bench) -> None:
    scene = _scene(bench)
    part = report_part(bench, "repeated", [scene.example])
    first = await _accepted(bench, scene.name, part)
    second = await _accepted(bench, scene.name, part)
    expect(not first.duplicate and second.duplicate, "重发没有被认出")
    expect(first.received_at == second.received_at, "重发改变了接收时间")


async def altered(bench: Bench) -> None:
    scene = _scene(bench)
    await _accepted(bench, scene.name, report_part(bench, "altered", [scene.example]))
    other = report_part(bench, "altered", [scene.example, scene.example])
    await bench.call(report_call(scene.name, other))


async def split(bench: Bench) -> None:
    scene = _scene(bench)
    parts = [
        report_part(bench, "split", [scene.example], partNumber=number, partCount=2) for number in (2, 1)
    ]
    answers = [await _accepted(bench, scene.name, part) for part in parts]
    expect([answer.complete for answer in answers] == [False, True], "分片收齐的判断不对")


async def resumed(bench: Bench) -> None:
    """The connection breaks, nothing is known of the part; sending it again settles it, once."""
    scene = _scene(bench)
    part = report_part(bench, "resumed", [scene.example])
    broken = await bench.call(report_call(scene.name, part), alter=provoking("break"))
    expect(broken.status is None, "连接没有中断")
    answer = await _accepted(bench, scene.name, part)
    expect(answer.complete, "续传后批次没有收齐")


async def ledger(bench: Bench) -> None:
    """Every part of this run stands in the centre's ledger once, as it was sent."""
    days = {answer.received_at.astimezone(BEIJING).date() for answer in bench.sent.values()}
    items = [item for day in sorted(days) for item in await _ledger(bench, day.isoformat())]
    ours = [
        item for item in items if (item.batch_id, item.part_number) in bench.sent and item.resp_code == "100"
    ]
    expect(len(ours) == len(bench.sent), f"台账有 {len(ours)} 片，本次上报 {len(bench.sent)} 片")
    alike = [same_part(item, bench.sent[item.batch_id, item.part_number]) for item in ours]
    expect(all(alike), "台账的摘要或记录数与上报不一致")


async def _ledger(bench: Bench, day: str) -> list[LedgerItem]:
    query, items, more = {"date": day}, list[LedgerItem](), True
    while more:
        outcome = await bench.call(Call(method="GET", path="/ledger", query=query))
        page = msgspec.convert(success(outcome), LedgerPage)
        items += page.items
        query, more = query | {"cursor": page.next_cursor}, page.has_more
    return items


EXECUTIONS: dict[str, Execution] = {
    "report.accepted": accepted,
    "report.required_missing": required_missing,
    "report.snake_case": snake_case,
    "report.malformed": malformed,
    "report.wrong_encoding": wrong_encoding,
    "report.too_large": too_large,
    "report.digest_mismatch": digest_mismatch,
    "report.repeated": repeated,
    "report.altered": altered,
    "report.split": split,
    "report.resumed": resumed,
    "report.ledger": ledger,
}
