"""The one query that checks all rules of a data set, in the SQL of Spark, and what its answer means.

The data set is read once for all conditions on rows. What must compare rows with each other (unique,
dependency) or other tables is a subquery of its own: grouping there is several times cheaper than a
distinct count beside other counts. Every figure is exact.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from brain.platform.governance.domain.quality import rules
from brain.platform.governance.domain.quality.rules import Bound, CheckDigitOf, Measure
from brain.platform.governance.domain.quality.terms import Rule, require


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`violations` of `rows`; for a rule about the whole data set 0 or 1, and `value` is what was measured.

    Of rows that are alike under a unique rule all but one are violations.
    """

    rule: Rule
    rows: int
    violations: int
    value: float | None = None

    @property
    def passed(self) -> bool:
        base = self.rows if self.rule.of_rows else 1
        return self.violations <= self.rule.tolerated * base


def compile_checks(data_set: str, declared: Sequence[Rule], now: datetime) -> str:
    """One SELECT with one row: n, and m0, m1, … for the rules in order.

    `now` dates the freshness; the session's time zone must be UTC.
    """
    parts = ["count(*) AS n"]
    parts += [f"{_measure(rule, data_set, place, now)} AS m{place}" for place, rule in enumerate(declared)]
    return f"SELECT {', '.join(parts)} FROM {_table(data_set)} AS t{_joins(declared)}"


def outcomes(declared: Sequence[Rule], answer: Mapping[str, Any]) -> tuple[Outcome, ...]:
    """What the row that the query gave says of each rule."""
    rows = int(answer["n"])
    return tuple(_outcome(rule, rows, answer[f"m{place}"]) for place, rule in enumerate(declared))


def compile_offenders(data_set: str, broken: Sequence[Rule], limit: int) -> str:
    """The rows that break a rule, each with the names of the rules in `_broken`, separated by commas.

    Only rules about rows can be asked for; those without violations cost time and should be left out.
    """
    require(bool(broken) and all(rule.of_rows for rule in broken), "rules", "只能取行级规则的违规行")
    conditions = [_condition(rule, place) for place, rule in enumerate(broken)]
    reasons = ", ".join(
        f"CASE WHEN {condition} THEN {text(rule.name)} END"
        for rule, condition in zip(broken, conditions, strict=True)
    )
    groups = "".join(
        f" LEFT JOIN {_wrong_groups(rule, data_set)} AS g{place} ON {_same(rule, 't', f'g{place}')}"
        for place, rule in enumerate(broken)
        if isinstance(rule, rules.Unique | rules.Dependency)
    )
    return (
        f"SELECT concat_ws(',', {reasons}) AS _broken, t.* FROM {_table(data_set)} AS t"
        f"{_joins(broken)}{groups} WHERE {' OR '.join(f'({each})' for each in conditions)} LIMIT {limit:d}"
    )


def _measure(rule: Rule, data_set: str, place: int, now: datetime) -> str:
    match rule:
        case rules.Volume():
            return "count(*)"
        case rules.Unique():
            filled, keys = _filled(rule.columns), _columns(rule.columns)
            groups = f"SELECT 1 AS one FROM {_table(data_set)} AS t WHERE {filled} GROUP BY {keys}"
            return f"count(*) FILTER (WHERE {filled}) - (SELECT count(*) FROM ({groups}))"
        case rules.Dependency():
            return f"(SELECT coalesce(sum(n), 0) FROM {_wrong_groups(rule, data_set)})"
        case rules.CrossTable():
            other = f"SELECT sum({_name(rule.other)}) FROM {_table(rule.data_set)}"
            return f"named_struct('mine', sum({_column(rule.column)}), 'other', ({other}))"
        case rules.Distribution():
            return _distribution(rule)
        case rules.Freshness():
            latest = f"CAST(max({_column(rule.column)}) AS TIMESTAMP)"
            moment = (now.astimezone(UTC) - timedelta(hours=rule.hours)).strftime("%Y-%m-%d %H:%M:%S")
            return f"{latest} >= TIMESTAMP '{moment}'"
        case rules.FreeSql():
            return f"(SELECT count(*) FROM ({rule.query}))"
        case _:
            return f"count(*) FILTER (WHERE {_condition(rule, place)})"


def _distribution(rule: rules.Distribution) -> str:
    column = _column(rule.column)
    match rule.measure:
        case Measure.MEAN:
            return f"avg({column})"
        case Measure.DEVIATION:
            return f"stddev({column})"
        case Measure.NULL_SHARE:
            return f"CAST(count(*) FILTER (WHERE {column} IS NULL) AS DOUBLE) / count(*)"


def _condition(rule: Rule, place: int) -> str:
    """Holds for a row that breaks the rule; not for nulls, which only `not_null` is about."""
    match rule:
        case rules.NotNull():
            column = _column(rule.column)
            return f"{column} IS NULL OR trim({column}) = ''" if rule.blank else f"{column} IS NULL"
        case rules.Reference():
            return f"{_column(rule.column)} IS NOT NULL AND r{place}.k IS NULL"
        case rules.Unique() | rules.Dependency():
            return f"g{place}.n IS NOT NULL"
        case _:
            return _invalid(rule)


