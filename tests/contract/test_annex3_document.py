"""The conformance document of annex 3: no sentence is left out, each names code and a test."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "conformance" / "annex3.md").read_text()
ROWS = [line.split(" | ") for line in DOCUMENT.splitlines() if line.startswith("| ") and "---" not in line]
CLAUSES = [row for row in ROWS if row[0] != "| 条款"]
# Headings, the table of contents, addresses of documents elsewhere, and what the standard says about itself.
ABOUT_ITSELF = (
    "下列文件对于本规范的应用",
    "凡是注日期的引用文件",
    "凡是不注日期的引用文件",
    "行业数据仓使用省级产业数据仓数据共享交换接口服务时",
    "行业数据仓使用产业数据仓数据交换接口服务时",
    "产业数据仓数据交换共享操作指南参见",
    "产业数据仓API接口列表参见",
    "具体应用场景如下",
    "接口调用返回参数说明见表",
    "接口调用返回码定义见表",
    "接口调用返回示例见表",
    "网络服务通常是",
    "在三种主流的Web服务",
    "层次结构简洁清晰",
    "器解析和生成",
)


def test_every_clause_names_code_and_a_test() -> None:
    assert [row[0] for row in CLAUSES if "`" not in row[2] or "`" not in row[3]] == []
    assert len(CLAUSES) > 40


def test_no_sentence_of_the_annex_is_left_out(real_data: Path) -> None:
    guideline = (real_data.parent / "guideline.zh.md").read_text()
    annex = guideline.split("# 产业数据仓数据共享交换规范")[1].split("### 1.1 范围")[1].split("## 附录 A")[0]
    said = re.sub(r"\s+", "", DOCUMENT)

    lines = [line.strip() for line in annex.splitlines() if line.strip() and not line.startswith(("#", "<"))]
    sentences = [part for line in lines for part in re.findall(r"[^。；]+[。；]?", line)]
    plain = [re.sub(r"\s+|^(- )?[a-h]\) ?", "", sentence) for sentence in sentences]
    excused = [sentence for sentence in plain if any(words in sentence for words in ABOUT_ITSELF)]

    assert len(plain) > 40
    assert [sentence for sentence in plain if sentence not in said and sentence not in excused] == []
