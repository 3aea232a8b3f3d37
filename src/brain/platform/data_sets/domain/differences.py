"""SQL that tells two versions of a data set apart, over the views `compared.older` and `compared.newer`."""

from collections.abc import Sequence
from typing import Final

from brain.platform.data_sets.domain.statements import same_rows

OLDER: Final = "compared.older"
NEWER: Final = "compared.newer"
EXAMPLES: Final = 30  # rows of each kind


def counts(keys: Sequence[str], columns: Sequence[str]) -> str:
    """One row: `added`, `gone`, `changed` rows, and in `changed_0` … those that differ in each column."""
    each = ", ".join(
        f"COUNT_IF(kind = 'changed' AND NOT older_{place} <=> newer_{place}) AS changed_{place}"
        for place in range(len(columns))
    )
    told = "COUNT_IF(kind = 'added') AS added, COUNT_IF(kind = 'gone') AS gone"
    changed = "COUNT_IF(kind = 'changed') AS changed"
    return f"SELECT {told}, {changed}, {each} FROM ({_paired(keys, columns)}) AS paired"  # noqa: S608 - ours


def examples(keys: Sequence[str], columns: Sequence[str]) -> str:
    """Some rows of each kind: `kind`, and of each column the value of both sides."""
    order = ", ".join(
        f"COALESCE(newer_{place}, older_{place})" for place, name in enumerate(columns) if name in keys
    )
    ranked = f"SELECT *, row_number() OVER (PARTITION BY kind ORDER BY {order}) AS place"
    paired = f"SELECT * FROM ({_paired(keys, columns)}) AS paired WHERE kind IS NOT NULL"  # noqa: S608 - ours
    return f"SELECT * FROM ({ranked} FROM ({paired}) AS told) AS ranked WHERE place <= {EXAMPLES}"  # noqa: S608


def keyless_counts(columns: Sequence[str]) -> str:
    """`added` and `gone` of rows that no key tells apart: how often each stands there is compared."""
    return (
        "SELECT CAST(SUM(GREATEST(balance, 0)) AS BIGINT) AS added, "  # noqa: S608 - names of the pattern
        f"CAST(SUM(GREATEST(-balance, 0)) AS BIGINT) AS gone FROM ({_balanced(columns)}) AS balanced"
    )


def keyless_examples(columns: Sequence[str]) -> str:
    """Some of them: `balance` is how many more of the row there are now, and the columns."""
    places = ", ".join(f"older_{place}" for place in range(len(columns)))
    kind = "balance > 0"
    ranked = f"SELECT *, row_number() OVER (PARTITION BY {kind} ORDER BY {places}) AS place"
    return (
        f"SELECT * FROM ({ranked} FROM ({_balanced(columns)}) AS balanced) AS ranked"  # noqa: S608 - as above
        f" WHERE place <= {EXAMPLES}"
    )


def _paired(keys: Sequence[str], columns: Sequence[str]) -> str:
    sides = ", ".join(
        f"older.`{name}` AS older_{place}, newer.`{name}` AS newer_{place}"
        for place, name in enumerate(columns)
    )
    same = ", ".join(f"older.`{name}` <=> newer.`{name}`" for name in columns)
    both = same_rows("older", "newer", keys)
    kind = (
        "CASE WHEN older.`_there` IS NULL THEN 'added' WHEN newer.`_there` IS NULL THEN 'gone'"
        f" WHEN array_contains(array({same}), FALSE) THEN 'changed' END AS kind"
    )
    return (
        f"SELECT {kind}, {sides} FROM (SELECT *, TRUE AS `_there` FROM {OLDER}) AS older"  # noqa: S608 - ours
        f" FULL OUTER JOIN (SELECT *, TRUE AS `_there` FROM {NEWER}) AS newer ON {both}"
    )


def _balanced(columns: Sequence[str]) -> str:
    named = ", ".join(f"`{name}` AS older_{place}" for place, name in enumerate(columns))
    places = ", ".join(f"older_{place}" for place in range(len(columns)))
    both = f"SELECT {named}, -1 AS side FROM {OLDER} UNION ALL SELECT {named}, 1 AS side FROM {NEWER}"  # noqa: S608
    return (
        f"SELECT {places}, SUM(side) AS balance FROM ({both}) AS sides"  # noqa: S608 - ours
        f" GROUP BY {places} HAVING SUM(side) <> 0"
    )
