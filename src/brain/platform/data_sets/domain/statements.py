"""Which SQL may be run: one statement that only reads data sets, in the dialect of Spark.

What is not known to be harmless is refused: the engine could else be told to read files of the machine,
to call into its own classes or to run programs.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from brain.kit.errors import Invalid

LONGEST: Final = 20_000  # characters
DEEPEST: Final = 60  # levels of the syntax tree: deeper ones would exhaust the stack of the engine

# Beside these no part of a statement is let through: commands, changes, scripts, parameters, hints.
_PARTS: Final = (
    exp.Query,
    exp.Condition,
    exp.Func,
    exp.Alias,
    exp.Aliases,
    exp.CTE,
    exp.DataType,
    exp.DataTypeParam,
    exp.Distinct,
    exp.Fetch,
    exp.From,
    exp.Group,
    exp.Cube,
    exp.GroupingSets,
    exp.Rollup,
    exp.Having,
    exp.Identifier,
    exp.If,
    exp.Interval,
    exp.Join,
    exp.JSONPath,
    exp.JSONPathPart,
    exp.Lambda,
    exp.Lateral,
    exp.Limit,
    exp.Offset,
    exp.Order,
    exp.Ordered,
    exp.Pivot,
    exp.Star,
    exp.Table,
    exp.TableAlias,
    exp.TableSample,
    exp.Tuple,
    exp.Values,
    exp.Var,
    exp.Where,
    exp.Qualify,
    exp.Window,
    exp.WindowSpec,
    exp.With,
    exp.WithinGroup,
    exp.Filter,
    exp.IgnoreNulls,
    exp.RespectNulls,
)
_FORBIDDEN: Final = (
    exp.Parameter,
    exp.Placeholder,
    exp.SessionParameter,
    exp.Into,
    exp.Lock,
    exp.Hint,
    exp.CurrentUser,  # the account that the engine runs as
    exp.SessionUser,
)
# Functions that the parser does not know by name, and that only compute.
_FUNCTIONS: Final = frozenset({"percentile", "try_divide", "pmod", "mask", "regr_slope", "regr_r2"})


def parsed(statement: str) -> exp.Query:
    """Raises Invalid, saying where or why."""
    if len(statement) > LONGEST:
        raise Invalid(f"语句超过 {LONGEST} 个字符")
    try:
        statements = [found for found in sqlglot.parse(statement, dialect="spark") if found is not None]
    except (SqlglotError, RecursionError) as error:
        raise Invalid(f"语句有误：{_told(error)}") from None
    if len(statements) != 1:
        raise Invalid("请一次写一条查询语句")
    query = statements[0]
    if not isinstance(query, exp.Query) or isinstance(query, exp.Table):
        raise Invalid("只能查询：请以 SELECT 或 WITH 开头")
    _check(query)
    return query


@lru_cache(maxsize=1024)
def tables_of(statement: str) -> frozenset[str]:
    """The data sets that a statement reads, by full name."""
    return frozenset(name for _, name in tables(parsed(statement)))


def tables(query: exp.Query) -> Iterator[tuple[exp.Table, str]]:
    """Each mention of a data set, with its name; raises Invalid for any other table that nothing defines."""
    for table in query.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier) or table.catalog:
            raise Invalid("只能查询数据集，写作“库.名称”，如 base.enterprise")
        if table.db:
            yield table, f"{table.db}.{table.name}".lower()
        elif table.name.lower() not in _defined(table):
            raise Invalid(f"没有名为 {table.name} 的数据集：请写全名，如 base.enterprise")


def _defined(table: exp.Table) -> set[str]:
    """Names that a WITH around this place defines."""
    names: set[str] = set()
    place: exp.Expr | None = table
    while place is not None:
        defining = place.args.get("with_")
        names |= {cte.alias.lower() for cte in defining.expressions} if defining else set()
        place = place.parent
    return names


def _check(query: exp.Query) -> None:
    for node in query.walk():
        if node.depth > DEEPEST:
            raise Invalid("语句嵌套过深")
        if isinstance(node, _FORBIDDEN) or not isinstance(node, _PARTS):
            raise Invalid(f"语句中不能使用 {node.key.upper()}")
        if isinstance(node, exp.Anonymous) and node.name.lower() not in _FUNCTIONS:
            raise Invalid(f"不能使用函数 {node.name}")


def _told(error: Exception) -> str:
    told = getattr(error, "errors", None)
    if told:
        return f"第 {told[0].get('line')} 行“{told[0].get('highlight')}”附近"
    return "无法解析"
