"""Rules that a table suggests."""

import polars as pl

from brain.platform.governance.algorithm.rule_proposals import propose
from brain.platform.governance.domain.quality.rules import (
    CodeTable,
    Dependency,
    NotNull,
    Pattern,
    Range,
    Unique,
)

CITIES = {"370100": "济南", "370200": "青岛", "370500": "东营", "370600": "烟台", "370700": "潍坊"}
ROWS = 200


def table() -> pl.DataFrame:
    codes = [list(CITIES)[row % 5] for row in range(ROWS)]
    return pl.DataFrame(
        {
            "编号": [f"A-{row:04}" for row in range(ROWS)],
            "代码": codes,
            "城市": [CITIES[code] for code in codes],
            "人数": [row % 97 for row in range(ROWS)],
            "备注": [None if row % 3 else f"备注 {row}" for row in range(ROWS)],
        }
    )


def test_rules_are_proposed_with_what_speaks_for_them() -> None:
    proposals = propose(table())

    rules = [each.rule for each in proposals]
    assert NotNull(name="not_null_1", column="编号", blank=True) in rules
    assert Unique(name="unique_1", columns=("编号",)) in rules
    assert Pattern(name="pattern_1", column="编号", regex="[A-Z]-[0-9]{4}") in rules
    assert Range(name="range_4", column="人数", least=0, most=96) in rules
    assert {rule.column for rule in rules if isinstance(rule, CodeTable)} == {"代码", "城市"}
    assert {(*rule.left, rule.right) for rule in rules if isinstance(rule, Dependency)} == {
        ("代码", "城市"),
        ("城市", "代码"),
    }
    assert all(each.reason and each.support >= 100 for each in proposals if each.rule.kind == "not_null")


def test_a_column_with_gaps_is_not_proposed_as_filled() -> None:
    assert "备注" not in {each.rule.column for each in propose(table()) if isinstance(each.rule, NotNull)}


def test_few_rows_suggest_nothing() -> None:
    assert propose(table().head(99)) == []
