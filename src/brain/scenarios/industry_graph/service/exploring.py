"""Views for the explorer: neighbourhood, up- and downstream, path; never more than a screen can hold."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Invalid, NotFound
from brain.scenarios.industry_graph.algorithm import drawing, walks
from brain.scenarios.industry_graph.algorithm.drawing import Material, Selection
from brain.scenarios.industry_graph.algorithm.walks import Direction
from brain.scenarios.industry_graph.domain.chain import Chain, Product
from brain.scenarios.industry_graph.domain.enterprise import Enterprise, Filters
from brain.scenarios.industry_graph.domain.graph import View, enterprise_id, product_id
from brain.scenarios.industry_graph.queries import attachments, selection
from brain.scenarios.industry_graph.service import chain as chains
from brain.scenarios.industry_graph.service import reading


async def whole(session: AsyncSession, filters: Filters) -> View:
    """All products and supply edges of the chain; enterprises are counted, not drawn."""
    material = await _material(session, filters)
    return await _draw(
        session, material, Selection(products=dict.fromkeys(material.chain.product_by_code, 0))
    )


async def walk(
    session: AsyncSession, product: str, direction: Direction, hops: int, filters: Filters
) -> View:
    """A product with what lies up- or downstream of it, up to some hops."""
    material = await _material(session, filters)
    material.chain.product(product)
    reached = walks.within(material.edges, product, direction, hops)
    return await _draw(session, material, Selection(products=reached, looked_at=(product,)))


async def around_enterprise(session: AsyncSession, credit_code: str, filters: Filters) -> View:
    """An enterprise, its products, and the products one hop from them."""
    material = await _material(session, filters)
    reached = dict.fromkeys(await _products_of(session, material.chain, credit_code), 0)
    for product in list(reached):
        for other, hops in walks.within(material.edges, product, "both", 1).items():
            reached.setdefault(other, hops)
    return await _draw(session, material, Selection(products=reached, named=(credit_code,)))


async def group(session: AsyncSession, product: str, region: str, filters: Filters) -> View:
    """The enterprises of one product in one city: what a click on a group opens."""
    material = await _material(session, filters)
    material.chain.product(product)
    members = {
        one.credit_code
        for one in material.placed
        if one.product == product and drawing.city(one.region_code) == region
    }
    return await _draw(session, material, Selection(products={product: 0}, named=members))


async def path(session: AsyncSession, start: str, end: str) -> View:
    """The shortest way between two products or enterprises over supply edges and belonging."""
    material = await _material(session, Filters())
    costs = {pair: 2.0 - edge.weight * edge.confidence for pair, edge in material.edges.items()}
    for node in (start, end):
        costs |= await _belonging(session, material.chain, node)
    found = walks.shortest_path(costs, _bare(start), _bare(end))
    if not found:
        raise NotFound("两者之间没有通路")
    products = {code: place for place, code in enumerate(found) if code in material.chain.product_by_code}
    companies = [code for code in found if code not in products]
    view = await _draw(session, material, Selection(products=products, named=companies))
    return replace(
        view, path=[product_id(code) if code in products else enterprise_id(code) for code in found]
    )


async def find(session: AsyncSession, text: str, limit: int) -> tuple[list[Product], list[Enterprise]]:
    """Products whose title contains the text, and enterprises whose name or code does."""
    chain = (await chains.held(session)).chain
    products = [one for one in chain.products if text.lower() in f"{one.title} {one.title_en}".lower()]
    return products[:limit], await selection.named(session, chain.code, text, limit)


async def _material(session: AsyncSession, filters: Filters) -> Material:
    chain = (await chains.held(session)).chain
    here, base = await reading.placed(session, chain, filters)
    return Material(
        chain=chain,
        edges=await chains.edges(session, chain),
        placed=here,
        strengths=reading.strengths(chain, here, base),
    )


async def _draw(session: AsyncSession, material: Material, wanted: Selection) -> View:
    view = drawing.draw(material, wanted)
    codes = [node.code for node in view.nodes if node.kind == "enterprise"]
    known = await attachments.known(session, material.chain.code, codes)
    return view.named({code: one.name for code, one in known.items()})


async def _products_of(session: AsyncSession, chain: Chain, credit_code: str) -> list[str]:
    held = await attachments.current(session, chain.code, [credit_code])
    if not held.get(credit_code):
        raise NotFound("这家企业不在产业链图谱中")
    return [found.product for found in held[credit_code]]


async def _belonging(session: AsyncSession, chain: Chain, node: str) -> dict[tuple[str, str], float]:
    kind, _, code = node.partition(":")
    if kind == "product":
        chain.product(code)
        return {}
    if kind != "enterprise":
        raise Invalid("通路的两端应为产品或企业")
    held = await attachments.current(session, chain.code, [code])
    return {(code, found.product): 2.0 - found.weight for found in held.get(code, [])}


def _bare(node: str) -> str:
    return node.partition(":")[2]
