"""What other rooms know of data sets: those declared, what was delivered to them, the versions built."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any, Final, Literal

from pydantic import Field, StringConstraints

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Gathered, Tier, Type
from brain.kit.errors import Invalid, NotFound
from brain.kit.events import Event
from brain.kit.schemas import Schema
from brain.platform.data_sets.domain.growing import Basis
from brain.platform.data_sets.domain.statements import tables_of
from brain.platform.governance.contract import ColumnFinding, IdentifierKind, QualityReport
from brain.platform.governance.service import quality


@dataclass(frozen=True, kw_only=True)
class Version:
    """A state of a data set that is never changed. `files` lie below the lake's folder.

    `mark` says what it was built from, `basis` in full; `seconds` what it took; `quality` what its rules
    found. `held`: files of the rows that it holds back. `upon_last`: whether it has files of the version
    before it; `full_because`: why not. `written`: bytes of its own files.
    """

    number: int
    mark: str
    files: list[str]
    rows: int
    bytes: int
    seconds: float
    built_at: datetime
    quality: QualityReport | None
    basis: Basis | None = None
    held: list[str] = field(default_factory=list)
    upon_last: bool = False
    full_because: str | None = None
    written: int = 0


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One try to build a data set: a version, or the problem that prevented it."""

    number: int | None
    problem: str | None
    rows: int
    seconds: float
    at: datetime
    upon_last: bool
    full_because: str | None
    written: int


@dataclass(frozen=True, kw_only=True)
class Change:
    """A row in which two versions differ, by column, as text."""

    kind: Literal["added", "gone", "changed"]
    before: dict[str, str | None] | None
    after: dict[str, str | None] | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Rows that came, went and changed from one version to another; `changed` is None where no key tells
    rows apart. `by_column`: how many changed rows differ in it. `examples`: some rows of each kind."""

    older: Version
    newer: Version
    added: int
    gone: int
    changed: int | None
    by_column: dict[str, int]
    examples: list[Change]


class DeclarationState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REPLACED = "replaced"  # by a later revision, before anybody decided
    RETIRED = "retired"


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """A data set as a person declared it, and what a reviewer decided."""

    data_set: DataSet
    revision: int
    state: DeclarationState
    declared_by: str
    declared_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    by: str
    at: datetime
    reason: str


CORRECTIONS: Final = 1 << 40  # deliveries from this number on are corrections: they come after all imports


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What a source delivered to a data set on the whole; one withdrawn is no longer part of it."""

    id: int
    data_set: str
    provider: str
    title: str
    as_of: date
    sample: bool
    files: list[str]
    rows: int
    delivered_by: str
    delivered_at: datetime
    withdrawal: Withdrawal | None = None

    @property
    def removed(self) -> bool:
        """Whether its rows are no longer kept."""
        return self.rows > 0 and not self.files

    @property
    def corrects(self) -> bool:
        """Whether it is a row that a person corrected."""
        return self.id >= CORRECTIONS


@dataclass(frozen=True, kw_only=True)
class RowsErased(Event):
    """Rows of these deliveries were removed for good: no other room may keep them either.

    `reached`: the data set, and all that is built of it.
    """

    data_set: str
    deliveries: tuple[int, ...]
    reached: tuple[str, ...]


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
About = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
MOST_COLUMNS = 500


class ColumnFindingView(Schema):
    """一列疑似含有的标识。"""

    kind: IdentifierKind
    level: int = Field(description="建议级别：一般数据 1–4 级（GB/T 43697-2024 附录 H）")
    values: int = Field(description="抽样中的取值数")
    matched: int = Field(description="符合的取值数")
    masked: int = Field(description="已部分遮盖的取值数")
    by_header: bool = Field(description="表头也这样写")
    proven: bool = Field(description="校验位正确")


