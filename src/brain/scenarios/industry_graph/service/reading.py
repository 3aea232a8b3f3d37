"""Reads the graph: the chain by stage with its strengths, an enterprise's card, an edge's evidence, lists."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise as Registered
from brain.reference.region import RegionCode
from brain.scenarios.industry_graph.algorithm.strength import Standing, Strength, strength
from brain.scenarios.industry_graph.domain.attachment import Attachment
from brain.scenarios.industry_graph.domain.chain import Chain, Link, Product
from brain.scenarios.industry_graph.domain.contradiction import Contradiction
from brain.scenarios.industry_graph.domain.correction import Correction
from brain.scenarios.industry_graph.domain.enterprise import Enterprise, Filters, Place, Placed
from brain.scenarios.industry_graph.domain.supply import Edge
from brain.scenarios.industry_graph.queries import attachments, builds, decisions, selection
from brain.scenarios.industry_graph.queries.builds import Build
from brain.scenarios.industry_graph.queries.selection import Listed
from brain.scenarios.industry_graph.service import chain as chains


@dataclass(frozen=True, kw_only=True)
class Count:
    """Enterprises of a product or link: all, by role, key ones, and their capital in 万元."""

    enterprises: int
    producers: int
    traders: int
    services: int
    key: int
    capital: float


@dataclass(frozen=True, kw_only=True)
class ProductState:
    product: Product
    count: Count
    strength: Strength


@dataclass(frozen=True, kw_only=True)
class LinkState:
    link: Link
    count: Count
    strength: Strength
    products: Sequence[ProductState]


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The whole chain under some filters, and up to when the data behind it are."""

    chain: Chain
    links: Sequence[LinkState]
    enterprises: int
    key: int
    edges: int
    build: Build | None


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the graph knows of one enterprise; `registered` is the registration that its evidence quotes."""

    enterprise: Enterprise
    registered: Registered
    attachments: Sequence[Attachment]
    corrections: Sequence[Correction]
    contradictions: Sequence[Contradiction]


@dataclass(frozen=True, kw_only=True)
class EdgeCard:
    edge: Edge | None
    corrections: Sequence[Correction]
    upstream: Count
    downstream: Count


async def overview(session: AsyncSession, filters: Filters, known_at: datetime | None = None) -> Overview:
    """Strengths use the location quotient where a region is chosen; all regions are its base."""
    chain = (await chains.held(session)).chain
    here, base = await placed(session, chain, filters, known_at)
    tally = Tally(chain, here, base)
    return Overview(
        chain=chain,
        links=[tally.link(link) for link in chain.links],
        enterprises=len({one.credit_code for one in here}),
        key=len({one.credit_code for one in here if one.is_key}),
        edges=len(await chains.edges(session, chain, known_at)),
        build=await builds.last(session, chain.code),
    )


async def placed(
    session: AsyncSession, chain: Chain, filters: Filters, known_at: datetime | None = None
) -> tuple[Sequence[Placed], Sequence[Placed] | None]:
    """Enterprises in products under the filters, and, where a region is chosen, the same for all regions."""
    everywhere = await selection.placed(session, chain.code, replace(filters, region=None), known_at)
    if filters.region is None:
        return everywhere, None
    return _within(everywhere, filters.region), everywhere


def strengths(chain: Chain, here: Sequence[Placed], base: Sequence[Placed] | None) -> dict[str, Strength]:
    """The strength of every product."""
    tally = Tally(chain, here, base)
    return {product.code: tally.strength([product.code]) for product in chain.products}


async def enterprises(
    session: AsyncSession, filters: Filters, place: Place, *, offset: int, limit: int
) -> tuple[Chain, list[Listed], int]:
    """Key enterprises first, then by the capital that stands behind them there; and how many there are."""
    chain = (await chains.held(session)).chain
    products = products_at(chain, place)
    listed, total = await selection.page(session, chain.code, filters, products, offset=offset, limit=limit)
    return chain, listed, total


def products_at(chain: Chain, place: Place) -> list[str]:
    if place.product:
        return [chain.product(place.product).code]
    if place.link:
        return [one.code for one in chain.products if one.link == chain.link(place.link).code]
    return [one.code for one in chain.products if place.stage in (None, chain.stage_of(one.code).code)]


async def growth(session: AsyncSession) -> dict[int, dict[str, int]]:
    """Enterprises begun in each year by stage: what the date slider shows."""
    state = await chains.held(session)
    by_year: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(state.chain.stage_by_code, 0))
    for year, product, count in await selection.growth(session, state.chain.code):
        if product in state.chain.product_by_code:
            by_year[year][state.chain.stage_of(product).code] += count
    return dict(by_year)


async def card(session: AsyncSession, credit_code: str) -> tuple[Chain, Card]:
    chain = (await chains.held(session)).chain
    known = await attachments.known(session, chain.code, [credit_code])
    registered = await warehouse.get_by_code(session, credit_code)
    if credit_code not in known or registered is None:
        raise NotFound("这家企业不在产业链图谱中")
    held = await attachments.current(session, chain.code, [credit_code])
    corrections = await decisions.corrections(session, chain.code, [credit_code])
    return chain, Card(
        enterprise=known[credit_code],
        registered=registered,
        attachments=sorted(held.get(credit_code, []), key=lambda found: (-found.weight, found.product)),
        corrections=corrections.get(credit_code, []),
        contradictions=await decisions.open_contradictions(session, chain.code, credit_code),
    )


async def edge(session: AsyncSession, upstream: str, downstream: str) -> tuple[Chain, EdgeCard]:
    """An edge that holds, or was cut by a correction; `NotFound` when nobody ever spoke of it."""
    chain = (await chains.held(session)).chain
    chain.product(upstream)
    chain.product(downstream)
    held = (await chains.edges(session, chain)).get((upstream, downstream))
    of_edges = (await decisions.corrections(session, chain.code)).get(None, [])
    concerning = [one for one in of_edges if (one.upstream, one.downstream) == (upstream, downstream)]
    if held is None and not concerning:
        raise NotFound("没有这条供应关系")
    here, _ = await placed(session, chain, Filters())
    return chain, EdgeCard(
        edge=held,
        corrections=concerning,
        upstream=_count([one for one in here if one.product == upstream]),
        downstream=_count([one for one in here if one.product == downstream]),
    )


async def names(session: AsyncSession, chain: Chain, codes: Sequence[str]) -> dict[str, str]:
    """Names of enterprises by credit code."""
    known = await attachments.known(session, chain.code, codes)
    return {code: one.name for code, one in known.items()}


async def choices(session: AsyncSession) -> tuple[list[str], list[str], list[str]]:
    chain = (await chains.held(session)).chain
    return await selection.choices(session, chain.code)


def _within(everywhere: Sequence[Placed], region: str) -> Sequence[Placed]:
    prefix = RegionCode(region).prefix
    return [one for one in everywhere if (one.region_code or "").startswith(prefix)]


class Tally:
    """Enterprises by product, ready to be counted for any set of products."""

    def __init__(self, chain: Chain, here: Sequence[Placed], base: Sequence[Placed] | None) -> None:
        self._chain, self._rule = chain, chain.strength
        self._here, self._base = _by_product(here), _by_product(base or ())
        self._chain_here, self._chain_all = _companies(here), _companies(base or ())

    def link(self, link: Link) -> LinkState:
        products = [product for product in self._chain.products if product.link == link.code]
        codes = [product.code for product in products]
        return LinkState(
            link=link,
            count=_count(self._of(codes)),
            strength=self.strength(codes),
            products=[
                ProductState(
                    product=product,
                    count=_count(self._here[product.code]),
                    strength=self.strength([product.code]),
                )
                for product in products
            ],
        )

    def strength(self, products: Sequence[str]) -> Strength:
        """Makers count; where a product is only traded or served, whoever trades or serves it."""
        share: dict[str, float] = defaultdict(float)
        capital: dict[str, float] = {}
        for one in self._of(products):
            if one.role == "producer" or "producer" not in self._chain.product(one.product).roles:
                share[one.credit_code] = min(1.0, share[one.credit_code] + one.weight)
                capital[one.credit_code] = float(one.capital_wan or 0)
        standing = Standing(
            enterprises=len(share),
            committed=sum(share.values()),
            capital=sum(capital[code] * weight for code, weight in share.items()),
        )
        return strength(self._located(standing, products), self._rule)

    def _located(self, standing: Standing, products: Sequence[str]) -> Standing:
        if not self._chain_all:
            return standing
        return replace(
            standing,
            link_here=_companies(self._of(products)),
            chain_here=self._chain_here,
            link_all=_companies(one for product in products for one in self._base[product]),
            chain_all=self._chain_all,
        )

    def _of(self, products: Sequence[str]) -> list[Placed]:
        return [one for product in products for one in self._here[product]]


def _by_product(found: Iterable[Placed]) -> dict[str, list[Placed]]:
    by_product: dict[str, list[Placed]] = defaultdict(list)
    for one in found:
        by_product[one.product].append(one)
    return by_product


def _companies(found: Iterable[Placed]) -> int:
    return len({one.credit_code for one in found})


def _count(found: Sequence[Placed]) -> Count:
    by_role: dict[str, set[str]] = defaultdict(set)
    for one in found:
        by_role[one.role].add(one.credit_code)
    return Count(
        enterprises=_companies(found),
        producers=len(by_role["producer"]),
        traders=len(by_role["trader"]),
        services=len(by_role["service"]),
        key=_companies(one for one in found if one.is_key),
        capital=round(sum({one.credit_code: float(one.capital_wan or 0) for one in found}.values()), 2),
    )
