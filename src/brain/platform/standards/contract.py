"""What other rooms know of data standards: what is in force, what a column may be, what codes there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

Kind = Literal["term", "element", "code_table"]  # 业务术语, 数据元, 代码表


class StandardState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    IN_FORCE = "in_force"
    REFUSED = "refused"
    REPLACED = "replaced"  # by another draft, before anybody decided
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Representation:
    """How the values of a data element are written (GB/T 18391.3, ISO/IEC 11179-3).

    `format`: see `domain/formats.py`; `unit` a code of the table of units; `holds`: what governance finds in
    columns that hold it (credit_code …).
    """

    format: str
    unit: str | None = None
    code_table: str | None = None
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A version of a code table: in force from a day until that of the next."""

    label: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Standard:
    """`representation` only of data elements, `edition` only of code tables; `term`: the term it is about."""

    kind: Kind
    code: str
    title: str
    title_en: str
    definition: str
    source: str
    synonyms: tuple[str, ...] = ()
    term: str | None = None
    representation: Representation | None = None
    edition: Edition | None = None


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A standard as it was shipped (by nobody) or as a person declared it, and what a reviewer decided."""

    standard: Standard
    number: int
    state: StandardState
    declared_by: str | None = None
    declared_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CodeEntry:
    """`parent` in the same table; `replaces`: codes of the version before whose place it takes."""

    code: str
    name: str
    parent: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InForce:
    """Terms and elements by code, and the versions of each code table, the earliest first."""

    terms: Mapping[str, Standard]
    elements: Mapping[str, Standard]
    code_tables: Mapping[str, tuple[Revision, ...]]

    def version_on(self, code_table: str, day: date) -> Revision | None:
        """The version in force on a day; before the earliest of all, that one."""
        versions = self.code_tables.get(code_table, ())
        begun = [each for each in versions if each.standard.edition and each.standard.edition.since <= day]
        return begun[-1] if begun else next(iter(versions), None)


@dataclass(frozen=True, kw_only=True)
class ValueRule:
    """What the values of a data element keep to: texts by `characters` (a regular expression) and length,
    numbers by a `bound` of their size, either by the `codes` there are."""

    characters: str | None = None
    least: int = 0
    most: int | None = None
    bound: int | None = None
    codes: frozenset[str] | None = None


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """How many values of a column break a rule, and a few of them."""

    count: int = 0
    examples: tuple[str, ...] = ()


ProblemKind = Literal["no_element", "unknown_element", "name", "title", "type", "format", "code"]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Why a column does not conform; `wrong` where it is the values."""

    kind: ProblemKind
    message: str
    wrong: Wrong = Wrong()


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A data element that a column may hold. `score` from 0 to 1 orders suggestions; it is no probability."""

    element: Standard
    score: float
    reason: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """The texts of a thing, by how much a hit says. `names`: its identifier and titles."""

    names: Sequence[str]
    synonyms: Sequence[str] = ()
    texts: Sequence[str] = ()
