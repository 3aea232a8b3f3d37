"""Which rows of a data set an account may see: grants of rows to roles, by simple conditions on columns.

As row access policies of warehouses do: grants add up, and whoever none is given to sees no row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from sqlglot import exp

from brain.kit.datasets import DataSet, Derived, Type
from brain.kit.errors import FieldError, Invalid
from brain.platform.data_sets.domain.statements import parsed, tables


class Means(StrEnum):
    VALUES = "values"  # one of those listed
    OWN_ORGANISATION = "own_organisation"  # the credit code of the asker's organisation
    OWN_REGION = "own_region"  # a code of GB/T 2260 within the region where that organisation is registered


class PolicyState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    IN_FORCE = "in_force"  # the newest of these holds
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Condition:
    column: str
    means: Means
    values: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grant:
    """The rows that meet all conditions, to whoever holds one of the roles; without roles to everybody."""

    roles: frozenset[str]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, kw_only=True)
class RowPolicy:
    """`grants` of a data set; none lift what was in force."""

    id: int
    data_set: str
    grants: tuple[Grant, ...]
    reason: str
    state: PolicyState
    declared_by: str
    declared_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None


@dataclass(frozen=True, kw_only=True)
class Asker:
    roles: frozenset[str]
    credit_code: str | None

    def texts(self, condition: Condition) -> tuple[str, ...]:
        """What the column is to be, or to begin with; nothing where the asker has no such thing."""
        if condition.means is Means.VALUES:
            return condition.values
        if self.credit_code is None:
            return ()
        if condition.means is Means.OWN_ORGANISATION:
            return (self.credit_code,)
        return (_within(self.credit_code[2:8]),)


@dataclass(frozen=True, kw_only=True)
class Needed:
    """A condition as one asker has to meet it: `column` is one of the texts, or begins with the only one."""

    column: str
    texts: tuple[str, ...]
    begins: bool


Alternative = tuple[Needed, ...]


@dataclass(frozen=True)
class Permitted:
    """The rows that meet one alternative of each policy."""

    policies: tuple[tuple[Alternative, ...], ...] = ()

    @property
    def whole(self) -> bool:
        return all(() in alternatives for alternatives in self.policies)

    def within(self, present: frozenset[str]) -> Self:
        """In files that have only these columns: what cannot be tested is not met."""
        return replace(
            self,
            policies=tuple(
                tuple(each for each in alternatives if {needed.column for needed in each} <= present)
                for alternatives in self.policies
            ),
        )

    @property
    def condition(self) -> str | None:
        """In Spark SQL; None for all rows."""
        if self.whole:
            return None
        return " AND ".join(f"({' OR '.join(map(_all, each)) or 'FALSE'})" for each in self.policies)


def _all(alternative: Alternative) -> str:
    return f"({' AND '.join(map(_met, alternative)) or 'TRUE'})"


def _met(needed: Needed) -> str:
    column: exp.Expr = exp.column(needed.column, quoted=True)
    if not needed.texts:
        return "FALSE"
    if needed.begins:
        column = exp.Left(this=column, expression=exp.Literal.number(len(needed.texts[0])))
    return column.isin(*needed.texts).sql(dialect="spark")


def _within(region: str) -> str:
    """The beginning that codes of the region share: 370500 (Dongying) is 3705."""
    while region.endswith("00"):
        region = region[:-2]
    return region


def permitted(policies: Sequence[Sequence[Grant]], asker: Asker) -> Permitted:
    return Permitted(tuple(_alternatives(grants, asker) for grants in policies))


def _alternatives(grants: Sequence[Grant], asker: Asker) -> tuple[Alternative, ...]:
    return tuple(
        tuple(
            Needed(column=each.column, texts=asker.texts(each), begins=each.means is Means.OWN_REGION)
            for each in grant.conditions
        )
        for grant in grants
        if not grant.roles or grant.roles & asker.roles
    )


def holding(
    data_set: DataSet, declared: Mapping[str, DataSet], in_force: Mapping[str, Sequence[Grant]]
) -> list[Sequence[Grant]]:
    """The policies that hold for a data set: its own, else those of what it is computed from."""
    if grants := in_force.get(data_set.full_name):
        return [grants]
    if not isinstance(data_set.built, Derived):
        return []
    query = parsed(data_set.built.statement)
    inputs = {mention.data_set for _, mention in tables(query)}
    kept = _kept(query)
    return [
        carried(grants, kept)
        for name in sorted(inputs)
        for grants in holding(declared[name], declared, in_force)
    ]


def carried(grants: Sequence[Grant], kept: Mapping[str, str]) -> list[Grant]:
    """As they are for a data set whose columns are `kept` from the input's; a grant that tests others is
    not carried, so that only those whom nothing restricts see the rows."""
    return [
        replace(grant, conditions=tuple(replace(each, column=kept[each.column]) for each in grant.conditions))
        for grant in grants
        if all(each.column in kept for each in grant.conditions)
    ]


class _Same(dict[str, str]):
    """Every column under its own name."""

    def __contains__(self, column: object) -> bool:
        return True

    def __missing__(self, column: str) -> str:
        return column


def _kept(query: exp.Query) -> Mapping[str, str]:
    """By input column the output's name, where each row comes of just one row of just one data set."""
    if not isinstance(query, exp.Select) or not _row_by_row(query):
        return {}
    if any(isinstance(each, exp.Star) or isinstance(each.this, exp.Star) for each in query.expressions):
        return _Same() if len(query.expressions) == 1 else {}
    told = [(each.unalias(), each.alias_or_name.lower()) for each in query.expressions]
    return {source.name.lower(): name for source, name in told if isinstance(source, exp.Column)}


def _row_by_row(query: exp.Select) -> bool:
    """Nothing joins, gathers or looks at other rows."""
    mixing = (exp.AggFunc, exp.Anonymous, exp.Group, exp.Join, exp.Lateral, exp.Pivot, exp.UDTF, exp.Window)
    nested = [
        each for each in query.find_all(exp.Query) if each is not query and not isinstance(each, exp.Table)
    ]
    return not nested and not any(query.find_all(*mixing)) and len(list(query.find_all(exp.Table))) == 1


def check(grants: Sequence[Grant], data_set: DataSet, roles: frozenset[str]) -> None:
    """Raises Invalid for unknown roles, columns that are no texts, and lists of values where none belong."""
    texts = {column.name for column in data_set.columns if column.type is Type.TEXT}
    wrong: list[FieldError] = []
    for place, grant in enumerate(grants):
        if unknown := grant.roles - roles:
            message = f"没有角色 {'、'.join(sorted(unknown))}"
            wrong.append({"loc": f"/body/grants/{place}/roles", "message": message})
        wrong += [
            {"loc": f"/body/grants/{place}/conditions/{number}", "message": message}
            for number, each in enumerate(grant.conditions)
            for message in _problems(each, texts)
        ]
    if wrong:
        raise Invalid("行策略有误", wrong)


def _problems(condition: Condition, texts: set[str]) -> list[str]:
    problems = []
    if condition.column not in texts:
        problems.append(f"没有文本列“{condition.column}”")
    if bool(condition.values) != (condition.means is Means.VALUES):
        problems.append("取值须列出，且只在“取值之一”时列出")
    return problems
