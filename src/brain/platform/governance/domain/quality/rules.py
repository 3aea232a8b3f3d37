"""The kinds of rules that may be declared beside a data set, by the six dimensions of data quality.

Row rules are broken by rows, which can be quarantined; the others speak of the data set as a whole.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from brain.platform.governance.domain.quality.terms import Dimension, Rule, require

Number: TypeAlias = int | float
Bound: TypeAlias = int | float | date


class CheckDigitOf(StrEnum):
    CREDIT_CODE = "credit_code"
    RESIDENT_ID = "resident_id"


class Operator(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    NOT_EQUAL = "<>"
    AT_LEAST = ">="
    MORE = ">"


class Measure(StrEnum):
    MEAN = "mean"
    DEVIATION = "deviation"
    NULL_SHARE = "null_share"


DATA_SET: Final = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,2}", re.ASCII)
# What the engines' regular expressions do not share: looking around, back references, possessive counts.
PRIVATE: Final = re.compile(r"\(\?(?!:)|(?<!\\)(?:\\\\)*\\[1-9]|[*+?}]\+")


@dataclass(frozen=True, kw_only=True)
class NotNull(Rule):
    """`blank` counts texts of nothing but blanks as missing too."""

    column: str
    blank: bool = False
    kind = "not_null"
    dimension = Dimension.COMPLETENESS

    @property
    def message(self) -> str:
        return f"“{self.column}”不应为空"


@dataclass(frozen=True, kw_only=True)
class Volume(Rule):
    """The number of rows lies between `least` and `most`."""

    least: int = 0
    most: int | None = None
    kind, of_rows = "volume", False
    dimension = Dimension.COMPLETENESS

    def check(self) -> None:
        require(self.least >= 0, "least", "行数不能为负")
        require(self.most is None or self.most >= self.least, "most", "上限不应小于下限")

    @property
    def message(self) -> str:
        return f"行数应{_between(self.least, self.most)}"


@dataclass(frozen=True, kw_only=True)
class Unique(Rule):
    """No two rows have the same values in all the columns; rows with a null in one are not compared."""

    columns: tuple[str, ...]
    kind = "unique"
    dimension = Dimension.UNIQUENESS

    def check(self) -> None:
        require(bool(self.columns), "columns", "至少写一列")

    @property
    def message(self) -> str:
        return f"“{'、'.join(self.columns)}”不应重复"


@dataclass(frozen=True, kw_only=True)
class Pattern(Rule):
    """The whole text matches a regular expression of the common kind (RE2 without looking around)."""

    column: str
    regex: str
    kind = "pattern"
    dimension = Dimension.VALIDITY

    def check(self) -> None:
        require(not PRIVATE.search(self.regex), "regex", "不能用环视、反向引用与占有量词：各引擎写法不一")
        try:
            re.compile(self.regex)
        except re.error as error:
            require(holds=False, field="regex", message=f"不是正则表达式：{error}")

    @property
    def message(self) -> str:
        return f"“{self.column}”应符合格式 {self.regex}"


@dataclass(frozen=True, kw_only=True)
class CheckDigit(Rule):
    """GB 32100-2015 and GB 11643-1999."""

    column: str
    of: CheckDigitOf
    kind = "check_digit"
    dimension = Dimension.VALIDITY

    @property
    def message(self) -> str:
        title = "统一社会信用代码" if self.of is CheckDigitOf.CREDIT_CODE else "公民身份号码"
        return f"“{self.column}”应是校验位正确的{title}"


@dataclass(frozen=True, kw_only=True)
class CodeTable(Rule):
    column: str
    codes: tuple[str, ...]
    kind = "code_table"
    dimension = Dimension.VALIDITY

    def check(self) -> None:
        require(bool(self.codes), "codes", "码表不能为空")

    @property
    def message(self) -> str:
        return f"“{self.column}”应在码表之中（{len(self.codes)} 个代码）"


@dataclass(frozen=True, kw_only=True)
class Range(Rule):
    """Numbers or dates from `least` to `most`, both included."""

    column: str
    least: Bound | None = None
    most: Bound | None = None
    kind = "range"
    dimension = Dimension.VALIDITY

    def check(self) -> None:
        require(not (self.least is None and self.most is None), "least", "上下限至少写一个")
        if self.least is not None and self.most is not None:
            alike = isinstance(self.least, date) == isinstance(self.most, date)
            require(alike, "most", "上下限应同为数或同为日期")
            require(self.least <= self.most, "most", "上限不应小于下限")  # type: ignore[operator]

    @property
    def message(self) -> str:
        return f"“{self.column}”应{_between(self.least, self.most)}"


@dataclass(frozen=True, kw_only=True)
class CrossField(Rule):
    """Two columns of a row stand in a relation: end ≥ begin."""

    left: str
    operator: Operator
    right: str
    kind = "cross_field"
    dimension = Dimension.CONSISTENCY

    @property
    def message(self) -> str:
        return f"“{self.left}”应 {self.operator.value} “{self.right}”"


@dataclass(frozen=True, kw_only=True)
class Dependency(Rule):
    """Rows alike in the columns `left` have one value in `right`; nulls are not compared."""

    left: tuple[str, ...]
    right: str
    kind = "dependency"
    dimension = Dimension.CONSISTENCY

    def check(self) -> None:
        require(bool(self.left) and self.right not in self.left, "left", "至少写一列，且不能含被决定的列")

    @property
    def message(self) -> str:
        return f"“{'、'.join(self.left)}”相同时“{self.right}”应相同"


@dataclass(frozen=True, kw_only=True)
class Reference(Rule):
    """The value stands in a column of another data set."""

    column: str
    data_set: str
    key: str
    kind = "reference"
    dimension = Dimension.CONSISTENCY

    def check(self) -> None:
        require(DATA_SET.fullmatch(self.data_set) is not None, "data_set", "不是数据集名称")

    @property
    def message(self) -> str:
        return f"“{self.column}”应在数据集 {self.data_set} 的“{self.key}”之中"


@dataclass(frozen=True, kw_only=True)
class CrossTable(Rule):
    """The sum of a column equals that of another data set's, up to `slack` of the latter."""

    column: str
    data_set: str
    other: str
    slack: float = 0.0
    kind, of_rows = "cross_table", False
    dimension = Dimension.CONSISTENCY

    def check(self) -> None:
        require(DATA_SET.fullmatch(self.data_set) is not None, "data_set", "不是数据集名称")
        require(0 <= self.slack < 1, "slack", "允许的相对差应在 0 与 1 之间（不含 1）")

    @property
    def message(self) -> str:
        return (
            f"“{self.column}”合计应与数据集 {self.data_set} 的“{self.other}”合计相等（容差 {self.slack:.2%}）"
        )


