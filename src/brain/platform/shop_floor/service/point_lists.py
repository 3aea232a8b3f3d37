"""Lists of points in sheets: given out, tried, taken over as a whole, undone as a whole."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import sheets
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.sheets import Sheet
from brain.platform.shop_floor.adapters import point_sheets
from brain.platform.shop_floor.domain import acts, listing, point_lists
from brain.platform.shop_floor.domain.listing import (
    Added,
    Change,
    Changed,
    Existing,
    Ledger,
    Outcome,
    Refused,
    WrongRow,
    same,
)
from brain.platform.shop_floor.domain.point_lists import Head, Told
from brain.platform.shop_floor.domain.registering import Plan
from brain.platform.shop_floor.models import PointImportRow, PointRow, SourceRow
from brain.platform.shop_floor.queries import sources
from brain.platform.shop_floor.service import points
from brain.platform.shop_floor.service.sources import address_of, revise


@dataclass(frozen=True)
class Tried:
    sheet: Sheet
    head: Head
    outcome: Outcome

    def cell(self, refused: Refused) -> str:
        place = self.head.place(refused.column)
        if place is None and refused.column.startswith("address") and self.head.address:
            place = min(self.head.address.values())
        return self.sheet.cell(refused.row, 0 if place is None else place)


@dataclass(frozen=True)
class _Standing:
    machines: dict[str, SourceRow]
    rows: dict[int, PointRow]
    ledger: Ledger


async def book(session: AsyncSession, source_id: int | None) -> bytes:
    """Points in use, of one source or of all. Raises NotFound."""
    machines = (
        await sources.machines(session) if source_id is None else [await sources.machine(session, source_id)]
    )
    units = {row.id: row.code for row in await sources.equipment(session) if row.retired_at is None}
    listed = [
        ({
            **{column.name: getattr(row, column.name, None) for column in point_lists.COLUMNS},
            "source": machine.name,
            "equipment": units.get(row.equipment_id) if row.equipment_id is not None else None,
        }, row.address)
        for machine in machines
        for row in await sources.points_of(session, machine.id)
    ]  # fmt: skip
    protocols = sorted({machine.settings["kind"] for machine in machines})
    return await asyncio.to_thread(point_sheets.book, listed, protocols, sorted(units.values()))


async def preview(session: AsyncSession, content: bytes) -> Tried:
    """What taking it over would do; nothing is kept. Raises Invalid for what is no list of points."""
    sheet = await asyncio.to_thread(_read, content)
    return await asyncio.to_thread(_tried, sheet, await _standing(session, lock=False))


async def take(session: AsyncSession, content: bytes, name: str, mark: str, by: str) -> PointImportRow:
    """Right rows are taken over. `mark`: of the outcome that was seen. Raises Invalid, and Conflict where it
    would now be another."""
    sheet = await asyncio.to_thread(_read, content)
    standing = await _standing(session, lock=True)
    outcome = (await asyncio.to_thread(_tried, sheet, standing)).outcome
    if outcome.mark() != mark:
        raise Conflict("预览之后测点有变化，请重新预览")
    if not outcome.added and not outcome.changed:
        raise Invalid("没有要改动的：各行与现有测点相同，或都被拒绝")
    changes = [_changed(standing.rows[each.point.number], each) for each in outcome.changed]
    added = [_row(standing, each) for each in outcome.added]
    session.add_all(added)
    await session.flush()
    row = PointImportRow(
        name=name, digest=sha256(content).hexdigest(), added=len(added), changed=len(changes),
        unchanged=outcome.unchanged, refused=len(outcome.refused), by=by, at=now(),
        changes=[*changes, *({"number": each.number, "added": True} for each in added)],
    )  # fmt: skip
    session.add(row)
    await session.flush()
    touched = {standing.rows[each["number"]].source_id for each in changes} | {row.source_id for row in added}
    _revise(standing.machines.values(), touched, by)
    told = {"added": row.added, "changed": row.changed, "refused": row.refused}
    recorded = Recorded(act=acts.LIST_TAKEN, target=str(row.id), title=name, actor=by, details=told)
    await announce(session, recorded)
    return row


async def undo(session: AsyncSession, import_id: int, by: str) -> tuple[PointImportRow, int]:
    """New points are retired, changed fields are again as they were. What somebody changed since stays; of
    how many points. Raises NotFound, Conflict."""
    standing = await _standing(session, lock=True)
    row = await session.get(PointImportRow, import_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这次导入")
    if row.undone_at is not None:
        raise Conflict("这次导入已经撤销")
    await session.refresh(row, ["changes"])
    touched, left = set(), 0
    for each in row.changes:
        point = standing.rows[each["number"]]
        touched.add(point.source_id)
        left += _restored(point, each, standing.ledger)
    row.undone_by, row.undone_at = by, now()
    await session.flush()
    _revise(standing.machines.values(), touched, by)
    await announce(session, Recorded(act=acts.LIST_UNDONE, target=str(row.id), title=row.name, actor=by))
    return row, left


def _read(content: bytes) -> Sheet:
    sheets.refuse_programs(content)
    return sheets.read(content)


async def _standing(session: AsyncSession, *, lock: bool) -> _Standing:
    machines = {row.name: row for row in await sources.machines(session, lock=lock)}
    names = {row.id: name for name, row in machines.items()}
    rows = {row.number: row for row in await sources.all_points(session) if row.source_id in names}
    existing = {
        row.number: Existing(
            plan=Plan(point=sources.point_of(row), address=row.address, equipment_id=row.equipment_id),
            source=names[row.source_id],
            retired=row.retired_at is not None,
        )
        for row in rows.values()
    }
    units = {row.code: row.id for row in await sources.equipment(session) if row.retired_at is None}
    return _Standing(machines, rows, Ledger(existing, units, await sources.codes(session)))


def _tried(sheet: Sheet, standing: _Standing) -> Tried:
    head, outcome = point_lists.head(sheet.headings), Outcome()
    for place, cells in enumerate(sheet.rows):
        told = point_lists.told(head, cells)
        if told.wrong:
            outcome.refused.extend(Refused(place, *each) for each in told.wrong)
            continue
        try:
            _plan(standing, outcome, place, told)
        except WrongRow as error:
            outcome.refused.append(Refused(place, error.column, str(error)))
    return Tried(sheet, head, outcome)


def _plan(standing: _Standing, outcome: Outcome, place: int, told: Told) -> None:
    ledger = standing.ledger
    before = ledger.known(told)
    if before is None:
        source = told.values.get("source")
        if source is None or source not in standing.machines:
            raise WrongRow("source", f"没有来源“{source}”" if source else "新测点须有来源")
        plan = listing.new_point(ledger, told, source)
        plan = replace(plan, address=_address(standing.machines[source], {}, told))
        ledger.claim(source, plan.address, plan.point.code, None)
        outcome.added.append(Added(row=place, source=source, plan=plan))
        return
    plan = listing.changed_point(ledger, place, told, before)
    plan = replace(plan, address=_address(standing.machines[before.source], before.plan.address, told))
    if plan.address != before.plan.address or before.retired:
        ledger.claim(before.source, plan.address, plan.point.code, before.plan.point.code)
    old, new = points.told_of(before.plan), points.told_of(plan)
    changes = [Change(name, old[name], new[name]) for name in new if not same(old[name], new[name])]
    if before.retired:
        changes.append(Change("retired", before=True, after=False))
    if changes:
        outcome.changed.append(Changed(row=place, point=before.plan.point, changes=tuple(changes)))
    else:
        outcome.unchanged += 1


def _address(source: SourceRow, before: dict[str, Any], told: Told) -> dict[str, Any]:
    protocol = source.settings["kind"]
    own = point_sheets.parts_of(protocol)
    address = dict(before)
    for part, cell in told.address.items():
        if cell is None:
            address.pop(part, None)
        elif part not in own:
            raise WrongRow(f"address/{part}", f"{protocol} 的地址没有“{part}”")
        else:
            address[part] = point_sheets.address_cell(protocol, part, cell)
    try:
        found: dict[str, Any] = address_of(protocol, address, "address").model_dump(mode="json")
    except Invalid as refusal:
        first = refusal.details["fields"][0]
        raise WrongRow(first["loc"], first["message"]) from refusal
    return found


def _changed(row: PointRow, told: Changed) -> dict[str, Any]:
    """Applied, and told as it is kept."""
    for each in told.changes:
        if each.name == "retired":
            row.retired_at = None
        else:
            setattr(row, each.name, each.after)
    row.changed_at = now()
    fields = {each.name: [each.before, each.after] for each in told.changes}
    return {"number": row.number, "fields": fields}


def _row(standing: _Standing, told: Added) -> PointRow:
    machine = standing.machines[told.source]
    return PointRow(
        source_id=machine.id, kind=told.plan.point.kind, changed_at=now(), **points.told_of(told.plan)
    )


def _restored(row: PointRow, change: dict[str, Any], ledger: Ledger) -> bool:
    """Whether something of it stays as somebody changed it since."""
    row.changed_at = now()
    if change.get("added"):
        row.retired_at = row.retired_at or now()
        return False
    left = False
    for name, (before, after) in change["fields"].items():
        if name == "retired":
            row.retired_at = row.retired_at or now()
        elif getattr(row, name) != after or (name == "code" and before in ledger.codes):
            left = True
        else:
            setattr(row, name, before)
    return left


def _revise(machines: Iterable[SourceRow], touched: set[int], by: str) -> None:
    for machine in machines:
        if machine.id in touched:
            revise(machine, by)
