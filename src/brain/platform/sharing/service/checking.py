"""Before anything leaves: what the grades ask for now, and what the real rows would give away."""

import asyncio
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid, Refusal
from brain.kit.node import Node
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.service import reading
from brain.platform.governance.contract.grading import GradeReason, MeansName
from brain.platform.governance.service import grading as grades
from brain.platform.governance.service import release
from brain.platform.governance.service.release import SINGLED, Measure, Treated
from brain.platform.grading.contract import Graded
from brain.platform.grading.service import book
from brain.platform.sharing.contract import Checked, Manner, Profile, RecipientKind, SinglingOut
from brain.platform.sharing.domain import rules

MEASURED: Final = 100_000  # rows at most: of fewer rows more seem unique, the check errs on the safe side
LARGEST: Final = 1_000_000  # rows of one sharing
MOST_NAMES: Final = 20  # different texts of a column that may always be told
KEY_BYTES: Final = 32
_UNLINKED: Final[frozenset[MeansName]] = frozenset({"pseudonym", "format", "withhold"})


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A profile with what the grades ask of its columns today, and the rows that it takes.

    `rows` have the named columns alone, `all_rows` every one."""

    profile: Profile
    graded: Graded
    version: Version
    treated: tuple[Treated, ...]
    rows: pl.LazyFrame
    all_rows: pl.LazyFrame

    def collected(self, most: int) -> pl.DataFrame:
        """Raises Invalid for more rows than can be protected in one go."""
        found = self.rows.head(most + 1).collect()
        if found.height > most:
            raise Invalid(f"超过 {most} 行，请用筛选缩小范围")
        return found


async def ready(session: AsyncSession, node: Node, profile: Profile) -> Ready:
    """Raises Invalid with every place where the profile breaks a rule by the grades of today."""
    graded = await book.one(session, node, profile.data_set)
    version = graded.version
    if version is None:
        raise Invalid(f"数据集 {profile.data_set} 还没有构建")
    data_set = _with_kinds(graded)
    graded = replace(graded, data_set=data_set)
    least = {column.name: grades.share_means(column.level) for column in data_set.columns}
    rules.check(profile, data_set, least, today())
    kinds = {column.name: column.kind for column in data_set.columns}
    rows = reading.rows(node, data_set, version)
    for each in profile.filters:
        rows = rows.filter(pl.col(each.column).cast(pl.String).is_in(list(each.values)))
    return Ready(
        profile=profile,
        graded=graded,
        version=version,
        treated=tuple(
            Treated(name=each.name, means=rules.means_of(each.means, least[each.name]), kind=kinds[each.name])
            for each in profile.columns
        ),
        rows=rows.select(sorted(rules.named(profile))),
        all_rows=rows,
    )


def _with_kinds(graded: Graded) -> DataSet:
    """The data set whose columns say what they were found to hold."""
    columns = tuple(
        replace(each.column, kind=each.finding.kind if each.finding else each.column.kind)
        for each in graded.columns
    )
    return replace(graded.data_set, columns=columns)


async def checked(ready: Ready) -> Checked:
    """The association check on the rows of the version that would be given today."""
    return await asyncio.to_thread(_checked, ready)


def _checked(ready: Ready) -> Checked:
    rows = ready.rows.head(MEASURED).collect()
    found = _MEASURES[ready.profile.manner](ready, rows)
    given = level(ready)
    raised = max(given, grades.IDENTIFYING) if found.tells_people_apart else given
    return Checked(
        version=ready.version.number,
        rows=ready.rows.select(pl.len()).collect().item(),
        k=found.measure.k,
        unique=round(found.measure.unique, 4),
        singling=tuple(
            SinglingOut(columns=columns, share=round(share, 4)) for columns, share in found.measure.singling
        ),
        level=given,
        raised=raised,
        approvals=grades.approvals(raised),
        means={each.name: each.means for each in ready.treated},
        problems=(*found.problems, *_forbidden(ready.profile, given, raised)),
    )


def _forbidden(profile: Profile, level: int, raised: int) -> Iterable[str]:
    if level >= grades.CORE:
        yield "核心数据不得对外共享"
    if profile.kind is RecipientKind.OPEN and level >= grades.IMPORTANT:
        yield "重要数据不得开放"
    if profile.kind is RecipientKind.OPEN and raised > level:
        yield "各列合起来可识别个人，不能逐行开放：改用 k-匿名或统计"


def level(ready: Ready) -> int:
    """The strictest reason that what is given can bear out."""
    given = {each.name for each in ready.treated if each.means != "withhold"}
    if ready.profile.manner is Manner.COUNTS:
        given = set(rules.named(ready.profile))
    return max((each.level for each in ready.graded.assessment.reasons if _bears(each, given)), default=1)


def _bears(reason: GradeReason, given: set[str]) -> bool:
    """An association needs all its columns, anything else one."""
    columns = set(reason.columns)
    return columns <= given if reason.why == "association" else bool(columns & given)


@dataclass(frozen=True, kw_only=True)
class _Found:
    measure: Measure
    tells_people_apart: bool = False
    problems: tuple[str, ...] = ()


def _rows(ready: Ready, rows: pl.DataFrame) -> _Found:
    """What may be held against other data: all but pseudonyms, whose key nobody outside has."""
    seen = [each for each in ready.treated if each.means not in _UNLINKED]
    shown = release.protect(rows, seen, secrets.token_bytes(KEY_BYTES), "check")
    measure = release.measure(shown, shown.columns)
    about_people = any(column.personal for column in ready.graded.data_set.columns)
    left = shown.width or any(each.means in {"pseudonym", "format"} for each in ready.treated)
    return _Found(
        measure=measure,
        tells_people_apart=about_people and (bool(measure.singling) or measure.unique >= SINGLED),
        problems=() if left else ("各列都不能给出，没有可共享的内容",),
    )


def _groups(ready: Ready, rows: pl.DataFrame) -> _Found:
    problems = [
        f"“{name}”几乎每行不同，概括之后仍会列出原值"
        for name in rows.columns
        if rows[name].dtype == pl.String and rows[name].n_unique() > max(MOST_NAMES, rows.height // 20)
    ]
    try:
        formed = grouped(ready, rows)
    except Refusal as refusal:
        return _Found(measure=release.measure(rows.clear(), []), problems=(*problems, refusal.message))
    return _Found(measure=release.measure(formed, quasi(ready.profile)), problems=tuple(problems))


def quasi(profile: Profile) -> list[str]:
    return [each.name for each in profile.columns if each.name != profile.sensitive]


def grouped(ready: Ready, rows: pl.DataFrame) -> pl.DataFrame:
    profile = ready.profile
    return release.grouped(rows, quasi(profile), profile.k, profile.sensitive, profile.kinds)


def _counts(ready: Ready, rows: pl.DataFrame) -> _Found:
    """The noise hides one row: a person with many rows would not be hidden."""
    identifiers = [each.name for each in ready.graded.data_set.columns if rules.is_identifier(each)]
    held = ready.all_rows.select(identifiers).head(MEASURED).collect()
    repeated = [name for name in identifiers if held[name].drop_nulls().is_duplicated().any()]
    return _Found(
        measure=release.measure(rows.clear(), []),
        problems=tuple(f"“{name}”有重复：同一人有多行，噪声不足以隐去一人" for name in repeated),
    )


_MEASURES: Final[Mapping[Manner, Callable[[Ready, pl.DataFrame], _Found]]] = {
    Manner.ROWS: _rows,
    Manner.GROUPS: _groups,
    Manner.COUNTS: _counts,
}
