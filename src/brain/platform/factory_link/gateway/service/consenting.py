"""Consents: given item by item by the owner, changed and withdrawn at any time, with effect at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.platform.factory_link.gateway.algorithm.projection import Grain
from brain.platform.factory_link.gateway.domain import acts
from brain.platform.factory_link.gateway.domain.consents import NEVER, Terms, check
from brain.platform.factory_link.gateway.models import ConsentRow, LinkRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.protocol.messages import CatalogueTold, ConsentTold, PointTold
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.contract import NamedPoint
from brain.platform.shop_floor.service import naming


@dataclass(frozen=True)
class Shared:
    """What leaves at this revision: the points of each granularity, what the brain is told, and when the
    first of the consents runs out."""

    revision: int
    grains: dict[Grain, list[int]]
    told: CatalogueTold
    until: datetime | None


async def give(
    session: AsyncSession, terms: Terms, points: Sequence[int], note: str, by: Caller,
    follows: int | None = None,
) -> ConsentRow:  # fmt: skip
    """Raises Invalid where a point is too sensitive for these terms, Conflict where there is no link."""
    link = await _link(session)
    named = await _named(session, points)
    check(terms, {each.code: each.level for each in named}, now())
    row = ConsentRow(
        link_id=link.id,
        purpose=terms.purpose,
        kind=terms.kind,
        seconds=terms.seconds if terms.kind in ("sampled", "aggregated") else None,
        step=terms.step if terms.kind == "masked" else None,
        until=terms.until,
        note=note,
        given_by=by.username,
        given_by_name=by.name,
        given_at=now(),
        follows=follows,
    )
    session.add(row)
    await session.flush()
    await links.add_covered(session, row.id, sorted(set(points)))
    await links.touch(session, link.id)
    await _record(session, row, acts.GIVEN, by, {"points": len(set(points)), "kind": terms.kind})
    return row


async def withdraw(session: AsyncSession, consent_id: int, why: str, by: Caller) -> ConsentRow:
    """From the next batch on nothing leaves under it, also nothing that was collected before."""
    row = await links.consent(session, consent_id, lock=True)
    if row.withdrawn_at is None:
        row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by.username, now(), why
        await links.touch(session, row.link_id)
        await _record(session, row, acts.WITHDRAWN, by, {"reason": why})
    return row


async def change(
    session: AsyncSession, consent_id: int, terms: Terms, points: Sequence[int], note: str, by: Caller
) -> ConsentRow:
    """The old one ends and another begins, in the same moment: what was agreed when stays on record."""
    row = await links.consent(session, consent_id, lock=True)
    if row.withdrawn_at is not None:
        raise Conflict("这份同意书已撤回，请另立一份")
    await withdraw(session, consent_id, "改为另一份同意书", by)
    return await give(session, terms, points, note, by, follows=consent_id)


async def _link(session: AsyncSession) -> LinkRow:
    link = await links.current(session)
    if link is None:
        raise Conflict("还没有与大脑的链接：请先登记")
    return link


async def _named(session: AsyncSession, points: Sequence[int]) -> list[NamedPoint]:
    known = {each.number: each for each in await naming.named_points(session)}
    unknown = sorted(set(points) - known.keys())
    if unknown:
        raise Invalid("有不认识的测点", [{"loc": "/body/points", "message": f"没有测点 {unknown[:5]}"}])
    return [known[number] for number in points]


async def shared(session: AsyncSession, link_id: str) -> Shared:
    """What is shared now. A point whose grade rose above what its consent allows is left out at once."""
    at = now()
    rows = await links.in_force(session, link_id, at)
    covered = await links.covered(session, [row.id for row in rows])
    known = {each.number: each for each in await naming.named_points(session)}
    grains: dict[Grain, list[int]] = defaultdict(list)
    consents, seen = [], set()
    for row in rows:
        may = [number for number in covered[row.id] if _may(row, known.get(number))]
        if not may:
            continue
        grains[Grain(row.kind, row.seconds or 0, row.step or 0.0)] += may
        seen.update(may)
        consents.append(_consent_told(row, may))
    told = CatalogueTold(
        revision=await links.revision(session, link_id),
        points=[_point_told(known[number]) for number in sorted(seen)],
        consents=consents,
    )
    until = min((row.until for row in rows if row.until is not None), default=None)
    return Shared(told.revision, dict(grains), told, until)


def _may(row: ConsentRow, point: NamedPoint | None) -> bool:
    if point is None or point.level >= NEVER:
        return False
    terms = Terms(purpose=row.purpose, kind=row.kind, seconds=row.seconds, step=row.step)
    return point.level < NEVER - 1 or terms.is_coarse


def _consent_told(row: ConsentRow, points: list[int]) -> ConsentTold:
    return ConsentTold.model_validate(
        {
            "id": row.id,
            "purpose": row.purpose,
            "granularity": {"kind": row.kind, "seconds": row.seconds, "step": row.step},
            "points": points,
            "given_by": row.given_by_name,
            "given_at": row.given_at,
            "until": row.until,
        }
    )


def _point_told(point: NamedPoint) -> PointTold:
    return PointTold.model_validate(
        {
            "number": point.number,
            "code": point.code,
            "title": point.title,
            "kind": point.kind.value,
            "unit": point.unit,
            "quantity": point.quantity,
            "low": point.low,
            "high": point.high,
            "domain": point.domain.value,
            "level": point.level,
            "equipment": list(point.equipment),
        }
    )


async def _record(
    session: AsyncSession, row: ConsentRow, act: Act, by: Caller, details: dict[str, object]
) -> None:
    told = {"purpose": row.purpose, **details}
    await announce(
        session,
        Recorded(act=act, target=str(row.id), title=row.purpose, actor=by.username, details=told),
    )
