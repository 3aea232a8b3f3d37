"""Where nodes stand: products in columns by stage, crossings reduced, what hangs on them in discs.

The same graph always gives the same picture: igraph's layered layout (Sugiyama) uses no random numbers.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import igraph

COLUMN = 900.0  # between stages
ROW = 120.0  # between products with nothing around them
SPACING = 26.0  # between neighbours in a disc
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True)
class Point:
    x: float
    y: float


def layout(
    layers: Mapping[str, int], pairs: Iterable[tuple[str, str]], satellites: Mapping[str, Sequence[str]]
) -> dict[str, Point]:
    """`layers` gives each product its column, `satellites` what stands around it, nearest first."""
    points: dict[str, Point] = {}
    for column, products in _ordered(layers, pairs).items():
        heights = [_height(len(satellites.get(product, ()))) for product in products]
        top = -sum(heights) / 2
        for product, height in zip(products, heights, strict=True):
            centre = Point(column * COLUMN, round(top + height / 2, 2))
            top += height
            points[product] = centre
            points.update(_disc(centre, satellites.get(product, ())))
    return points


def _ordered(layers: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> dict[int, list[str]]:
    """Products of each column from top to bottom."""
    products = sorted(layers, key=lambda product: (layers[product], product))
    place = {product: index for index, product in enumerate(products)}
    edges = sorted(
        (place[a], place[b]) for a, b in pairs if a in place and b in place and layers[a] != layers[b]
    )
    columns: dict[int, list[str]] = {}
    if not products:
        return columns
    graph = igraph.Graph(n=len(products), edges=edges, directed=True)
    found = graph.layout_sugiyama(layers=[layers[product] for product in products])
    across = {product: float(found[place[product]][0]) for product in products}
    for product in sorted(products, key=lambda product: (layers[product], across[product], product)):
        columns.setdefault(layers[product], []).append(product)
    return columns


def _height(satellites: int) -> float:
    return ROW + 2 * _radius(satellites)


def _radius(satellites: int) -> float:
    return SPACING * math.sqrt(satellites) if satellites else 0.0


def _disc(centre: Point, satellites: Sequence[str]) -> dict[str, Point]:
    """Sunflower seeds around the product."""
    points = {}
    for index, satellite in enumerate(satellites, start=1):
        radius = SPACING * math.sqrt(index + 1)
        angle = index * GOLDEN_ANGLE
        points[satellite] = Point(
            round(centre.x + radius * math.cos(angle), 2), round(centre.y + radius * math.sin(angle), 2)
        )
    return points
