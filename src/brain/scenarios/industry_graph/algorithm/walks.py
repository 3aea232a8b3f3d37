"""Walks over the supply network: up- and downstream to N hops, neighbourhood, shortest path."""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Literal

Direction = Literal["up", "down", "both"]
Pair = tuple[str, str]


def within(pairs: Iterable[Pair], start: str, direction: Direction, hops: int) -> dict[str, int]:
    """Nodes reachable from `start` in at most `hops` steps, with the fewest steps to each."""
    following = _neighbours(pairs, direction)
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        if distance[node] == hops:
            continue
        for neighbour in following[node]:
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                queue.append(neighbour)
    return distance


def shortest_path(costs: Mapping[Pair, float], start: str, end: str) -> list[str]:
    """The cheapest way between two nodes, edges walked either way; empty when there is none (Dijkstra)."""
    reachable: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (a, b), cost in costs.items():
        reachable[a].append((b, cost))
        reachable[b].append((a, cost))
    heap: list[tuple[float, str, tuple[str, ...]]] = [(0.0, start, (start,))]
    settled: set[str] = set()
    while heap:
        cost, node, path = heapq.heappop(heap)
        if node == end:
            return list(path)
        if node in settled:
            continue
        settled.add(node)
        for neighbour, step in reachable[node]:
            if neighbour not in settled:
                heapq.heappush(heap, (cost + step, neighbour, (*path, neighbour)))
    return []


def _neighbours(pairs: Iterable[Pair], direction: Direction) -> dict[str, list[str]]:
    following: dict[str, set[str]] = defaultdict(set)
    for upstream, downstream in pairs:
        if direction in ("down", "both"):
            following[upstream].add(downstream)
        if direction in ("up", "both"):
            following[downstream].add(upstream)
    return defaultdict(list, {node: sorted(nodes) for node, nodes in following.items()})
