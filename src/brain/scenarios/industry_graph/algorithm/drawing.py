"""Turns products, enterprises and edges into a view: who stands alone, who is grouped by city, and where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from brain.reference.region import GAZETTEER
from brain.scenarios.industry_graph.algorithm.layout import Point, layout
from brain.scenarios.industry_graph.algorithm.strength import Strength
from brain.scenarios.industry_graph.domain.chain import Chain
from brain.scenarios.industry_graph.domain.enterprise import Placed
from brain.scenarios.industry_graph.domain.graph import (
    LARGEST_VIEW,
    Node,
    Tie,
    View,
    enterprise_id,
    group_id,
    product_id,
)
from brain.scenarios.industry_graph.domain.supply import Edge

SHOWN_ALONE = 40  # enterprises of a product looked at that stand alone before the rest is grouped by city
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Material:
    """What views are drawn from; `placed` holds the enterprises that the filters let through."""

    chain: Chain
    edges: Mapping[Pair, Edge]
    placed: Sequence[Placed]
    strengths: Mapping[str, Strength]


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Products with their hops; enterprises `named` stand alone.

    Of the products `looked_at` the weightiest enterprises stand alone too, the others in groups by city.
    """

    products: Mapping[str, int]
    looked_at: Collection[str] = ()
    named: Collection[str] = ()


def draw(material: Material, selection: Selection) -> View:
    """The view without the names of enterprises, which `View.named` fills in."""
    placed = [one for one in material.placed if one.product in selection.products]
    single, left_out = _single(placed, selection)
    groups = _groups([one for one in placed if one.product in selection.looked_at], single)
    pairs = [pair for pair in material.edges if set(pair) <= selection.products.keys()]
    columns = {stage.code: column for column, stage in enumerate(material.chain.stages)}
    layers = {product: columns[material.chain.stage_of(product).code] for product in selection.products}
    points = layout(layers, pairs, _homes(single, groups))
    nodes = [
        *_product_nodes(material, selection, placed, points),
        *_enterprise_nodes(material.chain, single, points),
        *_group_nodes(material.chain, groups, points),
    ]
    return View(nodes=nodes, ties=_ties(material, pairs, single, groups), left_out=left_out)


def city(region: str | None) -> str:
    return f"{region[:4]}00" if region else ""


def _single(placed: Sequence[Placed], selection: Selection) -> tuple[list[Placed], int]:
    """Who stands alone, the weightiest first, and how many more would have if the screen were larger."""
    ranked = sorted(placed, key=lambda one: (not one.is_key, -one.committed, one.credit_code))
    by_product: dict[str, int] = defaultdict(int)
    found = []
    for one in ranked:
        by_product[one.product] += one.product in selection.looked_at
        if one.credit_code in selection.named or 0 < by_product[one.product] <= SHOWN_ALONE:
            found.append(one)
    room = LARGEST_VIEW // 2
    return found[:room], len(found[room:])


def _groups(placed: Iterable[Placed], single: Iterable[Placed]) -> dict[Pair, int]:
    """How many enterprises of each product and city do not stand alone, the largest groups first."""
    shown = {(one.credit_code, one.product) for one in single}
    counts: dict[Pair, int] = defaultdict(int)
    for one in placed:
        if (one.credit_code, one.product) not in shown:
            counts[one.product, city(one.region_code)] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[: LARGEST_VIEW // 2 - 100])


def _homes(single: Sequence[Placed], groups: Iterable[Pair]) -> dict[str, list[str]]:
    """Around which product everything stands: an enterprise where it has most of its business."""
    homes: dict[str, list[str]] = defaultdict(list)
    for one in _by_enterprise(single).values():
        homes[one.product].append(enterprise_id(one.credit_code))
    for product, region in groups:
        homes[product].append(group_id(product, region))
    return homes


def _by_enterprise(single: Sequence[Placed]) -> dict[str, Placed]:
    """Each enterprise once, in its weightiest product."""
    found: dict[str, Placed] = {}
    for one in sorted(single, key=lambda one: (-one.weight, one.product)):
        found.setdefault(one.credit_code, one)
    return found


def _product_nodes(
    material: Material, selection: Selection, placed: Sequence[Placed], points: Mapping[str, Point]
) -> list[Node]:
    counts: dict[str, int] = defaultdict(int)
    for one in placed:
        counts[one.product] += 1
    nodes = []
    for code, hops in selection.products.items():
        product = material.chain.product(code)
        nodes.append(
            Node(
                id=product_id(code),
                kind="product",
                code=code,
                title=product.title,
                title_en=product.title_en,
                stage=material.chain.stage_of(code).code,
                link=product.link,
                x=points[code].x,
                y=points[code].y,
                count=counts[code],
                grade=material.strengths[code].grade,
                hops=hops,
            )
        )
    return nodes


def _enterprise_nodes(chain: Chain, single: Sequence[Placed], points: Mapping[str, Point]) -> list[Node]:
    return [
        Node(
            id=enterprise_id(code),
            kind="enterprise",
            code=code,
            title=code,
            title_en=code,
            stage=chain.stage_of(one.product).code,
            link=chain.product(one.product).link,
            x=points[enterprise_id(code)].x,
            y=points[enterprise_id(code)].y,
            role=one.role,
        )
        for code, one in _by_enterprise(single).items()
    ]


def _group_nodes(chain: Chain, groups: Mapping[Pair, int], points: Mapping[str, Point]) -> list[Node]:
    nodes = []
    for (product, region), count in groups.items():
        found = GAZETTEER.nearest(region) if region else None
        nodes.append(
            Node(
                id=group_id(product, region),
                kind="group",
                code=region,
                title=found.short_name if found else "地区不详",
                title_en=region or "unknown region",
                stage=chain.stage_of(product).code,
                link=chain.product(product).link,
                x=points[group_id(product, region)].x,
                y=points[group_id(product, region)].y,
                count=count,
            )
        )
    return nodes


def _ties(
    material: Material, pairs: Iterable[Pair], single: Iterable[Placed], groups: Iterable[Pair]
) -> list[Tie]:
    supply = [
        Tie(
            source=product_id(pair[0]),
            target=product_id(pair[1]),
            kind="supply",
            weight=material.edges[pair].weight,
            confidence=material.edges[pair].confidence,
        )
        for pair in pairs
    ]
    members = [
        Tie(
            source=enterprise_id(one.credit_code),
            target=product_id(one.product),
            kind="belongs",
            weight=one.weight,
        )
        for one in single
    ]
    grouped = [
        Tie(source=group_id(*key), target=product_id(key[0]), kind="belongs", weight=0.3) for key in groups
    ]
    return [*supply, *members, *grouped]
