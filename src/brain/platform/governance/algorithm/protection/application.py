"""A frame as it may be shown or given away: each column by the means that its level asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from brain.platform.governance.algorithm.protection import hiding, pseudonyms
from brain.platform.governance.contract import IdentifierKind
from brain.platform.governance.domain.grading.rules import Means

FIGURES: Final[frozenset[IdentifierKind]] = frozenset(
    {"finance", "output", "energy", "process_parameter", "recipe"}
)

TRUNCATED: Final = 2  # characters that remain


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """`kind` None: nothing known is in the column."""

    means: Means
    kind: IdentifierKind | None = None


def protected(
    frame: pl.DataFrame, treatments: Mapping[str, Treatment], key: bytes, purpose: str
) -> pl.DataFrame:
    """Columns without a treatment are left out: what nobody graded is not given away.

    Means that a column's content does not allow (asterisks over figures, an area of a bank card) withhold it.
    """
    kept = {
        name: _treated(frame[name], treatment, key, purpose)
        for name, treatment in treatments.items()
        if name in frame.columns
    }
    return pl.DataFrame([column.alias(name) for name, column in kept.items() if column is not None])


def _treated(column: pl.Series, treatment: Treatment, key: bytes, purpose: str) -> pl.Series | None:
    match treatment.means:
        case Means.PLAIN:
            return column
        case Means.MASK if treatment.kind not in FIGURES:
            return hiding.masked(column, treatment.kind)
        case Means.TRUNCATE if treatment.kind not in FIGURES:
            return hiding.truncated(column, TRUNCATED)
        case Means.FORMAT:
            return _in_format(column, treatment.kind, key, purpose)
        case Means.PSEUDONYM if treatment.kind not in FIGURES:
            return pseudonyms.pseudonyms(column, key, purpose)
        case Means.GENERALISE:
            return _generalised(column, treatment.kind)
        case _:
            return None


def _generalised(column: pl.Series, kind: IdentifierKind | None) -> pl.Series | None:
    if kind in {"address", "resident_id"}:
        return hiding.to_prefectures(column)
    return hiding.to_years(column) if column.dtype.is_temporal() else None


def _in_format(column: pl.Series, kind: IdentifierKind | None, key: bytes, purpose: str) -> pl.Series | None:
    formats = pseudonyms.FormatPseudonyms(key, purpose)
    match kind:
        case "mobile":
            return formats.mobiles(column)
        case "bank_card":
            return formats.bank_cards(column)
        case "resident_id":
            return formats.resident_ids(column)
        case "credit_code":
            return formats.credit_codes(column)
        case _:
            return None
