"""Web pages: headings, paragraphs, lists and tables of what the page is about, without its navigation."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from brain.platform.corpora.adapters.documents.plain import decoded
from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import LARGEST_TEXT, MOST_BLOCKS, UnreadableDocument

_NO_CONTENT: Final = [
    "script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "aside", "form", "button",
    "select",
]  # fmt: skip
_BLOCKS: Final = {
    "p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "body",
    "blockquote", "pre", "dd", "dt", "caption", "tr", "header",
}  # fmt: skip
_MAIN: Final = ("article", "main", "[role=main]")
_MAIN_SHARE: Final = 0.4  # of the page's text that an element must hold to be what the page is about
_MOST_LINKED: Final = 0.6  # of a block's text: more is navigation
_CHARSET: Final = b"charset="


def read_html(path: Path) -> Document:
    if path.stat().st_size > LARGEST_TEXT:
        raise UnreadableDocument(f"网页超过 {LARGEST_TEXT >> 20} MB")
    page = LexborHTMLParser(_text(path.read_bytes()))
    name = page.css_first("title")
    page.strip_tags(_NO_CONTENT, recursive=True)
    root = _main(page)
    blocks = tuple(_blocks(root)) if root is not None else ()
    first = root.css_first("h1") if root is not None else None
    title = _line(first.text()) if first is not None else _line(name.text()) if name is not None else ""
    return Document(title=title or (blocks[0].text[:200] if blocks else ""), blocks=blocks)


def _text(content: bytes) -> str:
    """By the page's own word where it is one of the Chinese encodings, else as any text."""
    place = content[:2048].lower().find(_CHARSET)
    told = content[place + len(_CHARSET) : place + len(_CHARSET) + 10].strip(b"\"' ").lower()
    if place >= 0 and told.startswith((b"gb", b"big5")):
        return content.decode("big5" if told.startswith(b"big5") else "gb18030", errors="replace")
    return decoded(content)


def _main(page: LexborHTMLParser) -> LexborNode | None:
    body = page.body
    if body is None:
        return None
    whole = len(body.text())
    for selector in _MAIN:
        found = page.css_first(selector)
        if found is not None and len(found.text()) >= _MAIN_SHARE * whole:
            return found
    return body


class _Flow:
    """Text gathered under its nearest block element, in order."""

    def __init__(self, root: LexborNode) -> None:
        self.blocks: list[Block] = []
        self._root = self._holder = root
        self._texts: list[str] = []
        self._linked = 0

    def add(self, text: str, above: Sequence[LexborNode]) -> None:
        nearest = next((one for one in above if one.tag in _BLOCKS), self._root)
        if nearest.mem_id != self._holder.mem_id:
            self.end()
            self._holder = nearest
        self._texts.append(text)
        self._linked += len(text) if any(one.tag == "a" for one in above) else 0

    def add_break(self) -> None:
        self._texts.append("\n")

    def add_table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.end()
        self.blocks.append(Block(kind="table", rows=rows))

    def end(self) -> None:
        text = _line("".join(self._texts))
        if text and self._linked < _MOST_LINKED * sum(map(len, self._texts)):
            self.blocks.append(_block(self._holder.tag or "", text))
        if len(self.blocks) > MOST_BLOCKS:
            raise UnreadableDocument(f"网页的段落超过 {MOST_BLOCKS} 个")
        self._texts.clear()
        self._linked = 0


def _blocks(root: LexborNode) -> list[Block]:
    flow = _Flow(root)
    tables: set[int] = set()
    for node in root.traverse(include_text=True):
        if node.tag == "table" and _is_data(node):
            tables.add(node.mem_id)
            flow.add_table(_rows(node))
        elif node.tag == "br":
            flow.add_break()
        elif node.tag == "-text":
            above = _ancestors(node)
            if not any(one.mem_id in tables for one in above):
                flow.add(node.text(deep=False), above)
    flow.end()
    return flow.blocks


def _ancestors(node: LexborNode) -> list[LexborNode]:
    above, parent = [], node.parent
    while parent is not None:
        above.append(parent)
        parent = parent.parent
    return above


def _block(tag: str, text: str) -> Block:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return Block(kind="heading", text=text.replace("\n", " "), level=int(tag[1]))
    return Block(kind="list_item" if tag == "li" else "paragraph", text=text)


def _is_data(table: LexborNode) -> bool:
    """Two rows of two cells or more without a table or headings inside: others only lay the page out."""
    if len(table.css("table")) > 1 or table.css_first("h1, h2, h3, p + p + p") is not None:
        return False
    return sum(len(row.css("td, th")) >= 2 for row in table.css("tr")) >= 2


def _rows(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_line(cell.text()) for cell in row.css("td, th")) for row in table.css("tr"))


def _line(text: str) -> str:
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))
