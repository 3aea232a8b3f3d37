"""Whether a query that a person wrote only reads, and only the data sets it may."""

from collections.abc import Collection

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import traverse_scope

from brain.kit.errors import FieldError, Invalid

# Functions that reach outside of the data sets, or run what they are given.
_REACHING = frozenset(
    ("reflect", "java_method", "try_reflect", "read_files", "input_file_name", "secret", "http_request")
)


def checked(query: str, readable: Collection[str]) -> str:
    """The query as one SELECT over data sets of `readable`, without a final semicolon; else Invalid."""
    try:
        statements = [each for each in sqlglot.parse(query, dialect="spark") if each is not None]
    except SqlglotError as error:
        first = str(error).splitlines()[0]
        raise _refused(f"不是正确的查询：{first}") from error
    if len(statements) != 1:
        raise _refused("应是一条语句")
    (statement,) = statements
    empty = any(not select.expressions for select in statement.find_all(exp.Select))
    if not isinstance(statement, exp.Query) or empty:
        raise _refused("只能写 SELECT 查询")
    _only_reads(statement)
    foreign = sorted(_tables(statement) - set(readable))
    if foreign:
        raise _refused(f"不能读取：{'、'.join(foreign)}")
    return statement.sql(dialect="spark")


def _only_reads(statement: exp.Query) -> None:
    changing = (exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.DDL, exp.Command, exp.Into, exp.Drop)
    for node in statement.walk():
        if isinstance(node, changing):
            raise _refused("只能读取，不能写入或变更")
        if isinstance(node, exp.Func) and node.sql_name().lower() in _REACHING:
            raise _refused(f"不能使用函数 {node.sql_name()}")
        if isinstance(node, exp.Anonymous) and node.name.lower() in _REACHING:
            raise _refused(f"不能使用函数 {node.name}")


def _tables(statement: exp.Query) -> set[str]:
    """The names of the tables read, those of common table expressions excepted where they are in scope."""
    found = set()
    for scope in traverse_scope(statement):
        for source in scope.sources.values():
            if isinstance(source, exp.Table):
                found.add(_full_name(source))
    local = {each.alias_or_name for each in statement.find_all(exp.CTE)}
    return found | {_full_name(table) for table in statement.find_all(exp.Table) if table.name not in local}


def _full_name(table: exp.Table) -> str:
    if not isinstance(table.this, exp.Identifier):
        return table.sql(dialect="spark")  # a function as a table: never readable
    return ".".join(part.name for part in table.parts)


def _refused(message: str) -> Invalid:
    fields: list[FieldError] = [{"loc": "/query", "message": message}]
    return Invalid(message, fields=fields)
