"""Supply assertions and the products that listed firms disclose."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.scenarios.industry_graph.domain.supply import Assertion, Recorded, Source
from brain.scenarios.industry_graph.models import ListingRow, SupplyRow
from brain.scenarios.industry_graph.queries.sets import among


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A disclosed product of a listed firm, in the firm's own words."""

    credit_code: str
    product: str
    wording: str
    weight: float
    source: Source


async def assertions(session: AsyncSession, chain: str, known_at: datetime | None = None) -> list[Recorded]:
    """What the sources say, as this brain knew it at a moment (default: now)."""
    still = SupplyRow.superseded_at.is_(None)
    statement = select(SupplyRow).where(SupplyRow.chain == chain)
    if known_at is None:
        statement = statement.where(still)
    else:
        statement = statement.where(
            SupplyRow.recorded_at <= known_at, or_(still, SupplyRow.superseded_at > known_at)
        )
    rows = await session.scalars(statement.order_by(SupplyRow.upstream, SupplyRow.downstream))
    return [_recorded(row) for row in rows]


async def sources(session: AsyncSession, chain: str) -> set[str]:
    """Titles of those that speak about this chain now."""
    stated = select(SupplyRow.source).where(SupplyRow.chain == chain, SupplyRow.superseded_at.is_(None))
    return set(
        await session.scalars(stated.union(select(ListingRow.source).where(ListingRow.chain == chain)))
    )


async def replace(
    session: AsyncSession, chain: str, source: str, said: Sequence[Assertion], at: datetime
) -> tuple[int, int]:
    """Make what this source says now the whole of what it says; how many began and how many ended."""
    rows = await session.scalars(
        select(SupplyRow).where(
            SupplyRow.chain == chain, SupplyRow.source == source, SupplyRow.superseded_at.is_(None)
        )
    )
    known = {assertion.pair: assertion for assertion in (_recorded(row).assertion for row in rows)}
    wanted = {assertion.pair: assertion for assertion in said}
    ended = [pair for pair, assertion in known.items() if wanted.get(pair) != assertion]
    begun = [assertion for pair, assertion in wanted.items() if known.get(pair) != assertion]
    if ended:
        await session.execute(
            update(SupplyRow)
            .where(
                SupplyRow.chain == chain,
                SupplyRow.source == source,
                SupplyRow.superseded_at.is_(None),
                tuple_(SupplyRow.upstream, SupplyRow.downstream).in_(ended),
            )
            .values(superseded_at=at)
        )
    if begun:
        await session.execute(insert(SupplyRow), [_row(chain, assertion, at) for assertion in begun])
    return len(begun), len(ended)


async def listings(session: AsyncSession, chain: str, codes: Collection[str]) -> dict[str, list[Listing]]:
    rows = await session.scalars(
        select(ListingRow)
        .where(ListingRow.chain == chain, among(ListingRow.credit_code, codes))
        .order_by(ListingRow.credit_code, ListingRow.weight.desc())
    )
    found: dict[str, list[Listing]] = defaultdict(list)
    for row in rows:
        found[row.credit_code].append(
            Listing(
                credit_code=row.credit_code,
                product=row.product,
                wording=row.wording,
                weight=row.weight,
                source=Source(title=row.source, stated_on=row.stated_on, confidence=row.confidence),
            )
        )
    return found


async def replace_listings(
    session: AsyncSession, chain: str, source: str, listed: Iterable[Listing]
) -> set[str]:
    """All listings of this source anew; the enterprises that it spoke of before or speaks of now."""
    before = await session.scalars(
        delete(ListingRow)
        .where(ListingRow.chain == chain, ListingRow.source == source)
        .returning(ListingRow.credit_code)
    )
    touched = set(before)
    for listing in listed:
        row = {
            "chain": chain,
            "credit_code": listing.credit_code,
            "product": listing.product,
            "wording": listing.wording,
            "weight": listing.weight,
            "source": listing.source.title,
            "stated_on": listing.source.stated_on,
            "confidence": listing.source.confidence,
        }
        statement = insert(ListingRow).values(row)
        await session.execute(
            statement.on_conflict_do_update(index_elements=["chain", "credit_code", "product"], set_=row)
        )
        touched.add(listing.credit_code)
    return touched


def _recorded(row: SupplyRow) -> Recorded:
    assertion = Assertion(
        upstream=row.upstream,
        downstream=row.downstream,
        source=Source(title=row.source, stated_on=row.stated_on, confidence=row.confidence),
        weight=row.weight,
        wording=row.wording,
    )
    return Recorded(assertion=assertion, recorded_at=row.recorded_at)


def _row(chain: str, assertion: Assertion, at: datetime) -> dict[str, object]:
    return {
        "chain": chain,
        "upstream": assertion.upstream,
        "downstream": assertion.downstream,
        "source": assertion.source.title,
        "stated_on": assertion.source.stated_on,
        "confidence": assertion.source.confidence,
        "weight": assertion.weight,
        "wording": assertion.wording,
        "recorded_at": at,
    }
