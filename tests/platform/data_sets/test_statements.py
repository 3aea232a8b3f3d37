"""Only statements that read data sets and compute are let through."""

import pytest

from brain.kit.errors import Invalid
from brain.platform.data_sets.domain.statements import LONGEST, parsed, tables_of


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("SELECT 1", ""),
        ("select * from base.enterprise;", "base.enterprise"),
        ("SELECT * FROM BASE.Patent e JOIN `industry`.`x` p ON true", "base.patent industry.x"),
        ("WITH big AS (SELECT * FROM base.honour) SELECT * FROM big", "base.honour"),
        ("WITH a AS (SELECT 1 AS x) SELECT * FROM a WHERE x IN (SELECT x FROM a)", ""),
        (
            "SELECT count(DISTINCT x) FILTER (WHERE y > 1) FROM base.x GROUP BY GROUPING SETS ((a), ())",
            "base.x",
        ),
        ("SELECT row_number() OVER (PARTITION BY a ORDER BY b DESC NULLS LAST) FROM base.x", "base.x"),
        ("SELECT * FROM base.patent LATERAL VIEW explode(split(ipc, ';')) t AS code", "base.patent"),
        ("SELECT transform(array(1, 2), x -> x + 1), CAST(1 AS decimal(20, 2)), date'2020-01-01'", ""),
        ("SELECT 1 UNION ALL SELECT 2 ORDER BY 1 LIMIT 1", ""),
        ("SELECT percentile_approx(reg_capital, 0.5) FROM base.enterprise", "base.enterprise"),
        ("SELECT * FROM base.x PIVOT (count(name) FOR scale IN ('a', 'b'))", "base.x"),
    ],
)
def test_a_question_names_its_data_sets(statement: str, names: str) -> None:
    assert tables_of(statement) == set(names.split())


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "SELECT 1; SELECT 2",
        "DROP TABLE base.enterprise",
        "INSERT INTO base.enterprise SELECT 1",
        "INSERT OVERWRITE DIRECTORY '/tmp/x' SELECT 1",
        "CREATE TABLE x AS SELECT 1",
        "SET spark.sql.shuffle.partitions = 1",
        "ADD JAR '/tmp/x.jar'",
        "CACHE TABLE base.enterprise",
        "SELECT * FROM parquet.`/etc/passwd`.x",
        "SELECT * FROM read_files('/etc/passwd')",
        "SELECT * FROM range(10)",
        "SELECT * FROM enterprise",
        "SELECT * FROM information_schema.base.tables",
        "SELECT TRANSFORM(a) USING 'sh' FROM base.enterprise",
        "SELECT reflect('java.lang.System', 'exit', 1)",
        "SELECT java_method('java.lang.System', 'exit', 1)",
        "SELECT input_file_name() FROM base.enterprise",
        "SELECT current_user(), session_user",
        "SELECT ${x}",
        "SELECT :x",
        "SELECT ?",
        "SELECT /*+ BROADCAST(e) */ * FROM base.enterprise AS e",
        "SELECT * FROM base.enterprise VERSION AS OF 3",
        "SELECT * FROM base.enterprise FOR UPDATE",
        "SELECT " + "(" * 70 + "1" + ")" * 70,
        "SELECT " + "(" * 5_000 + "1" + ")" * 5_000,
        "SELECT '" + "x" * LONGEST + "'",
        "WITH a AS (SELECT 1) SELECT * FROM (SELECT * FROM b)",
    ],
    ids=lambda statement: statement[:50],
)
def test_what_is_no_question_is_refused(statement: str) -> None:
    with pytest.raises(Invalid):
        tables_of(statement)


def test_a_file_is_a_data_set_that_nobody_declared() -> None:
    assert tables_of("SELECT * FROM csv.`/etc/passwd`") == {"csv./etc/passwd"}


def test_comments_do_not_hide_anything() -> None:
    assert parsed("SELECT 1 -- ; DROP TABLE x\n/* DROP */").sql(dialect="spark", comments=False) == "SELECT 1"
