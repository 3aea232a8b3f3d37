"""Figures of the chain for the cockpit: enterprises by region, year and honour, and supply between links."""

from collections import Counter

from sqlalchemy.ext.asyncio import AsyncSession

from brain.scenarios.industry_graph.domain.enterprise import Filters, Place
from brain.scenarios.industry_graph.domain.figures import Figures, Flow
from brain.scenarios.industry_graph.queries import figures as queries
from brain.scenarios.industry_graph.service import chain as chains
from brain.scenarios.industry_graph.service import reading


async def figures(session: AsyncSession, filters: Filters, place: Place) -> Figures:
    chain = (await chains.held(session)).chain
    return await queries.figures(session, chain.code, filters, reading.products_at(chain, place))


async def flows(session: AsyncSession) -> list[Flow]:
    """Between different links; relations inside a link are left out."""
    chain = (await chains.held(session)).chain
    counted = Counter(
        (chain.product(upstream).link, chain.product(downstream).link)
        for upstream, downstream in await chains.edges(session, chain)
    )
    return [
        Flow(upstream=upstream, downstream=downstream, relations=relations)
        for (upstream, downstream), relations in sorted(counted.items())
        if upstream != downstream
    ]
