"""The chain: stages, links, products with their dictionaries, and how verbs change what a noun means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from brain.kit.errors import NotFound

Role = Literal["producer", "trader", "service"]
ROLES: tuple[Role, ...] = get_args(Role)
ROLE_TITLES: Mapping[Role, str] = {"producer": "生产", "trader": "经销", "service": "服务"}


@dataclass(frozen=True, kw_only=True)
class Stage:
    """上游, 中游 or 下游."""

    code: str
    title: str
    title_en: str


@dataclass(frozen=True, kw_only=True)
class Link:
    """环节: products that an analyst looks at together."""

    code: str
    stage: str
    title: str
    title_en: str


@dataclass(frozen=True, kw_only=True)
class Product:
    """`terms` are certain, `ambiguous` need one of `context` elsewhere in the text, `names` are catalogues'.

    One that `qualifies` often only says what the next item is for (拖拉机、三轮车配件).
    """

    code: str
    link: str
    title: str
    title_en: str
    terms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ("producer", "trader")
    qualifies: bool = False


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """A product of `links` governed by a verb of group `verbs`, or else held in `role`, counts as `to`."""

    links: tuple[str, ...]
    to: str
    role: Role
    verbs: str | None = None


@dataclass(frozen=True, kw_only=True)
class StrengthRule:
    """The value of each part that counts half, how the parts weigh, and where the classes begin."""

    halves: Mapping[str, float]
    weights: Mapping[str, float]
    strong: float
    medium: float


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The language of business scopes: verbs by group, heads and tails of compounds, marks in names."""

    negatives: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    compounds: Mapping[str, str]
    shared_heads: tuple[str, ...]
    verbs: Mapping[str, tuple[str, ...]]
    verb_like_nouns: tuple[str, ...]
    name_marks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Chain:
    code: str
    title: str
    title_en: str
    version: str
    issued_on: date
    provisional: bool
    source: str
    confidence: float
    stages: tuple[Stage, ...]
    links: tuple[Link, ...]
    products: tuple[Product, ...]
    redirects: tuple[Redirect, ...]
    wording: Wording
    strength: StrengthRule
    supply: Mapping[tuple[str, str], float] = field(default_factory=dict)

    @cached_property
    def product_by_code(self) -> Mapping[str, Product]:
        return {product.code: product for product in self.products}

    @cached_property
    def link_by_code(self) -> Mapping[str, Link]:
        return {link.code: link for link in self.links}

    @cached_property
    def stage_by_code(self) -> Mapping[str, Stage]:
        return {stage.code: stage for stage in self.stages}

    def product(self, code: str) -> Product:
        if code not in self.product_by_code:
            raise NotFound(f"产业链“{self.title}”没有产品 {code}")
        return self.product_by_code[code]

    def link(self, code: str) -> Link:
        if code not in self.link_by_code:
            raise NotFound(f"产业链“{self.title}”没有环节 {code}")
        return self.link_by_code[code]

    def stage_of(self, product: str) -> Stage:
        return self.stage_by_code[self.link(self.product(product).link).stage]
