"""Reads a chain definition (TOML) into a `Chain`, refusing what does not hold together."""

import itertools
import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from brain.kit.errors import FieldError, Invalid
from brain.scenarios.industry_graph.domain.chain import (
    Chain,
    Link,
    Product,
    Redirect,
    Stage,
    StrengthRule,
    Wording,
)

PACKAGED = Path(__file__).parent / "chains"
_CHOICE = re.compile(r"\[([^\]]*)\]")


def packaged(code: str) -> str:
    """The text of a definition that ships with the product."""
    return (PACKAGED / f"{code}.toml").read_text(encoding="utf-8")


def expanded(pattern: str) -> Iterator[str]:
    """Every string that `[甲|乙|]` choices in a pattern stand for."""
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return ("".join(chosen) for chosen in itertools.product(*choices))


def parse(text: str) -> Chain:
    """A chain from its TOML text; raises `Invalid` naming the wrong places."""
    try:
        chain = _chain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Invalid(f"产业链定义不是有效的 TOML：{error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid(f"产业链定义缺少或写错字段：{error}") from error
    if problems := list(_problems(chain)):
        raise Invalid("产业链定义前后不一致", problems)
    return chain


def _chain(raw: dict[str, Any]) -> Chain:
    return Chain(
        code=raw["code"],
        title=raw["title"],
        title_en=raw["title_en"],
        version=raw["version"],
        issued_on=raw["issued_on"],
        provisional=raw["provisional"],
        source=raw["source"],
        confidence=float(raw["confidence"]),
        stages=tuple(Stage(**stage) for stage in raw["stages"]),
        links=tuple(Link(**link) for link in raw["links"]),
        products=tuple(_product(product) for product in raw["products"]),
        redirects=tuple(_redirect(redirect) for redirect in raw["redirects"]),
        wording=_wording(raw),
        strength=StrengthRule(**raw["strength"]),
        supply={
            (upstream, downstream): float(weight)
            for upstream, targets in raw["supply"].items()
            for downstream, weight in targets.items()
        },
    )


def _product(raw: dict[str, Any]) -> Product:
    return Product(
        code=raw["code"],
        link=raw["link"],
        title=raw["title"],
        title_en=raw["title_en"],
        terms=_words(raw.get("terms", ())),
        ambiguous=_words(raw.get("ambiguous", ())),
        context=_words(raw.get("context", ())),
        names=_words(raw.get("names", ())),
        roles=tuple(raw.get("roles", Product.roles)),
        qualifies=raw.get("qualifies", False),
    )


def _redirect(raw: dict[str, Any]) -> Redirect:
    return Redirect(links=tuple(raw["links"]), to=raw["to"], role=raw["role"], verbs=raw.get("verbs"))


def _wording(raw: dict[str, Any]) -> Wording:
    return Wording(
        negatives=_words(raw["negatives"]),
        heads=tuple(raw["heads"]),
        tails=tuple(raw["tails"]),
        compounds=dict(raw["compounds"]),
        shared_heads=tuple(raw["shared_heads"]),
        verbs={group: tuple(words) for group, words in raw["verbs"].items() if group != "nouns"},
        verb_like_nouns=tuple(raw["verbs"]["nouns"]),
        name_marks={mark: tuple(words) for mark, words in raw["name_marks"].items()},
    )


def _words(patterns: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for pattern in patterns for word in expanded(pattern) if word))


def _problems(chain: Chain) -> Iterator[FieldError]:
    products = chain.product_by_code
    wanted: list[tuple[str, str, Collection[str]]] = [
        *((f"/links/{i}/stage", link.stage, chain.stage_by_code) for i, link in enumerate(chain.links)),
        *(
            (f"/products/{i}/link", product.link, chain.link_by_code)
            for i, product in enumerate(chain.products)
        ),
        *((f"/redirects/{i}/to", redirect.to, products) for i, redirect in enumerate(chain.redirects)),
        *((f"/supply/{edge[0]}/{edge[1]}", code, products) for edge in chain.supply for code in edge),
    ]
    for place, code, known in wanted:
        if code not in known:
            yield FieldError(loc=place, message=f"没有 {code}")
    if len(products) < len(chain.products):
        yield FieldError(loc="/products", message="产品编码重复")
