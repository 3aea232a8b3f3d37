"""Which SQL may be run: one statement that only reads data sets, in the dialect of Spark.

What is not known to be harmless is refused: the engine could else be told to read files of the machine,
to call into its own classes or to run programs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid

LONGEST: Final = 20_000  # characters that people may write
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
    exp.Version,
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


@dataclass(frozen=True)
class Mention:
    """A data set that a statement reads, by full name: the newest version, that of a number, or the one
    that was the newest at a time."""

    data_set: str
    number: int | None = None
    at: datetime | None = None

    @property
    def key(self) -> str:
        """The full name, with what tells a past version behind it."""
        told = self.number if self.at is None else self.at.isoformat()
        return self.data_set if told is None else f"{self.data_set}@{told}"


def parsed(statement: str) -> exp.Query:
    """Raises Invalid, saying where or why."""
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
    """The data sets that a statement reads, by full name. Raises Invalid where it wants a past version."""
    found = mentions_of(statement)
    if any(mention != Mention(mention.data_set) for mention in found):
        raise Invalid("这里只能读最新版本，不能写 VERSION AS OF 或 TIMESTAMP AS OF")
    return frozenset(mention.data_set for mention in found)


@lru_cache(maxsize=1024)
def mentions_of(statement: str) -> frozenset[Mention]:
    """What a question reads; past versions too."""
    if len(statement) > LONGEST:
        raise Invalid(f"语句超过 {LONGEST} 个字符")
    return frozenset(mention for _, mention in tables(parsed(statement)))


def tables(query: exp.Query) -> Iterator[tuple[exp.Table, Mention]]:
    """Each mention of a data set, with its place; raises Invalid for any other table that nothing defines."""
    for table in query.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier) or table.catalog:
            raise Invalid("只能查询数据集，写作“库.名称”，如 base.enterprise")
        if table.db:
            yield table, _mention(f"{table.db}.{table.name}".lower(), table.args.get("version"))
        elif table.name.lower() not in _defined(table):
            raise Invalid(f"没有名为 {table.name} 的数据集：请写全名，如 base.enterprise")


def _mention(data_set: str, version: exp.Version | None) -> Mention:
    if version is None:
        return Mention(data_set)
    wanted = version.expression
    if version.text("kind") != "AS OF" or not isinstance(wanted, exp.Literal):
        raise Invalid("过去的版本写作 VERSION AS OF 3 或 TIMESTAMP AS OF '2026-01-31 18:00'")
    try:
        if version.name == "VERSION":
            return Mention(data_set, number=int(wanted.name))
        at = datetime.fromisoformat(wanted.name)
    except ValueError:
        raise Invalid(f"“{wanted.name}”不是版本号或时间") from None
    return Mention(data_set, at=at if at.tzinfo else at.replace(tzinfo=BEIJING))


def same_rows(left: str, right: str, columns: Sequence[str]) -> str:
    """SQL for two rows that agree in these columns, nulls included.

    As texts that are never null: engines join by `=` in a hash table, but by `<=>` every row against every
    row (100,000 rows: 0.6 and 35 seconds).
    """
    return _all_of(
        [
            " = ".join(
                f"IF({side}.`{name}` IS NULL, 'none', CONCAT('some', CAST({side}.`{name}` AS STRING)))"
                for side in (left, right)
            )
            for name in columns
        ]
    )


def _all_of(conditions: Sequence[str]) -> str:
    """Their conjunction as a balanced tree: hundreds in a row would be as many levels deep."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    return f"({_all_of(conditions[:middle])} AND {_all_of(conditions[middle:])})"


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
