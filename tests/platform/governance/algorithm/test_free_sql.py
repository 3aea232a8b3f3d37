"""What people may write as a query of their own."""

import pytest

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.free_sql import checked

READABLE = {"enterprise", "lake.order"}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM enterprise WHERE capital < 0;",
        "WITH big AS (SELECT code FROM enterprise) SELECT * FROM big JOIN lake.order o ON o.code = big.code",
        "SELECT code FROM enterprise UNION ALL SELECT code FROM lake.order",
        "SELECT 1 FROM enterprise e WHERE EXISTS (SELECT 1 FROM lake.order o WHERE o.code = e.code) -- 注",
    ],
)
def test_a_query_over_readable_data_sets_is_accepted(query: str) -> None:
    accepted = checked(query, READABLE)

    assert checked(accepted, READABLE) == accepted
    assert ";" not in accepted


@pytest.mark.parametrize(
    "query",
    [
        "",
        "SELECT",
        "SELECT 1; SELECT 2",
        "DROP TABLE enterprise",
        "INSERT INTO enterprise SELECT * FROM enterprise",
        "DELETE FROM enterprise",
        "CREATE TABLE t AS SELECT * FROM enterprise",
        "SET spark.x = 1",
        "SELECT * FROM person",
        "SELECT * FROM enterprise WHERE code IN (SELECT code FROM person)",
        "SELECT (SELECT max(code) FROM person) FROM enterprise",
        "WITH person AS (SELECT * FROM person) SELECT * FROM person",
        "SELECT * FROM parquet.`/etc/passwd`",
        "SELECT * FROM read_files('/etc/passwd')",
        "SELECT java_method('java.lang.Runtime', 'getRuntime') FROM enterprise",
        "SELECT reflect('java.lang.System', 'exit') FROM enterprise",
    ],
)
def test_anything_else_is_refused(query: str) -> None:
    with pytest.raises(Invalid):
        checked(query, READABLE)
