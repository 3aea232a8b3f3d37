"""Problems of rows, and the rejected rows themselves."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from typing import Any

from psycopg.types.json import Jsonb
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.models import ProblemRow, RejectionRow


async def keep(
    session: AsyncSession,
    import_id: int,
    problems: Sequence[Problem],
    rejected: Mapping[int, Sequence[str | None]],
) -> None:
    connection = await raw(session)
    if problems:
        statement = "COPY ingestion_problem (import_id, row, field, value, message, fatal) FROM STDIN"
        async with connection.cursor().copy(statement) as copy:
            for problem in problems:
                await copy.write_row(
                    (import_id, problem.row, problem.field, problem.value, problem.message, problem.fatal)
                )
    if rejected:
        async with connection.cursor().copy(
            "COPY ingestion_rejection (import_id, row, cells) FROM STDIN"
        ) as copy:
            for row, cells in rejected.items():
                # PostgreSQL holds no NUL; its picture stands for it.
                await copy.write_row(
                    (import_id, row, Jsonb([cell and cell.replace("\0", "␀") for cell in cells]))
                )


async def forget(session: AsyncSession, import_id: int) -> None:
    """What cells held; how many rows were rejected stays told."""
    await session.execute(delete(ProblemRow).where(ProblemRow.import_id == import_id))
    await session.execute(delete(RejectionRow).where(RejectionRow.import_id == import_id))


async def page(
    session: AsyncSession, import_id: int, *, fatal: bool, offset: int, limit: int
) -> tuple[list[Problem], int]:
    of_import = (ProblemRow.import_id == import_id, ProblemRow.fatal == fatal)
    total = await session.scalar(select(func.count()).select_from(ProblemRow).where(*of_import))
    rows = await session.scalars(
        select(ProblemRow)
        .where(*of_import)
        .order_by(ProblemRow.row, ProblemRow.id)
        .offset(offset)
        .limit(limit)
    )
    problems = [
        Problem(row=row.row, field=row.field, value=row.value, message=row.message, fatal=row.fatal)
        for row in rows
    ]
    return problems, total or 0


async def rejected_rows(session: AsyncSession, import_id: int) -> AsyncIterator[tuple[int, str, list[Any]]]:
    """Each rejected row in order: its number, all its reasons, its cells."""
    reasons = (
        select(func.string_agg(ProblemRow.message, "；"))
        .where(
            ProblemRow.import_id == RejectionRow.import_id,
            ProblemRow.row == RejectionRow.row,
            ProblemRow.fatal,
        )
        .correlate(RejectionRow)
        .scalar_subquery()
    )
    wanted = select(RejectionRow.row, reasons, RejectionRow.cells).where(RejectionRow.import_id == import_id)
    rows = await session.stream(wanted.order_by(RejectionRow.row), execution_options={"yield_per": 1000})
    async for number, why, cells in rows:
        yield number, why or "", cells


async def rejected_names(session: AsyncSession, import_id: int, reasons: Collection[str]) -> dict[str, int]:
    """The names of enterprises for which rows were rejected, and how many rows."""
    counted = await session.execute(
        select(ProblemRow.value, func.count().label("rows"))
        .where(
            ProblemRow.import_id == import_id,
            ProblemRow.fatal,
            ProblemRow.field == "enterprise_name",
            ProblemRow.message.in_(reasons),
            ProblemRow.value != "",
        )
        .group_by(ProblemRow.value)
    )
    return {row.value: row.rows for row in counted}
