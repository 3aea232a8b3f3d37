"""The coder: learns from the standard, the vocabulary and a mass of unlabelled enterprises, then codes.

Method and figures stand in docs/algorithms/industry_coding.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Self

import numpy as np

from brain.platform.governance.algorithm.industry_coding.bags import (
    Bags,
    form_features,
    name_features,
    thing_features,
)
from brain.platform.governance.algorithm.industry_coding.classes import Classes, Taught, taught_by
from brain.platform.governance.algorithm.industry_coding.confidence import Coding, judged
from brain.platform.governance.algorithm.industry_coding.described import Described, Thing
from brain.platform.governance.algorithm.industry_coding.pooling import DECAY, NAME, Voice, pooled
from brain.platform.governance.algorithm.industry_coding.vocabulary import SURE, NameWord, vocabulary
from brain.platform.governance.algorithm.industry_coding.word_classes import (
    Labels,
    Reading,
    Readings,
    WordClasses,
)
from brain.reference.industry import IndustryCode

THINGS = Reading(smoothing=10, sharpness=4, prior=0.3)
NAMES = Reading(smoothing=30, sharpness=6, prior=0.6)
CONFIDENT, BELIEVED = 0.8, 0.3  # a thing read so surely teaches, with this part of a written word's weight
AGREED = 0.45  # share of a class in a scope from which the name is taught
LABELLED_THING, LABELLED_NAME = 1.0, 5.0


@dataclass(frozen=True)
class Labelled:
    """An enterprise whose code, of any level, is known: officially or from a person."""

    name: str
    scope: str
    code: IndustryCode


@dataclass(frozen=True)
class Coder:
    classes: Classes
    things: WordClasses
    names: WordClasses

    def code(self, enterprises: Sequence[tuple[str, str]]) -> list[Coding | None]:
        """A coding for each (name, scope); None where neither says anything known."""
        described = [Described.read(name, scope) for name, scope in enterprises]
        distinct = list(dict.fromkeys(thing for one in described for thing in one.things))
        numbers = {thing: number for number, thing in enumerate(distinct)}
        things = self.things.read(_bags(distinct), THINGS)
        names = self.names.read(Bags.of(one.name for one in described), NAMES)
        return [
            judged(self.classes.codes, _voices(one, numbers, things, names, place))
            for place, one in enumerate(described)
        ]

    def dump(self) -> bytes:
        arrays = {
            f"{part}_{name}": array for part in _PARTS for name, array in vars(getattr(self, part)).items()
        }
        out = BytesIO()
        np.savez_compressed(out, allow_pickle=False, codes=np.array(self.classes.codes), **arrays)
        return out.getvalue()

    @classmethod
    def load(cls, dumped: bytes) -> Self:
        with np.load(BytesIO(dumped), allow_pickle=False) as arrays:
            codes = tuple(IndustryCode(str(code)) for code in arrays["codes"])
            things, names = (
                WordClasses(*(arrays[f"{part}_{name}"] for name in WordClasses.__dataclass_fields__))
                for part in _PARTS
            )
        return cls(Classes(codes), things, names)


_PARTS = ("things", "names")


def train(
    titles: Mapping[IndustryCode, str],
    descriptions: Mapping[IndustryCode, str],
    enterprises: Iterable[tuple[str, str]],
    labelled: Sequence[Labelled] = (),
) -> Coder:
    """`enterprises` (name, scope) need no labels: what the words say surely of them teaches the rest."""
    classes = Classes.of(titles)
    known = [Described.read(one.name, one.scope) for one in labelled]
    described = [Described.read(name, scope) for name, scope in enterprises]
    written = [*vocabulary().things, *taught_by(titles, descriptions)]
    for one, label in zip(known, labelled, strict=True):
        written += _taught_by_label(one, label)
    things, readings, model = _learn_things(classes, written, described)
    names = _learn_names(classes, described, things, readings, list(zip(known, labelled, strict=True)))
    return Coder(classes, model, names)


def _taught_by_label(one: Described, label: Labelled) -> list[Taught]:
    first = one.things[:1]
    return [Taught(thing.text, thing.activity, label.code, LABELLED_THING) for thing in first]


def _learn_things(
    classes: Classes, written: Sequence[Taught], described: Sequence[Described]
) -> tuple[dict[Thing, int], Readings, WordClasses]:
    numbers: dict[Thing, int] = {}
    seeds = _labels(
        (
            numbers.setdefault(Thing(one.thing, one.activity), len(numbers)),
            classes.under(one.code),
            one.weight,
        )
        for one in written
    )
    borne = Counter(thing for one in described for thing in one.things)
    for thing in borne:
        numbers.setdefault(thing, len(numbers))
    bags = _bags(numbers)
    counts = np.array([borne[thing] for thing in numbers], np.float64)
    first = WordClasses.learnt(bags, seeds, len(classes)).read(bags, THINGS)
    sure = np.flatnonzero((first.shares[:, 0] > CONFIDENT) & (counts > 0))
    weights = BELIEVED * np.sqrt(counts[sure]) * first.shares[sure, 0]
    model = WordClasses.learnt(
        bags, seeds.joined(Labels(sure, first.classes[sure, 0].astype(np.int64), weights)), len(classes)
    )
    return numbers, model.read(bags, THINGS), model


def _learn_names(
    classes: Classes,
    described: Sequence[Described],
    numbers: Mapping[Thing, int],
    readings: Readings,
    known: Sequence[tuple[Described, Labelled]],
) -> WordClasses:
    """From the class on which the items of a scope agree, from labels, and from the vocabulary."""
    taught = [
        *((one.name, classes.under(label.code), LABELLED_NAME) for one, label in known),
        *((_features(word), classes.under(word.code), SURE) for word in vocabulary().names),
    ]
    for one in described:
        if one.things and one.name:
            shares = pooled(_scope_voices(one, numbers, readings))
            best = max(shares, key=lambda number: (shares[number], number))
            if shares[best] > AGREED:
                taught.append((one.name, [best], shares[best]))
    bags = Bags.of(features for features, _, _ in taught)
    labels = _labels((number, under, weight) for number, (_, under, weight) in enumerate(taught))
    return WordClasses.learnt(bags, labels, len(classes))


def _features(word: NameWord) -> tuple[int, ...]:
    return (*name_features(word.word), *form_features("form", word.word), *form_features("branch", word.word))


def _labels(taught: Iterable[tuple[int, Sequence[int], float]]) -> Labels:
    """What is said of a higher level is said in equal parts of the classes below it."""
    rows = [(text, number, weight / len(under)) for text, under, weight in taught for number in under]
    texts, numbers, weights = zip(*rows, strict=True)
    return Labels(np.array(texts, np.int64), np.array(numbers, np.int64), np.array(weights, np.float64))


def _bags(things: Iterable[Thing]) -> Bags:
    return Bags.of(thing_features(thing.activity, thing.text) for thing in things)


def _scope_voices(one: Described, numbers: Mapping[Thing, int], readings: Readings) -> list[Voice]:
    return [
        Voice(thing.text, False, DECAY**place, _shares(readings, numbers[thing]))
        for place, thing in enumerate(one.things)
    ]


def _voices(
    one: Described, numbers: Mapping[Thing, int], things: Readings, names: Readings, place: int
) -> list[Voice]:
    voices = _scope_voices(one, numbers, things)
    if one.name:
        voices.append(Voice(one.written, True, NAME, _shares(names, place)))
    return voices


def _shares(readings: Readings, number: int) -> dict[int, float]:
    return dict(zip(readings.classes[number].tolist(), readings.shares[number].tolist(), strict=True))
