"""What other rooms know of data sets: all that are declared, and the versions that were built."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from graphlib import CycleError, TopologicalSorter

from brain.kit.datasets import DataSet, Derived
from brain.kit.errors import Invalid, NotFound
from brain.platform.data_sets.domain.statements import tables_of
from brain.platform.governance.contract import QualityReport
from brain.platform.governance.service import quality


@dataclass(frozen=True, kw_only=True)
class Version:
    """A state of a data set that is never changed. `files` lie below the lake's folder.

    `mark` says what it was built from; `seconds` what it took; `quality` what its rules found.
    """

    number: int
    mark: str
    files: list[str]
    rows: int
    bytes: int
    seconds: float
    built_at: datetime
    quality: QualityReport | None


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One try to build a data set: a version, or the problem that prevented it."""

    number: int | None
    problem: str | None
    rows: int
    seconds: float
    at: datetime


class Catalogue:
    """The declared data sets, each after those it is built from."""

    def __init__(self, declared: Sequence[DataSet]) -> None:
        """Raises ValueError for a name given twice, an unknown input and a circle: mistakes of the code."""
        self.by_name = {data_set.full_name: data_set for data_set in declared}
        if len(self.by_name) < len(declared):
            raise ValueError("two data sets have one name")
        for data_set in declared:
            _check_rules(data_set)
        self.inputs = {name: self._inputs(data_set) for name, data_set in self.by_name.items()}
        self.references = {name: self._references(data_set) for name, data_set in self.by_name.items()}
        needed = {name: self.inputs[name] | self.references[name] for name in self.by_name}
        try:
            order = tuple(TopologicalSorter(needed).static_order())
        except CycleError as error:
            raise ValueError(f"data sets are built from each other: {error.args[1]}") from error
        self.in_order = [self.by_name[name] for name in order]

    def _inputs(self, data_set: DataSet) -> frozenset[str]:
        if not isinstance(data_set.built, Derived):
            return frozenset()
        return self._known(data_set, _read(data_set, data_set.built.statement))

    def _references(self, data_set: DataSet) -> frozenset[str]:
        """The data sets that its rules compare it with."""
        names = {rule["data_set"] for rule in data_set.rules if "data_set" in rule}
        for rule in data_set.rules:
            names |= _read(data_set, rule["query"]) if "query" in rule else set()
        return self._known(data_set, frozenset(names - {data_set.full_name}))

    def _known(self, data_set: DataSet, names: frozenset[str]) -> frozenset[str]:
        if unknown := names - self.by_name.keys():
            raise ValueError(f"{data_set.full_name} needs unknown {', '.join(sorted(unknown))}")
        return names

    def get(self, name: str) -> DataSet:
        if name not in self.by_name:
            raise NotFound(f"没有名为 {name} 的数据集")
        return self.by_name[name]


def _read(data_set: DataSet, statement: str) -> frozenset[str]:
    try:
        return tables_of(statement)
    except Invalid as refusal:
        raise ValueError(f"a statement of {data_set.full_name}: {refusal.message}") from refusal


def _check_rules(data_set: DataSet) -> None:
    try:
        quality.require_valid(data_set.rules)
    except Invalid as refusal:
        raise ValueError(f"rules of {data_set.full_name}: {refusal.message}") from refusal
    if any(rule.get("severity") == "quarantine" for rule in data_set.rules):
        raise ValueError(f"rules of {data_set.full_name}: rows cannot be quarantined yet")
