"""Keeping what sources tell: once, in order, earlier revisions beside the current one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.operations.contract import Cells, Kept, RefusedCells
from brain.platform.operations.domain.fields import RecordKind
from brain.platform.operations.domain.kinds import MATERIAL_LOT
from brain.platform.operations.domain.reading import Told, WrongRow, read
from brain.platform.operations.models import RecordRow
from brain.platform.operations.queries import records

_UNNAMED: Final = "（没有编号）"


async def keep(
    session: AsyncSession,
    system_id: int,
    kind: RecordKind,
    rows: Iterable[Cells],
    *,
    import_id: int | None = None,
) -> Kept:
    """Of rows under one key the last counts. What is told again is not kept again; what is older than what
    is kept (`changed_at`) changes nothing."""
    told, outcome = _read(kind, rows)
    newest = {each.key: each for each in told}
    outcome.unchanged += len(told) - len(newest)
    await records.in_order(session)
    held = await records.current(session, system_id, kind.name, list(newest))
    fresh = []
    for each in newest.values():
        before = held.get(each.key)
        if before is not None and not before.withdrawn and before.content == each.content:
            outcome.unchanged += 1
        elif before is not None and _is_older(each, before.changed_at):
            outcome.older += 1
        else:
            fresh.append(each)
    outcome.kept = len(fresh)
    at = now()
    await records.replace(
        session,
        [_row(system_id, each, import_id, at) for each in fresh],
        [held[each.key].number for each in fresh if each.key in held],
    )
    return outcome


async def note_refused(
    session: AsyncSession, system_id: int, kind: RecordKind, refused: Sequence[RefusedCells]
) -> None:
    """For people to see what a system gives that cannot be used."""
    at = now()
    last = {each.key: each.problem for each in refused}
    await records.refuse(
        session,
        [
            {"system_id": system_id, "kind": kind.name, "key": key, "problem": problem, "at": at}
            for key, problem in last.items()
        ],
    )


async def restate(
    session: AsyncSession, row: RecordRow, content: dict[str, Any] | None, at: datetime | None = None
) -> None:
    """As a new revision: this content again, or that the source no longer holds to it."""
    await records.in_order(session)
    restated = _row(
        row.system_id,
        Told(
            kind=row.kind,
            key=row.key,
            at=at or row.at,
            changed_at=None,
            content=row.content if content is None else content,
        ),
        None,
        now(),
    )
    await records.replace(session, [restated | {"withdrawn": content is None}], [row.number])


def _read(kind: RecordKind, rows: Iterable[Cells]) -> tuple[list[Told], Kept]:
    told: list[Told] = []
    outcome = Kept()
    for place, cells in enumerate(rows):
        try:
            told.append(read(kind, cells))
        except WrongRow as error:
            key = str(cells.get("key") or _UNNAMED).replace("\0", "")[:200]
            outcome.refused.append(RefusedCells(place=place, key=key, problem=str(error)))
    return told, outcome


def _is_older(told: Told, kept_at: datetime | None) -> bool:
    return told.changed_at is not None and kept_at is not None and told.changed_at < kept_at


def _row(system_id: int, told: Told, import_id: int | None, at: datetime) -> dict[str, Any]:
    made_of: Sequence[str] = told.content.get("made_of", ())
    return {
        "system_id": system_id,
        "kind": told.kind,
        "key": told.key,
        "at": told.at,
        "changed_at": told.changed_at,
        "equipment": told.content.get("equipment"),
        "lot": told.key if told.kind == MATERIAL_LOT.name else told.content.get("lot"),
        "made_of": list(made_of),
        "content": told.content,
        "current": True,
        "withdrawn": False,
        "import_id": import_id,
        "kept_at": at,
    }
