"""The dictionary in one pass: leftmost longest match, the word boundary of Chinese text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brain.scenarios.industry_graph.domain.chain import Chain

# Full-width signs become half-width one for one, so that positions in the original text stay true.
_NARROW = str.maketrans("（）：；，［］｛｝．－／０１２３４５６７８９", "():;,[]{}.-/0123456789")


def narrowed(text: str) -> str:
    return text.translate(_NARROW)


@dataclass(frozen=True)
class Sense:
    """What a term may mean: a product, surely or only where its context words stand elsewhere in the text."""

    product: str
    context: re.Pattern[str] | None


@dataclass(frozen=True)
class Hit:
    term: str
    start: int
    end: int
    senses: tuple[Sense, ...]


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: bool = False


class Lexicon:
    """All terms of a chain and its negative list as one prefix tree, compiled to one regular expression.

    A negative term is a term without senses: being longer, it swallows the product term inside it.
    """

    def __init__(self, chain: Chain) -> None:
        self._senses: dict[str, list[Sense]] = {word: [] for word in chain.wording.negatives}
        for product in chain.products:
            context = either(product.context) if product.context else None
            for term in product.terms:
                self._senses.setdefault(narrowed(term), []).append(Sense(product.code, None))
            for term in product.ambiguous:
                self._senses.setdefault(narrowed(term), []).append(Sense(product.code, context))
        self._pattern = either(self._senses)
        self._compounds = chain.wording.compounds
        self._names = {
            name: product.code for product in chain.products for name in (*product.terms, *product.names)
        }
        self._titles = {product.title: product.code for product in chain.products}

    def mentions(self, text: str) -> bool:
        """Whether any term occurs: the cheap question asked of every enterprise."""
        return self._pattern.search(text) is not None

    def hits(self, text: str) -> Iterator[Hit]:
        """Terms in `text` (narrowed) that mean a product, left to right, never overlapping."""
        for match in self._pattern.finditer(text):
            if senses := self._senses[match.group()]:
                yield Hit(match.group(), match.start(), match.end(), tuple(senses))

    def product_named(self, name: str) -> str | None:
        """The product that a foreign catalogue calls `name` (a path `甲-乙` and 丁苯橡胶(SBR) too)."""
        plain = re.sub(r"\([^)]*\)", "", narrowed(name)).strip()
        last = plain.rpartition("-")[2]
        for candidate in (plain, last):
            if code := self._titles.get(candidate) or self._names.get(candidate):
                return code
        return None

    def product_ending(self, wording: str) -> str | None:
        """The product that a firm's own words end with: 汽车燃油系统胶管 is a hose."""
        text = narrowed(wording)
        for hit in self.hits(text):
            certain = [sense.product for sense in hit.senses if sense.context is None]
            if hit.end == len(text) and certain and hit.term not in self._compounds:
                return certain[0]
        return None


def either(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all words, the longest first; shared beginnings are tried once."""
    root = _Node()
    for word in words:
        node = root
        for sign in word:
            node = node.next.setdefault(sign, _Node())
        node.ends = True
    return re.compile(_branches(root))


def _branches(node: _Node) -> str:
    options = [re.escape(sign) + _branches(following) for sign, following in sorted(node.next.items())]
    if not options:
        return ""
    joined = options[0] if len(options) == 1 and not node.ends else f"(?:{'|'.join(options)})"
    return f"{joined}?" if node.ends else joined
