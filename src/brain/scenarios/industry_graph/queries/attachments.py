"""Attachments and the enterprises they hang on."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.scenarios.industry_graph.domain.attachment import Attachment, Evidence
from brain.scenarios.industry_graph.domain.enterprise import Enterprise
from brain.scenarios.industry_graph.models import AttachmentRow, EnterpriseRow
from brain.scenarios.industry_graph.queries.sets import among

HOLDS = (AttachmentRow.superseded_at.is_(None), AttachmentRow.valid_to.is_(None))


async def current(session: AsyncSession, chain: str, codes: Collection[str]) -> dict[str, list[Attachment]]:
    """The attachments that hold now, by enterprise."""
    rows = await session.scalars(
        select(AttachmentRow).where(
            AttachmentRow.chain == chain, among(AttachmentRow.credit_code, codes), *HOLDS
        )
    )
    by_code: dict[str, list[Attachment]] = defaultdict(list)
    for row in rows:
        by_code[row.credit_code].append(attachment(row))
    return by_code


async def end(
    session: AsyncSession, chain: str, keys: Collection[tuple[str, str]], on: date, at: datetime
) -> None:
    """From `on` these no longer hold; what was believed until now is kept beside what is believed now."""
    if not keys:
        return
    ended = await session.scalars(
        update(AttachmentRow)
        .where(
            AttachmentRow.chain == chain,
            tuple_(AttachmentRow.credit_code, AttachmentRow.product).in_(keys),
            *HOLDS,
        )
        .values(superseded_at=at)
        .returning(AttachmentRow)
    )
    kept = ("chain", "credit_code", "product", "role", "score", "weight", "evidence", "valid_from")
    rows = [
        {**{name: getattr(row, name) for name in kept}, "valid_to": on, "recorded_at": at}
        for row in ended.all()
        if row.valid_from < on
    ]
    if rows:
        await session.execute(insert(AttachmentRow), rows)


async def begin(
    session: AsyncSession, chain: str, attachments: Iterable[tuple[Attachment, date]], at: datetime
) -> None:
    """Each attachment with the day from which it holds."""
    rows = [
        {
            "chain": chain,
            "credit_code": found.credit_code,
            "product": found.product,
            "role": found.role,
            "score": found.score,
            "weight": found.weight,
            "evidence": [asdict(evidence) for evidence in found.evidence],
            "valid_from": since,
            "recorded_at": at,
        }
        for found, since in attachments
    ]
    if rows:
        await session.execute(insert(AttachmentRow), rows)


async def ever(session: AsyncSession, chain: str, codes: Collection[str]) -> set[tuple[str, str]]:
    """Enterprise and product of all attachments that were ever recorded."""
    rows = await session.execute(
        select(AttachmentRow.credit_code, AttachmentRow.product).where(
            AttachmentRow.chain == chain, among(AttachmentRow.credit_code, codes)
        )
    )
    return {(credit_code, product) for credit_code, product in rows}


async def known(session: AsyncSession, chain: str, codes: Collection[str]) -> dict[str, Enterprise]:
    rows = await session.scalars(
        select(EnterpriseRow).where(EnterpriseRow.chain == chain, among(EnterpriseRow.credit_code, codes))
    )
    return {row.credit_code: enterprise(row) for row in rows}


async def keep(session: AsyncSession, chain: str, enterprises: Iterable[Enterprise]) -> None:
    rows = [
        {"chain": chain, **asdict(one), "honours": list(one.honours), "is_key": one.is_key}
        for one in enterprises
    ]
    if not rows:
        return
    statement = insert(EnterpriseRow)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in ("chain", "credit_code")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["chain", "credit_code"], set_=changed), rows
    )


def attachment(row: AttachmentRow) -> Attachment:
    return Attachment(
        credit_code=row.credit_code,
        product=row.product,
        role=row.role,  # type: ignore[arg-type]  # written by us
        score=row.score,
        weight=row.weight,
        evidence=tuple(Evidence(**{**one, "verbs": tuple(one["verbs"])}) for one in row.evidence),
    )


def enterprise(row: EnterpriseRow) -> Enterprise:
    return Enterprise(
        credit_code=row.credit_code,
        name=row.name,
        region_code=row.region_code,
        established_on=row.established_on,
        capital_wan=row.capital_wan,
        scale=row.scale,
        stock_code=row.stock_code,
        honours=row.honours,
        digest=row.digest,
    )
