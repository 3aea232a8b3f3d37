"""数据上报 (annex 3, 2.2.1): answered with 100 only when landing file and ledger row are durable."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from msgspec import UNSET

from brain.kit.clock import now
from brain.kit.errors import Refusal
from brain.kit.jobs import enqueue
from brain.kit.node import Node
from brain.platform.exchange import bodies
from brain.platform.exchange.codes import DEFINITIONS, BadDigest, BadPayload, NotOpened, RespCode, resp_code
from brain.platform.exchange.messages.report import ReportAnswer, ReportHead
from brain.platform.exchange.scenes.catalogue import Scene
from brain.platform.exchange.server.adapters.intake import Intake
from brain.platform.exchange.server.queries import reports as queries
from brain.platform.exchange.server.queries.reports import Part
from brain.platform.exchange.server.service.admission import Admitted

LOAD = "exchange.load_batch"
EARLIEST, LATEST = 1900, 2200  # years of a data time
BLOCK = 512 * 1024  # bytes handed to the writing thread at once


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One POST of one part: who, for which scene, and the body as it arrives."""

    node: Node
    caller: Admitted
    scene: Scene
    request_id: str
    largest_body: int
    gzip: bool
    blocks: AsyncIterator[bytes]


def landing_folder(node: Node) -> Path:
    return node.folder / "landing" / "exchange"


async def receive(delivery: Delivery) -> ReportAnswer:
    """Take a part in, or refuse it; either way the ledger has it."""
    delivery.caller.client.check_scene(delivery.scene.name)
    if delivery.caller.scene not in {None, delivery.scene.name}:
        raise NotOpened("请求头中的场景与接口不一致")
    intake = Intake(limit=delivery.largest_body, gzip=delivery.gzip, folder=landing_folder(delivery.node))
    try:
        return await _take_in(delivery, intake)
    except Refusal as refusal:
        await _note_refusal(delivery, intake, refusal)
        raise
    finally:
        await asyncio.to_thread(intake.close)


async def _take_in(delivery: Delivery, intake: Intake) -> ReportAnswer:
    await _read(delivery.blocks, intake)
    digest = intake.digest()
    if digest != delivery.caller.digest:
        raise BadDigest("正文与摘要不符")
    syncing = asyncio.get_running_loop().run_in_executor(None, intake.sync)
    await asyncio.sleep(0)  # lets the thread reach the disk before the decoder takes the interpreter
    head: Any = bodies.decode(intake.content, delivery.scene.decoder, delivery.scene.report_schema)
    _check_head(head, delivery.scene)
    await syncing
    await asyncio.to_thread(intake.publish, digest)
    part = replace(
        _part(delivery, head, digest),
        bytes=len(intake.content),
        records=len(head.records),
        resp_code=RespCode.SUCCESS.value,
        resp_desc=DEFINITIONS[RespCode.SUCCESS],
    )
    return await _enter(delivery.node, part, head, delivery.scene)


async def _read(blocks: AsyncIterator[bytes], intake: Intake) -> None:
    """Digest and write in a thread while the next blocks arrive."""
    loop, waiting = asyncio.get_running_loop(), bytearray()
    busy: asyncio.Future[None] | None = None
    async for block in blocks:
        waiting += block
        if len(waiting) >= BLOCK:
            if busy is not None:
                await busy
            busy, waiting = loop.run_in_executor(None, intake.feed, bytes(waiting)), bytearray()
    if busy is not None:
        await busy
    await loop.run_in_executor(None, intake.feed, bytes(waiting))


def _check_head(head: ReportHead, scene: Scene) -> None:
    if not EARLIEST <= head.as_of.year <= LATEST:
        message = f"应在 {EARLIEST} 年至 {LATEST} 年之间"
        raise BadPayload("数据时间不合理", errors=[{"loc": "/asOf", "message": message}])
    if head.part_number > head.part_count:
        raise BadPayload(
            "分片序号大于分片总数", errors=[{"loc": "/partNumber", "message": "应不大于 partCount"}]
        )
    if head.schema_version is not UNSET and head.schema_version != scene.version:
        message = f"当前版本为 {scene.version}"
        raise BadPayload("接口描述版本不一致", errors=[{"loc": "/schemaVersion", "message": message}])


def _part(delivery: Delivery, head: ReportHead | None, digest: str) -> Part:
    return Part(
        client_id=delivery.caller.client.id,
        scene=delivery.scene.name,
        batch_id=head.batch_id if head else "",
        part_number=head.part_number if head else 0,
        part_count=head.part_count if head else 0,
        records=0,
        bytes=0,
        digest=digest,
        received_at=now(),
        resp_code="",
        resp_desc="",
        request_id=delivery.request_id,
        user=delivery.caller.user,
    )


async def _enter(node: Node, part: Part, head: ReportHead, scene: Scene) -> ReportAnswer:
    """Into the ledger; the last part of a batch also asks for its loading."""
    snapshot = head.snapshot is True
    wanted = {
        "source": head.source,
        "as_of": head.as_of,
        "snapshot": snapshot,
        "schema_version": scene.version,
    }
    async with node.database.transaction() as session:
        batch = await queries.open_batch(session, {**vars(part), **wanted, "at": part.received_at})
        _check_batch(batch, part, head)
        is_new = await queries.add_part(session, part, batch.id)
        if is_new:
            batch = await queries.count_part(session, batch.id, part)
            if batch.completed_at is not None:
                await enqueue(session, LOAD, {"batch": batch.id}, key=f"{LOAD}/{batch.id}")
        else:
            digest, received_at = await queries.accepted_digest(session, batch.id, part.part_number)
            if digest != part.digest:
                raise BadDigest("该分片已用其他内容上报过，不能更换；更正请用新的批次号")
            part = replace(part, received_at=received_at)
    return _answer(part, batch, duplicate=not is_new)


def _check_batch(batch: queries.Batch, part: Part, head: ReportHead) -> None:
    same = (batch.part_count, batch.as_of, batch.source, batch.snapshot) == (
        part.part_count,
        head.as_of,
        head.source,
        head.snapshot is True,
    )
    if not same:
        raise BadPayload("同一批次各分片的 partCount、asOf、source、snapshot 须一致")


def _answer(part: Part, batch: queries.Batch, *, duplicate: bool) -> ReportAnswer:
    return ReportAnswer(
        batch_id=part.batch_id,
        part_number=part.part_number,
        part_count=part.part_count,
        records=part.records,
        received_parts=batch.received_parts,
        complete=batch.completed_at is not None,
        duplicate=duplicate,
        digest=part.digest,
        received_at=part.received_at,
    )


async def _note_refusal(delivery: Delivery, intake: Intake, refusal: Refusal) -> None:
    part = replace(
        _part(delivery, None, delivery.caller.digest),
        bytes=len(intake.content),
        resp_code=resp_code(refusal).value,
        resp_desc=refusal.message,
    )
    async with delivery.node.database.transaction() as session:
        await queries.add_part(session, part, None)