@dataclass(frozen=True, kw_only=True)
class Distribution(Rule):
    """A measure of a column lies in the range that earlier data had."""

    column: str
    measure: Measure
    least: Number
    most: Number
    kind, of_rows = "distribution", False
    dimension = Dimension.ACCURACY

    def check(self) -> None:
        require(self.least <= self.most, "most", "上限不应小于下限")

    @property
    def message(self) -> str:
        title = {Measure.MEAN: "平均值", Measure.DEVIATION: "标准差", Measure.NULL_SHARE: "空值比例"}
        return f"“{self.column}”的{title[self.measure]}应{_between(self.least, self.most)}"


@dataclass(frozen=True, kw_only=True)
class Freshness(Rule):
    """The latest time in a column is no older than so many hours."""

    column: str
    hours: Number
    kind, of_rows = "freshness", False
    dimension = Dimension.TIMELINESS

    def check(self) -> None:
        require(self.hours > 0, "hours", "小时数应大于 0")

    @property
    def message(self) -> str:
        return f"“{self.column}”的最新时间应在 {self.hours:g} 小时之内"


@dataclass(frozen=True, kw_only=True)
class FreeSql(Rule):
    """A query whose every row is a violation. Whoever runs it sees to it that it only reads."""

    query: str
    about: Dimension
    text: str
    kind, of_rows = "free_sql", False

    @property
    def dimension(self) -> Dimension:
        return self.about

    @property
    def message(self) -> str:
        return self.text


def _between(least: Bound | None, most: Bound | None) -> str:
    if most is None:
        return f"不小于 {least}"
    return f"不大于 {most}" if least is None else f"在 {least} 与 {most} 之间"
