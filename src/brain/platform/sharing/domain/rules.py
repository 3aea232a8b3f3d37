"""What a profile of sharing must keep to; the grade decides the least protection by itself."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from brain.kit.datasets import Column, DataSet, Type
from brain.kit.errors import FieldError, Invalid
from brain.platform.governance.contract.grading import MeansName
from brain.platform.sharing.contract import Manner, Profile, RecipientKind

OPEN_LEVEL: Final = 1  # the highest of columns that anybody may get as they are
LEAST_K: Final = 5
LARGEST_BUDGET: Final = Decimal(2)  # ε of a data set, over all recipients and for ever
NUMBERS: Final = frozenset({Type.INTEGER, Type.DECIMAL, Type.NUMBER})

# What may be done instead of what a grade asks for: never less.
INSTEAD: Final[Mapping[MeansName, frozenset[MeansName]]] = {
    "plain": frozenset({"plain", "mask", "truncate", "format", "pseudonym", "generalise", "withhold"}),
    "mask": frozenset({"mask", "format", "pseudonym", "generalise", "withhold"}),
    "truncate": frozenset({"truncate", "pseudonym", "generalise", "withhold"}),
    "format": frozenset({"format", "pseudonym", "withhold"}),
    "pseudonym": frozenset({"mask", "truncate", "format", "pseudonym", "generalise", "withhold"}),
    "generalise": frozenset({"generalise", "withhold"}),
    "withhold": frozenset({"withhold"}),
}


def means_of(asked: MeansName | None, least: MeansName) -> MeansName:
    """As chosen, unless the grade has come to ask for more since."""
    return asked if asked is not None and asked in INSTEAD[least] else least


def is_identifier(column: Column) -> bool:
    """Whether it names people by itself; figures about them do not."""
    return column.personal and column.kind is not None and column.type is Type.TEXT


def named(profile: Profile) -> frozenset[str]:
    """The columns that anything of what is given is made of."""
    if profile.manner is not Manner.COUNTS:
        return frozenset(each.name for each in profile.columns)
    counted = frozenset(each.column for each in profile.counted)
    return counted | frozenset(each.column for each in profile.summed)


def told_of(profile: Profile) -> frozenset[str]:
    """The columns that are given, counted or asked for in some way: those filtered by, too."""
    return named(profile) | {each.column for each in profile.filters}


def check(profile: Profile, data_set: DataSet, least: Mapping[str, MeansName], today: date) -> None:
    """`least`: what the grade of each column asks for. Raises Invalid with every wrong place."""
    columns = {column.name: column for column in data_set.columns}
    wrong = list(_unknown(profile, columns))
    if not wrong:
        wrong = [*_filters(profile, columns), *_BY_MANNER[profile.manner](profile, columns, least)]
    if profile.until < today:
        wrong.append(_fault("until", "截止日期已过"))
    if wrong:
        raise Invalid("不能这样共享", wrong)


def _unknown(profile: Profile, columns: Mapping[str, Column]) -> Iterable[FieldError]:
    told = sorted(told_of(profile))
    yield from (_fault("columns", f"没有“{name}”这一列") for name in told if name not in columns)
    if not named(profile):
        yield _fault("columns", "至少一列")


def _filters(profile: Profile, columns: Mapping[str, Column]) -> Iterable[FieldError]:
    """Who is in the result tells the value of the column that it was filtered by."""
    for each in profile.filters:
        column = columns[each.column]
        if column.level > OPEN_LEVEL or column.personal:
            yield _fault("filters", f"“{each.column}”受保护，不能据以筛选")


def _rows(
    profile: Profile, columns: Mapping[str, Column], least: Mapping[str, MeansName]
) -> Iterable[FieldError]:
    for each in profile.columns:
        if each.means is not None and each.means not in INSTEAD[least[each.name]]:
            yield _fault("columns", f"“{each.name}”至少应 {least[each.name]}，不能 {each.means}")
        column = columns[each.name]
        if profile.kind is RecipientKind.OPEN and (column.level > OPEN_LEVEL or column.personal):
            yield _fault("columns", f"“{each.name}”为 {column.level} 级，不能逐行开放：改用 k-匿名或统计")


def _groups(
    profile: Profile, columns: Mapping[str, Column], _: Mapping[str, MeansName]
) -> Iterable[FieldError]:
    names = {each.name for each in profile.columns}
    if profile.k < LEAST_K:
        yield _fault("k", f"k 至少为 {LEAST_K}")
    if profile.sensitive is not None and (profile.sensitive not in names or len(names) == 1):
        yield _fault("sensitive", "敏感列应是所给的一列，且不是唯一的一列")
    for name in sorted(names):
        if is_identifier(columns[name]):
            yield _fault("columns", f"“{name}”是个人标识，概括之后仍可列出：不能给出")


def _counts(
    profile: Profile, columns: Mapping[str, Column], _: Mapping[str, MeansName]
) -> Iterable[FieldError]:
    if not 0 < profile.epsilon <= LARGEST_BUDGET:
        yield _fault("epsilon", f"隐私预算应大于 0，不超过 {LARGEST_BUDGET}")
    for counted in profile.counted:
        if len(set(counted.categories)) != len(counted.categories) or not counted.categories:
            yield _fault("counted", f"“{counted.column}”的类别为空或重复")
    for summed in profile.summed:
        if columns[summed.column].type not in NUMBERS or summed.low >= summed.high:
            yield _fault("summed", f"“{summed.column}”应是数，下限应小于上限")


_BY_MANNER: Final = {Manner.ROWS: _rows, Manner.GROUPS: _groups, Manner.COUNTS: _counts}


def _fault(field: str, message: str) -> FieldError:
    return {"loc": f"/body/{field}", "message": message}
