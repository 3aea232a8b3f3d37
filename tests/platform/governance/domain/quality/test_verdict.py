"""Scores, and what follows from broken rules."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.quality import checks
from brain.platform.governance.domain.quality.checks import Outcome
from brain.platform.governance.domain.quality.rules import NotNull, Unique, Volume
from brain.platform.governance.domain.quality.terms import Dimension, Severity
from brain.platform.governance.domain.quality.verdict import Decision, judge


def outcome(severity: Severity, violations: int, tolerated: float = 0.0) -> Outcome:
    rule = NotNull(name="filled", column="a", severity=severity, tolerated=tolerated)
    return Outcome(rule=rule, rows=100, violations=violations)


@pytest.mark.parametrize(
    ("broken", "decision"),
    [
        ([], Decision.PUBLISH),
        ([Severity.WARN], Decision.PUBLISH_WITH_WARNINGS),
        ([Severity.WARN, Severity.QUARANTINE], Decision.QUARANTINE_ROWS),
        ([Severity.QUARANTINE, Severity.STOP, Severity.WARN], Decision.STOP),
    ],
)
def test_the_gravest_broken_rule_decides(broken: list[Severity], decision: Decision) -> None:
    verdict = judge([outcome(Severity.STOP, 0), *(outcome(severity, 1) for severity in broken)])

    assert verdict.decision is decision
    assert [each.rule.severity for each in verdict.broken] == sorted(broken, key=list(Severity).index)[::-1]


def test_violations_within_the_tolerated_share_break_nothing() -> None:
    assert judge([outcome(Severity.STOP, 5, tolerated=0.05)]).decision is Decision.PUBLISH
    assert judge([outcome(Severity.STOP, 6, tolerated=0.05)]).decision is Decision.STOP


def test_scores_are_means_by_dimension() -> None:
    unique = Outcome(rule=Unique(name="key", columns=("a",)), rows=100, violations=20)
    volume = Outcome(rule=Volume(name="volume", least=1_000), rows=100, violations=1)

    verdict = judge([outcome(Severity.WARN, 10), volume, unique])

    assert verdict.scores == {Dimension.COMPLETENESS: 45.0, Dimension.UNIQUENESS: 80.0}
    assert verdict.score == 62.5


@given(st.lists(st.tuples(st.sampled_from(Severity), st.integers(0, 100)), max_size=6))
def test_scores_stay_between_0_and_100(given_outcomes: list[tuple[Severity, int]]) -> None:
    verdict = judge([outcome(*each) for each in given_outcomes])

    assert 0 <= verdict.score <= 100
    assert (verdict.decision is Decision.PUBLISH) == (not verdict.broken)


def test_no_rows_break_no_rule_about_rows() -> None:
    rules = [NotNull(name="filled", column="a")]
    query = checks.compile_checks("t", rules, datetime(2026, 1, 1, tzinfo=UTC))

    (empty,) = checks.outcomes(rules, {"n": 0, "m0": 0})

    assert query.startswith("SELECT count(*) AS n")
    assert empty.passed
    assert judge([empty]).score == 100.0
