"""What the rules found in a version, as facets of OpenLineage: names and counts, never values or bounds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from brain.platform.data_sets.domain.lineage_facets import facet
from brain.platform.governance.contract import BrokenRule, QualityReport, ReadRule


def quality_facets(
    rows: int, size: int, rules: Sequence[ReadRule], report: QualityReport | None
) -> dict[str, Any]:
    """`rules` as they are now: where they are not those that the report speaks of, only broken ones are told
    and nothing is concluded from the others."""
    kept = list(rules) if report is not None and _same(rules, report) else []
    broken = {each.name: each for each in report.broken} if report else {}
    facets = {
        "dataQualityMetrics": facet(
            "1-0-1",
            "DataQualityMetricsDatasetFacet",
            rowCount=rows,
            bytes=size,
            columnMetrics=_columns(rows, kept, broken),
        )
    }
    known = {rule.name: rule for rule in kept}
    assertions = [_assertion(name, known.get(name), broken.get(name)) for name in {**known, **broken}]
    if assertions:
        facets["dataQualityAssertions"] = facet(
            "1-1-0", "DataQualityAssertionsDatasetFacet", assertions=assertions
        )
    return facets


def _same(rules: Sequence[ReadRule], report: QualityReport) -> bool:
    return report.rules == len(rules) and {each.name for each in report.broken} <= {
        rule.name for rule in rules
    }


def _assertion(name: str, rule: ReadRule | None, broken: BrokenRule | None) -> dict[str, Any]:
    """`actual` counts what broke it; of several columns none is named."""
    said: dict[str, Any] = {"assertion": rule.kind if rule else "rule", "name": name, "success": not broken}
    if broken:
        said |= {"severity": "error" if broken.stops else "warn", "actual": str(broken.violations)}
    if rule and len(rule.columns) == 1:
        said["column"] = rule.columns[0]
    return said


def _columns(
    rows: int, rules: Sequence[ReadRule], broken: Mapping[str, BrokenRule]
) -> dict[str, dict[str, int]]:
    """As far as rules counted them: nulls, and of columns without any the different values."""
    nulls = dict(_counts(rows, "not_null", rules, broken))
    alike = dict(_counts(rows, "unique", rules, broken))
    metrics = {column: {"nullCount": count} for column, count in nulls.items()}
    for column, count in alike.items():
        if nulls.get(column) == 0:
            metrics[column]["distinctCount"] = rows - count
    return metrics


def _counts(
    rows: int, kind: str, rules: Sequence[ReadRule], broken: Mapping[str, BrokenRule]
) -> Iterator[tuple[str, int]]:
    """By column, what breaks its rule in the version, where that is certain: none where the rule is kept and
    tolerates none."""
    for rule in rules:
        if rule.kind != kind or len(rule.columns) != 1:
            continue
        found = broken.get(rule.name)
        if found is None and not rule.definition.get("tolerated"):
            yield rule.columns[0], 0
        elif (
            found is not None and found.rows == rows and not found.holds and not rule.definition.get("blank")
        ):
            yield rule.columns[0], found.violations