class DeclaredColumn(Schema):
    name: Name = Field(description="列名：小写字母、数字与下划线")
    title: Line = Field(description="含义")
    title_en: Line | None = Field(None, description="英文含义；不填与含义相同")
    type: Type = Type.TEXT
    level: int = Field(
        ge=1, le=6, description="一般数据 1–4 级（GB/T 43697-2024 附录 H），5 重要数据，6 核心数据"
    )
    personal: bool = Field(False, description="个人信息")
    kind: IdentifierKind | None = Field(None, description="含有什么；据此读取与脱敏")
    element: Name | None = Field(None, description="数据元（数据标准）的标识")

    def column(self) -> Column:
        told = {name: getattr(self, name) for name in Column.__dataclass_fields__}
        return Column(**told | {"title_en": self.title_en or self.title})


class DeclaredDataSet(Schema):
    """What a person tells of a data set, wherever its rows come from."""

    tier: Tier
    name: Name
    title: Line
    title_en: Line | None = None
    about: About = Field(description="每行是什么，从哪里来")
    owner: Line = Field(description="责任部门")
    keys: list[Name] = Field(max_length=20, description="键：合起来标识一行；可以没有")
    rules: list[dict[str, Any]] = Field([], max_length=200, description="质量规则")
    incremental: bool = Field(True, description="允许增量构建：结果与全量相同时只写有变化的部分")

    def data_set(self, columns: Sequence[DeclaredColumn], built: Derived | Gathered) -> DataSet:
        own = tuple(column.column() for column in columns)
        return DataSet(
            tier=self.tier,
            name=self.name,
            title=self.title,
            title_en=self.title_en or self.title,
            about=self.about,
            owner=self.owner,
            columns=(*own, *ORIGIN) if isinstance(built, Gathered) else own,
            keys=tuple(self.keys),
            built=built,
            rules=tuple(self.rules),
            incremental=self.incremental,
        )


@dataclass(frozen=True, kw_only=True)
class Declaring:
    """A data set to declare, and what its columns were found to hold where that is known."""

    data_set: DataSet
    findings: Mapping[str, ColumnFinding]


class Catalogue:
    """The declared data sets, each after those it is built from."""

    def __init__(self, declared: Sequence[DataSet]) -> None:
        """Raises ValueError for a name given twice, an unknown input and a circle."""
        self.by_name = {data_set.full_name: data_set for data_set in declared}
        if len(self.by_name) < len(declared):
            raise ValueError("两个数据集同名")
        for data_set in declared:
            _check_rules(data_set)
        self.inputs = {name: self._inputs(data_set) for name, data_set in self.by_name.items()}
        self.references = {name: self._references(data_set) for name, data_set in self.by_name.items()}
        self.needs = {name: self.inputs[name] | self.references[name] for name in self.by_name}
        try:
            order = tuple(TopologicalSorter(self.needs).static_order())
        except CycleError as error:
            raise ValueError(f"数据集互相构建：{'、'.join(error.args[1])}") from error
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
            raise ValueError(f"{data_set.full_name} 用到没有登记的 {'、'.join(sorted(unknown))}")
        return names

    def built_from(self, name: str) -> list[str]:
        """The data set and all that is built of it, in order."""
        reached = {name}
        for data_set in self.in_order:
            if self.inputs[data_set.full_name] & reached:
                reached.add(data_set.full_name)
        return [data_set.full_name for data_set in self.in_order if data_set.full_name in reached]

    def get(self, name: str) -> DataSet:
        if name not in self.by_name:
            raise NotFound(f"没有名为 {name} 的数据集")
        return self.by_name[name]


def _read(data_set: DataSet, statement: str) -> frozenset[str]:
    try:
        return tables_of(statement)
    except Invalid as refusal:
        raise ValueError(f"{data_set.full_name} 的语句：{refusal.message}") from refusal


def _check_rules(data_set: DataSet) -> None:
    try:
        quality.require_valid(data_set.rules)
    except Invalid as refusal:
        raise ValueError(f"{data_set.full_name} 的质量规则：{refusal.message}") from refusal
