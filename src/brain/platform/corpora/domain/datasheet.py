"""The datasheet of a version: where it comes from, what was done to it, what it is not fit for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from brain.platform.corpora.domain.recipes import Recipe
from brain.platform.corpora.domain.reports import Size, StepReport

STEPS: Final = {
    "clean": "清洗",
    "language": "语种",
    "quality": "质量",
    "copies": "完全重复",
    "near_copies": "近似重复",
    "paragraphs": "重复段落",
    "personal_data": "个人信息",
    "mixture": "配比",
    "split": "划分",
}
BASES: Final = {
    "law": "法律法规",
    "disclosure": "依法公开",
    "licence": "开放许可",
    "contract": "合同授权",
    "consent": "同意",
}
PURPOSES: Final = {"pretrain": "预训练", "sft": "指令微调", "dpo": "偏好对齐", "retrieval": "检索增强"}


@dataclass(frozen=True, kw_only=True)
class SourceRights:
    """A source as it stood when the version was made. `tokens` taken of those available."""

    name: str
    provider: str
    basis: str
    basis_document: str
    basis_until: date | None
    level: int
    sample: bool
    files: int
    available: int = 0
    tokens: int = 0


@dataclass(frozen=True, kw_only=True)
class Datasheet:
    recipe: Recipe
    number: int
    built_at: datetime
    size: Size
    test: int
    pairs: int
    sources: tuple[SourceRights, ...]
    reports: tuple[StepReport, ...]


def markdown(sheet: Datasheet) -> str:
    recipe, limits = sheet.recipe, sheet.recipe.settings
    lines = [
        f"# 语料库“{recipe.name}”第 {sheet.number} 版",
        "",
        f"用途：{PURPOSES[recipe.purpose]}。构建于 {sheet.built_at:%Y-%m-%d %H:%M}（UTC）。",
        f"规模：{sheet.size.documents} 篇，{sheet.size.characters} 字，约 {sheet.size.tokens} 词元；"
        f"其中 {sheet.test} 篇留作测试；另有人工给出的问答或偏好 {sheet.pairs} 条。",
        "词元数是按汉字、单词、数字、标点估计的，不是某个模型的分词结果。",
        "",
        "## 来源与权利",
        *_table(
            ("数据源", "提供方", "依据", "有效期至", "级别", "文件", "词元（采用/可用）"),
            [_source(source) for source in sheet.sources],
        ),
        "",
        "## 每一步去掉了什么",
        *_table(
            ("步骤", "进（篇）", "出（篇）", "进（字）", "出（字）", "去掉的篇（原因）", "改动"),
            [_step(report) for report in sheet.reports],
        ),
        "",
        "## 设置",
        f"- 近似重复：字符五元组 Jaccard 不低于 {limits.duplicates.similarity}，保留日期最新的一篇。",
        f"- 测试集：{limits.splitting.test_share:.0%}，"
        f"相似度不低于 {limits.splitting.related} 的归在同一侧，避免泄漏。",
        f"- 个人信息：{'已替换为占位符' if limits.hide_personal else '没有处理'}；随机种子 {limits.seed}。",
        "",
        "## 局限",
        "- 正文中的人名（如法规、公文里的公职人员）保留；只有紧跟“联系人”等字样的姓名被替换。",
        "- 扫描件由文字识别得到，可能有错字。",
    ]
    return "\n".join(lines) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    def line(cells: Sequence[object]) -> str:
        return f"| {' | '.join(str(cell).replace('|', '／') for cell in cells)} |"

    return [line(head), line(["---"] * len(head)), *map(line, rows)]


def _source(source: SourceRights) -> tuple[object, ...]:
    name = f"{source.name}（示例数据）" if source.sample else source.name
    until = source.basis_until or "—"
    grounds = f"{source.basis}：{source.basis_document}"
    tokens = f"{source.tokens}/{source.available}"
    return name, source.provider, grounds, until, source.level, source.files, tokens


def _step(report: StepReport) -> tuple[object, ...]:
    before, after = report.before, report.after
    return (
        STEPS[report.step],
        before.documents,
        after.documents,
        before.characters,
        after.characters,
        _counts(report.dropped),
        _counts(report.changed),
    )


def _counts(counted: Mapping[str, int]) -> str:
    return "，".join(f"{name} {count}" for name, count in counted.items() if count) or "—"
