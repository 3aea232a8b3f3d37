"""Different spellings of one value: a rare text near a frequent one, where frequent ones are not near each other.

Edits that recur with one and the same character everywhere (a lost byte shown as ?, a damaged key) are
learned from the table itself; then that character may stand for any other.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from brain.platform.governance.algorithm.errors.evidence import logit
from brain.platform.governance.algorithm.errors.shapes import character_class
from brain.platform.governance.algorithm.errors.table import Column

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
    """One edit from three characters on, one more every six; one in three Chinese characters is too many."""
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
                    found[code] = frequent[meant], int(edits[place][meant])
    return found


def _nearest_among(column: Column, frequent: Sequence[int]) -> set[int]:
    """The frequent values that have another one near, whichever is the more frequent."""
    texts = [column.distinct[code] for code in frequent]
    found = set()
    for start in range(0, len(texts), 500):
        edits = cdist(texts[start : start + 500], texts, scorer=OSA.distance, score_cutoff=4)
        for place in range(edits.shape[0]):
            text = texts[start + place]
            near = np.flatnonzero((edits[place] > 0) & (edits[place] <= allowed_edits(text)))
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
    return "".join("9" if each.isdigit() else each for each in text)


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
    by_length: dict[int, list[int]] = defaultdict(list)
    for code, text in enumerate(column.distinct):
        by_length[len(text)].append(code)
    forms = _forms(column)
    natural = _natural(column, character)
    for code, text in enumerate(column.distinct):
        if character not in text:
            continue
        whole = [
            other
            for other in by_length[len(text)]
            if column.counts[other] > column.counts[code] and _fits(text, column.distinct[other], character)
        ]
        if whole:
            yield _by_value(column, code, whole)
        elif not natural:
            yield _by_form(column, code, forms, character)


def _natural(column: Column, character: str) -> bool:
    """Whether the character belongs into the column: it stands in more than one cell in ten."""
    cells = sum(
        int(count) for text, count in zip(column.distinct, column.counts, strict=True) if character in text
    )
    return cells > 0.1 * column.filled


def _fits(written: str, candidate: str, character: str) -> bool:
    known = sum(each != character for each in written)
    return (
        2 * known >= len(written)
        and written != candidate
        and all(mine in (character, theirs) for mine, theirs in zip(written, candidate, strict=True))
    )


def _by_value(column: Column, code: int, fitting: Sequence[int]) -> Respelling:
    counts = column.counts[list(fitting)]
    best = fitting[int(counts.argmax())]
    certain = float(counts.max()) / float(counts.sum())
    return Respelling(
        written=code,
        meant=column.distinct[best],
        log_odds=logit(0.97) + math.log(certain),
        by_character=True,
        reason=(
            f"“{column.distinct[code]}”（{column.counts[code]} 处）中的错字换回后是"
            f"“{column.distinct[best]}”（{column.counts[best]} 处）"
        ),
    )


def _forms(column: Column) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for text, count in zip(column.distinct, column.counts.tolist(), strict=True):
        counts[_form(text)] += count
    return dict(counts)


def _form(text: str) -> str:
    return "".join("9" if character_class(each) == "9" else each for each in text)


def _by_form(column: Column, code: int, forms: dict[str, int], character: str) -> Respelling:
    text = column.distinct[code]
    form = _form(text)
    fitting = [
        other for other in forms if len(other) == len(form) and forms[other] > forms[form]
        and _fits(form, other, character)
    ]  # fmt: skip
    best = max(fitting, key=lambda other: forms[other], default=None)
    meant = text if best is None else _filled(text, best, character)
    return Respelling(
        written=code,
        meant=meant,
        log_odds=logit(0.9),
        by_character=True,
        reason=f"“{text}”含有在全表中顶替其他字的“{character}”，本列正常取值不含它",
    )


def _filled(text: str, form: str, character: str) -> str:
    """The text with its corrupted places from the form; itself where a digit is lost, which no form tells."""
    if any(mine == character and theirs == "9" for mine, theirs in zip(text, form, strict=True)):
        return text
    return "".join(
        theirs if mine == character else mine for mine, theirs in zip(text, form, strict=True)
    )
