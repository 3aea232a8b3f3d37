"""How a corpus is made: which sources, which steps, with which settings."""

from dataclasses import dataclass, field
from typing import Final, Literal

from brain.kit.errors import FieldError, Invalid

Purpose = Literal["pretrain", "sft", "dpo", "retrieval"]


@dataclass(frozen=True, kw_only=True)
class QualityLimits:
    """A sample beyond any of these is dropped. Shares are of its characters that are no white space.

    `most_repeated_lines` is Gopher's limit (Rae et al. 2021, table A1); `most_repeated_grams` counts runs of
    ten characters that came before in the same text. The others lie far outside what written Chinese shows.
    """

    least_characters: int = 200
    most_symbols: float = 0.25
    most_repeated_lines: float = 0.30
    most_repeated_grams: float = 0.60
    most_table: float = 0.80
    most_broken: float = 0.01
    most_rare_han: float = 0.05
    least_function_words: float = 0.01


@dataclass(frozen=True, kw_only=True)
class DuplicateLimits:
    """`similarity`: Jaccard of character 5-grams from which two texts are the same.

    `paragraph_characters`: a paragraph of at least so many characters that a newer sample already has is
    taken out; None leaves paragraphs alone.
    """

    similarity: float = 0.8
    paragraph_characters: int | None = None


@dataclass(frozen=True, kw_only=True)
class Splitting:
    """`test_share` of the samples is held back; `related`: Jaccard from which two stay on the same side."""

    test_share: float = 0.05
    related: float = 0.5


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`weights` of tokens by source name; empty takes everything that there is."""

    languages: tuple[str, ...] = ("zh", "en")
    quality: QualityLimits = field(default_factory=QualityLimits)
    duplicates: DuplicateLimits = field(default_factory=DuplicateLimits)
    splitting: Splitting = field(default_factory=Splitting)
    hide_personal: bool = True
    weights: dict[str, float] = field(default_factory=dict)
    seed: int = 1


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """`sources` are the numbers of registered sources of ingestion."""

    name: str
    purpose: Purpose
    sources: tuple[int, ...]
    settings: Settings = field(default_factory=Settings)


LEAST_SIMILARITY: Final = 0.7  # below it the bands of the signatures would miss pairs


def check(settings: Settings) -> None:
    """Raises Invalid, naming the places."""
    wrong: list[FieldError] = []
    if not set(settings.languages) <= {"zh", "en", "other"} or not settings.languages:
        wrong.append({"loc": "/body/settings/languages", "message": "至少选一种：zh、en、other"})
    if not LEAST_SIMILARITY <= settings.duplicates.similarity <= 1:
        wrong.append({"loc": "/body/settings/duplicates/similarity", "message": "应在 0.7 到 1 之间"})
    if not 0 <= settings.splitting.test_share <= 0.5:
        wrong.append({"loc": "/body/settings/splitting/testShare", "message": "应在 0 到 0.5 之间"})
    if any(weight <= 0 for weight in settings.weights.values()):
        wrong.append({"loc": "/body/settings/weights", "message": "权重应为正数；不要的来源请从配方中去掉"})
    if wrong:
        raise Invalid("配方有误", wrong)
