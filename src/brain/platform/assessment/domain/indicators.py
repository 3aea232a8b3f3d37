"""Indicator sets: what they ask, what an answer is worth, which level a score reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["choice", "yes_no", "number", "share"]
Gate = Literal["total", "every_dimension"]
Business = Literal["design", "production", "quality", "logistics", "management"]
EvidenceKind = Literal["text", "reference", "file", "fact"]
Value = str | float

FULL: Final = 100.0  # points of an indicator, a dimension and a set; weights of each level sum to it
BUSINESSES: Final[dict[str, tuple[str, str]]] = {
    "design": ("研发设计", "Design"),
    "production": ("生产制造", "Production"),
    "quality": ("质量检验", "Quality inspection"),
    "logistics": ("仓储物流", "Storage and logistics"),
    "management": ("经营管理", "Management"),
}


@dataclass(frozen=True, kw_only=True)
class Option:
    """`from_fact`: the least value of the indicator's fact that this option stands for."""

    code: str
    title: str
    title_en: str
    points: float
    from_fact: float | None = None


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """Values from `at` on are worth `points`, until the next threshold."""

    at: float
    points: float


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """`weight` in percent of its dimension. `prefill` is the key of the fact that may answer it."""

    code: str
    title: str
    title_en: str
    asks: str
    asks_en: str
    kind: Kind
    weight: float
    business: Business
    evidence: tuple[EvidenceKind, ...] = ()
    prefill: str | None = None
    unit: str = ""
    options: tuple[Option, ...] = ()
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """`weight` in percent of the set."""

    code: str
    title: str
    title_en: str
    weight: float
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, kw_only=True)
class Level:
    """Reached from `from_score` on."""

    code: str
    title: str
    title_en: str
    from_score: float


@dataclass(frozen=True, kw_only=True)
class IndicatorSet:
    """`provisional`: not, or not in all, the official text; `note` says what is not. With the gate
    `every_dimension` a level asks its score of each dimension, not of the total alone."""

    code: str
    version: str
    title: str
    title_en: str
    issuer: str
    document: str
    number: str
    date: str
    provisional: bool
    note: str
    note_en: str
    gate: Gate
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]

    @property
    def indicators(self) -> Iterator[Indicator]:
        for dimension in self.dimensions:
            yield from dimension.indicators

    def indicator(self, code: str) -> Indicator | None:
        return next((each for each in self.indicators if each.code == code), None)
