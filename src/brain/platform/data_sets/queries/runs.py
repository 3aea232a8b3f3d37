"""Attempts to build any data set and to deliver to it: of a period, and those not told to an endpoint."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select, union, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_sets.contract.open_lineage import DeliveryRun
from brain.platform.data_sets.domain.open_lineage import Delivery, Run
from brain.platform.data_sets.models import BuildRow
from brain.platform.data_sets.models.open_lineage import DeliveryRunRow
from brain.platform.data_sets.queries.builds import report

AnyRun = Run | Delivery
_BUILDS = select(BuildRow).order_by(BuildRow.built_at, BuildRow.id)
_DELIVERIES = select(DeliveryRunRow).order_by(DeliveryRunRow.ended_at, DeliveryRunRow.id)


async def between(session: AsyncSession, since: datetime, until: datetime) -> list[AnyRun]:
    """Those that ended from `since` to before `until`, the oldest first."""
    return await _merged(
        session,
        _BUILDS.where(BuildRow.built_at >= since, BuildRow.built_at < until),
        _DELIVERIES.where(DeliveryRunRow.ended_at >= since, DeliveryRunRow.ended_at < until),
    )


async def untold(session: AsyncSession, limit: int) -> list[AnyRun]:
    """The oldest that the endpoint neither took nor refused."""
    found = await _merged(
        session,
        _BUILDS.where(BuildRow.told_at.is_(None)).limit(limit),
        _DELIVERIES.where(DeliveryRunRow.told_at.is_(None)).limit(limit),
    )
    return found[:limit]


async def count_untold(session: AsyncSession) -> int:
    counts = [
        await session.scalar(select(func.count()).select_from(table).where(table.told_at.is_(None)))
        for table in (BuildRow, DeliveryRunRow)
    ]
    return sum(count or 0 for count in counts)


async def set_told(session: AsyncSession, run: AnyRun, at: datetime, refused: str | None) -> None:
    table = BuildRow if isinstance(run, Run) else DeliveryRunRow
    await session.execute(update(table).where(table.id == run.id).values(told_at=at, refused=refused))


async def refused(session: AsyncSession, limit: int) -> list[tuple[AnyRun, str]]:
    """The newest that the endpoint refused, and why."""
    builds = await session.scalars(
        select(BuildRow)
        .where(BuildRow.refused.is_not(None))
        .order_by(BuildRow.built_at.desc(), BuildRow.id.desc())
        .limit(limit)
    )
    deliveries = await session.scalars(
        select(DeliveryRunRow)
        .where(DeliveryRunRow.refused.is_not(None))
        .order_by(DeliveryRunRow.ended_at.desc(), DeliveryRunRow.id.desc())
        .limit(limit)
    )
    found: list[tuple[AnyRun, str]] = [(_run(row), row.refused or "") for row in builds]
    found += [(_delivery(row), row.refused or "") for row in deliveries]
    return sorted(found, key=lambda each: each[0].ended_at, reverse=True)[:limit]


async def refused_of(session: AsyncSession) -> frozenset[str]:
    """The data sets that have refused runs."""
    builds = select(BuildRow.data_set).where(BuildRow.refused.is_not(None))
    deliveries = select(DeliveryRunRow.data_set).where(DeliveryRunRow.refused.is_not(None))
    return frozenset(await session.scalars(union(builds, deliveries)))


async def untell_refused(session: AsyncSession) -> int:
    """How many refused runs wait again."""
    builds = await session.scalars(
        update(BuildRow)
        .where(BuildRow.refused.is_not(None))
        .values(told_at=None, refused=None)
        .returning(BuildRow.id)
    )
    deliveries = await session.scalars(
        update(DeliveryRunRow)
        .where(DeliveryRunRow.refused.is_not(None))
        .values(told_at=None, refused=None)
        .returning(DeliveryRunRow.id)
    )
    return len(builds.all()) + len(deliveries.all())


async def add_delivery(session: AsyncSession, run: DeliveryRun) -> None:
    told = {name: value for name, value in vars(run).items() if name != "place"}
    place = {f"place_{name}": value for name, value in vars(run.place).items()}
    session.add(DeliveryRunRow(**told, **place))
    await session.flush()


async def delivered_to(session: AsyncSession) -> frozenset[str]:
    """The data sets that something was delivered to."""
    return frozenset(await session.scalars(select(DeliveryRunRow.data_set).distinct()))


async def _merged(
    session: AsyncSession, builds: Select[BuildRow], deliveries: Select[DeliveryRunRow]
) -> list[AnyRun]:
    """Of runs that ended at once deliveries come first: builds take in what was delivered."""
    found: Sequence[AnyRun] = [
        *[_delivery(row) for row in await session.scalars(deliveries)],
        *[_run(row) for row in await session.scalars(builds)],
    ]
    return sorted(found, key=lambda run: run.ended_at)


def _run(row: BuildRow) -> Run:
    return Run(
        id=row.id,
        data_set=row.data_set,
        rows=row.rows,
        bytes=row.bytes,
        seconds=row.seconds,
        ended_at=row.built_at,
        failed=row.problem is not None,
        quality=report(row.quality),
    )


def _delivery(row: DeliveryRunRow) -> Delivery:
    return Delivery(**{name: getattr(row, name) for name in Delivery.__dataclass_fields__})
