"""Sheets that people import: tried first, kept in one transaction, undone as a whole."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import sheets
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.sheets import Sheet
from brain.platform.operations.contract import Cells, Kept, RefusedCells
from brain.platform.operations.domain import acts
from brain.platform.operations.domain.fields import RecordKind
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.domain.reading import WrongRow, guessed, read
from brain.platform.operations.models import ImportRow
from brain.platform.operations.queries import records
from brain.platform.operations.service import entering, recording

MOST_SHOWN: Final = 100  # refused rows
_SAMPLE: Final = 5
_AT_ONCE: Final = 2_000  # rows of one statement


@dataclass(frozen=True, kw_only=True)
class Preview:
    """`refused` by the place of the row, from 0; `missing`: titles of fields that no heading tells."""

    sheet: Sheet
    mapping: dict[str, str]
    right: int
    refused: list[RefusedCells]
    missing: list[str]


async def preview(kind: RecordKind, content: bytes, mapping: Mapping[str, str] | None) -> Preview:
    """What importing would do. Without a mapping (heading → field) it is guessed. Raises Invalid."""
    return await asyncio.to_thread(_preview, kind, content, mapping)


def _preview(kind: RecordKind, content: bytes, mapping: Mapping[str, str] | None) -> Preview:
    sheet = sheets.read(content)
    chosen = guessed(kind, sheet.headings) if mapping is None else dict(mapping)
    _check(kind, sheet, chosen)
    refused = []
    for place, cells in enumerate(_cells(sheet, chosen)):
        try:
            read(kind, cells)
        except WrongRow as error:
            refused.append(RefusedCells(place=place, key=str(cells.get("key") or ""), problem=str(error)))
    return Preview(
        sheet=sheet,
        mapping=chosen,
        right=len(sheet.rows) - len(refused),
        refused=refused,
        missing=_missing(kind, chosen),
    )


async def take(
    session: AsyncSession,
    kind: RecordKind,
    name: str,
    content: bytes,
    mapping: Mapping[str, str] | None,
    by: str,
) -> tuple[ImportRow, list[RefusedCells]]:
    """Right rows are kept, wrong ones told. Raises Invalid where a required field has no heading, or no row
    is right."""
    tried = await preview(kind, content, mapping)
    if tried.missing:
        raise Invalid(f"没有列对应必填的{'、'.join(tried.missing)}")
    if not tried.right:
        raise Invalid(f"没有一行可以导入：{tried.refused[0].problem if tried.refused else '没有数据'}")
    row = ImportRow(
        kind=kind.name,
        name=name,
        digest=sha256(content).hexdigest(),
        kept=0,
        unchanged=0,
        refused=0,
        by=by,
        at=now(),
    )
    session.add(row)
    await session.flush()
    system_id = await entering.people(session)
    cells, whole = _cells(tried.sheet, tried.mapping), Kept()
    for begin in range(0, len(cells), _AT_ONCE):
        part = cells[begin : begin + _AT_ONCE]
        whole.add(await recording.keep(session, system_id, kind, part, import_id=row.id))
    row.kept, row.unchanged, row.refused = whole.kept, whole.unchanged + whole.older, len(tried.refused)
    await session.flush()
    await announce(
        session,
        Recorded(
            act=acts.IMPORTED,
            target=str(row.id),
            title=f"{kind.title} {name}",
            actor=by,
            details={"kept": row.kept, "unchanged": row.unchanged, "refused": row.refused},
        ),
    )
    return row, tried.refused


async def undo(session: AsyncSession, import_id: int, by: str) -> tuple[ImportRow, int]:
    """What it brought is taken back: what stood before stands again. Records that changed since stay; how
    many. Raises NotFound, Conflict."""
    await records.in_order(session)
    row = await session.get(ImportRow, import_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这次导入")
    if row.undone_at is not None:
        raise Conflict("这次导入已经撤销")
    mine = await records.of_import(session, import_id)
    for each in mine:
        before = await records.before_import(session, each)
        if before is None or before.withdrawn:
            await recording.restate(session, each, None)
        else:
            await recording.restate(session, each, before.content, before.at)
    row.undone_by, row.undone_at = by, now()
    await session.flush()
    title = f"{KINDS[row.kind].title} {row.name}"
    await announce(session, Recorded(act=acts.UNDONE, target=str(row.id), title=title, actor=by))
    return row, row.kept - len(mine)


def _check(kind: RecordKind, sheet: Sheet, mapping: Mapping[str, str]) -> None:
    fields = list(mapping.values())
    for heading, field in mapping.items():
        if heading not in sheet.headings:
            raise Invalid(f"文件中没有列“{heading[:100]}”")
        if field not in kind.by_name:
            raise Invalid(f"{kind.title}没有字段“{field[:40]}”")
        if fields.count(field) > 1:
            raise Invalid(f"两列都对应“{kind.by_name[field].title}”")


def _missing(kind: RecordKind, mapping: Mapping[str, str]) -> list[str]:
    told = set(mapping.values())
    return [
        each.title for each in kind.fields if each.required and each.default is None and each.name not in told
    ]


def _cells(sheet: Sheet, mapping: Mapping[str, str]) -> list[Cells]:
    places = {field: sheet.headings.index(heading) for heading, field in mapping.items()}
    return [
        {field: line[place] if place < len(line) else None for field, place in places.items()}
        for line in sheet.rows
    ]


def shown(cell: Any) -> str:
    """For a page: as text, not too long."""
    return "" if cell is None else str(cell)[:60]
