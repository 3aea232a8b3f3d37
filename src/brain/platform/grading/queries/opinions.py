"""What language models were asked and answered."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.grading.domain.opinions import Advice, AdviceState, Opinion, OpinionState, Said
from brain.platform.grading.models import AdviceRow, OpinionRow


async def newest(session: AsyncSession, data_set: str) -> Opinion | None:
    """Asked last."""
    asked_last = (OpinionRow.asked_at.desc(), OpinionRow.id.desc())
    wanted = select(OpinionRow).where(OpinionRow.data_set == data_set).order_by(*asked_last).limit(1)
    row = await session.scalar(wanted)
    return None if row is None else await _opinion(session, row)


async def one(session: AsyncSession, number: int) -> Opinion:
    row = await session.get_one(OpinionRow, number)
    return await _opinion(session, row)


async def ask(session: AsyncSession, data_set: str, version: int, model: str, by: str) -> int | None:
    """The number of what is now to be asked; None where it is under way or answered."""
    wanted = select(OpinionRow).filter_by(data_set=data_set, version=version, model=model)
    row = await session.scalar(wanted)
    if row is not None and row.state != OpinionState.FAILED:
        return None
    if row is None:
        row = OpinionRow(data_set=data_set, version=version, model=model)
        session.add(row)
    row.state, row.problem = OpinionState.WAITING, None
    row.asked_by, row.asked_at = by, now()
    await session.flush()
    return row.id


async def answered(
    session: AsyncSession, number: int, raises: Sequence[Said], agreed: int, dropped: int
) -> None:
    row = await session.get_one(OpinionRow, number)
    row.state, row.answered_at = OpinionState.ANSWERED, now()
    row.agreed, row.dropped = agreed, dropped
    session.add_all(
        AdviceRow(
            opinion=number,
            column=each.column,
            level=each.level,
            kind=each.kind,
            reason=each.reason,
            state=AdviceState.WAITING,
        )
        for each in raises
    )
    await session.flush()


async def failed(session: AsyncSession, number: int, problem: str) -> None:
    row = await session.get_one(OpinionRow, number)
    row.state, row.problem, row.answered_at = OpinionState.FAILED, problem[:400], now()
    await session.flush()


async def advised(session: AsyncSession, number: int) -> tuple[Opinion, Advice]:
    """Raises NotFound."""
    row = await session.get(AdviceRow, number, with_for_update=True)
    if row is None:
        raise NotFound("没有这条建议")
    return await one(session, row.opinion), _advice(row)


async def decide(session: AsyncSession, number: int, state: AdviceState, by: str, reason: str) -> None:
    row = await session.get_one(AdviceRow, number)
    row.state, row.decided_by, row.decided_at, row.answer = state, by, now(), reason
    await session.flush()


async def _opinion(session: AsyncSession, row: OpinionRow) -> Opinion:
    found = await session.scalars(
        select(AdviceRow).where(AdviceRow.opinion == row.id).order_by(AdviceRow.level.desc(), AdviceRow.id)
    )
    return Opinion(
        id=row.id,
        data_set=row.data_set,
        version=row.version,
        model=row.model,
        state=OpinionState(row.state),
        problem=row.problem,
        agreed=row.agreed,
        dropped=row.dropped,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        advice=tuple(_advice(each) for each in found),
    )


def _advice(row: AdviceRow) -> Advice:
    return Advice(
        id=row.id,
        column=row.column,
        level=row.level,
        kind=row.kind,
        reason=row.reason,
        state=AdviceState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
    )
