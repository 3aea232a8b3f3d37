"""Links between records of the master data that are one enterprise."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.governance.domain.identity_links import (
    IdentityLink,
    LinkKind,
    LinkState,
    ProposedLink,
    Said,
)
from brain.platform.governance.models import EnterpriseNameRow, IdentityLinkRow


async def add(session: AsyncSession, links: Iterable[ProposedLink], by: str) -> list[int]:
    """The numbers of those that are new: a pair that waits, or is confirmed, is not proposed again."""
    told = {"state": LinkState.PROPOSED, "proposed_by": by, "proposed_at": now()}
    values = [asdict(link) | {"evidence": list(link.evidence)} | told for link in links]
    if not values:
        return []
    added = insert(IdentityLinkRow).values(values).on_conflict_do_nothing().returning(IdentityLinkRow.id)
    return list(await session.scalars(added))


async def pairs(session: AsyncSession) -> set[frozenset[str]]:
    """All pairs that anybody, or a search, has ever proposed."""
    rows = await session.execute(select(IdentityLinkRow.absorbed, IdentityLinkRow.survivor))
    return {frozenset((row.absorbed, row.survivor)) for row in rows}


async def confirmed(session: AsyncSession, credit_codes: Sequence[str]) -> dict[str, str]:
    """From absorbed records to their survivors, of all links that touch these records."""
    rows = await session.execute(
        select(IdentityLinkRow.absorbed, IdentityLinkRow.survivor).where(
            IdentityLinkRow.state == LinkState.CONFIRMED, _touches(credit_codes)
        )
    )
    return {row.absorbed: row.survivor for row in rows}


async def of(session: AsyncSession, credit_codes: Sequence[str]) -> list[IdentityLink]:
    """All links, past ones too, that touch these records; the newest first."""
    rows = await session.scalars(
        select(IdentityLinkRow).where(_touches(credit_codes)).order_by(IdentityLinkRow.id.desc())
    )
    return [_link(row) for row in rows]


async def page(
    session: AsyncSession, state: LinkState | None, words: str | None, *, offset: int, limit: int
) -> tuple[list[IdentityLink], int]:
    """The newest first; of `words` in a name that one of the two bears or bore, or in its credit code."""
    wanted = select(IdentityLinkRow)
    if state is not None:
        wanted = wanted.where(IdentityLinkRow.state == state)
    if words:
        named = select(EnterpriseNameRow.credit_code).where(
            EnterpriseNameRow.credit_code.in_((IdentityLinkRow.absorbed, IdentityLinkRow.survivor)),
            EnterpriseNameRow.name.icontains(words, autoescape=True),
        )
        codes = IdentityLinkRow.absorbed + " " + IdentityLinkRow.survivor
        wanted = wanted.where(or_(codes.icontains(words, autoescape=True), named.exists()))
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    ordered = wanted.order_by(IdentityLinkRow.id.desc())
    rows = await session.scalars(ordered.offset(offset).limit(limit))
    return [_link(row) for row in rows], total or 0


async def get(session: AsyncSession, link_id: int, *, locked: bool = False) -> IdentityLink:
    wanted = select(IdentityLinkRow).where(IdentityLinkRow.id == link_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这条合并")
    return _link(row)


async def decide(session: AsyncSession, link_id: int, state: LinkState, reason: str, by: str) -> None:
    told = {"decided_by": by, "decided_at": now(), "decided_for": reason}
    await _change(session, link_id, state, told)


async def split(session: AsyncSession, link_id: int, reason: str, by: str) -> None:
    await _change(session, link_id, LinkState.SPLIT, {"split_by": by, "split_at": now(), "split_for": reason})


async def _change(session: AsyncSession, link_id: int, state: LinkState, told: dict[str, object]) -> None:
    await session.execute(
        update(IdentityLinkRow).where(IdentityLinkRow.id == link_id).values(state=state, **told)
    )


def _touches(credit_codes: Sequence[str]) -> ColumnElement[bool]:
    return or_(IdentityLinkRow.absorbed.in_(credit_codes), IdentityLinkRow.survivor.in_(credit_codes))


def _link(row: IdentityLinkRow) -> IdentityLink:
    decided = split = None
    if row.decided_by and row.decided_at:
        decided = Said(by=row.decided_by, at=row.decided_at, reason=row.decided_for or "")
    if row.split_by and row.split_at:
        split = Said(by=row.split_by, at=row.split_at, reason=row.split_for or "")
    return IdentityLink(
        id=row.id,
        absorbed=row.absorbed,
        survivor=row.survivor,
        kind=LinkKind(row.kind),
        since=row.since,
        reason=row.reason,
        evidence=tuple(row.evidence),
        state=LinkState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided=decided,
        split=split,
    )
