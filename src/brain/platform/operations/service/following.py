"""Reading business systems that are switched on, each at its own pace, for as long as the gateway runs."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from psycopg import OperationalError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Refusal
from brain.kit.events import Notice, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.sheets import Sheet
from brain.platform.operations.adapters import databases, folders, places, settings
from brain.platform.operations.adapters.databases import Batch
from brain.platform.operations.adapters.folders import FoundFile
from brain.platform.operations.adapters.settings import DatabaseSettings, FolderSettings
from brain.platform.operations.contract import Cells, Kept, OpenFolders, RefusedCells
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.domain.reading import guessed
from brain.platform.operations.domain.systems import NotRead, NotReadable
from brain.platform.operations.models import SystemRow
from brain.platform.operations.queries import records, systems
from brain.platform.operations.service import recording

log = logger(__name__)

LOOK_EVERY: Final = 1.0  # seconds between looks for what is due
_AT_ONCE: Final = 2_000  # rows of a sheet in one transaction
T = TypeVar("T")


@dataclass(kw_only=True)
class _Turn:
    revision: int
    due: float
    task: asyncio.Task[None] | None = None


async def follow(node: Node) -> None:
    """Until cancelled."""
    turns: dict[int, _Turn] = {}
    async with asyncio.TaskGroup() as group:
        while True:
            try:
                async with node.database.transaction() as session:
                    rows = {row.id: row for row in await systems.enabled(session)}
            except (SQLAlchemyError, OperationalError, OSError) as error:
                log.warning("operations.no_systems", error=str(error))
                rows = {}
            for row in rows.values():
                _start_if_due(node, turns, row, group)
            await asyncio.sleep(LOOK_EVERY)


def _start_if_due(node: Node, turns: dict[int, _Turn], row: SystemRow, group: asyncio.TaskGroup) -> None:
    turn = turns.get(row.id)
    if turn is not None and turn.task is not None and not turn.task.done():
        return
    if turn is not None and turn.revision == row.revision and turn.due > time.monotonic():
        return
    every = row.settings.get("every", 60)
    turns[row.id] = _Turn(
        revision=row.revision,
        due=time.monotonic() + every,
        task=group.create_task(look(node, row)),
    )


async def look(node: Node, row: SystemRow) -> None:
    """Read on, and note how it went."""
    try:
        await read_on(node, row)
        state, problem = "running", None
    except NotRead as error:
        state, problem = "lost", error.message
    except Refusal as error:
        state, problem = "refused", error.message
    except (SQLAlchemyError, OperationalError, OSError) as error:
        log.warning("operations.not_kept", system=row.name, error=str(error))
        return
    except Exception as error:  # a system at fault must not stop the others
        log.exception("operations.failed", system=row.name)
        state, problem = "refused", f"读取出错：{type(error).__name__}"
    async with node.database.transaction() as session:
        before = await systems.note(session, row.id, state, problem)
        await _tell(session, row, before, state, problem)


async def _tell(
    session: AsyncSession, row: SystemRow, before: str | None, state: str, problem: str | None
) -> None:
    key = f"operations.system.{row.id}"
    if state == "running":
        await announce(session, Settled(key=key))
    elif before != state:
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"业务系统“{row.name}”读不了",
                title_en=f"Business system “{row.name}” cannot be read",
                body=problem or "",
                link=f"/operations/systems/{row.id}",
                scope="operations.configure",
                key=key,
            ),
        )


async def read_on(node: Node, row: SystemRow) -> None:
    """All that is new. Raises NotRead, NotReadable, Invalid."""
    told = settings.read(row.settings)
    if isinstance(told, DatabaseSettings):
        await _read_database(node, row, told)
    else:
        await _read_folder(node, row, told)


async def _read_database(node: Node, row: SystemRow, told: DatabaseSettings) -> None:
    engine = databases.engine_of(told, secret_of(node, row), node.get(OpenFolders))
    async with node.database.transaction() as session:
        positions = await systems.positions(session, row.id)
    for mapping in told.tables:
        found = databases.batches(engine, mapping, positions.get(mapping.place))
        while batch := await asyncio.to_thread(_next_batch, found):
            async with node.database.transaction() as session:
                outcome = await _keep(session, row.id, mapping.record_kind, batch.rows)
                await systems.move(session, row.id, mapping.place, batch.position, outcome.kept)


def _next_batch(found: Iterator[Batch]) -> Batch | None:
    return next(found, None)


async def _read_folder(node: Node, row: SystemRow, told: FolderSettings) -> None:
    folder = places.within(node.get(OpenFolders), told.folder)
    async with node.database.transaction() as session:
        positions = await systems.positions(session, row.id)
    found = folders.changed(folder, told.pattern, positions)
    while file := await asyncio.to_thread(_next_file, found):
        async with node.database.transaction() as session:
            kept = await _keep_file(session, row.id, told, file)
            await systems.move(session, row.id, file.name, file.mark, kept)
    there = [path.name for path in await asyncio.to_thread(folders.files, folder, told.pattern)]
    async with node.database.transaction() as session:
        await systems.settle_files(session, row.id, there)


def _next_file(found: Iterator[FoundFile]) -> FoundFile | None:
    return next(found, None)


async def _keep_file(session: AsyncSession, system_id: int, told: FolderSettings, file: FoundFile) -> int:
    """A file is kept whole in one transaction, or not yet; how many records were new."""
    if file.sheet is None:
        if file.problem is not None:
            await _refuse_file(session, system_id, told, file, file.problem)
        return 0
    try:
        rows = cells_of(file.sheet, told)
    except NotReadable as error:
        await _refuse_file(session, system_id, told, file, error.message)
        return 0
    await records.settle(session, system_id, told.record_kind, [file.name[:200]])
    kept = 0
    for begin in range(0, len(rows), _AT_ONCE):
        kept += (await _keep(session, system_id, told.record_kind, rows[begin : begin + _AT_ONCE])).kept
    return kept


async def _refuse_file(
    session: AsyncSession, system_id: int, told: FolderSettings, file: FoundFile, problem: str
) -> None:
    refused = RefusedCells(place=0, key=file.name[:200], problem=problem)
    await recording.note_refused(session, system_id, KINDS[told.record_kind], [refused])


def cells_of(sheet: Sheet, told: FolderSettings) -> list[Cells]:
    """Raises NotReadable where a heading is missing."""
    kind = KINDS[told.record_kind]
    columns = told.columns or {field: heading for heading, field in guessed(kind, sheet.headings).items()}
    if missing := [heading for heading in columns.values() if heading not in sheet.headings]:
        raise NotReadable(f"文件中没有列 {'、'.join(missing)}")
    untold = [
        each.title
        for each in kind.fields
        if each.required and each.default is None and each.name not in columns
    ]
    if untold:
        raise NotReadable(f"看不出哪一列是{'、'.join(untold)}")
    places_of = {field: sheet.headings.index(heading) for field, heading in columns.items()}
    return [
        {field: line[place] if place < len(line) else None for field, place in places_of.items()}
        for line in sheet.rows
    ]


async def _keep(session: AsyncSession, system_id: int, kind_name: str, rows: list[Cells]) -> Kept:
    kind = KINDS[kind_name]
    outcome = await recording.keep(session, system_id, kind, rows)
    wrong = {each.place for each in outcome.refused}
    right = {str(row.get("key")): place for place, row in enumerate(rows) if place not in wrong}
    await records.settle(session, system_id, kind_name, list(right))
    still = [each for each in outcome.refused if right.get(each.key, -1) < each.place]
    await recording.note_refused(session, system_id, kind, still)
    return outcome


def secret_name(system_id: int) -> str:
    return f"operations.system/{system_id}"


def secret_of(node: Node, row: SystemRow) -> str | None:
    if row.sealed_secret is None:
        return None
    return node.secrets.open(secret_name(row.id), row.sealed_secret).decode()
