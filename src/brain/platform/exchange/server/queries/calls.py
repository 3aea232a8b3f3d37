"""Statements of the sandbox's call log."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.models.data import CallRow


async def add(session: AsyncSession, request_id: str, trace: Trace, at: datetime) -> None:
    session.add(
        CallRow(
            request_id=request_id,
            client_id=trace.client_id,
            at=at,
            method=trace.method,
            path=trace.path[:300],
            status=trace.status,
            resp_code=trace.code.value,
            reason=trace.reason,
        )
    )


async def find(session: AsyncSession, request_ids: Sequence[str], client_id: str) -> dict[str, Trace]:
    """The client's own calls and those that nobody was admitted to, by request id; the latest counts."""
    statement = (
        select(CallRow)
        .where(CallRow.request_id.in_(request_ids))
        .where((CallRow.client_id == client_id) | CallRow.client_id.is_(None))
        .order_by(CallRow.id)
    )
    rows = (await session.scalars(statement)).all()
    return {
        row.request_id: Trace(
            client_id=row.client_id,
            method=row.method,
            path=row.path,
            status=row.status,
            code=RespCode(row.resp_code),
            reason=row.reason,
        )
        for row in rows
    }


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(CallRow).where(CallRow.at < moment))
