"""Text and Markdown, and files of records: JSON lines, each a document with title, text and date."""

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import (
    LARGEST_RECORDS,
    LARGEST_TEXT,
    LONGEST_RECORD,
    UnreadableDocument,
)

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM: Final = re.compile(r"[-*+]\s+(.+)")
_RULE: Final = re.compile(r"\|?[\s:|-]+\|?$")
ENCODINGS: Final = ("utf-8-sig", "gb18030")


def read_text(path: Path) -> Document:
    lines = _content(path).splitlines()
    blocks = tuple(Block(kind="line", text=line) for line in lines)
    return Document(title=_first(lines), blocks=blocks)


def read_markdown(path: Path) -> Document:
    blocks = markdown_blocks(_content(path))
    titles = [block.text for block in blocks if block.kind == "heading"]
    return Document(title=titles[0] if titles else _first([b.text for b in blocks]), blocks=blocks)


def _content(path: Path) -> str:
    if path.stat().st_size > LARGEST_TEXT:
        raise UnreadableDocument(f"文本超过 {LARGEST_TEXT >> 20} MB，请拆分")
    return decoded(path.read_bytes())


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or GB 18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:4096]:
        raise UnreadableDocument("文件不是文本：含有二进制内容")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument("文本既不是 UTF-8 也不是 GB 18030 编码")


def _first(lines: list[str]) -> str:
    return next((line.strip()[:200] for line in lines if line.strip()), "")


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Headings, list items, tables and paragraphs; what else Markdown knows stays as it is written."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    rows: list[tuple[str, ...]] = []

    def end() -> None:
        if paragraph:
            blocks.append(Block(kind="paragraph", text="\n".join(paragraph)))
            paragraph.clear()
        if rows:
            blocks.append(Block(kind="table", rows=tuple(rows)))
            rows.clear()

    for line in map(str.strip, text.splitlines()):
        if line.startswith("|") and line.endswith("|") and len(line) > 1:
            if not _RULE.match(line):
                rows.append(tuple(cell.strip() for cell in line[1:-1].split("|")))
        elif (found := _marked(line)) or not line:
            end()
            blocks += [found] if found else []
        else:
            paragraph.append(line)
    end()
    return tuple(blocks)


def _marked(line: str) -> Block | None:
    if heading := _HEADING.fullmatch(line):
        return Block(kind="heading", text=heading[2], level=len(heading[1]))
    if item := _ITEM.fullmatch(line):
        return Block(kind="list_item", text=item[1])
    return None


class _Record(msgspec.Struct):
    text: str
    title: str = ""
    date: str | None = None


def read_records(path: Path) -> Iterator[Document]:
    """JSON lines, packed by gzip or not; `text` is Markdown. A line that is none of these is refused."""
    decoder = msgspec.json.Decoder(_Record)
    try:
        for number, line in enumerate(_record_lines(path), start=1):
            if line.strip():
                yield _record(decoder, line, number)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableDocument(f"压缩格式的文件已损坏：{error}") from error


def _record_lines(path: Path) -> Iterator[bytes]:
    """None longer, and all together no more, than the limits."""
    with path.open("rb") as opened:
        packed = opened.read(2) == b"\x1f\x8b"
    with gzip.open(path, "rb") if packed else path.open("rb") as file:
        size = 0
        while line := file.readline(LONGEST_RECORD + 1):
            size += len(line)
            if len(line) > LONGEST_RECORD:
                raise UnreadableDocument(f"有一行超过 {LONGEST_RECORD >> 20} MB")
            if size > LARGEST_RECORDS:
                raise UnreadableDocument(f"文件解压后超过 {LARGEST_RECORDS >> 30} GB，请拆分")
            yield line


def _record(decoder: msgspec.json.Decoder[_Record], line: bytes, number: int) -> Document:
    try:
        record = decoder.decode(line)
        as_of = date.fromisoformat(record.date) if record.date else None
    except (msgspec.DecodeError, ValueError) as error:
        raise UnreadableDocument(
            f"第 {number} 行不是含 text（可有 title、date）的 JSON 对象：{error}"
        ) from error
    blocks = markdown_blocks(record.text)
    return Document(
        title=record.title or _first([b.text for b in blocks]), blocks=blocks, number=number, as_of=as_of
    )
