"""What the rules found, as facets: outcomes by rule, counts by column, nothing concluded without grounds."""

from typing import Any

from brain.platform.data_sets.domain.quality_facets import quality_facets
from brain.platform.governance.contract import BrokenRule, QualityReport, ReadRule
from brain.platform.governance.service import quality

RULES = [
    quality.read_rule(each)
    for each in (
        {"kind": "not_null", "name": "code_given", "column": "code"},
        {"kind": "unique", "name": "code_once", "columns": ["code"]},
        {"kind": "not_null", "name": "name_given", "column": "name", "severity": "stop"},
        {"kind": "not_null", "name": "phone_given", "column": "phone", "tolerated": 0.2},
        {"kind": "code_table", "name": "state_known", "column": "state", "codes": ["存续", "注销"]},
        {"kind": "unique", "name": "row_once", "columns": ["code", "name"]},
    )
]


def broken(name: str, violations: int, **changes: Any) -> BrokenRule:
    told: dict[str, Any] = {"message": "“某某”不是代码", "stops": False, "rows": 10} | changes
    return BrokenRule(name=name, violations=violations, **told)


def report(*found: BrokenRule, rules: int = len(RULES)) -> QualityReport:
    return QualityReport(stopped=False, score=90.0, scores={}, rules=rules, broken=list(found))


def facets(found: QualityReport | None, rules: list[ReadRule] = RULES) -> tuple[Any, Any]:
    made = quality_facets(10, 500, rules, found)
    assertions = made.get("dataQualityAssertions", {"assertions": []})["assertions"]
    return made["dataQualityMetrics"], {each.pop("name"): each for each in assertions}


def test_each_rule_is_told_with_its_outcome_and_its_one_column() -> None:
    _, told = facets(report(broken("state_known", 4), broken("name_given", 1, stops=True)))

    assert told == {
        "code_given": {"assertion": "not_null", "success": True, "column": "code"},
        "code_once": {"assertion": "unique", "success": True, "column": "code"},
        "name_given": {
            "assertion": "not_null", "success": False, "severity": "error", "actual": "1", "column": "name",
        },
        "phone_given": {"assertion": "not_null", "success": True, "column": "phone"},
        "state_known": {
            "assertion": "code_table", "success": False, "severity": "warn", "actual": "4", "column": "state",
        },
        "row_once": {"assertion": "unique", "success": True},
    }  # fmt: skip


def test_nulls_and_different_values_are_told_where_rules_counted_them() -> None:
    kept, _ = facets(report(broken("name_given", 3)))
    doubled, _ = facets(report(broken("code_once", 2)))

    assert (kept["rowCount"], kept["bytes"]) == (10, 500)
    assert kept["columnMetrics"] == {
        "code": {"nullCount": 0, "distinctCount": 10},
        "name": {"nullCount": 3},
    }
    assert doubled["columnMetrics"]["code"] == {"nullCount": 0, "distinctCount": 8}


def test_rows_held_back_or_counted_elsewhere_give_no_count() -> None:
    held, _ = facets(report(broken("name_given", 3, holds=True)))
    others, _ = facets(report(broken("name_given", 3, rows=13)))

    assert held["columnMetrics"].keys() == others["columnMetrics"].keys() == {"code"}


def test_of_rules_that_changed_since_only_the_broken_are_told() -> None:
    metrics, told = facets(report(broken("name_given", 1), rules=3))

    assert told == {"name_given": {"assertion": "rule", "success": False, "severity": "warn", "actual": "1"}}
    assert metrics["columnMetrics"] == {}


def test_a_version_that_nobody_checked_has_its_size_only() -> None:
    metrics, told = facets(None)

    assert (metrics["rowCount"], metrics["columnMetrics"], told) == (10, {}, {})


def test_words_of_rules_and_their_bounds_stay_here() -> None:
    made = str(quality_facets(10, 500, RULES, report(broken("state_known", 4))))

    assert "某某" not in made
    assert "存续" not in made
