"""What leaves the warehouse: protected columns, groups that hide each person, noisy figures, and measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

import numpy as np
import polars as pl

from brain.kit.crypto import hmac_sm3
from brain.platform.governance.algorithm.protection import anonymity, application
from brain.platform.governance.algorithm.protection import differential_privacy as privacy
from brain.platform.governance.algorithm.protection.application import Treatment
from brain.platform.governance.contract import IdentifierKind
from brain.platform.governance.contract.grading import MeansName
from brain.platform.governance.domain.grading.rules import Means

SINGLED: Final = 0.2  # share of rows that a combination may not single out
FEW_COLUMNS: Final = 10  # up to here combinations of three are tried, beyond it of two


@dataclass(frozen=True, kw_only=True)
class Treated:
    """A column and what is done to it."""

    name: str
    means: MeansName
    kind: str | None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """`k`: rows of the rarest combination; `unique`: share of rows with one of their own; `singling`: the
    smallest sets of columns that single out a fifth of the rows, and the share."""

    k: int
    unique: float
    singling: Sequence[tuple[tuple[str, ...], float]]


def protect(rows: pl.DataFrame, columns: Iterable[Treated], key: bytes, purpose: str) -> pl.DataFrame:
    """Columns that are withheld, or whose content does not allow what is asked, are left out."""
    treatments = {
        each.name: Treatment(means=Means(each.means), kind=cast("IdentifierKind | None", each.kind))
        for each in columns
    }
    return application.protected(rows, treatments, key, purpose)


def measure(rows: pl.DataFrame, columns: Sequence[str]) -> Measure:
    """The association check on the data themselves."""
    if not columns or rows.is_empty():
        return Measure(k=rows.height, unique=0.0, singling=())
    sizes = rows.group_by(columns).len()["len"]
    found = anonymity.singling_out(rows, columns, 3 if len(columns) <= FEW_COLUMNS else 2, SINGLED)
    return Measure(
        k=int(sizes.min() or 0),  # type: ignore[arg-type]
        unique=int((sizes == 1).sum()) / rows.height,
        singling=tuple((each.columns, each.share) for each in found),
    )


def grouped(
    rows: pl.DataFrame, quasi: Sequence[str], k: int, sensitive: str | None, kinds: int
) -> pl.DataFrame:
    """Every combination of the quasi-identifiers is borne by at least `k` rows. `TooFewToHide` otherwise."""
    return anonymity.anonymised(rows, quasi, k, sensitive, kinds if sensitive else 1)


def counts(column: pl.Series, categories: Sequence[str], epsilon: Decimal) -> Mapping[str, int]:
    return privacy.counts(column.cast(pl.String), categories, Fraction(epsilon))


def total(values: pl.Series, bounds: tuple[int, int], epsilon: Decimal) -> float:
    return float(privacy.total(values.to_list(), bounds, Fraction(epsilon)))


def shuffled(rows: pl.DataFrame, key: bytes, label: str) -> pl.DataFrame:
    """An order that tells nothing of how the rows lay, the same for the same key and label."""
    seed = int(hmac_sm3(key, f"order\0{label}".encode()), 16)
    return rows[np.random.default_rng(seed).permutation(rows.height)]