def _invalid(rule: Rule) -> str:
    match rule:
        case rules.Pattern():
            return f"NOT ({_column(rule.column)} RLIKE {_whole(f'(?:{rule.regex})')})"
        case rules.CheckDigit():
            return f"NOT ({_check_digit(_column(rule.column), rule.of)})"
        case rules.CodeTable():
            return f"{_column(rule.column)} NOT IN ({', '.join(map(text, rule.codes))})"
        case rules.Range():
            return _outside(rule)
        case rules.CrossField():
            return f"NOT ({_column(rule.left)} {rule.operator.value} {_column(rule.right)})"
        case _:
            raise AssertionError(rule)


def _outside(rule: rules.Range) -> str:
    column = _column(rule.column)
    below = [] if rule.least is None else [f"{column} < {_literal(rule.least)}"]
    above = [] if rule.most is None else [f"{column} > {_literal(rule.most)}"]
    return " OR ".join(below + above)


_CREDIT_CODE: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_RESIDENT_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _check_digit(column: str, of: CheckDigitOf) -> str:
    if of is CheckDigitOf.CREDIT_CODE:
        shape, alphabet, modulus = f"[{_CREDIT_CODE}]{{18}}", _CREDIT_CODE, 31
        weights = tuple(pow(3, place, 31) for place in range(17))
        digits = _CREDIT_CODE
    else:
        shape, alphabet, modulus = "[0-9]{17}[0-9X]", "0123456789", 11
        weights, digits = _RESIDENT_WEIGHTS, "0123456789X"
    total = " + ".join(
        f"{weight} * (instr('{alphabet}', substr({column}, {place}, 1)) - 1)"
        for place, weight in enumerate(weights, start=1)
    )
    # GB 32100: C18 = 31 − Σ mod 31, 31 → 0; GB 11643 (ISO 7064 MOD 11-2): C18 = (12 − Σ mod 11) mod 11.
    offset = 0 if modulus == 31 else 1
    right = f"({modulus + offset} - ({total}) % {modulus}) % {modulus}"
    return f"{column} RLIKE {_whole(shape)} AND {right} = instr('{digits}', substr({column}, 18, 1)) - 1"


def _joins(declared: Sequence[Rule]) -> str:
    """The keys of the data sets referred to, each once, beside every row."""
    return "".join(
        f" LEFT JOIN (SELECT DISTINCT {_name(rule.key)} AS k FROM {_table(rule.data_set)}) AS r{place}"
        f" ON {_column(rule.column)} = r{place}.k"
        for place, rule in enumerate(declared)
        if isinstance(rule, rules.Reference)
    )


def _wrong_groups(rule: rules.Unique | rules.Dependency, data_set: str) -> str:
    """The groups of rows that break the rule together: their keys and number of rows."""
    keys = rule.columns if isinstance(rule, rules.Unique) else rule.left
    wrong, filled = "count(*) > 1", _filled(keys)
    if isinstance(rule, rules.Dependency):
        right = _column(rule.right)
        wrong, filled = f"min({right}) <> max({right})", f"{filled} AND {right} IS NOT NULL"
    names = _columns(keys)
    return (
        f"(SELECT {names}, count(*) AS n FROM {_table(data_set)} AS t"
        f" WHERE {filled} GROUP BY {names} HAVING {wrong})"
    )


def _same(rule: rules.Unique | rules.Dependency, left: str, right: str) -> str:
    keys = rule.columns if isinstance(rule, rules.Unique) else rule.left
    same = " AND ".join(f"{left}.{_name(key)} = {right}.{_name(key)}" for key in keys)
    return f"{same} AND {_column(rule.right)} IS NOT NULL" if isinstance(rule, rules.Dependency) else same


def _outcome(rule: Rule, rows: int, measured: Any) -> Outcome:
    match rule:
        case rules.Volume():
            wrong = rows < rule.least or (rule.most is not None and rows > rule.most)
            return Outcome(rule=rule, rows=rows, violations=int(wrong), value=float(rows))
        case rules.Distribution():
            value = math.nan if measured is None else float(measured)
            within = rule.least <= value <= rule.most
            return Outcome(rule=rule, rows=rows, violations=int(not within), value=value)
        case rules.CrossTable():
            mine, other = float(measured["mine"] or 0), float(measured["other"] or 0)
            wrong = abs(mine - other) > rule.slack * abs(other) + 1e-9 * max(abs(mine), abs(other))
            return Outcome(rule=rule, rows=rows, violations=int(wrong), value=mine - other)
        case rules.Freshness():
            return Outcome(rule=rule, rows=rows, violations=int(not measured))
        case rules.FreeSql():
            return Outcome(rule=rule, rows=rows, violations=int(measured), value=float(measured))
        case _:
            return Outcome(rule=rule, rows=rows, violations=int(measured))


def _filled(names: Sequence[str]) -> str:
    return " AND ".join(f"{_column(name)} IS NOT NULL" for name in names)


def _columns(names: Sequence[str]) -> str:
    return ", ".join(map(_column, names))


def _column(name: str) -> str:
    return f"t.{_name(name)}"


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _table(data_set: str) -> str:
    require(rules.DATA_SET.fullmatch(data_set) is not None, "data_set", "不是数据集名称")
    return ".".join(map(_name, data_set.split(".")))


def text(value: str) -> str:
    """A literal of Spark SQL, where a backslash escapes."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _whole(regex: str) -> str:
    """Of the whole text: before a line break at its end `$` matches on Apache Spark, not on Sail."""
    return text("^" + regex + "\\z")


def _literal(value: Bound) -> str:
    return f"DATE '{value.isoformat()}'" if isinstance(value, date) else repr(value)
