"""Whether a statement makes each of its rows of one row that it reads, whatever the others are."""

from functools import lru_cache
from typing import Final

from sqlglot import exp

from brain.platform.data_sets.domain.statements import parsed, tables

_KEPT: Final = frozenset({"expressions", "from_", "where"})
_CLAUSES: Final = {
    "with_": "含 WITH",
    "joins": "连接多个数据集",
    "laterals": "含 LATERAL VIEW",
    "group": "含汇总",
    "having": "含汇总",
    "distinct": "含去重",
    "qualify": "含窗口函数",
    "windows": "含窗口函数",
    "sort": "含排序",
    "cluster": "含排序",
    "distribute": "含排序",
    "order": "含排序",
    "limit": "含 LIMIT",
    "offset": "含 LIMIT",
    "pivots": "含 PIVOT",
}
_MOMENTS: Final = frozenset({"now", "today", "yesterday", "tomorrow"})  # which a cast may take for a time
_PARTS: Final = (
    (exp.AggFunc, "含汇总"),
    (exp.Window, "含窗口函数"),
    (exp.Subquery, "含子查询"),
    (exp.Pivot, "含 PIVOT"),
    (exp.TableSample, "含抽样"),
    (exp.UDTF, "一行变为多行"),
    (exp.Anonymous, "含不认识的函数"),
)
# Functions that may be called, by the parser's names: others may depend on time, chance or other rows.
_FUNCTIONS: Final = (
    exp.Abs,
    exp.And,
    exp.Case,
    exp.Cast,
    exp.Ceil,
    exp.Coalesce,
    exp.Concat,
    exp.ConcatWs,
    exp.Date,
    exp.DateDiff,
    exp.DateTrunc,
    exp.Day,
    exp.Floor,
    exp.Greatest,
    exp.If,
    exp.Least,
    exp.Left,
    exp.Length,
    exp.Lower,
    exp.Month,
    exp.Nullif,
    exp.Or,
    exp.Quarter,
    exp.RegexpExtract,
    exp.RegexpLike,
    exp.RegexpReplace,
    exp.Right,
    exp.Round,
    exp.StrPosition,
    exp.Substring,
    exp.TimestampTrunc,
    exp.Trim,
    exp.TryCast,
    exp.TsOrDsToDate,
    exp.Upper,
    exp.Xor,
    exp.Year,
)


@lru_cache(maxsize=1024)
def why_not(statement: str) -> str | None:
    """Why each row is not made of one row of one data set; None where it is."""
    query = parsed(statement)
    if not isinstance(query, exp.Select):
        return "含集合运算"
    for clause, told in query.args.items():
        if told and clause not in _KEPT:
            return _CLAUSES.get(clause, f"含 {clause.upper()}")
    if len(list(tables(query))) != 1 or len(list(query.find_all(exp.Select))) != 1:
        return "不是只读一个数据集"
    return next(filter(None, map(_of_part, query.walk())), None)


def _of_part(part: exp.Expr) -> str | None:
    for kind, told in _PARTS:
        if isinstance(part, kind):
            return told
    if isinstance(part, exp.Literal) and part.name.strip().lower() in _MOMENTS:
        return "含当前时间"
    if isinstance(part, exp.Func) and not isinstance(part, _FUNCTIONS):
        return f"含函数 {part.sql_name().lower()}"
    return None
