"""Running an import: batch after batch, each with its checkpoint in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.errors import Conflict, Refusal
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.data_sets.service import delivering
from brain.platform.data_sets.service.delivering import Provenance
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract.precedence import Authority
from brain.platform.data_warehouse.service import precedence
from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.adapters.files import BATCH, Reader
from brain.platform.ingestion.contract import Import, Status
from brain.platform.ingestion.queries import imports, problems
from brain.platform.ingestion.service import layouts, owners, sources, telling
from brain.platform.ingestion.service.checking import Checked, Checker
from brain.platform.ingestion.service.landing import open_landed
from brain.platform.ingestion.service.writing import Writer

log = logger(__name__)

Progress = Callable[[Import], Awaitable[None]]


@dataclass(frozen=True)
class CheckedBatch:
    batch: Batch
    first_row: int
    checked: Checked


async def run(node: Node, import_id: int, progress: Progress | None = None) -> Import:
    """Carry an import on from its last checkpoint. A refusal fails it and is told in its `problem`."""
    async with node.database.transaction() as session:
        wanted = await imports.lock(session, import_id)
        if wanted.status is Status.DONE:
            return wanted
        await imports.change(session, import_id, status=Status.RUNNING, problem=None)
    started_at = now()
    try:
        await _batches(node, wanted, progress)
    except Refusal as refusal:
        log.warning("ingestion.import_failed", import_id=import_id, reason=refusal.message)
        ended: dict[str, str | None] = {"status": Status.FAILED, "problem": refusal.message}
    else:
        ended = {"status": Status.DONE, "problem": None}
    async with node.database.transaction() as session:
        await imports.change(session, import_id, **ended, finished_at=now())
        if ended["status"] is Status.DONE:
            await sources.delivered(session, wanted.source_id)
            await _complete(session, node, wanted)
        done = await imports.get(session, import_id)
        await telling.note(session, done, started_at)
        return done


async def _batches(node: Node, wanted: Import, progress: Progress | None) -> None:
    reader = await open_landed(node, wanted.landing_digest)
    async with node.database.transaction() as session:
        layout = await layouts.get(session, node, wanted.dataset)
        source = await sources.get(session, wanted.source_id)
        source.must_deliver(today())
        authority = Authority(source.registration.category.value)
        await precedence.know_provider(session, wanted.origin.provider, authority)
        await imports.change(session, wanted.id, rows_total=reader.rows)
        names = await warehouse.industry_codes_by_name(session)
    writer = Writer(node, layout, _provenance(wanted), wanted.landing_digest, wanted.rows_done)
    checked = _check_all(reader, Checker(layout, wanted.mapping, names))
    # While one batch is written, the next is read and checked in another thread.
    coming = asyncio.create_task(asyncio.to_thread(next, checked, None))
    try:
        while (current := await coming) is not None:
            coming = asyncio.create_task(asyncio.to_thread(next, checked, None))
            held = await _write(node, wanted.id, writer, current)
            if progress is not None:
                await progress(held)
    finally:
        await asyncio.wait([coming])


def _check_all(reader: Reader, checker: Checker) -> Iterator[CheckedBatch]:
    row = 1
    for batch in reader.batches(BATCH):
        yield CheckedBatch(batch, row, checker.check(batch, row))
        row += batch.cells.height


async def _write(node: Node, import_id: int, writer: Writer, current: CheckedBatch) -> Import:
    last_row = current.first_row + current.batch.cells.height - 1
    async with node.database.transaction() as session:
        held = await imports.lock(session, import_id)
        if held.rows_done > max(writer.done, current.first_row - 1):
            raise Conflict("该导入任务正由另一个进程执行")
        fresh, merged = await writer.write(session, current.checked)
        if last_row <= writer.done:
            return held
        rejected = {problem.row for problem in fresh.problems if problem.fatal}
        cells = {row: current.batch.cells.row(row - current.first_row) for row in sorted(rejected)}
        # What was doubtful about a rejected row is one more reason; only rows taken over are warned of.
        told = [replace(problem, fatal=problem.row in rejected) for problem in fresh.problems]
        await problems.keep(session, import_id, told, cells)
        await imports.change(
            session,
            import_id,
            rows_done=last_row,
            inserted=held.inserted + (merged.inserted if merged else 0),
            changed=held.changed + (merged.changed if merged else 0),
            unchanged=held.unchanged + (merged.unchanged if merged else 0),
            rejected=held.rejected + len(rejected),
            warned=held.warned + len({problem.row for problem in told if not problem.fatal}),
        )
        return await imports.get(session, import_id)


async def _complete(session: AsyncSession, node: Node, wanted: Import) -> None:
    """What was delivered to a data set becomes part of it; names that were not found are to be matched."""
    layout = await layouts.get(session, node, wanted.dataset)
    await owners.note_rejected(session, wanted.id, layout)
    if layout.data_set is not None:
        await delivering.complete(session, node, layout.data_set, _provenance(wanted))


def _provenance(wanted: Import) -> Provenance:
    return Provenance(id=wanted.id, by=wanted.created_by, **asdict(wanted.origin))
