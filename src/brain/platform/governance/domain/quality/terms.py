"""The terms of every rule: dimension, severity, and what a rule is."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from brain.kit.errors import Invalid


class Dimension(StrEnum):
    """完整、唯一、有效、一致、准确、及时."""

    COMPLETENESS = "completeness"
    UNIQUENESS = "uniqueness"
    VALIDITY = "validity"
    CONSISTENCY = "consistency"
    ACCURACY = "accuracy"
    TIMELINESS = "timeliness"


class Severity(StrEnum):
    """What a broken rule leads to, from the mildest."""

    WARN = "warn"
    QUARANTINE = "quarantine"
    STOP = "stop"


NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True, kw_only=True)
class Rule(ABC):
    """`tolerated` is the share of rows that may break it (0 for none)."""

    name: str
    severity: Severity = Severity.WARN
    tolerated: float = 0.0

    kind: ClassVar[str]
    of_rows: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require(NAME.fullmatch(self.name) is not None, "name", "名称只能用小写字母、数字和下划线，字母开头")
        require(0 <= self.tolerated < 1, "tolerated", "允许的比例应在 0 与 1 之间（不含 1）")
        require(
            self.of_rows or self.severity is not Severity.QUARANTINE, "severity", "针对整个数据集，不能隔离行"
        )
        self.check()

    def check(self) -> None:  # noqa: B027 - most rules have nothing to check
        """Raises Invalid where the parts of a rule do not go together."""

    @property
    @abstractmethod
    def dimension(self) -> Dimension: ...

    @property
    @abstractmethod
    def message(self) -> str:
        """The rule as a Chinese sentence, for reports and as the reason beside a quarantined row."""


def require(holds: bool, field: str, message: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise Invalid(message, fields=[{"loc": f"/{field}", "message": message}])
