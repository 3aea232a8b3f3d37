"""Different spellings of one value: rare texts near frequent ones, where these are not near each other.

Edits that recur with one and the same character everywhere (a lost byte shown as ?, a damaged
key) are learned from the table itself; then that character may stand for any other.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from brain.platform.governance.algorithm.errors.evidence import logit
from brain.platform.governance.algorithm.errors.shapes import character_class
from brain.platform.governance.algorithm.errors.table import Column, Ints

FREQUENT = 5  # cells a value stands in before others are taken for misspellings of it
TIMES = 5  # as often as its misspelling, at least
MOST_FREQUENT, MOST_RARE = 3_000, 20_000  # values compared; columns beyond are not closed vocabularies
FOUND = 0.9  # share of misspellings that lie within the edits looked at
LEAST_SIGNS, LEAST_SHARE = 10, 0.5  # substitutions by one character before it is taken for a corruption


@dataclass(frozen=True, kw_only=True)
class Respelling:
    """`written` probably means `meant`; `log_odds` weigh error against a value of its own."""

    written: int
    meant: str
    log_odds: float
    reason: str
    by_character: bool = False  # through the character that stands for others all over the table


def near_frequent(column: Column) -> list[Respelling]:
    """Rare values near a frequent one.

    How often nearness means an error is estimated from the column: π of the rare values are misspellings,
    of which 90 % are near a frequent one; of true values as many are as frequent ones are near each other.
    """
    frequent = [code for code in np.argsort(-column.counts) if column.counts[code] >= FREQUENT]
    rare = [code for code in range(len(column.counts)) if column.counts[code] * TIMES <= column.counts.max()]
    if not frequent or not rare or len(frequent) > MOST_FREQUENT or len(rare) > MOST_RARE:
        return []
    nearest = _nearest(column, rare, frequent)
    true_near = _nearest_among(column, frequent)
    by_chance = (len(true_near) + 0.5) / (len(frequent) + 1)
    if by_chance >= 0.5:
        return []
    # A rare value may itself be counted as frequent: only those clearly rarer than their neighbour are asked.
    share = (len(nearest) / len(rare) - by_chance) / (FOUND - by_chance)
    prior = min(max(share, 0.005), 0.95)
    weight = logit(prior) + math.log(FOUND / by_chance)
    return [
        Respelling(
            written=code,
            meant=column.distinct[meant],
            log_odds=weight,
            reason=(
                f"“{column.distinct[code]}”（{column.counts[code]} 处）与常见的“{column.distinct[meant]}”"
                f"（{column.counts[meant]} 处）只差 {edits} 字"
            ),
        )
        for code, (meant, edits) in nearest.items()
    ]


def allowed_edits(text: str) -> int:
    """One edit from three characters on, one more every six, at most three."""
    return min(len(text) // 6 + 1, 3) if len(text) >= 3 else 0


def _nearest(column: Column, rare: Sequence[int], frequent: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The nearest much more frequent value of each rare one, where one is near enough: code and edits."""
    found: dict[int, tuple[int, int]] = {}
    texts = [column.distinct[code] for code in frequent]
    counts = column.counts[list(frequent)]
    for start in range(0, len(rare), 500):
        part = rare[start : start + 500]
        edits = cdist([column.distinct[code] for code in part], texts, scorer=OSA.distance, score_cutoff=4)
        for place, code in enumerate(part):
            most = allowed_edits(column.distinct[code])
            fits = (edits[place] <= most) & (edits[place] > 0) & (counts >= TIMES * column.counts[code])
            order = np.flatnonzero(fits)
            if len(order):
                best = order[np.lexsort((-counts[order], edits[place][order]))]
                meant = next((each for each in best if _worded(column.distinct[code], texts[each])), None)
                if meant is not None:
                    found[code] = frequent[int(meant)], int(edits[place, meant])
    return found


def _nearest_among(column: Column, frequent: Sequence[int]) -> set[int]:
    """The frequent values that have another one near, whichever is the more frequent."""
    texts = [column.distinct[code] for code in frequent]
    found = set()
    for start in range(0, len(texts), 500):
        edits = cdist(texts[start : start + 500], texts, scorer=OSA.distance, score_cutoff=4)
        for place in range(edits.shape[0]):
            text = texts[start + place]
            near = np.flatnonzero((edits[place] > 0) & (edits[place] <= allowed_edits(text))).tolist()
            # Values that repair each other's misspellings are of like frequency; a misspelling is far rarer.
            own = column.counts[frequent[start + place]]
            if any(
                _worded(text, texts[each]) and column.counts[frequent[each]] < TIMES * own for each in near
            ):
                found.add(frequent[start + place])
    return found


