"""The panorama for the centre (annex 3, 产业全景图谱): links, products, enterprises, strength, relations."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import crypto
from brain.kit.clock import now, today
from brain.kit.node import Node
from brain.platform.exchange import contract as exchange
from brain.scenarios.industry_graph.domain.chain import Chain, Product
from brain.scenarios.industry_graph.domain.enterprise import Enterprise, Filters
from brain.scenarios.industry_graph.domain.supply import Edge
from brain.scenarios.industry_graph.queries import builds, selection
from brain.scenarios.industry_graph.service import chain as chains
from brain.scenarios.industry_graph.service import reading
from brain.scenarios.industry_graph.service.reading import LinkState, ProductState

SCENE = "industry_graph"
LEADING = 10


async def report(node: Node) -> bool:
    """Queue the panorama if it differs from what was reported last; whether it did."""
    async with node.database.transaction() as session:
        return await report_in(session, f"{node.title}产业图谱")


async def report_in(session: AsyncSession, source: str) -> bool:
    chain = (await chains.held(session)).chain
    records = await panorama(session)
    digest = crypto.sm3(msgspec.json.encode(records))
    last = await builds.last_report(session, chain.code)
    if last is not None and last.digest == digest:
        return False
    key = f"{SCENE}/{chain.code}/{(last.id if last else 0) + 1}/{digest}"
    dated = [{**record, "statisticsDate": today().isoformat()} for record in records]
    batch = await exchange.report_snapshot(session, SCENE, dated, source=source, as_of=now(), key=key)
    await builds.add_report(
        session,
        {
            "chain": chain.code,
            "digest": digest,
            "batch_id": batch,
            "nodes": len(records),
            "reported_at": now(),
        },
    )
    return True


async def panorama(session: AsyncSession) -> list[dict[str, Any]]:
    """One record a link (level 1) and one a product (level 2), without the day."""
    overview = await reading.overview(session, Filters())
    chain = overview.chain
    edges = await chains.edges(session, chain)
    records = []
    for state in overview.links:
        records.append(_link_record(chain, state, edges))
        for product in state.products:
            leading = await _leading(session, chain, product.product)
            records.append(_product_record(chain, product, edges, leading))
    return records


async def _leading(session: AsyncSession, chain: Chain, product: Product) -> Sequence[Enterprise]:
    listed, _ = await selection.page(session, chain.code, Filters(), [product.code], offset=0, limit=LEADING)
    return [one.enterprise for one in listed]


def _link_record(chain: Chain, state: LinkState, edges: Mapping[tuple[str, str], Edge]) -> dict[str, Any]:
    heaviest: dict[str, Edge] = {}
    for edge in edges.values():
        target = chain.product(edge.downstream).link
        if chain.product(edge.upstream).link == state.link.code and target != state.link.code:
            known = heaviest.get(target)
            heaviest[target] = edge if known is None or edge.weight > known.weight else known
    return {
        **_common(chain, state),
        "nodeCode": state.link.code,
        "nodeName": state.link.title,
        "stage": state.link.stage,
        "level": 1,
        "relations": [_relation(target, edge) for target, edge in sorted(heaviest.items())],
    }


def _product_record(
    chain: Chain,
    state: ProductState,
    edges: Mapping[tuple[str, str], Edge],
    leading: Sequence[Enterprise],
) -> dict[str, Any]:
    supplied = {pair[1]: edge for pair, edge in edges.items() if pair[0] == state.product.code}
    return {
        **_common(chain, state),
        "nodeCode": _code(chain, state.product.code),
        "nodeName": state.product.title,
        "parentNodeCode": state.product.link,
        "stage": chain.stage_of(state.product.code).code,
        "level": 2,
        "leadingEnterprises": [_enterprise(one) for one in leading],
        "relations": [_relation(_code(chain, target), edge) for target, edge in sorted(supplied.items())],
    }


def _code(chain: Chain, product: str) -> str:
    """Links and products share one space of codes at the centre."""
    return f"{chain.product(product).link}.{product}"


def _common(chain: Chain, state: LinkState | ProductState) -> dict[str, Any]:
    return {
        "chainCode": chain.code,
        "chainName": chain.title,
        "enterpriseCount": state.count.enterprises,
        "keyEnterpriseCount": state.count.key,
        "strength": state.strength.grade,
        "strengthScore": round(state.strength.score * 100, 2),
    }


def _relation(target: str, edge: Edge) -> dict[str, Any]:
    sources = "；".join(one.assertion.source.title for one in edge.rests_on) or "专家修正"
    return {
        "targetNodeCode": target,
        "relationType": "supplies",
        "weight": edge.weight,
        "confidence": edge.confidence,
        "evidenceCount": len(edge.rests_on),
        "source": sources[:200],
    }


def _enterprise(one: Enterprise) -> dict[str, Any]:
    record = {"creditCode": one.credit_code, "enterpriseName": one.name}
    return {**record, "regionCode": one.region_code} if one.region_code else record
