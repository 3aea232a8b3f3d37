"""Where nodes stand: products in columns by stage, crossings reduced, what hangs on them in discs.

The same graph always gives the same picture: no random numbers, ties broken by name.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

ROW = 120.0  # between products with nothing around them
SPACING = 26.0  # between neighbours in a disc
TALLEST = 7  # products in a column before a stage takes another beside it
ASPECT = 1.9  # width by height of a screen's drawing
NARROWEST = 420.0  # between columns, for names
LOOSEST = 2.5  # how far rows may be drawn apart to fill a screen
SWEEPS = 8  # there and back four times: more changes little
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True)
class Point:
    x: float
    y: float


def layout(
    layers: Mapping[str, int], pairs: Iterable[tuple[str, str]], satellites: Mapping[str, Sequence[str]]
) -> dict[str, Point]:
    """`layers` gives each product its stage, `satellites` what stands around it, nearest first.

    Columns are staggered by half a row, so that straight edges do not run through the products between.
    """
    columns = _columns(_ordered(layers, pairs))
    heights = {product: _height(len(satellites.get(product, ()))) for product in layers}
    tallest = max((sum(heights[product] for product in column) for column in columns), default=0.0)
    gaps = max(1, len(columns) - 1)
    gap = max(NARROWEST, tallest * ASPECT / gaps)
    stretch = max(1.0, min(gap * gaps / (tallest * ASPECT), LOOSEST)) if tallest else 1.0
    points: dict[str, Point] = {}
    for place, column in enumerate(columns):
        top = -sum(heights[product] for product in column) / 2 + (place % 2 - 0.5) * ROW / 2
        for product in column:
            centre = Point(round(place * gap, 2), round((top + heights[product] / 2) * stretch, 2))
            top += heights[product]
            points[product] = centre
            points.update(_disc(centre, satellites.get(product, ())))
    return points


def _ordered(layers: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Products of each stage from top to bottom, stages from left to right.

    The barycentre heuristic of Sugiyama et al. (1981): each stage in turn is sorted by the mean height of
    its neighbours in other stages. igraph's own layout_sugiyama crashes the process on some graphs.
    """
    stages: dict[int, list[str]] = {layer: [] for layer in sorted(set(layers.values()))}
    for product in sorted(layers):
        stages[layers[product]].append(product)
    neighbours: dict[str, set[str]] = {product: set() for product in layers}
    for a, b in pairs:
        if a in layers and b in layers and layers[a] != layers[b]:
            neighbours[a].add(b)
            neighbours[b].add(a)
    height = {product: place / len(stage) for stage in stages.values() for place, product in enumerate(stage)}
    for sweep in range(SWEEPS):
        for stage in list(stages.values())[:: 1 if sweep % 2 == 0 else -1]:
            wanted = {p: fmean([height[n] for n in sorted(neighbours[p])] or [height[p]]) for p in stage}
            stage[:] = [p for _, p in sorted((mean, p) for p, mean in wanted.items())]
            height.update({product: place / len(stage) for place, product in enumerate(stage)})
    return list(stages.values())


def _columns(stages: Sequence[Sequence[str]]) -> list[list[str]]:
    """A long stage becomes several columns, neighbours side by side rather than one below another."""
    columns: list[list[str]] = []
    for stage in stages:
        width = math.ceil(len(stage) / TALLEST)
        columns += [list(stage[first::width]) for first in range(width)]
    return columns


def _height(satellites: int) -> float:
    return ROW + 2 * SPACING * math.sqrt(satellites)


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
