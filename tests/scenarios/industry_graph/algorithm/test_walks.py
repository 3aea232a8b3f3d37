from hypothesis import given
from hypothesis import strategies as st

from brain.scenarios.industry_graph.algorithm import walks
from brain.scenarios.industry_graph.algorithm.layout import layout

LINE = [("ore", "steel"), ("steel", "cord"), ("cord", "tyre"), ("rubber", "tyre"), ("tyre", "car")]
NODES = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(NODES, NODES), max_size=20)


def test_walks_go_upstream_downstream_or_both_ways() -> None:
    assert walks.within(LINE, "tyre", "up", 2) == {"tyre": 0, "cord": 1, "rubber": 1, "steel": 2}
    assert walks.within(LINE, "steel", "down", 9) == {"steel": 0, "cord": 1, "tyre": 2, "car": 3}
    assert walks.within(LINE, "car", "both", 2) == {"car": 0, "tyre": 1, "cord": 2, "rubber": 2}


def test_a_circle_ends() -> None:
    assert walks.within([("a", "b"), ("b", "a")], "a", "down", 6) == {"a": 0, "b": 1}


def test_the_cheapest_way_wins_over_the_shortest() -> None:
    costs = {("a", "d"): 5.0, ("a", "b"): 1.0, ("b", "c"): 1.0, ("d", "c"): 1.0}

    assert walks.shortest_path(costs, "a", "d") == ["a", "b", "c", "d"]
    assert walks.shortest_path(costs, "a", "nowhere") == []


@given(PAIRS, NODES, st.integers(1, 5))
def test_more_hops_never_lose_a_node(pairs: list[tuple[str, str]], start: str, hops: int) -> None:
    near, far = (walks.within(pairs, start, "both", steps) for steps in (hops, hops + 1))

    assert near.items() <= far.items()


@given(st.dictionaries(NODES, st.integers(0, 2), min_size=1), st.lists(st.tuples(NODES, NODES), max_size=20))
def test_the_same_graph_stands_in_the_same_place(
    layers: dict[str, int], pairs: list[tuple[str, str]]
) -> None:
    satellites = {next(iter(layers)): ["one", "two", "three"]}

    points = layout(layers, pairs, satellites)

    assert points == layout(layers, reversed(pairs), satellites)
    assert len(set(points.values())) == len(layers) + 3
