"""Which columns a computed column comes from, read from its statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import Node, lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import traverse_scope

from brain.kit.datasets import Column, DataSet
from brain.kit.errors import FieldError, Invalid
from brain.platform.data_sets.domain.statements import parsed


@dataclass(frozen=True, order=True)
class Origin:
    data_set: str
    column: str


def origins(statement: str, data_sets: Mapping[str, DataSet]) -> dict[str, frozenset[Origin]]:
    """By column of the result. What only decides which rows there are (a condition, a join) is no origin.

    Raises Invalid for a statement with columns that its data sets do not have.
    """
    try:
        roots = lineage(None, parsed(statement), schema=_schema(data_sets), dialect="spark")
    except (SqlglotError, ValueError) as error:
        raise Invalid(f"语句有误：{str(error).splitlines()[0][:200]}") from error
    return {name: _leaves(root) for name, root in roots.items()}


def read(statement: str, data_sets: Mapping[str, DataSet]) -> frozenset[Origin]:
    """Every column that a statement reads, for whatever purpose."""
    whole = qualify(parsed(statement), schema=_schema(data_sets), dialect="spark")
    return frozenset(
        Origin(f"{table.db}.{table.name}".lower(), column.name)
        for scope in traverse_scope(whole)
        for column in scope.columns
        if isinstance(table := scope.sources.get(column.table), exp.Table)
    )


def _schema(data_sets: Mapping[str, DataSet]) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    for name, data_set in data_sets.items():
        tier, _, local = name.partition(".")
        schema.setdefault(tier, {})[local] = {column.name: "string" for column in data_set.columns}
    return schema


def _leaves(root: Node) -> frozenset[Origin]:
    return frozenset(
        Origin(f"{node.expression.db}.{node.expression.name}".lower(), node.name.rpartition(".")[2])
        for node in root.walk()
        if isinstance(node.expression, exp.Table) and node.expression.db
    )


@dataclass(frozen=True, kw_only=True)
class Inherited:
    """What a computed column has from those it comes from: at least this grade, and whether it is personal.

    `level` and `personal` are also those of columns that only decide which rows there are: the rows tell of
    them. `told` names all of these.
    """

    sources: tuple[Column, ...]
    level: int
    personal: bool
    told: str


def inherited(statement: str, known: Mapping[str, DataSet]) -> dict[str, Inherited]:
    """By column of the result (就高从严)."""
    found = origins(statement, known)
    deciding = _columns(read(statement, known) - frozenset[Origin]().union(*found.values()), known)
    return {name: _inherited(_columns(direct, known), deciding) for name, direct in found.items()}


def _columns(wanted: frozenset[Origin], known: Mapping[str, DataSet]) -> tuple[Column, ...]:
    return tuple(
        column
        for origin in sorted(wanted)
        for column in known[origin.data_set].columns
        if column.name == origin.column
    )


def _inherited(sources: tuple[Column, ...], deciding: tuple[Column, ...]) -> Inherited:
    every = (*sources, *deciding)
    return Inherited(
        sources=sources,
        level=max((column.level for column in every), default=1),
        personal=any(column.personal for column in every),
        told="、".join(dict.fromkeys(column.name for column in every)),
    )


def require_inherited(data_set: DataSet, statement: str, known: Mapping[str, DataSet]) -> None:
    """Raises Invalid with every column that is graded lower, or less personal, than what it comes from."""
    found = inherited(statement, known)
    declared = [column.name for column in data_set.columns]
    if [*found] != declared:
        raise Invalid(f"语句的列 {'、'.join(found)} 与登记的列 {'、'.join(declared)} 不符")
    wrong: list[FieldError] = []
    for place, column in enumerate(data_set.columns):
        least = found[column.name]
        if column.level < least.level:
            message = f"“{column.name}”的来源或条件有 {least.told}，至少为 {least.level} 级"
            wrong.append({"loc": f"/body/columns/{place}/level", "message": message})
        if least.personal and not column.personal:
            message = f"“{column.name}”的来源或条件有个人信息：{least.told}"
            wrong.append({"loc": f"/body/columns/{place}/personal", "message": message})
    if wrong:
        raise Invalid("级别低于所来自的列", wrong)
