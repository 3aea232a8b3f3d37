"""The rules of grading, read from a versioned file (TOML) that a deployment can replace."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any, Final, Literal, TypeAlias, TypeVar, get_args

from brain.kit.errors import Invalid
from brain.platform.governance.domain.grading.levels import Harm, Level, Processing, Subject, level_named

Measure: TypeAlias = Literal["records", "people", "coverage", "precision_metres", "years"]
MEASURES: Final = frozenset(get_args(Measure))
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, kw_only=True)
class Category:
    """A class of the taxonomy; its code begins with that of its parent (industry.production.process)."""

    code: str
    name: str

    @property
    def parent(self) -> str | None:
        return self.code.rpartition(".")[0] or None


@dataclass(frozen=True, kw_only=True)
class KindRule:
    """What a kind of field is classed as and whom its leak would harm."""

    kind: str
    category: str
    harms: tuple[tuple[Subject, Harm], ...]


@dataclass(frozen=True, kw_only=True)
class ElementRule:
    """An element (6.3) beyond which harm is greater: a measure (scale, coverage, precision, depth) or a mark.

    `measure` of the data set must be at least `least`, and at most `most` where that is given (precision:
    the smaller the finer). A `mark` is what a person says of it: a group of people, an area.
    """

    name: str
    measure: Measure | None
    least: float
    most: float | None
    mark: str | None
    categories: tuple[str, ...]
    subject: Subject
    harm: Harm


@dataclass(frozen=True, kw_only=True)
class Association:
    """Roles that, found together in a data set, tell more than each alone."""

    name: str
    roles: tuple[str, ...]
    level: Level


@dataclass(frozen=True, kw_only=True)
class Role:
    """A part that a column can play in an association, by the kind found or by its header."""

    name: str
    kinds: frozenset[str]
    header: re.Pattern[str]

    def is_played(self, kind: str | None, header: str) -> bool:
        return kind in self.kinds or self.header.search(header) is not None


class Means(StrEnum):
    """What is done to a column before it is shown or given away."""

    PLAIN = "plain"
    MASK = "mask"
    TRUNCATE = "truncate"
    FORMAT = "format"  # a pseudonym in the format of the value
    PSEUDONYM = "pseudonym"
    GENERALISE = "generalise"
    WITHHOLD = "withhold"


@dataclass(frozen=True, kw_only=True)
class Protection:
    """What a level asks for: on screens, for others, at rest, before it is given, in the logs."""

    display: Means
    share: Means
    encrypted: bool
    approvals: int
    log_days: int


@dataclass(frozen=True, kw_only=True)
class Rules:
    """`provisional` names the parts that no published text settles."""

    version: str
    provisional: frozenset[str]
    categories: Mapping[str, Category]
    matrix: Mapping[tuple[Subject, Harm], Level]
    kinds: Mapping[str, KindRule]
    elements: tuple[ElementRule, ...]
    roles: Mapping[str, Role]
    associations: tuple[Association, ...]
    steps: Mapping[tuple[Processing, str], int]
    protections: Mapping[Level, Protection]
    scale_change: float
    months_to_report: int

    def level(self, harms: Sequence[tuple[Subject, Harm]]) -> Level:
        """The strictest that the matrix gives."""
        return max((self.matrix[harm] for harm in harms), default=Level.GENERAL_1)


@lru_cache(maxsize=1)
def shipped() -> Rules:
    return read(files(__package__).joinpath("rules.toml").read_text("utf-8"))


def replaced(
    rules: Rules,
    *,
    version: str,
    matrix: Mapping[tuple[Subject, Harm], Level],
    categories: Mapping[str, Category],
) -> Rules:
    """Rules with another matrix and taxonomy; what does not hold together is `Invalid` with the place."""
    changed = replace(rules, version=version, matrix=matrix, categories=categories)
    _check(changed)
    return changed


def read(text: str) -> Rules:
    """Rules from TOML; what does not hold together is `Invalid` with the place."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Invalid(f"分级规则不是 TOML 文件：{error}") from error
    try:
        rules = _built(table)
    except (KeyError, TypeError, AttributeError) as error:
        raise Invalid(f"分级规则缺少或写错了 {error}") from error
    _check(rules)
    return rules


