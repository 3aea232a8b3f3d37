"""The chain in force: the newest installed definition, or the one that ships with the product."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.errors import Conflict
from brain.scenarios.industry_graph.algorithm import definition
from brain.scenarios.industry_graph.algorithm.matching import Matcher
from brain.scenarios.industry_graph.domain import contradiction, supply
from brain.scenarios.industry_graph.domain.chain import Chain
from brain.scenarios.industry_graph.domain.correction import corrected_edges
from brain.scenarios.industry_graph.domain.supply import Assertion, Edge, Source
from brain.scenarios.industry_graph.queries import builds, decisions
from brain.scenarios.industry_graph.queries import supply as supply_queries

PACKAGED = "tyre_rubber"
FOLLOW = "industry_graph.follow"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A definition by its number (0: packaged), read and ready to match."""

    number: int
    text: str
    chain: Chain
    matcher: Matcher


async def held(session: AsyncSession) -> Held:
    installed = await builds.definition(session)
    number, text = installed or (0, definition.packaged(PACKAGED))
    chain, matcher = _read(text)
    return Held(number=number, text=text, chain=chain, matcher=matcher)


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[Chain, Matcher]:
    chain = definition.parse(text)
    return chain, Matcher(chain)


async def install(session: AsyncSession, text: str, author: str) -> Held:
    """Put a definition in force; the graph is rebuilt by it in the background, corrections stay."""
    chain, matcher = _read(text)
    known = await held(session)
    if (known.chain.code, known.chain.version) == (chain.code, chain.version):
        raise Conflict(f"产业链“{chain.title}”{chain.version} 版已在使用，请改版本号")
    values = {
        "chain": chain.code,
        "version": chain.version,
        "text": text,
        "installed_at": now(),
        "installed_by": author,
    }
    number = await builds.add_definition(session, values)
    installed = Held(number=number, text=text, chain=chain, matcher=matcher)
    await state_own_supply(session, installed)
    await jobs.enqueue(session, FOLLOW, {}, key=FOLLOW)
    return installed


async def state_own_supply(session: AsyncSession, held: Held) -> None:
    """The supply relations that the definition itself states, as one source among others."""
    chain = held.chain
    source = Source(title=chain.source, stated_on=chain.issued_on, confidence=chain.confidence)
    said = [
        Assertion(
            upstream=upstream,
            downstream=downstream,
            source=source,
            weight=weight,
            wording=f"{chain.product(upstream).title} → {chain.product(downstream).title}",
        )
        for (upstream, downstream), weight in chain.supply.items()
    ]
    await supply_queries.replace(session, chain.code, source.title, said, now())
    await find_opposed(session, chain)


async def edges(
    session: AsyncSession, chain: Chain, known_at: datetime | None = None
) -> Mapping[tuple[str, str], Edge]:
    """The supply edges that hold between products of the chain, corrections applied."""
    known = chain.product_by_code
    recorded = await supply_queries.assertions(session, chain.code, known_at)
    merged = supply.merged(
        one for one in recorded if one.assertion.upstream in known and one.assertion.downstream in known
    )
    corrections = (await decisions.corrections(session, chain.code)).get(None, [])
    return corrected_edges(merged, corrections)


async def find_opposed(session: AsyncSession, chain: Chain) -> None:
    found = contradiction.of_edges(await edges(session, chain))
    await decisions.keep_findings(session, chain.code, None, found, now())
