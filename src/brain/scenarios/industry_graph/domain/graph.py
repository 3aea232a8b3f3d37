"""What the explorer draws: nodes with a place, ties between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

NodeKind = Literal["product", "enterprise", "group"]
TieKind = Literal["supply", "belongs"]
LARGEST_VIEW = 2000


@dataclass(frozen=True, kw_only=True)
class Node:
    """`count` is how many enterprises stand behind a product, or a group of a product's in one city."""

    id: str
    kind: NodeKind
    code: str
    title: str
    title_en: str
    stage: str
    link: str
    x: float
    y: float
    count: int = 0
    grade: str | None = None
    role: str | None = None
    hops: int | None = None


@dataclass(frozen=True, kw_only=True)
class Tie:
    source: str
    target: str
    kind: TieKind
    weight: float
    confidence: float | None = None


@dataclass(frozen=True, kw_only=True)
class View:
    """`left_out` enterprises did not fit and stand in groups or are not shown."""

    nodes: Sequence[Node]
    ties: Sequence[Tie]
    left_out: int = 0
    path: Sequence[str] = ()

    def named(self, names: Mapping[str, str]) -> "View":
        """With the names of enterprises by credit code."""
        nodes = [
            replace(node, title=names[node.code], title_en=names[node.code])
            if node.kind == "enterprise"
            else node
            for node in self.nodes
        ]
        return replace(self, nodes=nodes)


def product_id(code: str) -> str:
    return f"product:{code}"


def enterprise_id(code: str) -> str:
    return f"enterprise:{code}"


def group_id(product: str, region: str) -> str:
    return f"group:{product}:{region}"
