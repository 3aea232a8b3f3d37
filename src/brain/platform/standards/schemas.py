"""JSON shapes of data standards."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.standards.contract import (
    CodeEntry,
    Edition,
    Kind,
    Representation,
    Standard,
    StandardState,
)
from brain.platform.standards.domain.comparison import Change

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
CodeValue = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Link = Annotated[str, StringConstraints(pattern=r"^(https?://|/[a-z0-9])\S+$", max_length=500)]
FileName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
MOST_ENTRIES = 50_000


class StandardView(Schema):
    """一项数据标准：术语、数据元或代码表（的一个版本）。"""

    kind: Kind
    code: str = Field(description="标识")
    title: str
    title_en: str
    definition: str
    source: str = Field(description="出处")
    synonyms: list[str]
    term: str | None = Field(None, description="数据元所说的术语")
    format: str | None = Field(None, description="数据元的表示格式，如 an18、n..20,4")
    unit: str | None = Field(None, description="计量单位代码")
    code_table: str | None = Field(None, description="数据元取值的代码表")
    holds: list[str] = Field([], description="内容识别为此类的列可能是它")
    label: str | None = Field(None, description="代码表的版本")
    since: date | None = Field(None, description="该版本生效的日期，至下一版本生效止")

    @classmethod
    def of(cls, standard: Standard) -> "StandardView":
        told = {name: getattr(standard, name) for name in cls.model_fields if hasattr(standard, name)}
        own = standard.representation or standard.edition
        return cls(**told | {"synonyms": list(standard.synonyms)} | _plain(own))


def _plain(part: Representation | Edition | None) -> dict[str, object]:
    if isinstance(part, Representation):
        return vars(part) | {"holds": list(part.holds)}
    return dict(vars(part)) if part else {}


class StandardRevisionView(Schema):
    standard: StandardView
    number: int = Field(description="第几个修订，从 1 起")
    state: StandardState = Field(
        description="waiting 待批准、in_force 生效、refused 已退回、replaced 已被取代、withdrawn 已废止"
    )
    declared_by: str | None = Field(description="提出人；平台自带的没有")
    declared_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


class WholeStandardView(Schema):
    standard: StandardView = Field(description="生效的；没有生效的时为最新的修订")
    in_force: bool
    history: list[StandardRevisionView] = Field(description="最新的在前")
    users: list[StandardView] = Field(description="引用它的数据元")


class CodeEntryView(Schema):
    code: str
    name: str
    parent: str | None = Field(description="上级代码")
    replaces: list[str] = Field(description="取代上一版本的哪些代码")


class ComparedCodeView(Schema):
    """一个代码在两个版本之间的变化。"""

    change: Change = Field(
        description="same 未变、renamed 改名、exact 换码、split 拆分、merged 合并、dropped 取消、added 新增"
    )
    before: CodeEntryView | None
    after: CodeEntryView | None


class ComparisonView(Schema):
    items: list[ComparedCodeView]
    total: int
    page: int
    page_size: int
    counts: dict[str, int] = Field(description="各种变化的代码数")


class _Told(Schema):
    code: Code = Field(description="标识：小写字母、数字与下划线")
    title: Line
    title_en: Line
    definition: Text
    source: Line = Field(description="出处：标准号、文件名")
    synonyms: list[Line] = Field([], max_length=20)

    def _standard(self, kind: Kind, **more: object) -> Standard:
        own = {name: getattr(self, name) for name in _Told.model_fields}
        return Standard(kind=kind, **own | {"synonyms": tuple(self.synonyms)} | more)


class NewTerm(_Told):
    def standard(self) -> Standard:
        return self._standard("term")


class NewElement(_Told):
    term: Code | None = None
    format: str = Field(max_length=12, description="表示格式，如 an18、n6、n..20,4、c..200、d8、dt14、bl")
    unit: CodeValue | None = None
    code_table: Code | None = None
    holds: list[Code] = Field([], max_length=10)

    def standard(self) -> Standard:
        representation = Representation(
            format=self.format, unit=self.unit, code_table=self.code_table, holds=tuple(self.holds)
        )
        return self._standard("element", term=self.term, representation=representation)


class NewCodeEntry(Schema):
    code: CodeValue
    name: Line
    parent: CodeValue | None = None
    replaces: list[CodeValue] = Field([], max_length=200)

    def entry(self) -> CodeEntry:
        return CodeEntry(code=self.code, name=self.name, parent=self.parent, replaces=tuple(self.replaces))


class NewCodeTable(_Told):
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    since: date = Field(description="生效日期")
    entries: list[NewCodeEntry] = Field(min_length=1, max_length=MOST_ENTRIES)

    def standard(self) -> Standard:
        return self._standard("code_table", edition=Edition(label=self.label, since=self.since))


class StandardReason(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class NewStatement(Schema):
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
    link: Link | None = Field(None, description="网址，或门户内以 / 开头的地址")
    file_name: FileName | None = Field(None, description="证明文件的名称或编号；文件本身由本单位保存")


class StatementView(Schema):
    """本单位对一个能力项的自述。"""

    text: str
    link: str | None
    file_name: str | None
    by: str
    at: datetime


class DcmmProofView(Schema):
    """平台数出来的一项证据。"""

    title: str
    title_en: str
    rule: str = Field(description="数的是什么")
    rule_en: str
    page: str | None = Field(description="在哪一页看；没有权限看时没有")
    count: int
    whole: int | None = Field(description="在多少之中；不按比例数时没有")


class DcmmItemView(Schema):
    domain: str = Field(description="能力域的标识")
    domain_title: str
    domain_title_en: str
    code: str = Field(description="能力项的标识")
    title: str
    title_en: str
    evidence: list[DcmmProofView] = Field(description="空的：平台不产生证据")
    statement: StatementView | None = Field(description="最新的自述")


class DcmmView(Schema):
    counted_at: datetime
    items: list[DcmmItemView] = Field(description="28 个能力项，按标准的顺序")
