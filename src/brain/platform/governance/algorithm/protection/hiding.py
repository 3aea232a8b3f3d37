"""Hiding parts of values and making them coarser. What cannot be read is left out, never let through."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import polars as pl

from brain.kit.errors import Invalid
from brain.platform.governance.contract import IdentifierKind
from brain.platform.governance.domain.identifiers import tidy
from brain.reference.region import GAZETTEER

# Characters shown in front and behind, by kind; others show the first alone.
SHOWN: Final[dict[IdentifierKind, tuple[int, int]]] = {
    "resident_id": (1, 1),
    "passport": (1, 1),
    "bank_card": (4, 4),
    "mobile": (3, 4),
    "landline": (4, 2),
    "foreign_phone": (3, 2),
    "plate": (2, 1),
    "credit_code": (8, 4),
    "ip_address": (3, 0),
    "mac_address": (8, 0),
}
HIDDEN: Final = "*"
LEAST_HIDDEN: Final = 3


def masked(column: pl.Series, kind: IdentifierKind | None = None) -> pl.Series:
    """Asterisks for all but a few characters; short values wholly hidden, an e-mail's domain kept.

    Names and addresses get three asterisks whatever their length: the length tells of them.
    """
    head, tail = SHOWN.get(kind, (1, 0)) if kind else (1, 0)
    fixed = kind not in SHOWN
    return each(
        column, lambda text: _mask_email(text) if kind == "email" else _mask(text, head, tail, fixed=fixed)
    )


def _mask(text: str, head: int, tail: int, *, fixed: bool) -> str:
    hidden = len(text) - head - tail
    if hidden < max(LEAST_HIDDEN, (head + tail) // 2) and not (fixed and len(text) > 1):
        return HIDDEN * LEAST_HIDDEN
    return text[:head] + HIDDEN * (LEAST_HIDDEN if fixed else hidden) + (text[-tail:] if tail else "")


def _mask_email(text: str) -> str:
    name, at, domain = text.rpartition("@")
    return f"{_mask(name, 1, 0, fixed=True)}{at}{domain}" if name else HIDDEN * LEAST_HIDDEN


def truncated(column: pl.Series, length: int) -> pl.Series:
    """The first characters alone: the district of a post code, the area of a telephone."""
    return each(column, lambda text: text[:length])


def to_years(column: pl.Series) -> pl.Series:
    """The year of dates, or of texts that begin with one (2024-03-01, 20240301, 2024年3月)."""
    if column.dtype.is_temporal():
        return column.dt.year()
    return _text(column).str.extract(r"^((?:1[89]|20|21)\d{2})(?:\D|\d{4}(?:\D|$)|$)").cast(pl.Int32)


def to_prefectures(column: pl.Series) -> pl.Series:
    """The prefecture's code of regions' codes, resident identity numbers or addresses."""
    return each(column, _prefecture)


def _prefecture(text: str) -> str | None:
    region = GAZETTEER.nearest(text[:6]) if text[:6].isdecimal() else GAZETTEER.from_address(text)
    if region is None:
        return None
    return region.code if region.code.level < 3 else region.code[:4].ljust(6, "0")


def to_bands(column: pl.Series, edges: Sequence[float]) -> pl.Series:
    """Half-open bands between ascending edges, open at both ends: <300, 300–2000, ≥2000."""
    if not edges or any(lower >= upper for lower, upper in pairwise(edges)):
        raise Invalid("分档的界线应由小到大，至少一个")
    labels = [f"<{edges[0]:g}", *(f"{low:g}–{high:g}" for low, high in pairwise(edges)), f"≥{edges[-1]:g}"]
    numbers = column.cast(pl.Float64, strict=False).fill_nan(None)
    band = pl.Series(edges, dtype=pl.Float64).search_sorted(numbers.fill_null(edges[0]), side="right")
    named = band.replace_strict(list(range(len(labels))), labels, return_dtype=pl.String)
    return named.zip_with(numbers.is_not_null(), pl.Series([None], dtype=pl.String)).alias(column.name)


def _text(column: pl.Series) -> pl.Series:
    return column.cast(pl.String).map_elements(tidy, return_dtype=pl.String)


def each(column: pl.Series, change: Callable[[str], str | None]) -> pl.Series:
    """Change each different tidy value once; null and empty stay null."""
    texts = _text(column)
    different = [text for text in texts.unique().to_list() if text]
    changed = {text: change(text) for text in different}
    return texts.replace_strict(changed, default=None, return_dtype=pl.String)
