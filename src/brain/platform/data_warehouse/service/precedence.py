"""Whose word goes before whose: proposed by one person, decided by another, then applied record by record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock, raw
from brain.kit.errors import Conflict
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.jobs import enqueue
from brain.platform.data_warehouse.contract import Family, RecordsChanged, Source
from brain.platform.data_warehouse.contract.precedence import Authority, Statement
from brain.platform.data_warehouse.domain import acts
from brain.platform.data_warehouse.domain.precedence import (
    DEFAULTS,
    Claim,
    Edition,
    EditionState,
    Effect,
    Ranking,
    Recomputation,
    standings,
)
from brain.platform.data_warehouse.queries import rankings, recomputing, stating
from brain.platform.data_warehouse.queries.facts import PERSONAL
from brain.platform.data_warehouse.queries.tables import TABLES

RECOMPUTE: Final = "data_warehouse.recompute"
BATCH: Final = 2_000
HISTORY: Final = 200  # editions shown


@dataclass(frozen=True, kw_only=True)
class InForce:
    """`is_default`: nobody has decided on a ranking of this family yet."""

    family: Family
    ranking: Ranking
    is_default: bool
    proposed: Edition | None
    recomputation: Recomputation | None


async def know_provider(session: AsyncSession, provider: str, authority: Authority) -> None:
    """What stands behind a provider. A registered source goes before the way something came; where it
    changes, words of the provider may count for more or less than before."""
    known = (await rankings.authorities(session)).get(provider)
    if known is authority or (known is not None and authority is Authority.CENTRE):
        return
    await lock(session, "data_warehouse", "revision")
    await rankings.know(session, provider, authority)
    for family in await rankings.contested(session):
        await _recompute(session, family)


async def providers(session: AsyncSession) -> dict[str, Authority]:
    return await rankings.authorities(session)


async def in_force(session: AsyncSession) -> list[InForce]:
    waiting = {edition.family: edition for edition in await rankings.waiting(session)}
    recomputed = await rankings.recomputations(session)
    holding = {family: await rankings.ranking(session, family) for family in Family}
    return [
        InForce(
            family=family,
            ranking=ranking,
            is_default=ranking is DEFAULTS[family],
            proposed=waiting.get(family),
            recomputation=recomputed.get(family),
        )
        for family, ranking in holding.items()
    ]


async def history(session: AsyncSession, family: Family) -> Sequence[Edition]:
    """The latest first."""
    return await rankings.editions(session, family, HISTORY)


async def effect(session: AsyncSession, family: Family, ranking: Ranking) -> Effect:
    """What would read otherwise if this were in force."""
    return await rankings.effect(session, TABLES[family], await rankings.ranks(session, ranking))


async def get(session: AsyncSession, edition_id: int) -> Edition:
    return await rankings.edition(session, edition_id)


async def propose(
    session: AsyncSession, family: Family, ranking: Ranking, reason: str, *, by: str
) -> Edition:
    """`Conflict` for what is in force already, or where another proposal waits."""
    if ranking == await rankings.ranking(session, family):
        raise Conflict("与现行的来源优先级相同")
    added = await rankings.add(session, family, ranking, reason, by)
    edition = await rankings.edition(session, added)
    await _record(session, acts.PRECEDENCE_PROPOSED, edition, by, reason)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"{acts.TITLES[family]}的来源优先级有一份修改，等待确认",
            title_en=f"A new ranking of sources waits: {family.value}",
            body="请核对影响的企业数后确认或退回",
            link="/data-warehouse/precedence",
            scope="data_warehouse.decide_precedence",
            key=_todo(edition.id),
        ),
    )
    return edition


async def confirm(session: AsyncSession, edition_id: int, reason: str, *, expected: int, by: str) -> None:
    """`Conflict` when not as many records change as the person was shown."""
    edition = await rankings.edition(session, edition_id, locked=True)
    edition.require_decidable(by)
    await lock(session, "data_warehouse", "revision")
    found = await effect(session, edition.family, edition.ranking)
    if found.records != expected:
        raise Conflict(
            f"受影响的记录已由 {expected} 条变为 {found.records} 条，请重新核对", records=found.records
        )
    await rankings.decide(session, edition_id, EditionState.CONFIRMED, reason, by)
    await _recompute(session, edition.family)
    await _settle(session, acts.PRECEDENCE_CONFIRMED, edition, by, reason)


async def refuse(session: AsyncSession, edition_id: int, reason: str, *, by: str) -> None:
    edition = await rankings.edition(session, edition_id, locked=True)
    edition.require_decidable(by)
    await rankings.decide(session, edition_id, EditionState.REFUSED, reason, by)
    await _settle(session, acts.PRECEDENCE_REFUSED, edition, by, reason)


async def recompute_next(session: AsyncSession, family: Family) -> bool:
    """One batch of the records of a family, after those that are done; False when none is left."""
    await lock(session, "data_warehouse", "revision")
    row = await rankings.lock_unfinished(session, family)
    if row is None:
        return False
    keys = await recomputing.next_keys(session, TABLES[family], row.after, BATCH)
    if not keys:
        row.finished_at = now()
        await session.flush()
        return False
    ranks = await rankings.ranks(session, await rankings.ranking(session, family))
    merged = await recomputing.recompute(session, TABLES[family], keys, ranks)
    row.after, row.seen, row.changed = keys[-1], row.seen + len(keys), row.changed + merged.changed
    await session.flush()
    if merged.last_revision is not None:
        first, last = merged.first_revision, merged.last_revision
        await announce(session, RecordsChanged(family=family, first_revision=first, last_revision=last))
    return True


async def statements(session: AsyncSession, credit_code: str, *, personal: bool) -> list[Statement]:
    """Each provider's newest word on each basic attribute, and how it stands; empty where only one speaks."""
    ranking = await rankings.ranking(session, Family.BASIC)
    known = await rankings.authorities(session)
    of_attributes: dict[str, list[dict[str, Any]]] = {}
    for row in await stating.stated(await raw(session), TABLES[Family.BASIC], credit_code):
        if personal or row["attribute"] not in PERSONAL:
            of_attributes.setdefault(row["attribute"], []).append(row)
    return [statement for rows in of_attributes.values() for statement in _weighed(rows, ranking, known)]