def _built(table: dict[str, Any]) -> Rules:
    return Rules(
        version=table["version"],
        provisional=frozenset(table["provisional"]),
        categories={code: Category(code=code, name=name) for code, name in _codes(table["categories"])},
        matrix={
            (_word(Subject, subject), _word(Harm, harm)): level_named(level)
            for subject, row in table["matrix"].items()
            for harm, level in row.items()
        },
        kinds={kind: _kind(kind, rule) for kind, rule in table["kinds"].items()},
        elements=tuple(_element(rule) for rule in table["elements"]),
        roles={name: _role(name, role) for name, role in table["roles"].items()},
        associations=tuple(
            Association(name=each["name"], roles=tuple(each["roles"]), level=level_named(each["level"]))
            for each in table["associations"]
        ),
        steps={
            (_word(Processing, processing), case): int(steps)
            for processing, cases in table["derived"].items()
            for case, steps in cases.items()
        },
        protections={level_named(level): _protection(asked) for level, asked in table["protection"].items()},
        scale_change=float(table["catalogue"]["scale_change"]),
        months_to_report=int(table["catalogue"]["months_to_report"]),
    )


def _codes(table: dict[str, Any], above: str = "") -> list[tuple[str, str]]:
    codes = []
    for part, inside in table.items():
        if part == "name":
            continue
        code = f"{above}.{part}" if above else part
        codes.append((code, inside if isinstance(inside, str) else inside["name"]))
        codes += [] if isinstance(inside, str) else _codes(inside, code)
    return codes


def _harms(listed: Mapping[str, str]) -> tuple[tuple[Subject, Harm], ...]:
    return tuple((_word(Subject, subject), _word(Harm, harm)) for subject, harm in listed.items())


def _kind(kind: str, rule: dict[str, Any]) -> KindRule:
    return KindRule(kind=kind, category=rule["category"], harms=_harms(rule["harms"]))


def _element(rule: dict[str, Any]) -> ElementRule:
    ((subject, harm),) = _harms(rule["harms"])
    measure, mark = rule.get("measure"), rule.get("mark")
    if (measure is None) == (mark is None) or (measure is not None and measure not in MEASURES):
        raise Invalid(f"分级要素“{rule['name']}”应有一个度量或一个标记：{measure}、{mark}")
    return ElementRule(
        name=rule["name"],
        measure=measure,
        least=float(rule["least"]) if measure else 0.0,
        most=float(rule["most"]) if "most" in rule else None,
        mark=mark,
        categories=tuple(rule["categories"]),
        subject=subject,
        harm=harm,
    )


def _protection(asked: dict[str, Any]) -> Protection:
    return Protection(
        display=_word(Means, asked["display"]),
        share=_word(Means, asked["share"]),
        encrypted=bool(asked["encrypted"]),
        approvals=int(asked["approvals"]),
        log_days=int(asked["log_days"]),
    )


def _role(name: str, role: dict[str, Any]) -> Role:
    pattern = re.compile(role.get("header", r"(?!)"), re.IGNORECASE)
    return Role(name=name, kinds=frozenset(role.get("kinds", ())), header=pattern)


def _word(words: type[Word], text: str) -> Word:
    try:
        return words(text)
    except ValueError:
        raise Invalid(f"“{text}”不在 {'、'.join(words)} 之中") from None


def _check(rules: Rules) -> None:
    missing = [*_gaps(rules), *_unknown(rules)]
    if missing:
        raise Invalid(f"分级规则不完整：{'；'.join(missing)}")


def _gaps(rules: Rules) -> list[str]:
    """Cells of the matrix that have no level, and levels without protection."""
    cells = product(Subject, Harm)
    bare = [f"protection.{level.name.lower()}" for level in Level if level not in rules.protections]
    return bare + [
        f"matrix.{subject}.{harm}" for subject, harm in cells if (subject, harm) not in rules.matrix
    ]


def _unknown(rules: Rules) -> list[str]:
    """Categories and roles that are used and not defined."""
    used = [(f"kinds.{rule.kind}", rule.category) for rule in rules.kinds.values()]
    used += [(f"elements.{each.name}", code) for each in rules.elements for code in each.categories]
    used += [("categories", each.parent) for each in rules.categories.values() if each.parent]
    played = [(f"associations.{each.name}", role) for each in rules.associations for role in each.roles]
    return [f"{place}: {code}" for place, code in used if code not in rules.categories] + [
        f"{place}: {role}" for place, role in played if role not in rules.roles
    ]
