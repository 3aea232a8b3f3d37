"""The datasheet of a release (Gebru et al., Datasheets for Datasets, 2021), and Croissant 1.0 (MLCommons)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from brain.kit.datasets import Column, Type
from brain.platform.training_sets.domain.findings import Report
from brain.platform.training_sets.domain.recipes import Recipe

BASES: Final = {
    "law": "法律法规",
    "disclosure": "依法公开",
    "licence": "开放许可",
    "contract": "合同授权",
    "consent": "同意",
}
SPLITS: Final = {"train": "训练", "validation": "验证", "test": "测试"}
TYPES: Final = {
    Type.TEXT: "sc:Text",
    Type.INTEGER: "sc:Integer",
    Type.DECIMAL: "sc:Float",
    Type.NUMBER: "sc:Float",
    Type.DATE: "sc:Date",
    Type.TIME: "sc:DateTime",
    Type.BOOLEAN: "sc:Boolean",
}


def markdown(recipe: Recipe, number: int, report: Report, titles: Mapping[str, str], at: datetime) -> str:
    """In Chinese, for people."""
    parts = [
        f"# {recipe.title}（第 {number} 版）\n\n制作时间：{at:%Y-%m-%d %H:%M} UTC",
        f"## 为什么做\n\n{recipe.purpose}",
        "## 有什么\n\n" + _splits(report) + "\n\n" + _columns(recipe, report, titles),
        "## 从哪里来，有什么权利\n\n" + _origins(report) + f"\n\n许可：{recipe.licence}",
        "## 怎样清洗、质量如何\n\n" + _quality(recipe, report),
        "## 怎样划分\n\n" + _how(recipe),
        "## 泄漏检查\n\n" + _leaks(report),
        f"## 不适合做什么\n\n{recipe.limits}",
        f"## 联系\n\n{recipe.contact}",
        "## 文件（SM3）\n\n" + "\n".join(f"- `{name}`：{told}" for name, told in report.files.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def _splits(report: Report) -> str:
    def labels(split: str) -> str:
        return "，".join(f"{label} {count}" for label, count in report.labels.get(split, {}).items())

    rows = [(SPLITS[split], count, labels(split)) for split, count in report.rows.items()]
    return _table(("划分", "行数", "标签"), rows)


def _columns(recipe: Recipe, report: Report, titles: Mapping[str, str]) -> str:
    rows = [
        (
            f"`{each.name}`" + ("（标签）" if each.name == recipe.label else ""),
            titles[each.name],
            f"{each.missing:.1%}",
            each.distinct,
            f"{each.least} – {each.most}，平均 {each.mean}" if each.least is not None else "",
        )
        for each in report.columns
    ]
    return _table(("列", "含义", "缺失", "不同取值", "范围"), rows)


def _origins(report: Report) -> str:
    rows = [
        (
            each.data_set,
            each.provider,
            each.title + ("（示例数据）" if each.sample else ""),
            each.as_of,
            each.rows,
            f"{BASES[each.basis]}：{each.basis_document}" if each.basis else "没有登记依据",
        )
        for each in report.origins
    ]
    return _table(("数据集", "提供方", "数据", "截止日期", "行数", "依据"), rows) if rows else "没有来源记录"


def _quality(recipe: Recipe, report: Report) -> str:
    told = f"取自数据集 `{recipe.data_set}` 第 {report.version} 版。"
    if report.score is None:
        return told + "该数据集没有声明质量规则。"
    kept = "全部符合" if not report.broken else "没有全部符合：" + "；".join(report.broken)
    return f"{told}{report.rules} 条质量规则，得分 {report.score:.1f}（满分 100），{kept}。"


def _how(recipe: Recipe) -> str:
    shares = "、".join(f"{SPLITS[name]} {share:.0%}" for name, share in recipe.shares.items() if share > 0)
    if recipe.time:
        return f"按 `{recipe.time}` 的先后：早的训练，晚的测试（{shares}）；同一时刻的行在一起。"
    groups = "、".join(f"`{name}`" for name in recipe.groups) or "整行"
    return f"按 {groups} 的摘要抽取（{shares}）；相同的总在同一划分里，以后版本也不变。"


def _leaks(report: Report) -> str:
    if not report.leaks:
        return "没有发现：验证与测试中没有与训练相同的行、同一组、更早的行，也没有一列单独说出标签。"
    return "\n".join(f"- {leak.message}：{leak.rows} 行（共 {leak.of} 行）" for leak in report.leaks)


def croissant(
    recipe: Recipe, number: int, report: Report, columns: Sequence[Column], at: datetime
) -> dict[str, Any]:
    """JSON-LD by which loaders of machine-learning libraries read the files."""
    files = [
        {
            "@type": "cr:FileObject",
            "@id": name,
            "name": name,
            "contentUrl": name,
            "encodingFormat": "application/x-parquet",
            "description": f"SM3 {told}",
        }
        for name, told in report.files.items()
    ]
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{split}/{column.name}",
            "name": column.name,
            "description": column.title,
            "dataType": TYPES[column.type],
            "source": {"fileObject": {"@id": f"{split}.parquet"}, "extract": {"column": column.name}},
        }
        for split in report.rows
        for column in columns
    ]
    return {
        "@context": {
            "@vocab": "https://schema.org/",
            "sc": "https://schema.org/",
            "cr": "http://mlcommons.org/croissant/",
            "conformsTo": "http://purl.org/dc/terms/conformsTo",
        },
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": recipe.name,
        "description": f"{recipe.title}。{recipe.purpose}",
        "license": recipe.licence,
        "version": f"{number}.0.0",
        "datePublished": f"{at:%Y-%m-%d}",
        "distribution": files,
        "cr:recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": split,
                "name": split,
                "cr:field": [field for field in fields if str(field["@id"]).startswith(f"{split}/")],
            }
            for split in report.rows
        ],
    }
