"""Rankings of sources and their history, what stands behind providers, how far records are decided anew."""

from dataclasses import asdict
from typing import Final

from psycopg import sql
from sqlalchemy import exists, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import raw
from brain.kit.errors import Conflict, NotFound
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.contract.precedence import Authority
from brain.platform.data_warehouse.domain.precedence import (
    DEFAULTS,
    Edition,
    EditionState,
    Effect,
    Ranked,
    Ranking,
    Recomputation,
)
from brain.platform.data_warehouse.models import (
    PrecedenceRow,
    ProviderRow,
    RecomputationRow,
    StatementRow,
)
from brain.platform.data_warehouse.queries import stating
from brain.platform.data_warehouse.queries.facts import record_key
from brain.platform.data_warehouse.queries.stating import Ranks
from brain.platform.data_warehouse.queries.tables import Table

_EFFECT: Final = """
WITH contested AS MATERIALIZED (
    SELECT spoken.key, to_jsonb(t) AS held
    FROM (
        SELECT DISTINCT key, credit_code FROM data_warehouse_statement WHERE family = %(family)s
    ) AS spoken
    JOIN {table} AS t ON t.credit_code = spoken.credit_code AND {key} = spoken.key
), winner AS ({winners})
SELECT (SELECT count(*) FROM contested), count(DISTINCT key), count(*) FROM winner
"""


async def authorities(session: AsyncSession) -> dict[str, Authority]:
    rows = await session.execute(select(ProviderRow.name, ProviderRow.authority).order_by(ProviderRow.name))
    return {name: Authority(authority) for name, authority in rows}


async def know(session: AsyncSession, provider: str, authority: Authority) -> None:
    told = insert(ProviderRow).values(name=provider, authority=authority)
    await session.execute(told.on_conflict_do_update(index_elements=["name"], set_={"authority": authority}))


async def contested(session: AsyncSession) -> list[Family]:
    """Families in which several providers speak of some record."""
    found = {
        family: await session.scalar(select(exists().where(StatementRow.family == family)))
        for family in Family
    }
    return [family for family, is_contested in found.items() if is_contested]


async def ranking(session: AsyncSession, family: Family) -> Ranking:
    """The one in force."""
    row = await session.scalar(
        select(PrecedenceRow)
        .where(PrecedenceRow.family == family, PrecedenceRow.state == EditionState.CONFIRMED)
        .order_by(PrecedenceRow.decided_at.desc(), PrecedenceRow.id.desc())
        .limit(1)
    )
    return DEFAULTS[family] if row is None else _ranking(row)


async def ranks(session: AsyncSession, wanted: Ranking) -> Ranks:
    known = await authorities(session)
    return Ranks(
        places={provider: wanted.rank(provider, authority) for provider, authority in known.items()},
        last=len(wanted.entries),
        freshness_days=wanted.freshness_days,
    )


async def add(session: AsyncSession, family: Family, wanted: Ranking, reason: str, by: str) -> int:
    """`Conflict` where another waits."""
    told = insert(PrecedenceRow).values(
        family=family,
        entries=[asdict(entry) for entry in wanted.entries],
        freshness_days=wanted.freshness_days,
        reason=reason,
        state=EditionState.PROPOSED,
        proposed_by=by,
        proposed_at=now(),
    )
    added: int | None = await session.scalar(told.on_conflict_do_nothing().returning(PrecedenceRow.id))
    if added is None:
        raise Conflict("这类信息已有一份来源优先级等待确认")
    return added


async def edition(session: AsyncSession, edition_id: int, *, locked: bool = False) -> Edition:
    wanted = select(PrecedenceRow).where(PrecedenceRow.id == edition_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这份来源优先级")
    return _edition(row)


async def editions(session: AsyncSession, family: Family, limit: int) -> list[Edition]:
    """The latest first."""
    rows = await session.scalars(
        select(PrecedenceRow)
        .where(PrecedenceRow.family == family)
        .order_by(PrecedenceRow.id.desc())
        .limit(limit)
    )
    return [_edition(row) for row in rows]


async def decide(session: AsyncSession, edition_id: int, state: EditionState, reason: str, by: str) -> None:
    said = {"state": state, "decided_by": by, "decided_at": now(), "decided_for": reason}
    await session.execute(update(PrecedenceRow).where(PrecedenceRow.id == edition_id).values(said))


async def waiting(session: AsyncSession) -> list[Edition]:
    rows = await session.scalars(select(PrecedenceRow).where(PrecedenceRow.state == EditionState.PROPOSED))
    return [_edition(row) for row in rows]


async def effect(session: AsyncSession, table: Table, ranks: Ranks) -> Effect:
    statement = sql.SQL(_EFFECT).format(
        table=sql.Identifier(table.name),
        key=record_key(table, "t"),
        winners=stating.winners(sql.Identifier("contested")),
    )
    counted = await (await raw(session)).execute(statement, ranks.parameters(table.family))
    contested, records, values = await counted.fetchone() or (0, 0, 0)
    return Effect(contested=contested, records=records, values=values)


async def begin(session: AsyncSession, family: Family) -> None:
    """From the first record on, whether or not an earlier run was through."""
    fresh = {"after": "", "seen": 0, "changed": 0, "begun_at": now(), "finished_at": None}
    told = insert(RecomputationRow).values(family=family, **fresh)
    await session.execute(told.on_conflict_do_update(index_elements=["family"], set_=fresh))


async def lock_unfinished(session: AsyncSession, family: Family) -> RecomputationRow | None:
    return await session.scalar(
        select(RecomputationRow)
        .where(RecomputationRow.family == family, RecomputationRow.finished_at.is_(None))
        .with_for_update()
    )


async def recomputations(session: AsyncSession) -> dict[Family, Recomputation]:
    rows = await session.scalars(select(RecomputationRow))
    return {
        Family(row.family): Recomputation(
            seen=row.seen, changed=row.changed, begun_at=row.begun_at, finished_at=row.finished_at
        )
        for row in rows
    }


def _ranking(row: PrecedenceRow) -> Ranking:
    return Ranking(entries=tuple(Ranked(**entry) for entry in row.entries), freshness_days=row.freshness_days)


def _edition(row: PrecedenceRow) -> Edition:
    return Edition(
        id=row.id,
        family=Family(row.family),
        ranking=_ranking(row),
        reason=row.reason,
        state=EditionState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        decided_for=row.decided_for,
    )
