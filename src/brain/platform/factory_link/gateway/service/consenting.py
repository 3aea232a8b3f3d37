"""Consents: given item by item by the owner, changed and withdrawn at any time, with effect at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.platform.factory_link.gateway.algorithm.projection import Grain
from brain.platform.factory_link.gateway.domain import acts
from brain.platform.factory_link.gateway.domain.consents import COARSE, NEVER, Terms, check
from brain.platform.factory_link.gateway.models import ConsentRow, LinkRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.protocol.messages import CatalogueTold, ConsentTold, PointTold
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.contract import NamedPoint
from brain.platform.shop_floor.service import naming

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Shared:
    """What leaves at this revision, made when things stood at `mark`: the points of each granularity with
    the time (µs) of their consent, and when the first of the consents runs out."""

    revision: int
    mark: str
    grains: dict[Grain, dict[int, int]]
    until: datetime | None

    def stands(self, revision: int, mark: str, at: datetime) -> bool:
        return (revision, mark) == (self.revision, self.mark) and (self.until is None or at < self.until)


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
    await _record(session, row, acts.GIVEN, by.username, {"points": len(set(points)), "kind": terms.kind})
    return row


async def withdraw(session: AsyncSession, consent_id: int, why: str, by: str) -> ConsentRow:
    """From the next batch on nothing leaves under it, also nothing that was collected before."""
    row = await links.consent(session, consent_id, lock=True)
    if row.withdrawn_at is None:
        row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by, now(), why
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
    await withdraw(session, consent_id, "改为另一份同意书", by.username)
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
    """What is shared now."""
    grains: dict[Grain, dict[int, int]] = defaultdict(dict)
    until: datetime | None = None
    for row, points in await _covered(session, link_id):  # the oldest first: its time counts
        since = (row.given_at - _EPOCH) // timedelta(microseconds=1)
        held = grains[Grain(row.kind, row.seconds or 0, row.step or 0.0)]
        held |= dict.fromkeys(set(points) - held.keys(), since)
        if row.until is not None:
            until = min(until or row.until, row.until)
    return Shared(await links.revision(session, link_id), await naming.mark(session), dict(grains), until)


async def quantities(session: AsyncSession) -> dict[str, set[str]]:
    """By purpose, the quantities of the points that consents in force cover."""
    found: dict[str, set[str]] = defaultdict(set)
    link = await links.current(session)
    if link is not None:
        named = {each.number: each.quantity for each in await naming.named_points(session)}
        for row, points in await _covered(session, link.id):
            found[row.purpose] |= {quantity for each in points if (quantity := named.get(each))}
    return found


async def consented(session: AsyncSession) -> set[int]:
    """The points that a consent in force covers."""
    link = await links.current(session)
    found = [] if link is None else await _covered(session, link.id)
    return {number for _, points in found for number in points}


async def catalogue(session: AsyncSession, link_id: str) -> CatalogueTold:
    """The same, as the brain is told it."""
    covered = await _covered(session, link_id)
    wanted = {number for _, points in covered for number in points}
    return CatalogueTold(
        revision=await links.revision(session, link_id),
        points=[_point_told(each) for each in await naming.named_points(session) if each.number in wanted],
        consents=[_consent_told(row, points) for row, points in covered],
    )


async def _covered(session: AsyncSession, link_id: str) -> list[tuple[ConsentRow, list[int]]]:
    """Each consent in force with its points. A point whose grade rose above what the consent allows is left
    out at once."""
    rows = await links.in_force(session, link_id, now())
    covered = await links.covered(session, [row.id for row in rows])
    levels = await naming.levels(session)
    found = [(row, [each for each in covered[row.id] if _may(row, levels.get(each))]) for row in rows]
    return [(row, points) for row, points in found if points]


def _may(row: ConsentRow, level: int | None) -> bool:
    if level is None or level >= NEVER:
        return False
    terms = Terms(purpose=row.purpose, kind=row.kind, seconds=row.seconds, step=row.step)
    return level < COARSE or terms.is_coarse


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
    session: AsyncSession, row: ConsentRow, act: Act, by: str, details: dict[str, object]
) -> None:
    told = {"purpose": row.purpose, **details}
    await announce(
        session,
        Recorded(act=act, target=str(row.id), title=row.purpose, actor=by, details=told),
    )
