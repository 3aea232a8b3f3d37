"""Cells of a table that are probably wrong, found without rules."""

from collections.abc import Callable

import polars as pl

from brain.platform.governance.algorithm.errors.detection import detect
from brain.platform.governance.contract import SuspectedCell, SuspicionReason


def suspected(frame: pl.DataFrame, tell: Callable[[float], None]) -> list[SuspectedCell]:
    """`tell` hears now and then which share is done, in the thread that computes; what it raises ends it."""
    return [
        SuspectedCell(
            row=found.row,
            column=found.column,
            value=found.value,
            confidence=round(found.confidence, 4),
            repair=found.repair,
            reasons=tuple(
                SuspicionReason(
                    kind=each.kind.value,
                    text=each.reason,
                    confidence=round(each.confidence, 4),
                    beside=each.beside,
                )
                for each in found.evidence
            ),
        )
        for found in detect(frame, tell)
    ]
