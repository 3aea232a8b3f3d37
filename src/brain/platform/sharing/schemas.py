"""JSON shapes of sharing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.governance.contract.grading import MeansName
from brain.platform.sharing.contract import (
    Counted,
    Manner,
    Profile,
    RecipientKind,
    RowFilter,
    SharedColumn,
    SharingState,
    Summed,
)

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
ColumnName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Epsilon = Annotated[Decimal, Field(ge=Decimal("0.01"), le=2, decimal_places=4)]
Bound = Annotated[int, Field(ge=-(10**15), le=10**15)]


class SharedColumnShape(Schema):
    name: ColumnName
    means: MeansName | None = Field(
        None,
        description="plain 原样、mask 遮盖、truncate 截断、format 保留格式的假名、pseudonym 假名、"
        "generalise 概括、withhold 不给；不填随级别而定",
    )


class RowFilterShape(Schema):
    column: ColumnName
    values: list[Line] = Field(min_length=1, max_length=1000)


class CountedShape(Schema):
    column: ColumnName
    categories: list[Line] = Field(min_length=1, max_length=1000, description="不看数据而定的类别")


class SummedShape(Schema):
    column: ColumnName
    low: Bound = Field(description="不看数据而定的下限")
    high: Bound


class ProfileShape(Schema):
    """一种共享方式。"""

    data_set: Annotated[str, StringConstraints(pattern=r"^(base|industry|scenario)\.[a-z][a-z0-9_]{0,59}$")]
    recipient: Line = Field(description="接收方")
    kind: RecipientKind = Field(
        description="open 社会公众、partner 合作方、exchange 省级交换、download 提供文件"
    )
    purpose: Reason = Field(description="用途；同一接收方不同用途的假名不能互相对上")
    until: date = Field(description="截止日期")
    manner: Manner = Field(Manner.ROWS, description="rows 逐行、groups k-匿名、counts 差分隐私统计")
    columns: list[SharedColumnShape] = Field([], max_length=500)
    filters: list[RowFilterShape] = Field([], max_length=20, description="只给符合的行")
    k: int = Field(5, ge=2, le=10_000)
    sensitive: ColumnName | None = Field(None, description="k-匿名时原样给出的敏感列")
    kinds: int = Field(2, ge=1, le=100, description="每组敏感列至少有几种取值")
    epsilon: Annotated[Decimal, Field(ge=0, le=2, decimal_places=4)] = Field(
        Decimal(0), description="隐私预算 ε，答完为止"
    )
    counted: list[CountedShape] = Field([], max_length=50)
    summed: list[SummedShape] = Field([], max_length=50)

    def profile(self) -> Profile:
        told: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        return Profile(
            **told
            | {
                "columns": tuple(SharedColumn(name=each.name, means=each.means) for each in self.columns),
                "filters": tuple(
                    RowFilter(column=each.column, values=tuple(each.values)) for each in self.filters
                ),
                "counted": tuple(
                    Counted(column=each.column, categories=tuple(each.categories)) for each in self.counted
                ),
                "summed": tuple(
                    Summed(column=each.column, low=each.low, high=each.high) for each in self.summed
                ),
            }
        )


class SinglingOutView(Schema):
    columns: list[str]
    share: float = Field(description="被这组列单独认出的行所占比例")


class CheckedView(Schema):
    """关联核查：对真实版本，按接收方将看到的样子。"""

    version: int
    rows: int
    k: int = Field(description="最少见的组合有几行")
    unique: float = Field(description="独一无二的行所占比例")
    singling: list[SinglingOutView]
    level: int = Field(description="所给内容的级别")
    raised: int = Field(description="计入组合之后的级别")
    approvals: int = Field(description="须几人同意")
    means: dict[str, MeansName] = Field(description="各列的保护")
    problems: list[str] = Field(description="不能共享的原因")


class ApprovalView(Schema):
    by: str
    at: datetime
    note: str


class SharingView(Schema):
    id: int
    profile: ProfileShape
    state: SharingState
    checked: CheckedView
    proposed_by: str
    proposed_at: datetime
    approvals: list[ApprovalView]
    spent: Decimal = Field(description="已用的隐私预算")
    has_token: bool
    ended_by: str | None
    ended_at: datetime | None
    reason: str | None


class ApprovalWanted(Schema):
    note: Reason
    accepts_risk: bool = Field(False, description="接受各列合起来可识别个人的风险")


class SharingEnding(Schema):
    reason: Reason


class TokenView(Schema):
    token: str = Field(description="只显示这一次；以 Authorization: Bearer 携带")


class SharedRowsView(Schema):
    columns: list[str]
    rows: list[list[Any]]
    total: int
    page: int
    page_size: int
    version: int


class SharedQuestion(Schema):
    column: ColumnName
    what: Literal["count", "sum"]
    epsilon: Epsilon = Field(description="这一次用多少隐私预算：越大越准")


class SharedAnswerView(Schema):
    values: dict[str, float] = Field(description="加了噪声，可能为负或非整")
    epsilon: Decimal
    left: Decimal = Field(description="剩余的隐私预算")
    version: int


class ReceiptWanted(Schema):
    version: int = Field(ge=1, le=2**31 - 1)
    rows: int = Field(ge=0, le=2**53, description="收进来的行数")


class ReceiptView(Schema):
    version: int
    rows: int = Field(description="对方说收到的行数")
    given: int | None = Field(description="这个版本给出的行数；已经无从得知时为空")
    at: datetime
