"""JSON shapes of corpora."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema
from brain.platform.corpora.contract import ExportKind, Material, Status
from brain.platform.corpora.domain.recipes import Purpose
from brain.platform.corpora.domain.samples import Language, Split

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Share = Annotated[float, Field(ge=0, le=1)]


class QualityShape(Schema):
    """超过任一界限的样本去掉；份额按非空白字符计。"""

    least_characters: int = Field(200, ge=1, le=1_000_000, description="最少字数")
    most_symbols: Share = Field(0.25, description="符号")
    most_repeated_lines: Share = Field(0.30, description="重复的行")
    most_repeated_grams: Share = Field(0.60, description="重复的十字片段")
    most_table: Share = Field(0.80, description="表格")
    most_broken: Share = Field(0.01, description="乱码")
    most_rare_han: Share = Field(0.05, description="GB 2312 以外的汉字")
    least_function_words: Share = Field(0.01, description="虚词至少")


class DuplicatesShape(Schema):
    similarity: float = Field(0.8, description="字符五元组 Jaccard 不低于此值即为近似重复，0.7–1")
    paragraph_characters: int | None = Field(
        None, ge=10, le=10_000, description="较新样本已有、且不短于此字数的段落也去掉；空为不处理"
    )


class SplittingShape(Schema):
    test_share: float = Field(0.05, description="留作测试的份额，0–0.5")
    related: float = Field(0.5, ge=0.5, le=1, description="相似度不低于此值的归在同一侧")


class SettingsShape(Schema):
    languages: list[Language] = Field(["zh", "en"], min_length=1, description="保留的语种")
    quality: QualityShape = QualityShape()
    duplicates: DuplicatesShape = DuplicatesShape()
    splitting: SplittingShape = SplittingShape()
    hide_personal: bool = Field(True, description="个人信息换成占位符")
    weights: dict[str, float] = Field({}, description="各数据源名称的词元权重；空为全部采用")
    seed: int = Field(1, ge=0, le=2**31 - 1)


class RecipeShape(Schema):
    name: Name
    purpose: Purpose = Field(description="用途")
    sources: list[int] = Field(min_length=1, max_length=100, description="数据源编号")
    settings: SettingsShape = SettingsShape()


class SizeView(Schema):
    documents: int
    characters: int
    tokens: int = Field(description="估计的词元数")


class ExampleView(Schema):
    id: str
    title: str
    reason: str
    excerpt: str
    other: str | None = Field(None, description="与之重复而保留的样本")


class StepReportView(Schema):
    step: str
    before: SizeView
    after: SizeView
    dropped: dict[str, int] = Field(description="按原因去掉的篇数")
    changed: dict[str, int] = Field(description="留下的样本中改动的数量")
    examples: list[ExampleView]
    seconds: float


class CorpusShareView(Schema):
    available: int = Field(description="可用词元")
    taken: int = Field(description="采用词元")
    share: float


class CorpusBuildView(Schema):
    id: int
    number: int | None = Field(description="版本号；没有构建成功时为空")
    status: Status
    step: str | None = Field(description="正在进行的步骤")
    problem: str | None
    documents: int
    characters: int
    tokens: int
    pairs: int = Field(description="人工给出的问答与偏好")
    reports: list[StepReportView]
    shares: dict[str, CorpusShareView] = Field(description="各数据源的份额")
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None


class CorpusView(Schema):
    id: int
    recipe: RecipeShape
    created_by: str
    created_at: datetime


class ListedCorpusView(CorpusView):
    version: int | None = Field(description="最新版本号")
    documents: int
    tokens: int


class CorpusDocumentView(Schema):
    digest: str
    source_id: int
    file_name: str
    size: int
    material: Material
    as_of: date
    documents: int | None = Field(description="所含文档数；空为尚未读取")
    characters: int
    scanned_pages: int = Field(description="由文字识别读取的页数")
    problem: str | None = Field(description="不能读取的原因")
    added_by: str
    added_at: datetime


class SampleView(Schema):
    id: str
    title: str
    text: str = Field(description="正文，最多 4,000 字")
    source: str
    provider: str
    licence: str
    as_of: date
    document: str = Field(description="所出文件的 SM3 摘要")
    language: Language | None
    tokens: int
    removed: dict[str, int] = Field(description="替换为占位符的个人信息")
    replaces: list[str] = Field(description="被它取代的样本")
    split: Split


class ExportAsked(Schema):
    kind: ExportKind = Field(description="预训练、检索、指令微调、偏好")
    template: Annotated[str, StringConstraints(min_length=1, max_length=400)] | None = Field(
        None, description="指令模板，如“{title}中“{section}”是怎么规定的？”；只用于指令微调"
    )
