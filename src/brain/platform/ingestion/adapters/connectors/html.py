"""What a web page holds: its tables, the parts that selectors point at, its links and its text."""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from brain.platform.ingestion.domain.files import unique_headers

_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_CHINESE: Final = ("gb", "x-gbk", "hz")
_LARGEST_SPAN: Final = 1_000  # rows or columns that one cell may claim
_NO_TEXT: Final = ["script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "form"]

_BEGINS_A_LINE: Final = {
    "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section",
    "article", "header", "main", "blockquote", "pre", "dt", "dd",
}  # fmt: skip

Row = dict[str, str]


def is_selector(text: str) -> bool:
    try:
        LexborHTMLParser("<p>").css(text)
    except Exception:  # noqa: BLE001 - the library raises what it likes for a selector it cannot read
        return False
    return True


def parse(content: bytes, charset: str | None) -> LexborHTMLParser:
    """By the server's word, else the page's own, else as UTF-8 or GB18030, whichever reads it."""
    found = _CHARSET.search(content[:4096])
    told = (charset or (found[1].decode() if found else "")).lower()
    if told.startswith(_CHINESE):
        return LexborHTMLParser(content.decode("gb18030", "replace"))
    for name in (told, "utf-8", "gb18030"):
        try:
            return LexborHTMLParser(content.decode(name))
        except (LookupError, UnicodeDecodeError):
            continue
    return LexborHTMLParser(content.decode("utf-8", "replace"))


def links(page: LexborHTMLParser, selector: str) -> list[str]:
    """Where the elements found, or the first link inside each, lead to."""
    found = (node if node.tag == "a" else node.css_first("a[href]") for node in page.css(selector))
    return [href for node in found if node is not None and (href := node.attributes.get("href"))]


def fields(node: LexborNode, wanted: dict[str, str]) -> Row:
    """By column; a selector may end in @attribute. What is not there is left out."""
    found = {column: _value(node, selector) for column, selector in wanted.items()}
    return {column: value for column, value in found.items() if value}


def _value(node: LexborNode, selector: str) -> str:
    path, _, attribute = selector.partition("@")
    found = node.css_first(path) if path.strip() else node
    if found is None:
        return ""
    return _line((found.attributes.get(attribute) or "") if attribute else _text(found))


def tables(page: LexborHTMLParser, selector: str) -> Iterator[Row]:
    """The rows of all tables found, by the headings of each: its first row."""
    for table in page.css(selector):
        heading, *rows = _grid(table) or [[]]
        names = unique_headers(heading) if rows else []
        for row in rows:
            if len(row) == len(names) and any(row):
                yield dict(zip(names, row, strict=True))


def _grid(table: LexborNode) -> list[list[str]]:
    """Cells that span rows or columns hold their text in each of them."""
    rows: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}  # by column: in how many rows more, and what
    for node in table.css("tr"):
        row: list[str] = []
        for cell in node.css("td, th"):
            _let_hang(row, hanging)
            text, down = _line(_text(cell)), _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    hanging[len(row)] = (down - 1, text)
                row.append(text)
        _let_hang(row, hanging)
        if row:
            rows.append(row)
    return rows


def _let_hang(row: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while (held := hanging.get(len(row))) is not None:
        more, text = held
        if more > 1:
            hanging[len(row)] = (more - 1, text)
        else:
            del hanging[len(row)]
        row.append(text)


def _span(cell: LexborNode, name: str) -> int:
    told = cell.attributes.get(name) or ""
    return min(max(int(told), 1), _LARGEST_SPAN) if told.isascii() and told.isdigit() else 1


def text_of(page: LexborHTMLParser) -> Row:
    """Title and text without navigation and forms."""
    title = page.css_first("title")
    page.strip_tags(_NO_TEXT, recursive=True)
    lines = _text(page.body).split("\n") if page.body else []
    told = "\n".join(line for part in lines if (line := _line(part)))
    return {"标题": _line(title.text()) if title else "", "正文": told}


def _text(node: LexborNode) -> str:
    """Words marked inside a line stay together; elements that begin a line begin one."""
    parts: list[str] = []
    for one in node.traverse(include_text=True):
        if one.tag == "-text":
            parts.append(" ".join(one.text(deep=False).split("\n")))
        elif one.tag in _BEGINS_A_LINE:
            parts.append("\n")
    return "".join(parts)


def _line(text: str) -> str:
    return " ".join(text.split())
