"""Certificates: issued and signed, renewed by a re-check, revoked, listed by when they end."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.jws import public_text
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.exchange.server.service import letters
from brain.platform.identity.contract import Caller
from brain.platform.recognition.centre.domain import acts
from brain.platform.recognition.centre.domain.terms import (
    DUE,
    CertificateStatus,
    number_of,
    status,
    valid_until,
)
from brain.platform.recognition.centre.models import CertificateRow, RecommendationRow
from brain.platform.recognition.protocol.certificates import signed, signing_key
from brain.platform.recognition.protocol.letters import DECISION, CertificateTold, DecisionBody
from brain.platform.recognition.protocol.stages import CaseStep


async def issue(session: AsyncSession, node: Node, of: RecommendationRow) -> CertificateTold:
    """A re-check renews the certificate of the same enterprise; else there is a new one."""
    await lock(session, "recognition", "certificates")
    row = await session.get(CertificateRow, of.recheck_of) if of.recheck_of else None
    if row is None or row.credit_code != of.credit_code or row.revoked_on is not None:
        row = CertificateRow(number=await _next_number(session), first_on=today(), valid_until=today())
        session.add(row)
        row.valid_until = valid_until(today(), None)
    else:
        row.valid_until = valid_until(today(), row.valid_until)
    row.credit_code, row.factory = of.credit_code, of.factory
    row.client_id, row.brain, row.case_id = of.client_id, of.brain, of.id
    row.level, row.issued_on = of.application["level"], today()
    key = signing_key(node)
    row.jws = signed(_told(node, row), key)
    return CertificateTold(
        number=row.number, level=row.level, valid_until=row.valid_until, jws=row.jws, key=public_text(key)
    )


async def _next_number(session: AsyncSession) -> str:
    year = today().year
    held = select(func.count()).where(CertificateRow.number.startswith(f"CX-{year}-"))
    return number_of(year, (await session.scalar(held) or 0) + 1)


def _told(node: Node, row: CertificateRow) -> dict[str, Any]:
    return {
        "iss": node.title,
        "title": "晨星工厂（暂行）",
        "number": row.number,
        "creditCode": row.credit_code,
        "factory": row.factory,
        "level": row.level,
        "firstOn": row.first_on.isoformat(),
        "issuedOn": row.issued_on.isoformat(),
        "validUntil": row.valid_until.isoformat(),
        "case": row.case_id,
    }


async def revoke(session: AsyncSession, number: str, reason: str, by: Caller) -> CertificateRow:
    """The brain and the factory are told. Raises Conflict where it is revoked already."""
    row = await session.get(CertificateRow, number, with_for_update=True)
    if row is None:
        raise NotFound("没有这张证书")
    if row.revoked_on is not None:
        raise Conflict("这张证书已经撤销")
    row.revoked_on, row.reason = today(), reason
    body = DecisionBody.model_validate(
        {
            "case": row.case_id,
            "step": CaseStep.REVOKE,
            "at": now(),
            "by": by.name,
            "words": reason,
            "certificate": None,
        }
    )
    title = f"{row.factory}：{acts.REVOKED.title}"
    told = body.model_dump(mode="json", by_alias=True)
    await letters.answer(session, row.client_id, DECISION, title, told, by=by.username)
    details = {"number": number, "reason": reason}
    await announce(
        session,
        Recorded(act=acts.REVOKED, target=row.case_id, title=row.factory, actor=by.username, details=details),
    )
    return row


async def page(
    session: AsyncSession, paging: Paging, *, wanted: CertificateStatus | None, q: str | None
) -> tuple[Sequence[CertificateRow], int]:
    """Those that end first before."""
    chosen = select(CertificateRow)
    if wanted:
        chosen = chosen.where(_is(wanted))
    if q:
        like = CertificateRow.factory.icontains(q, autoescape=True)
        exact = q.strip().upper()
        chosen = chosen.where(or_(like, CertificateRow.number == exact, CertificateRow.credit_code == exact))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    ordered = chosen.order_by(CertificateRow.valid_until, CertificateRow.number)
    found = await session.scalars(ordered.limit(paging.page_size).offset(paging.offset))
    return found.all(), total or 0


def _is(wanted: CertificateStatus) -> Any:
    held, day = CertificateRow.revoked_on.is_(None), today()
    return {
        "revoked": CertificateRow.revoked_on.is_not(None),
        "expired": held & (CertificateRow.valid_until < day),
        "due": held & (CertificateRow.valid_until >= day) & (CertificateRow.valid_until <= day + DUE),
        "valid": held & (CertificateRow.valid_until > day + DUE),
    }[wanted]


async def counted(session: AsyncSession) -> dict[str, Counter[CertificateStatus]]:
    """By brain, how many certificates stand how."""
    rows = await session.execute(
        select(CertificateRow.brain, CertificateRow.valid_until, CertificateRow.revoked_on)
    )
    found: dict[str, Counter[CertificateStatus]] = defaultdict(Counter)
    for brain, until, revoked in rows:
        found[brain][status(until, revoked, today())] += 1
    return found
