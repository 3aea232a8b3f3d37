"""Finding suspected cells of a whole table, in the order in which one kind of error hides another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np
import polars as pl

from brain.platform.governance.algorithm.errors import dependencies, formats, outliers, shapes, spelling
from brain.platform.governance.algorithm.errors.evidence import (
    LEAST_CONFIDENCE,
    Evidence,
    Kind,
    Suspicion,
    logit,
)
from brain.platform.governance.algorithm.errors.judgement import Judge
from brain.platform.governance.algorithm.errors.spelling import Respelling
from brain.platform.governance.algorithm.errors.table import Column, columns

Tell: TypeAlias = Callable[[float], None]  # hears now and then which share is done; raises to stop

JUDGED_AT_ONCE = 256  # rows between two words about how far it is
CLEAR = logit(0.8)  # a misspelling as sure as this is mended before dependencies are looked for


@dataclass
class Workspace:
    """The columns as mended so far, and the evidence against cells by row and place of column."""

    columns: list[Column]
    evidence: defaultdict[tuple[int, int], list[Evidence]] = field(default_factory=lambda: defaultdict(list))

    def add(self, place: int, found: Iterable[tuple[int, Evidence]]) -> dict[int, str]:
        """Keep the evidence; the repairs that it proposes."""
        repairs: dict[int, str] = {}
        for row, evidence in found:
            self.evidence[row, place].append(evidence)
            if evidence.repair is not None:
                repairs[row] = evidence.repair
        return repairs

    def mend(self, place: int, repairs: Mapping[int, str]) -> None:
        self.columns[place] = self.columns[place].changed(repairs)


def _silent(_: float) -> None:
    pass


def detect(frame: pl.DataFrame, tell: Tell = _silent) -> list[Suspicion]:
    """Cells that are probably wrong, in the order of rows, with reasons and proposed values.

    Needs no rules, no labels and no other table. Dependencies hide behind misspellings and misspellings
    behind forms, so forms are mended first, then spellings, then dependencies are mined and weighed.
    """
    written = columns(frame)
    work = Workspace(list(written))
    tell(0.05)
    for place, column in enumerate(written):
        work.mend(place, work.add(place, formats.disguised_missing(column)))
    for place, column in enumerate(work.columns):
        work.mend(place, work.add(place, formats.other_units(column)))
    tell(0.1)
    _part_merged(work)
    _judge(work, tell)
    for place, column in enumerate(work.columns):
        tell(0.9 + 0.1 * place / len(work.columns))
        work.add(place, shapes.strange_shapes(column))
        work.add(place, outliers.outliers(column))
    found = (
        Suspicion.of(row, written[place].name, written[place].value(row), evidence)
        for (row, place), evidence in sorted(work.evidence.items())
    )
    return [suspicion for suspicion in found if suspicion.confidence >= LEAST_CONFIDENCE]


def _part_merged(work: Workspace) -> None:
    """Two fields written into one: each gets its own."""
    for place, column in enumerate(work.columns):
        for other_place, other in enumerate(work.columns):
            if place == other_place:
                continue
            rests: dict[int, str] = {}
            tails: dict[int, str] = {}
            for row, rest, tail, reason in formats.merged(column, other):
                rests[row], tails[row] = rest, tail
                for where, repair in ((place, rest), (other_place, tail)):
                    beside = (other.name if where == place else column.name,)
                    evidence = Evidence(
                        kind=Kind.MERGED, confidence=0.95, reason=reason, repair=repair, beside=beside
                    )
                    work.evidence[row, where].append(evidence)
            work.mend(place, rests)
            work.mend(other_place, tails)
            column = work.columns[place]


def _judge(work: Workspace, tell: Tell) -> None:
    tell(0.15)
    respellings = _respellings(work.columns)
    drafts = [_drafted(*each) for each in zip(work.columns, respellings, strict=True)]
    tell(0.3)
    judge = Judge.of(work.columns, drafts, dependencies.mine(drafts), respellings)
    repairs: defaultdict[int, dict[int, str]] = defaultdict(dict)
    rows = judge.rows().tolist()
    for number, row in enumerate(rows):
        if number % JUDGED_AT_ONCE == 0:
            tell(0.6 + 0.3 * number / len(rows))
        for finding in judge.findings(row):
            work.evidence[row, finding.place].append(finding.evidence)
            repairs[finding.place][row] = finding.evidence.repair or ""
    for place, mended in repairs.items():
        work.mend(place, mended)


def _respellings(table: Sequence[Column]) -> list[dict[int, Respelling]]:
    near = [spelling.near_frequent(column) for column in table]
    found = [{each.written: each for each in some} for some in near]
    character = spelling.corrupting_character(table, near)
    if character is not None:
        for column, respellings in zip(table, found, strict=True):
            respellings |= {each.written: each for each in spelling.corrupted(column, character)}
    return found


def _drafted(column: Column, respellings: Mapping[int, Respelling]) -> Column:
    """The column with its clear misspellings mended, in the same codes."""
    places = {text: code for code, text in enumerate(column.distinct)}
    to = np.arange(len(column.distinct) + 1)
    to[-1] = -1  # empty stays empty
    for code, respelling in respellings.items():
        if respelling.log_odds >= CLEAR and respelling.meant in places:
            to[code] = places[respelling.meant]
    codes = to[column.codes]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.distinct))
    return replace(column, codes=codes, counts=counts)
