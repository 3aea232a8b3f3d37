"""Imports, the landed files they read and the mappings remembered from them."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.ingestion.contract import Import, Origin, Status
from brain.platform.ingestion.domain.mapping import Column, Mapping
from brain.platform.ingestion.models import ImportRow, LandingRow, TemplateRow

_NEWEST_FIRST = select(ImportRow, LandingRow.file_name).join(LandingRow).order_by(ImportRow.id.desc())


def _import(row: ImportRow, file_name: str) -> Import:
    return Import(
        id=row.id,
        dataset=row.dataset,
        landing_digest=row.landing_digest,
        file_name=file_name,
        mapping=_mapping(row.mapping),
        source_id=row.source_id,
        origin=Origin(provider=row.provider, title=row.title, as_of=row.as_of, sample=row.sample),
        status=Status(row.status),
        rows_total=row.rows_total,
        rows_done=row.rows_done,
        inserted=row.inserted,
        changed=row.changed,
        unchanged=row.unchanged,
        rejected=row.rejected,
        warned=row.warned,
        problem=row.problem,
        created_by=row.created_by,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )


def _mapping(columns: list[Any]) -> Mapping:
    return tuple(Column(**column) for column in columns)


async def add_landing(session: AsyncSession, row: dict[str, Any]) -> None:
    """Kept as it was when the same content landed before."""
    await session.execute(insert(LandingRow).values(row).on_conflict_do_nothing())


async def file_name(session: AsyncSession, digest: str) -> str:
    name = await session.scalar(select(LandingRow.file_name).where(LandingRow.digest == digest))
    if name is None:
        raise NotFound("没有这个文件，请重新上传")
    return name


async def landed_size(session: AsyncSession, digest: str) -> int:
    """Bytes of the file as it came."""
    size = await session.scalar(select(LandingRow.size).where(LandingRow.digest == digest))
    return size or 0


async def add(session: AsyncSession, identity: str, row: dict[str, Any]) -> tuple[Import, bool]:
    """The import of this identity, and whether it is new."""
    added = await session.scalar(
        insert(ImportRow).values(identity=identity, **row).on_conflict_do_nothing().returning(ImportRow.id)
    )
    return await _one(session, _NEWEST_FIRST.where(ImportRow.identity == identity)), added is not None


async def get(session: AsyncSession, import_id: int) -> Import:
    return await _one(session, _NEWEST_FIRST.where(ImportRow.id == import_id))


async def numbered(session: AsyncSession, import_ids: Collection[int]) -> list[Import]:
    """Those that there are."""
    rows = await session.execute(_NEWEST_FIRST.where(ImportRow.id.in_(import_ids)))
    return [_import(*row) for row in rows]


async def lock(session: AsyncSession, import_id: int) -> Import:
    return await _one(session, _NEWEST_FIRST.where(ImportRow.id == import_id).with_for_update(of=ImportRow))


async def _one(session: AsyncSession, wanted: Select[ImportRow, str]) -> Import:
    found = (await session.execute(wanted, execution_options={"populate_existing": True})).one_or_none()
    if found is None:
        raise NotFound("没有这个导入任务")
    return _import(*found)


async def newest(session: AsyncSession, *, offset: int, limit: int) -> tuple[list[Import], int]:
    total = await session.scalar(select(func.count()).select_from(ImportRow))
    rows = await session.execute(_NEWEST_FIRST.offset(offset).limit(limit))
    return [_import(*row) for row in rows], total or 0


async def change(session: AsyncSession, import_id: int, **values: Any) -> None:
    await session.execute(update(ImportRow).where(ImportRow.id == import_id).values(**values))


async def template(session: AsyncSession, header_set: str) -> Mapping | None:
    columns = await session.scalar(select(TemplateRow.mapping).where(TemplateRow.header_set == header_set))
    return None if columns is None else _mapping(columns)


async def remember(session: AsyncSession, header_set: str, dataset: str, mapping: Mapping) -> None:
    columns = [asdict(column) for column in mapping]
    kept = insert(TemplateRow).values(header_set=header_set, dataset=dataset, mapping=columns, used_at=now())
    await session.execute(
        kept.on_conflict_do_update(
            index_elements=["header_set"],
            set_={"mapping": kept.excluded.mapping, "used_at": kept.excluded.used_at},
        )
    )
