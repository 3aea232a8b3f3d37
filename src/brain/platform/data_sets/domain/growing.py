"""When a version may be the one before it and what came since, and why not otherwise (docs/decisions/0010).

The law: such a version has the same rows, holds back the same and finds the same as one built from nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from brain.kit.datasets import DataSet, Derived, Gathered, Snapshot, Type
from brain.platform.data_sets.domain import row_wise

MOST_FILES: Final = 64  # each is opened by every reading; beyond that a full build writes few again
# Of rules that hold rows back, those by which one row alone is judged.
OF_ONE_ROW: Final = frozenset({"not_null", "pattern", "check_digit", "code_table", "range", "cross_field"})
_CHANGED: Final = {
    "declaration": "声明或规则有变化",
    "accepted": "有隔离的行被接受",
    "erased": "有行被永久删除",
    "names": "企业名称的核定有变化",
}


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a version was built from: numbers of deliveries, or of the versions of other data sets, and
    digests of all else that its rows depend on."""

    deliveries: tuple[int, ...] = ()
    inputs: Mapping[str, int] = field(default_factory=dict)
    rest: Mapping[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        return digest((sorted(self.deliveries), sorted(self.inputs.items()), sorted(self.rest.items())))


def read_basis(told: Mapping[str, Any] | None) -> Basis | None:
    if told is None:
        return None
    return Basis(deliveries=tuple(told["deliveries"]), inputs=told["inputs"], rest=told["rest"])


def digest(told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()


def never(data_set: DataSet) -> str | None:
    """Why no version of a data set may be built upon the one before."""
    if not data_set.incremental:
        return "声明为全量构建"
    return _by_kind(data_set.built) or _by_keys_and_rules(data_set)


def _by_kind(built: Snapshot | Derived | Gathered) -> str | None:
    match built:
        case Snapshot():
            return "整体复制业务表"
        case Gathered(whole=True):
            return "每次交付即全部"
        case Derived(statement=statement) if told := row_wise.why_not(statement):
            return f"语句{told}"
    return None


def _by_keys_and_rules(data_set: DataSet) -> str | None:
    kinds = {column.name: column.type for column in data_set.columns}
    if any(kinds[key] is Type.NUMBER for key in data_set.keys):
        return "键含浮点数"
    for rule in data_set.rules:
        if rule.get("severity") == "quarantine":
            if rule["kind"] not in OF_ONE_ROW:
                return f"隔离规则 {rule['name']} 要比较多行"
            if rule.get("tolerated"):
                return f"隔离规则 {rule['name']} 容许一部分行"
    return None


def not_after(before: Basis, now: Basis, files: int) -> str | None:
    """Why what a version would be built from is not that of the one before with something added."""
    for part, told in _CHANGED.items():
        if before.rest.get(part) != now.rest.get(part):
            return told
    if gone := set(before.deliveries) - set(now.deliveries):
        return f"有 {len(gone)} 次交付被撤回"
    if files >= MOST_FILES:
        return f"已有 {files} 个文件，重新写为少数几个"
    return None


def all_later(standing: Sequence[Any], new: Collection[int]) -> bool:
    """Whether the new ones of standing deliveries win over all others of the same key."""
    older = [(each.as_of, each.id) for each in standing if each.id not in new]
    return not older or min((each.as_of, each.id) for each in standing if each.id in new) > max(older)
