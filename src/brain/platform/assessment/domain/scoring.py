"""What answers are worth: points, dimensions, the level reached and what the next one lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from brain.kit.errors import Invalid
from brain.platform.assessment.domain.indicators import FULL, Dimension, Indicator, IndicatorSet, Level, Value

Answers = Mapping[str, Value]
_HAIR = 1e-9  # what binary fractions lose in a sum of weights


@dataclass(frozen=True, kw_only=True)
class IndicatorScore:
    code: str
    points: float
    answered: bool


@dataclass(frozen=True, kw_only=True)
class DimensionScore:
    code: str
    points: float
    indicators: tuple[IndicatorScore, ...]


@dataclass(frozen=True, kw_only=True)
class Score:
    """`held_back_by`: dimensions below what the next level asks of each; `lacking`: points of the total."""

    total: float
    level: str | None
    next_level: str | None
    lacking: float
    held_back_by: tuple[str, ...]
    dimensions: tuple[DimensionScore, ...]
    unanswered: tuple[str, ...]


def check_answer(indicator: Indicator, value: Value) -> None:
    """Raises Invalid for a value that the indicator does not ask for."""
    if indicator.kind in {"choice", "yes_no"}:
        known = {option.code for option in indicator.options} if indicator.kind == "choice" else {"yes", "no"}
        fits = value in known
    else:
        fits = isinstance(value, float | int) and 0 <= value <= (100 if indicator.kind == "share" else 1e12)
    if not fits:
        raise Invalid(f"“{indicator.title}”的回答不在可选范围内")


def points(indicator: Indicator, value: Value) -> float:
    """0 to 100 for a value that passed `check_answer`."""
    if indicator.kind == "choice":
        return next(option.points for option in indicator.options if option.code == value)
    if indicator.kind == "yes_no":
        return FULL if value == "yes" else 0.0
    if indicator.kind == "share":
        return float(value)
    return max((step.points for step in indicator.thresholds if float(value) >= step.at), default=0.0)


def score(asked: IndicatorSet, answers: Answers) -> Score:
    """What is not answered counts 0 and is told."""
    dimensions = tuple(_dimension(each, answers) for each in asked.dimensions)
    total = sum(
        each.weight * found.points / FULL for each, found in zip(asked.dimensions, dimensions, strict=True)
    )
    reached = [level for level in asked.levels if _reaches(asked, level, total, dimensions)]
    ahead = next((level for level in asked.levels if level not in reached), None)
    return Score(
        total=round(total, 2),
        level=reached[-1].code if reached else None,
        next_level=ahead.code if ahead else None,
        lacking=max(0.0, round(ahead.from_score - total, 2)) if ahead else 0.0,
        held_back_by=_held_back(asked, ahead, dimensions),
        dimensions=dimensions,
        unanswered=tuple(each.code for each in asked.indicators if each.code not in answers),
    )


def _dimension(dimension: Dimension, answers: Answers) -> DimensionScore:
    scores = tuple(
        IndicatorScore(
            code=each.code,
            points=points(each, answers[each.code]) if each.code in answers else 0.0,
            answered=each.code in answers,
        )
        for each in dimension.indicators
    )
    weighted = (each.weight * found.points for each, found in zip(dimension.indicators, scores, strict=True))
    return DimensionScore(code=dimension.code, points=round(sum(weighted) / FULL, 6), indicators=scores)


def _reaches(asked: IndicatorSet, level: Level, total: float, dimensions: tuple[DimensionScore, ...]) -> bool:
    return total + _HAIR >= level.from_score and not _held_back(asked, level, dimensions)


def _held_back(
    asked: IndicatorSet, level: Level | None, dimensions: tuple[DimensionScore, ...]
) -> tuple[str, ...]:
    if level is None or asked.gate == "total":
        return ()
    return tuple(each.code for each in dimensions if each.points + _HAIR < level.from_score)
