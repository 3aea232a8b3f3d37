"""The steps after cleaning, each over the file of the one before: what it drops, what it changes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from brain.kit.crypto import sm3
from brain.platform.corpora.adapters.stages import Keep, Shelf, samples
from brain.platform.corpora.algorithm import near_duplicates as near
from brain.platform.corpora.algorithm.characters import compared
from brain.platform.corpora.algorithm.language import language
from brain.platform.corpora.algorithm.mixture import chosen, draw
from brain.platform.corpora.algorithm.personal_data import Recognise, hidden
from brain.platform.corpora.algorithm.quality import judge
from brain.platform.corpora.algorithm.shingles import shingles, signature
from brain.platform.corpora.algorithm.tokens import estimated_tokens
from brain.platform.corpora.domain.recipes import QualityLimits, Settings
from brain.platform.corpora.domain.reports import Tally
from brain.platform.corpora.domain.samples import Dropped, Sample

Step = Callable[[Path, Keep, Tally], None]
Repeats = Mapping[int, tuple[int, float]]  # by the number of a sample: the kept one it repeats, how near

_WHOLE: Final = 1 << 64


def by_language(languages: tuple[str, ...]) -> Step:
    def step(path: Path, keep: Keep, tally: Tally) -> None:
        for sample in samples(path):
            tally.take(sample)
            found = language(sample.text)
            if found in languages:
                told = replace(sample, language=found)
                tally.keep(told)
                keep(told)
            else:
                tally.drop(sample, Dropped(reason=f"language_{found}"))

    return step


def by_quality(limits: QualityLimits) -> Step:
    def step(path: Path, keep: Keep, tally: Tally) -> None:
        for sample in samples(path):
            tally.take(sample)
            why = judge(sample, limits)
            if why is None:
                tally.keep(sample)
                keep(sample)
            else:
                tally.drop(sample, why)

    return step


def without_copies(path: Path, keep: Keep, tally: Tally) -> None:
    """Of samples with the same letters, digits and characters the newest stays."""
    first: dict[bytes, int] = {}
    same: dict[int, tuple[int, float]] = {}
    for number, sample in enumerate(samples(path)):
        digest = bytes.fromhex(sm3(compared(sample.text).encode()))
        kept = first.setdefault(digest, number)
        if kept != number:
            same[number] = (kept, 1.0)
    _spare(path, same, "copy", keep, tally)


def without_near_copies(similarity: float) -> Step:
    """Of samples that are nearly the same, as the versions of a statute, the newest stays."""

    def step(path: Path, keep: Keep, tally: Tally) -> None:
        shelf = Shelf(path)
        same = near.repeats(
            _index(path, near.ROWS_ALIKE), lambda number: shingles(shelf[number].text), similarity
        )
        _spare(path, same, "near_copy", keep, tally)

    return step


def _index(path: Path, rows: int) -> near.Index:
    return near.index((signature(shingles(sample.text)) for sample in samples(path)), rows)


def _spare(path: Path, same: Repeats, reason: str, keep: Keep, tally: Tally) -> None:
    shelf = Shelf(path)
    replaced: dict[int, list[str]] = {}
    for number, (kept, _) in same.items():
        replaced.setdefault(kept, []).append(shelf[number].id)
    for number, sample in enumerate(samples(path)):
        tally.take(sample)
        if number in same:
            tally.drop(sample, Dropped(reason=reason, other=shelf[same[number][0]].id))
            continue
        told = replace(sample, replaces=(*sample.replaces, *replaced.get(number, ())))
        tally.keep(told)
        keep(told)


def without_known_paragraphs(characters: int, least: int) -> Step:
    """Long paragraphs that a newer sample has are taken out; what then has less than `least` characters is
    dropped. Memory grows by about 100 bytes a long paragraph."""

    def step(path: Path, keep: Keep, tally: Tally) -> None:
        known: set[bytes] = set()
        for sample in samples(path):
            tally.take(sample)
            kept, own = [], set()
            for paragraph in sample.text.split("\n\n"):
                digest = bytes.fromhex(sm3(compared(paragraph).encode()))[:16]
                if len(paragraph) >= characters and digest in known:
                    tally.changed["paragraphs"] += 1
                    tally.changed["characters"] += len(paragraph)
                    continue
                kept.append(paragraph)
                own.add(digest) if len(paragraph) >= characters else None
            known |= own
            told = _with_text(sample, "\n\n".join(kept))
            if len(told.text) < least:
                tally.drop(sample, Dropped(reason="nothing_new"))
            else:
                tally.keep(told)
                keep(told)

    return step


def without_personal_data(recognise: Recognise) -> Step:
    def step(path: Path, keep: Keep, tally: Tally) -> None:
        for sample in samples(path):
            tally.take(sample)
            text, counted = hidden(sample.text, recognise)
            told = replace(_with_text(sample, text), removed=dict(counted)) if counted else sample
            tally.changed.update(counted)
            tally.keep(told)
            keep(told)

    return step


def _with_text(sample: Sample, text: str) -> Sample:
    return sample if text == sample.text else replace(sample, text=text, tokens=estimated_tokens(text))


def mixed(settings: Settings) -> Step:
    """As much of each source as its weight asks for."""

    def step(path: Path, keep: Keep, tally: Tally) -> None:
        sizes = ((sample.id, sample.source, sample.tokens) for sample in samples(path))
        names = chosen(sizes, settings.weights, settings.seed)
        for sample in samples(path):
            tally.take(sample)
            if sample.id in names:
                tally.keep(sample)
                keep(sample)
            else:
                tally.drop(sample, Dropped(reason="beyond_weight"))

    return step


def split(settings: Settings) -> Step:
    """Hold a part back for tests, whole clusters of related samples at a time, so that what is tested on has
    no near relative in what is learnt from."""

    def step(path: Path, keep: Keep, tally: Tally) -> None:
        shelf = Shelf(path)
        found = _index(path, near.ROWS_RELATED)
        related = near.pairs(found, lambda n: shingles(shelf[n].text), settings.splitting.related)
        roots = near.clusters(len(shelf), related)
        for number, sample in enumerate(samples(path)):
            tally.take(sample)
            drawn = draw(settings.seed, shelf[int(roots[number])].id)
            held_back = drawn < settings.splitting.test_share * _WHOLE
            told = replace(sample, split="test" if held_back else "train")
            tally.changed["test"] += held_back
            tally.keep(told)
            keep(told)

    return step