def _worded(one: str, other: str) -> bool:
    """Whether two texts differ in more than digits: 1号楼 and 2号楼 are different places, not spellings."""
    return _without_digits(one) != _without_digits(other)


def _without_digits(text: str) -> str:
    return "".join(each for each in text if not each.isdigit())


def corrupting_character(columns: Sequence[Column], found: Sequence[Sequence[Respelling]]) -> str | None:
    """The one character that stands where others belong, if most substitutions of the table put it there."""
    signs: Counter[str] = Counter()
    for column, respellings in zip(columns, found, strict=True):
        for respelling in respellings:
            written = column.distinct[respelling.written]
            for step in Levenshtein.editops(respelling.meant, written):
                if step.tag == "replace":
                    signs[written[step.dest_pos]] += 1
    if not signs:
        return None
    (character, count), *_ = signs.most_common(1)
    return character if count >= LEAST_SIGNS and count >= LEAST_SHARE * signs.total() else None


def corrupted(column: Column, character: str) -> Iterator[Respelling]:
    """Values with the corrupting character, and what they mean with it as a wild card.

    Where no whole value fits, the form does: digits stand for each other, so 27 pa?ients is 27 patients.
    """
    values = WildCards.of(column.distinct, column.counts.tolist(), character)
    forms: Counter[str] = Counter()
    for text, count in zip(column.distinct, column.counts.tolist(), strict=True):
        forms[_form(text)] += count
    by_form = WildCards.of(list(forms), list(forms.values()), character)
    natural = _natural(column, character)
    for code, text in enumerate(column.distinct):
        if character not in text:
            continue
        whole = values.fitting(text, int(column.counts[code]))
        if whole:
            yield _by_value(column, code, whole)
        elif not natural:
            form = _form(text)
            yield _by_form(column, code, by_form.fitting(form, forms[form]), character)


@dataclass(frozen=True)
class WildCards:
    """Texts by length as arrays of characters, to be compared with one character standing for any."""

    character: str
    by_length: dict[int, tuple[NDArray[np.uint32], Ints, list[str]]]

    @classmethod
    def of(cls, texts: Sequence[str], counts: Sequence[int], character: str) -> "WildCards":
        grouped: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for text, count in zip(texts, counts, strict=True):
            grouped[len(text)].append((text, count))
        return cls(
            character,
            {
                length: (
                    np.stack([_characters(text) for text, _ in some]),
                    np.array([count for _, count in some], np.int64),
                    [text for text, _ in some],
                )
                for length, some in grouped.items()
            },
        )

    def fitting(self, written: str, count: int) -> dict[str, int]:
        """The more frequent texts that agree in every other place, and how frequent they are."""
        characters = _characters(written)
        free = characters == ord(self.character)
        if 2 * int(free.sum()) > len(written):
            return {}
        table, counts, texts = self.by_length[len(written)]
        fits = ((table == characters) | free).all(axis=1) & (counts > count)
        return {texts[place]: int(counts[place]) for place in np.flatnonzero(fits)}


def _characters(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def _natural(column: Column, character: str) -> bool:
    """Whether the character belongs into the column: it stands in more than one cell in ten."""
    cells = sum(
        int(count) for text, count in zip(column.distinct, column.counts, strict=True) if character in text
    )
    return cells > 0.1 * column.filled


def _by_value(column: Column, code: int, fitting: Mapping[str, int]) -> Respelling:
    meant = max(fitting, key=lambda text: fitting[text])
    return Respelling(
        written=code,
        meant=meant,
        log_odds=logit(0.97) + math.log(fitting[meant] / sum(fitting.values())),
        by_character=True,
        reason=(
            f"“{column.distinct[code]}”（{column.counts[code]} 处）中的错字换回后是"
            f"“{meant}”（{fitting[meant]} 处）"
        ),
    )


def _form(text: str) -> str:
    return "".join("9" if character_class(each) == "9" else each for each in text)


def _by_form(column: Column, code: int, fitting: Mapping[str, int], character: str) -> Respelling:
    text = column.distinct[code]
    best = max(fitting, key=lambda form: fitting[form], default=None)
    return Respelling(
        written=code,
        meant=text if best is None else _filled(text, best, character),
        log_odds=logit(0.9),
        by_character=True,
        reason=f"“{text}”含有在全表中顶替其他字的“{character}”，本列正常取值不含它",
    )


def _filled(text: str, form: str, character: str) -> str:
    """The text with its corrupted places from the form; itself where a digit is lost, which no form tells."""
    if any(mine == character and theirs == "9" for mine, theirs in zip(text, form, strict=True)):
        return text
    return "".join(theirs if mine == character else mine for mine, theirs in zip(text, form, strict=True))
