"""Word documents (Office Open XML): paragraphs by style, lists, tables; the standard library reads them."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import (
    LARGEST_RATIO,
    LARGEST_UNPACKED,
    MOST_BLOCKS,
    UnreadableDocument,
)

MAIN: Final = "word/document.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_SMALL: Final = 1 << 20  # bytes of a part that may unfold at any ratio


def read_docx(path: Path) -> Document:
    try:
        with zipfile.ZipFile(path) as parts:
            _check(parts)
            body = _parsed(parts, MAIN).find(f"{_W}body")
            levels = _heading_levels(parts)
            title = _title(parts)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(f"Word 文件已损坏或有密码：{error}") from error
    blocks = tuple(_blocks(body, levels)) if body is not None else ()
    return Document(title=title or _first(blocks), blocks=blocks)


def _check(parts: zipfile.ZipFile) -> None:
    """Before anything is unfolded: by the sizes that the archive tells. `_parsed` does not trust them."""
    entries = parts.infolist()
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise UnreadableDocument(f"Word 文件解压后超过 {LARGEST_UNPACKED >> 20} MB")
    for entry in entries:
        if entry.file_size > max(_SMALL, LARGEST_RATIO * entry.compress_size):
            raise UnreadableDocument("Word 文件的压缩比异常，可能是压缩炸弹")


def _parsed(parts: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with parts.open(name) as part:
        content = part.read(parts.getinfo(name).file_size + 1)
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise UnreadableDocument("Word 文件含有 DTD 或实体定义，不予读取")
    return ElementTree.fromstring(content)  # noqa: S314 - entities were refused above


def _title(parts: zipfile.ZipFile) -> str:
    if "docProps/core.xml" not in parts.namelist():
        return ""
    found = _parsed(parts, "docProps/core.xml").find(_TITLE)
    return (found.text or "").strip() if found is not None else ""


def _first(blocks: tuple[Block, ...]) -> str:
    return next((block.text[:200] for block in blocks if block.text), "")


def _heading_levels(parts: zipfile.ZipFile) -> dict[str, int]:
    """By style: what its outline level or its name says."""
    if "word/styles.xml" not in parts.namelist():
        return {}
    levels = {}
    for style in _parsed(parts, "word/styles.xml").iter(f"{_W}style"):
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        name = style.find(f"{_W}name")
        told = name.get(f"{_W}val", "").lower() if name is not None else ""
        if outline is not None:
            level = int(outline.get(f"{_W}val", "9")) + 1
        elif told == "title":
            level = 1
        else:
            level = int(told[8:]) if told.startswith("heading ") and told[8:].isdigit() else 0
        if 1 <= level <= 6:
            levels[style.get(f"{_W}styleId", "")] = level
    return levels


def _blocks(body: ElementTree.Element, levels: dict[str, int]) -> Iterator[Block]:
    for number, element in enumerate(_content(body)):
        if number > MOST_BLOCKS:
            raise UnreadableDocument(f"Word 文件的段落超过 {MOST_BLOCKS} 个")
        if element.tag == f"{_W}tbl":
            yield Block(kind="table", rows=_rows(element))
        else:
            yield _paragraph(element, levels)


def _content(body: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Paragraphs and tables, also those inside content controls."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in {f"{_W}p", f"{_W}tbl"}:
            yield element
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            waiting.extend(reversed(element))


def _paragraph(element: ElementTree.Element, levels: dict[str, int]) -> Block:
    text = _text(element)
    style = element.find(f"{_W}pPr/{_W}pStyle")
    level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
    if level:
        return Block(kind="heading", text=text.replace("\n", " "), level=level)
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None
    return Block(kind="list_item" if listed else "paragraph", text=text)


def _text(element: ElementTree.Element) -> str:
    """What is written, without what tracked changes deleted."""
    words = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}
    parts = (one.text or "" if one.tag == f"{_W}t" else words.get(one.tag, "") for one in element.iter())
    return "".join(parts)


def _rows(table: ElementTree.Element) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(_text(cell).replace("\n", " ") for cell in row.findall(f"{_W}tc"))
        for row in table.findall(f"{_W}tr")
    )
