"""Readers of documents: what each format gives, and what a hostile or broken file is told."""

import gzip
import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from brain.platform.corpora.adapters.documents import child, docx, html, kinds, ocr, pdf, plain, reading
from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import UnreadableDocument
from tests.platform.corpora import made

WEB_PAGE = """
<html><head><title>关于支持轮胎产业的通知_某市人民政府</title><style>p{}</style></head><body>
<nav><a href=/>首页</a></nav><div><a href=x>首页</a> &gt; <a>政务公开</a></div>
<h1>关于支持轮胎产业的通知</h1>
<p>为了<b>促进</b>产业，<a href=x>提出</a>以下意见。<br>第二行</p><ul><li>一是加大</ul>
<table><tr><th>名称<th>金额<tr><td>甲<td>10</table>
<table><tr><td><table><tr><td>用来排版的</td></tr></table></td></tr></table>
<footer>版权所有</footer></body></html>
"""


def shown(document: Document) -> list[tuple[str, str, int]]:
    return [(block.kind, block.text, block.level) for block in document.blocks]


def test_a_web_page_gives_what_it_is_about_without_its_navigation(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(WEB_PAGE.replace("<head>", "<head><meta charset=gb2312>").encode("gb18030"))

    document = html.read_html(path)

    assert document.title == "关于支持轮胎产业的通知"
    assert shown(document) == [
        ("heading", "关于支持轮胎产业的通知", 1),
        ("paragraph", "为了促进产业，提出以下意见。\n第二行", 0),
        ("list_item", "一是加大", 0),
        ("table", "", 0),
        ("paragraph", "用来排版的", 0),
    ]
    assert document.blocks[3].rows == (("名称", "金额"), ("甲", "10"))


def test_a_word_file_gives_headings_by_style_lists_tables_and_no_deleted_text(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="a"><w:name w:val="小标题"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>总则</w:t></w:r></w:p>'
        '<w:sdt><w:sdtContent><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>目的</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>一项</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(made.docx(body, styles))

    document = docx.read_docx(path)

    assert document.title == "总则"
    assert shown(document)[:4] == [
        ("heading", "总则", 1),
        ("heading", "目的", 2),
        ("paragraph", "留下", 0),
        ("list_item", "一项", 0),
    ]
    assert document.blocks[4] == Block(kind="table", rows=(("甲",),))


def test_a_pdf_gives_its_lines_with_their_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf([["第一章 总则", "第一条 为了促进产业。"], ["第二页的内容"]]))

    document = pdf.read_pdf(path)

    assert [(block.text, block.page) for block in document.blocks] == [
        ("第一章 总则", 1),
        ("第一条 为了促进产业。", 1),
        ("第二页的内容", 2),
    ]
    assert (document.title, document.scanned_pages) == ("第一章 总则", 0)


def test_a_scanned_page_without_the_extra_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf([[]], picture=True))
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    ocr._reader.cache_clear()

    with pytest.raises(UnreadableDocument, match=r"industry-brain\[ocr\]"):
        pdf.read_pdf(path)


def test_a_file_of_records_gives_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(
        gzip.compress(
            '{"title":"甲","text":"## 一\\n\\n文","date":"2020-01-02","id":1}\n\n{"text":"乙"}\n'.encode()
        )
    )

    first, second = plain.read_records(path)

    assert (first.title, first.number, first.as_of) == ("甲", 1, date(2020, 1, 2))
    assert shown(first) == [("heading", "一", 2), ("paragraph", "文", 0)]
    assert (second.title, second.number, second.as_of) == ("乙", 3, None)


def test_markdown_gives_its_structure(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 题\n一行\n二行\n\n- 项\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    assert shown(plain.read_markdown(path)) == [
        ("heading", "题", 1),
        ("paragraph", "一行\n二行", 0),
        ("list_item", "项", 0),
        ("table", "", 0),
    ]


def bomb() -> bytes:
    return made.docx("<w:p/>", extra=b"\0" * (64 << 20))


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bomb())

    with pytest.raises(UnreadableDocument, match="压缩炸弹"):
        docx.read_docx(path)


def test_entities_in_a_word_file_are_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    path = tmp_path / "a.docx"
    path.write_bytes(packed.getvalue())

    with pytest.raises(UnreadableDocument, match="实体"):
        docx.read_docx(path)


def test_records_that_unfold_beyond_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text":"a"}\n' * 1_000, mtime=0))
    monkeypatch.setattr(plain, "LARGEST_RECORDS", 10_000)

    with pytest.raises(UnreadableDocument, match="解压后超过"):
        list(plain.read_records(path))


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf([["甲"]] * 4))
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)

    with pytest.raises(UnreadableDocument, match="4 页，最多 3 页"):
        pdf.read_pdf(path)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "空的"),
        ("a.pdf", made.docx("<w:p/>"), "文件名是PDF的，内容却是Word 文档"),
        ("a.docx", made.pdf([["甲"]]), "内容却是PDF"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "有密码"),
        ("a.docx", b"PK\x03\x04broken", "损坏"),
        ("a.xlsx", made.docx("").replace(b"word/document", b"xxxx/document"), "不是能读取的文档"),
        ("a.png", "文字".encode(), "文件名是图片的"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableDocument, match=why):
        kinds.kind_of(path, name)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"%PDF-1.4\nnothing", "PDF 已损坏"),
        ("a.txt", b"a\0b", "不是文本"),
        ("a.jsonl", b'{"text": 1}', "第 1 行"),
        ("a.jsonl.gz", b"\x1f\x8bnothing", "压缩格式的文件已损坏"),
        ("a.txt", b"\xff\xff\xff\x80", "既不是 UTF-8 也不是 GB 18030"),
    ],
)
def test_a_broken_file_is_refused_through_the_process_that_reads_it(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableDocument, match=why):
        reading.read(path, name, tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_what_the_process_reads_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf([["第一章 总则"]]))

    reading.read(path, "a.pdf", tmp_path / "out")

    assert list(reading.documents(tmp_path / "out")) == [pdf.read_pdf(path)]


def test_a_reader_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    monkeypatch.setattr(reading, "PATIENCE", 0.01)

    with pytest.raises(UnreadableDocument, match="已停止"):
        reading.read(path, "a.txt", tmp_path / "out")


def test_a_reader_that_takes_too_much_memory_is_stopped(tmp_path: Path) -> None:
    """The limit itself, in a process of its own, as the reader sets it."""
    program = (
        f"from {child.__name__} import _limit; _limit(); "
        "import sys\ntry:\n bytearray(3 << 30)\nexcept MemoryError:\n sys.exit(7)"
    )

    ended = subprocess.run([sys.executable, "-c", program], check=False)

    assert ended.returncode == 7
