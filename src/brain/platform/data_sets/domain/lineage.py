"""Which columns a computed column comes from, read from its statement."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import Node, lineage

from brain.kit.datasets import DataSet
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
    schema: dict[str, dict[str, dict[str, str]]] = {}
    for name, data_set in data_sets.items():
        tier, _, local = name.partition(".")
        schema.setdefault(tier, {})[local] = {column.name: "string" for column in data_set.columns}
    try:
        roots = lineage(None, parsed(statement), schema=schema, dialect="spark")
    except (SqlglotError, ValueError) as error:
        raise Invalid(f"语句有误：{str(error).splitlines()[0][:200]}") from error
    return {name: _leaves(root) for name, root in roots.items()}


def _leaves(root: Node) -> frozenset[Origin]:
    return frozenset(
        Origin(f"{node.expression.db}.{node.expression.name}".lower(), node.name.rpartition(".")[2])
        for node in root.walk()
        if isinstance(node.expression, exp.Table) and node.expression.db
    )


def require_inherited(data_set: DataSet, statement: str, known: Mapping[str, DataSet]) -> None:
    """就高从严: a computed column is at least of the grade of those it comes from, and as personal.

    Raises Invalid with every wrong place.
    """
    found = origins(statement, known)
    declared = {column.name: column for column in data_set.columns}
    if [*found] != [*declared]:
        raise Invalid(f"语句的列 {'、'.join(found)} 与登记的列 {'、'.join(declared)} 不符")
    wrong: list[FieldError] = []
    for place, column in enumerate(data_set.columns):
        sources = [
            source
            for origin in found[column.name]
            for source in known[origin.data_set].columns
            if source.name == origin.column
        ]
        told = "、".join(str(origin.column) for origin in sorted(found[column.name]))
        level = max((source.level for source in sources), default=1)
        if column.level < level:
            message = f"“{column.name}”来自 {told}，至少为 {level} 级"
            wrong.append({"loc": f"/body/columns/{place}/level", "message": message})
        if any(source.personal for source in sources) and not column.personal:
            message = f"“{column.name}”来自个人信息 {told}"
            wrong.append({"loc": f"/body/columns/{place}/personal", "message": message})
    if wrong:
        raise Invalid("级别低于所来自的列", wrong)
