"""Gaps: which next step brings the most, first where the next level is held back."""

from dataclasses import dataclass

from brain.platform.assessment.domain.indicators import FULL, Indicator, IndicatorSet, Value
from brain.platform.assessment.domain.scoring import Answers, Score, points, score


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`gain` of the next step and `gain_in_all`, both in points of the total; `steps` to the best answer."""

    indicator: str
    dimension: str
    points: float
    next_step: Value
    next_points: float
    gain: float
    gain_in_all: float
    steps: int
    holds_back: bool


def gaps(asked: IndicatorSet, answers: Answers) -> list[Gap]:
    """The most rewarding step first; ties in the order of the set."""
    standing = score(asked, answers)
    found = [
        gap
        for dimension in asked.dimensions
        for indicator in dimension.indicators
        if (gap := _gap(standing, dimension.code, dimension.weight, indicator, answers))
    ]
    return sorted(found, key=lambda gap: (not gap.holds_back, -gap.gain))


def _gap(
    standing: Score, dimension: str, weight: float, indicator: Indicator, answers: Answers
) -> Gap | None:
    value = answers.get(indicator.code)
    now = points(indicator, value) if value is not None else 0.0
    steps = [(gained, step) for gained, step in _steps(indicator, value) if gained > now]
    if not steps:
        return None
    share = weight * indicator.weight / FULL / FULL
    next_points, step = steps[0]
    return Gap(
        indicator=indicator.code,
        dimension=dimension,
        points=now,
        next_step=step,
        next_points=next_points,
        gain=round((next_points - now) * share, 4),
        gain_in_all=round((steps[-1][0] - now) * share, 4),
        steps=len(steps),
        holds_back=dimension in standing.held_back_by,
    )


def _steps(indicator: Indicator, value: Value | None) -> list[tuple[float, Value]]:
    """Answers by what they are worth. A share rises in steps of ten percent."""
    if indicator.kind == "choice":
        return sorted((option.points, option.code) for option in indicator.options)
    if indicator.kind == "yes_no":
        return [(FULL, "yes")]
    if indicator.kind == "number":
        return [(step.points, step.at) for step in indicator.thresholds]
    start = int(float(value or 0) // 10) + 1
    return [(ten * 10.0, ten * 10.0) for ten in range(start, 11)]
