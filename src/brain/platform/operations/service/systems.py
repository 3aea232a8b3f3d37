"""Business systems as people register, change, try and switch them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid, NotFound
from brain.kit.events import Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.operations.adapters import databases, folders, places, settings
from brain.platform.operations.adapters.databases import TableShape
from brain.platform.operations.adapters.settings import DatabaseSettings, FolderSettings, TableMapping
from brain.platform.operations.contract import OpenFolders
from brain.platform.operations.domain import acts
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.domain.presets import PRESETS
from brain.platform.operations.domain.reading import WrongRow, read
from brain.platform.operations.domain.systems import NotRead, NotReadable
from brain.platform.operations.models import NameRow, RecordRow, SystemRow
from brain.platform.operations.queries import records, systems
from brain.platform.operations.service import following
from brain.platform.operations.service.entering import PEOPLE
from brain.platform.shop_floor.service import equipment

_PATIENCE: Final = 20.0  # seconds that a person waits for a database
Told = DatabaseSettings | FolderSettings


@dataclass(kw_only=True)
class Tried:
    """What a mapping or a file gives: rows read, how many are right, what is wrong with others."""

    name: str
    record_kind: str
    rows: int = 0
    right: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Trial:
    tables: list[TableShape]
    tried: list[Tried]


def of_preset(title: str, database: str) -> Told:
    """Raises NotFound for a preset that is not there."""
    for name, _, told in PRESETS:
        if name == title:
            return settings.read(told | {"database": database})
    raise NotFound("没有这个模板")


def shaped(told: Told) -> dict[str, Any]:
    """As it is kept and as it is told: the names of the wire."""
    return told.model_dump(mode="json", by_alias=True)


async def add(
    session: AsyncSession, node: Node, name: str, told: Told, secret: str | None, by: str
) -> SystemRow:
    await _check_name(session, name, but=None)
    row = SystemRow(
        name=name,
        settings=shaped(told),
        sealed_secret=None,
        enabled=True,
        revision=1,
        changed_by=by,
        changed_at=now(),
    )
    session.add(row)
    await session.flush()
    _seal(node, row, secret)
    await announce(session, Recorded(act=acts.SYSTEM_ADDED, target=str(row.id), title=name, actor=by))
    return row


async def change(  # noqa: PLR0913, PLR0917 - what is told of a system, and who tells it
    session: AsyncSession, node: Node, system_id: int, name: str, told: Told, secret: str | None, by: str
) -> SystemRow:
    """Without a new secret the old one stays, unless it would now be sent elsewhere."""
    row = await systems.one(session, system_id, lock=True)
    await _check_name(session, name, but=row.id)
    if secret is None and row.sealed_secret is not None:
        _check_destination(row, told)
    wanted = shaped(told)
    if (row.name, row.settings) != (name, wanted) or secret is not None:
        row.name, row.settings = name, wanted
        _seal(node, row, secret)
        _revise(row, by)
        await announce(session, Recorded(act=acts.SYSTEM_CHANGED, target=str(row.id), title=name, actor=by))
    return row


async def switch(session: AsyncSession, system_id: int, by: str, *, on: bool) -> SystemRow:
    row = await systems.one(session, system_id, lock=True)
    if row.enabled != on:
        row.enabled = on
        _revise(row, by)
        if not on:
            await announce(session, Settled(key=f"operations.system.{row.id}"))
        told = Recorded(
            act=acts.SYSTEM_SWITCHED, target=str(row.id), title=row.name, actor=by, details={"on": on}
        )
        await announce(session, told)
    return row


async def remove(session: AsyncSession, system_id: int, by: str) -> None:
    """Raises Conflict where it ever gave a record: records keep their origin."""
    row = await systems.one(session, system_id, lock=True)
    if await session.scalar(select(RecordRow.number).where(RecordRow.system_id == system_id).limit(1)):
        raise Conflict("它已有记录，记录要能追到来源：请改为停用")
    await announce(session, Settled(key=f"operations.system.{row.id}"))
    await announce(session, Recorded(act=acts.SYSTEM_REMOVED, target=str(row.id), title=row.name, actor=by))
    await session.delete(row)


async def trial(
    session: AsyncSession, node: Node, system_id: int | None, told: Told, secret: str | None
) -> Trial:
    """Connect as told and read a little, keeping nothing. Raises NotRead, NotReadable."""
    if secret is None and system_id is not None:
        row = await systems.one(session, system_id)
        if row.sealed_secret is not None:
            _check_destination(row, told)
        secret = following.secret_of(node, row)
    try:
        async with asyncio.timeout(_PATIENCE):
            return await asyncio.to_thread(_try, node, told, secret)
    except TimeoutError as error:
        raise NotRead("对方太久没有答复，请检查地址和网线") from error


def _try(node: Node, told: Told, secret: str | None) -> Trial:
    opened = node.get(OpenFolders)
    if isinstance(told, FolderSettings):
        return Trial(tables=[], tried=_try_files(told, opened))
    engine = databases.engine_of(told, secret, opened)
    return Trial(tables=databases.shapes(engine), tried=[_try_table(engine, each) for each in told.tables])


def _try_table(engine: Engine, mapping: TableMapping) -> Tried:
    found = Tried(name=mapping.table, record_kind=mapping.record_kind)
    reading = databases.batches(engine, mapping, None)
    batch = next(reading, None)
    reading.close()
    _count(found, batch.rows if batch else [])
    return found


def _try_files(told: FolderSettings, opened: OpenFolders) -> list[Tried]:
    """The newest ones."""
    folder = places.within(opened, told.folder)
    tried = []
    for path in folders.files(folder, told.pattern)[-3:]:
        found = Tried(name=path.name, record_kind=told.record_kind)
        try:
            _count(found, following.cells_of(folders.sheet_of(path), told))
        except (Invalid, NotReadable) as error:
            found.problems.append(error.message)
        tried.append(found)
    return tried


def _count(found: Tried, rows: Sequence[dict[str, Any]]) -> None:
    for cells in rows:
        found.rows += 1
        try:
            read(KINDS[found.record_kind], cells)
            found.right += 1
        except WrongRow as error:
            if len(found.problems) < 5:
                found.problems.append(f"{str(cells.get('key'))[:60]}：{error}")


async def name_equipment(session: AsyncSession, name: str, equipment_id: int | None, by: str) -> None:
    """Which machine business systems mean by this word; None forgets it. Raises NotFound."""
    if equipment_id is None:
        await session.execute(delete(NameRow).where(NameRow.name == name))
        title = name
    else:
        unit = await equipment.get(session, equipment_id)
        title = f"{name} → {unit.code}"
        statement = insert(NameRow).values(name=name, equipment_id=equipment_id, told_by=by, told_at=now())
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["name"],
                set_={
                    "equipment_id": statement.excluded.equipment_id,
                    "told_by": statement.excluded.told_by,
                    "told_at": statement.excluded.told_at,
                },
            )
        )
    await announce(session, Recorded(act=acts.NAMED, target=name, title=title, actor=by))


async def words(session: AsyncSession) -> list[tuple[str, int, Any]]:
    return await records.equipment_words(session)


async def _check_name(session: AsyncSession, name: str, *, but: int | None) -> None:
    holder = await session.scalar(select(SystemRow.id).where(SystemRow.name == name))
    if name == PEOPLE or (holder is not None and holder != but):
        raise Invalid("名称重复", [{"loc": "/body/name", "message": f"名称“{name}”已被占用"}])


def _check_destination(row: SystemRow, told: Told) -> None:
    if settings.read(row.settings).destination != told.destination:
        raise Invalid(
            "连接的对方变了，须重新填写密码", [{"loc": "/body/secret", "message": "原来的密码不送往别处"}]
        )


def _revise(row: SystemRow, by: str) -> None:
    row.revision += 1
    row.changed_by, row.changed_at = by, now()


def _seal(node: Node, row: SystemRow, secret: str | None) -> None:
    if secret is not None:
        row.sealed_secret = node.secrets.seal(following.secret_name(row.id), secret.encode())
