"""The vocabulary of registered names and scopes: everyday words with their classes, written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from brain.platform.governance.algorithm.industry_coding.classes import Taught
from brain.platform.governance.domain.business_scope import Activity
from brain.reference.industry import IndustryCode

SURE = 3.0  # weight of a word with its verb
IN_SHOPS, UNSAID_TRADE, UNSAID_MAKING = 2.0, 0.8, 0.5  # goods of no retail class; goods without any verb
_NOTHING: Final = "-"


@dataclass(frozen=True)
class NameWord:
    word: str
    code: IndustryCode


@dataclass(frozen=True)
class Vocabulary:
    things: tuple[Taught, ...]
    names: tuple[NameWord, ...]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    things, names = list[Taught](), list[NameWord]()
    for section, codes, words in _lines():
        for word in words:
            if section == "goods":
                things += _goods(word, codes)
            elif section == "name":
                names.append(NameWord(word, IndustryCode(codes[0])))
            else:
                activity = Activity.NONE if section == "other" else Activity(section)
                things.append(Taught(word, activity, IndustryCode(codes[0]), SURE))
    return Vocabulary(tuple(things), tuple(names))


def _lines() -> Iterator[tuple[str, list[str], list[str]]]:
    section = ""
    for line in files(__package__).joinpath("vocabulary.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            codes, _, words = line.partition(" = ")
            yield section, codes.split(), words.split()


def _goods(word: str, codes: list[str]) -> Iterator[Taught]:
    made, wholesale, retail = (None if code == _NOTHING else IndustryCode(code) for code in codes)
    if made:
        yield Taught(word, Activity.MAKE, made, SURE)
        yield Taught(word, Activity.NONE, made, UNSAID_MAKING)
    if wholesale:
        yield Taught(word, Activity.WHOLESALE, wholesale, SURE)
        yield Taught(word, Activity.NONE, wholesale, UNSAID_TRADE)
    if retail:
        yield Taught(word, Activity.RETAIL, retail, SURE)
    elif wholesale:
        yield Taught(word, Activity.RETAIL, wholesale, IN_SHOPS)
