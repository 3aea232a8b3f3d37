"""Looks for suspected cells, and what they found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.suspicions import (
    Detection,
    DetectionState,
    Reason,
    Suspicion,
    SuspicionState,
)
from brain.platform.data_sets.models.quality import DetectionRow, RepairRow, SuspicionRow

_OF_DETECTION = [each.name for each in fields(Detection)]
_OF_SUSPICION = [each.name for each in fields(Suspicion)]
_UNDER_WAY = (DetectionState.QUEUED, DetectionState.RUNNING)
AT_ONCE = 500  # rows of an insert


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """What of the findings is asked for; None for all."""

    state: SuspicionState | None = None
    column: str | None = None
    kind: str | None = None
    repairable: bool = False


def _detection(row: DetectionRow) -> Detection:
    told = {name: getattr(row, name) for name in _OF_DETECTION}
    return Detection(**told | {"state": DetectionState(row.state)})


def _suspicion(row: SuspicionRow) -> Suspicion:
    told = {name: getattr(row, name) for name in _OF_SUSPICION}
    reasons = tuple(Reason(**each | {"beside": tuple(each["beside"])}) for each in row.reasons)
    return Suspicion(**told | {"state": SuspicionState(row.state), "reasons": reasons})


async def under_way(session: AsyncSession, data_set: str) -> Detection | None:
    row = await session.scalar(
        select(DetectionRow).where(DetectionRow.data_set == data_set, DetectionRow.state.in_(_UNDER_WAY))
    )
    return _detection(row) if row else None


async def begin(session: AsyncSession, values: dict[str, Any]) -> Detection:
    blank = {"state": DetectionState.QUEUED, "rows_looked": 0, "columns": 0, "progress": 0, "found": 0}
    row = DetectionRow(asked_at=now(), stop_wanted=False, **blank, **values)
    session.add(row)
    await session.flush()
    return _detection(row)


async def get_detection(session: AsyncSession, detection_id: int) -> Detection:
    """Locked."""
    row = await session.scalar(
        select(DetectionRow).where(DetectionRow.id == detection_id).with_for_update(),
        execution_options={"populate_existing": True},
    )
    if row is None:
        raise NotFound("没有这次查找")
    return _detection(row)


async def change_detection(session: AsyncSession, detection_id: int, **values: object) -> None:
    await session.execute(update(DetectionRow).where(DetectionRow.id == detection_id).values(values))


async def detections(session: AsyncSession, data_set: str, limit: int) -> list[Detection]:
    """The newest first."""
    rows = await session.scalars(
        select(DetectionRow)
        .where(DetectionRow.data_set == data_set)
        .order_by(DetectionRow.id.desc())
        .limit(limit)
    )
    return [_detection(row) for row in rows]


async def replace(session: AsyncSession, data_set: str, found: Mapping[str, dict[str, Any]]) -> None:
    """The findings of a look, by fingerprint, in place of the open ones; what people decided stays.

    What was repaired and is found again is open again.
    """
    await session.execute(
        delete(SuspicionRow).where(
            SuspicionRow.data_set == data_set,
            SuspicionRow.state == SuspicionState.OPEN,
            SuspicionRow.fingerprint.not_in(list(found)),
        )
    )
    fresh = {"data_set": data_set, "state": SuspicionState.OPEN, "found_at": now()}
    rows = [{**fresh, "fingerprint": mark, **each} for mark, each in found.items()]
    for start in range(0, len(rows), AT_ONCE):
        statement = insert(SuspicionRow).values(rows[start : start + AT_ONCE])
        again = ("version", "repair", "kind", "confidence", "reasons", "values", "state", "found_at")
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["data_set", "fingerprint"],
                set_={name: statement.excluded[name] for name in again},
                where=SuspicionRow.state.in_([SuspicionState.OPEN, SuspicionState.REPAIRED]),
            )
        )


async def page(
    session: AsyncSession, data_set: str, narrowed: Narrowed, *, offset: int, limit: int
) -> tuple[list[Suspicion], int]:
    """The surest first."""
    conditions = _conditions(data_set, narrowed)
    total = await session.scalar(select(func.count()).select_from(SuspicionRow).where(*conditions))
    rows = await session.scalars(
        select(SuspicionRow)
        .where(*conditions)
        .order_by(SuspicionRow.confidence.desc(), SuspicionRow.id)
        .offset(offset)
        .limit(limit)
    )
    return [_suspicion(row) for row in rows], total or 0


def _conditions(data_set: str, narrowed: Narrowed) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [SuspicionRow.data_set == data_set]
    if narrowed.state:
        found.append(SuspicionRow.state == narrowed.state)
    if narrowed.column:
        found.append(SuspicionRow.column == narrowed.column)
    if narrowed.kind:
        found.append(SuspicionRow.kind == narrowed.kind)
    if narrowed.repairable:
        found.append(SuspicionRow.repair.is_not(None))
    return found


async def counted(session: AsyncSession, data_set: str, state: SuspicionState) -> int:
    of_state = (SuspicionRow.data_set == data_set, SuspicionRow.state == state)
    return await session.scalar(select(func.count()).select_from(SuspicionRow).where(*of_state)) or 0


async def some(session: AsyncSession, data_set: str, ids: Sequence[int]) -> list[Suspicion]:
    """Of a data set, locked, in the order of their numbers; raises NotFound unless all are there."""
    rows = await session.scalars(
        select(SuspicionRow)
        .where(SuspicionRow.data_set == data_set, SuspicionRow.id.in_(ids))
        .order_by(SuspicionRow.id)
        .with_for_update(),
        execution_options={"populate_existing": True},
    )
    found = [_suspicion(row) for row in rows]
    if len(found) < len(set(ids)):
        raise NotFound("有的发现已不在，请刷新")
    return found


async def repaired_since(session: AsyncSession, data_set: str, version: int) -> list[Suspicion]:
    """Repairs of cells of a version, which the next one is to have."""
    rows = await session.scalars(
        select(SuspicionRow).where(
            SuspicionRow.data_set == data_set,
            SuspicionRow.version == version,
            SuspicionRow.state == SuspicionState.REPAIRED,
        )
    )
    return [_suspicion(row) for row in rows]


async def decide(
    session: AsyncSession, ids: Sequence[int], state: SuspicionState, by: str, reason: str
) -> None:
    values = {"state": state, "decided_by": by, "decided_at": now(), "reason": reason}
    await session.execute(update(SuspicionRow).where(SuspicionRow.id.in_(ids)).values(values))


async def add_repair(session: AsyncSession, data_set: str, cells: Mapping[str, Any], by: str) -> int:
    row = RepairRow(data_set=data_set, cells=dict(cells), by=by, at=now())
    session.add(row)
    await session.flush()
    return row.id


async def set_version(session: AsyncSession, ids: Sequence[int], version: int) -> None:
    """The version in which they are still so."""
    await session.execute(update(SuspicionRow).where(SuspicionRow.id.in_(ids)).values(version=version))