def _weighed(
    rows: Sequence[dict[str, Any]], ranking: Ranking, known: dict[str, Authority]
) -> list[Statement]:
    found = standings(
        [
            Claim(
                provider=row["provider"],
                rank=ranking.rank(row["provider"], known.get(row["provider"], Authority.UNKNOWN)),
                value=row["value"],
                as_of=row["as_of"],
                received_at=row["received_at"],
            )
            for row in rows
        ],
        ranking.freshness_days,
    )
    return [
        Statement(
            attribute=row["attribute"],
            value=row["value"],
            source=Source(**{name: row[name] for name in Source.__dataclass_fields__}),
            received_at=row["received_at"],
            standing=found[row["provider"]],
        )
        for row in rows
    ]


async def _recompute(session: AsyncSession, family: Family) -> None:
    """Under the lock of revisions, which every batch holds too."""
    await rankings.begin(session, family)
    await enqueue(session, RECOMPUTE, {"family": family.value}, key=family.value)


async def _settle(session: AsyncSession, act: Act, edition: Edition, by: str, reason: str) -> None:
    await _record(session, act, edition, by, reason)
    await announce(session, Settled(key=_todo(edition.id)))


async def _record(session: AsyncSession, act: Act, edition: Edition, by: str, reason: str) -> None:
    details = {
        "family": edition.family.value,
        "entries": [f"{entry.kind}:{entry.name}" for entry in edition.ranking.entries],
        "freshness_days": edition.ranking.freshness_days,
        "reason": reason,
    }
    title = acts.TITLES[edition.family]
    await announce(session, Recorded(act=act, target=str(edition.id), title=title, actor=by, details=details))


def _todo(edition_id: int) -> str:
    return f"data_warehouse.precedence/{edition_id}"
