"""What the outcomes of the rules lead to: scores by dimension, and whether the data may be published."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from brain.platform.governance.domain.quality.checks import Outcome
from brain.platform.governance.domain.quality.terms import Dimension, Severity


class Decision(StrEnum):
    """From the best; a quarantine publishes the other rows."""

    PUBLISH = "publish"
    PUBLISH_WITH_WARNINGS = "publish_with_warnings"
    QUARANTINE_ROWS = "quarantine_rows"
    STOP = "stop"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`scores` are 0 to 100 by dimension, `score` their mean; `broken` the rules not kept, gravest first."""

    decision: Decision
    score: float
    scores: dict[Dimension, float]
    broken: tuple[Outcome, ...]


_LEADS_TO = {
    Severity.WARN: Decision.PUBLISH_WITH_WARNINGS,
    Severity.QUARANTINE: Decision.QUARANTINE_ROWS,
    Severity.STOP: Decision.STOP,
}
_GRAVITY = list(Severity)


def judge(outcomes: Sequence[Outcome]) -> Verdict:
    """The gravest severity among the broken rules decides."""
    broken = sorted(
        (outcome for outcome in outcomes if not outcome.passed),
        key=lambda outcome: -_GRAVITY.index(outcome.rule.severity),
    )
    by_dimension: dict[Dimension, list[float]] = defaultdict(list)
    for outcome in outcomes:
        by_dimension[outcome.rule.dimension].append(score(outcome))
    scores = {dimension: sum(some) / len(some) for dimension, some in by_dimension.items()}
    return Verdict(
        decision=_LEADS_TO[broken[0].rule.severity] if broken else Decision.PUBLISH,
        score=sum(scores.values()) / len(scores) if scores else 100.0,
        scores=scores,
        broken=tuple(broken),
    )


def score(outcome: Outcome) -> float:
    """Percent of rows that keep the rule; all or nothing for a rule about the whole data set."""
    if not outcome.rule.of_rows:
        return 0.0 if outcome.violations else 100.0
    return 100.0 * (1 - min(outcome.violations / outcome.rows, 1.0)) if outcome.rows else 100.0
