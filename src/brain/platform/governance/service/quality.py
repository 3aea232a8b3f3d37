"""Checking a data set against the rules declared beside it; rules that rows suggest."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl

from brain.kit.clock import now
from brain.platform.governance.algorithm import rule_proposals
from brain.platform.governance.contract import BrokenRule, ProposedRule, QualityReport, ReadRule
from brain.platform.governance.domain.quality import checks, verdict
from brain.platform.governance.domain.quality.definitions import read, read_all, written
from brain.platform.governance.domain.quality.terms import Rule, Severity


def require_valid(definitions: Sequence[Mapping[str, Any]]) -> None:
    """Raises Invalid with every wrong place."""
    read_all(definitions)


def read_rule(definition: Mapping[str, Any]) -> ReadRule:
    """Raises Invalid with every wrong place."""
    rule = read(definition)
    return ReadRule(
        name=rule.name,
        kind=rule.kind,
        dimension=rule.dimension.value,
        severity=rule.severity.value,
        message=rule.message,
        of_rows=rule.of_rows,
        columns=_columns(rule),
        definition=written(rule),
    )


def _columns(rule: Rule) -> tuple[str, ...]:
    told = [getattr(rule, place, ()) for place in ("column", "columns", "left", "right")]
    return tuple(name for each in told for name in ((each,) if isinstance(each, str) else each))


def report(
    data_set: str,
    definitions: Sequence[Mapping[str, Any]],
    ask: Callable[[str], Mapping[str, Any]],
) -> QualityReport:
    """One question, in Spark SQL and with an answer of one row, finds out about all rules."""
    declared = read_all(definitions)
    outcomes = checks.outcomes(declared, ask(checks.compile_checks(data_set, declared, now())))
    judged = verdict.judge(outcomes)
    return QualityReport(
        stopped=judged.decision is verdict.Decision.STOP,
        score=round(judged.score, 2),
        scores={dimension.value: round(score, 2) for dimension, score in judged.scores.items()},
        rules=len(declared),
        broken=[
            BrokenRule(
                name=outcome.rule.name,
                message=outcome.rule.message,
                stops=outcome.rule.severity is Severity.STOP,
                holds=outcome.rule.severity is Severity.QUARANTINE,
                violations=outcome.violations,
                rows=outcome.rows,
            )
            for outcome in judged.broken
        ],
    )


def offenders(
    data_set: str, definitions: Sequence[Mapping[str, Any]], names: Sequence[str], limit: int
) -> str:
    """A question for the rows that break the named rules, which are told in `_broken`, by commas."""
    broken = [rule for rule in read_all(definitions) if rule.name in names]
    return checks.compile_offenders(data_set, broken, limit)


def proposals(frame: pl.DataFrame) -> list[ProposedRule]:
    """Rules that the rows themselves suggest; none from few rows."""
    return [
        ProposedRule(
            definition=written(each.rule), message=each.rule.message, support=each.support, reason=each.reason
        )
        for each in rule_proposals.propose(frame)
    ]
