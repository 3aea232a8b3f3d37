"""Corrections of experts and contradictions that wait for one."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.scenarios.industry_graph.domain.contradiction import Contradiction, Finding
from brain.scenarios.industry_graph.domain.correction import AlreadyCorrected, Correction
from brain.scenarios.industry_graph.models import ContradictionRow, CorrectionRow
from brain.scenarios.industry_graph.queries.sets import among


async def corrections(
    session: AsyncSession, chain: str, codes: Collection[str] | None = None
) -> dict[str | None, list[Correction]]:
    """Corrections in force by credit code (None: of edges), of all or of some enterprises."""
    statement = select(CorrectionRow).where(CorrectionRow.chain == chain, CorrectionRow.revoked_at.is_(None))
    if codes is not None:
        statement = statement.where(among(CorrectionRow.credit_code, codes))
    found: dict[str | None, list[Correction]] = {}
    for row in await session.scalars(statement.order_by(CorrectionRow.id)):
        found.setdefault(row.credit_code, []).append(correction(row))
    return found


async def corrections_page(
    session: AsyncSession, chain: str, *, revoked: bool, offset: int, limit: int
) -> tuple[list[Correction], int]:
    wanted = CorrectionRow.revoked_at.is_not(None) if revoked else CorrectionRow.revoked_at.is_(None)
    statement = select(CorrectionRow).where(CorrectionRow.chain == chain, wanted)
    total = await session.scalar(select(func.count()).select_from(statement.subquery()))
    rows = await session.scalars(statement.order_by(CorrectionRow.id.desc()).offset(offset).limit(limit))
    return [correction(row) for row in rows], total or 0


async def add_correction(session: AsyncSession, chain: str, wanted: Correction) -> Correction:
    values = {name: getattr(wanted, name) for name in Correction.__dataclass_fields__ if name != "id"}
    row = await session.scalar(
        insert(CorrectionRow).values(chain=chain, **values).on_conflict_do_nothing().returning(CorrectionRow)
    )
    if row is None:
        raise AlreadyCorrected("这一项已有生效的修正，请先撤销原修正")
    return correction(row)


async def lock_correction(session: AsyncSession, chain: str, correction_id: int) -> CorrectionRow:
    row = await session.get(CorrectionRow, correction_id, with_for_update=True)
    if row is None or row.chain != chain:
        raise NotFound("没有这条修正")
    return row


async def keep_findings(
    session: AsyncSession, chain: str, codes: Collection[str] | None, found: Sequence[Finding], at: datetime
) -> None:
    """Make these the contradictions present of some enterprises (None: of edges); decisions stay."""
    present = [ContradictionRow.chain == chain, ContradictionRow.gone_at.is_(None)]
    of_edges = ContradictionRow.credit_code.is_(None)
    present.append(of_edges if codes is None else among(ContradictionRow.credit_code, codes))
    rows = (await session.scalars(select(ContradictionRow).where(*present))).all()
    wanted = {(finding.kind, finding.subject): finding for finding in found}
    gone = [row.id for row in rows if (row.kind, row.subject) not in wanted]
    known = {(row.kind, row.subject) for row in rows}
    if gone:
        await session.execute(
            update(ContradictionRow).where(ContradictionRow.id.in_(gone)).values(gone_at=at)
        )
    fresh = [finding for key, finding in wanted.items() if key not in known]
    await _add(session, chain, fresh, at)


async def _add(session: AsyncSession, chain: str, findings: Iterable[Finding], at: datetime) -> None:
    rows = [
        {
            "chain": chain,
            "kind": finding.kind,
            "subject": finding.subject,
            "credit_code": finding.details.get("creditCode"),
            "details": dict(finding.details),
            "found_at": at,
        }
        for finding in findings
    ]
    if rows:
        await session.execute(insert(ContradictionRow), rows)


async def contradictions_page(
    session: AsyncSession, chain: str, *, resolved: bool, kind: str | None, offset: int, limit: int
) -> tuple[list[Contradiction], int]:
    """Open ones, or those decided; gone ones are shown only if they had been decided."""
    wanted = [ContradictionRow.chain == chain]
    if resolved:
        wanted.append(ContradictionRow.resolved_at.is_not(None))
    else:
        wanted += [ContradictionRow.resolved_at.is_(None), ContradictionRow.gone_at.is_(None)]
    if kind:
        wanted.append(ContradictionRow.kind == kind)
    statement = select(ContradictionRow).where(*wanted)
    total = await session.scalar(select(func.count()).select_from(statement.subquery()))
    rows = await session.scalars(statement.order_by(ContradictionRow.id.desc()).offset(offset).limit(limit))
    return [contradiction(row) for row in rows], total or 0


async def open_contradictions(session: AsyncSession, chain: str, credit_code: str) -> list[Contradiction]:
    rows = await session.scalars(
        select(ContradictionRow).where(
            ContradictionRow.chain == chain,
            ContradictionRow.credit_code == credit_code,
            ContradictionRow.resolved_at.is_(None),
            ContradictionRow.gone_at.is_(None),
        )
    )
    return [contradiction(row) for row in rows]


async def lock_contradiction(session: AsyncSession, chain: str, contradiction_id: int) -> ContradictionRow:
    row = await session.get(ContradictionRow, contradiction_id, with_for_update=True)
    if row is None or row.chain != chain:
        raise NotFound("没有这条矛盾")
    return row


def correction(row: CorrectionRow) -> Correction:
    return Correction(**{name: getattr(row, name) for name in Correction.__dataclass_fields__})


def contradiction(row: ContradictionRow) -> Contradiction:
    return Contradiction(**{name: getattr(row, name) for name in Contradiction.__dataclass_fields__})
