"""A document as its file gives it: a title and blocks in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

# A `line` is a physical line of a page, which may be a part of a paragraph: cleaning joins them.
BlockKind = Literal["heading", "paragraph", "list_item", "table", "line"]


@dataclass(frozen=True, kw_only=True)
class Block:
    """`level` of a heading is 1–6; `page` counts from 1 where the file has pages; `rows` are a table's."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """`number` is its place in a file of many; `as_of` the day the file itself gives for it."""

    title: str
    blocks: tuple[Block, ...]
    number: int = 0
    as_of: date | None = None
    scanned_pages: int = 0


def markdown(blocks: Sequence[Block]) -> str:
    """Blocks as Markdown: `## ` headings, `- ` items, `| ` rows; a blank line between."""
    return "\n\n".join(text for block in blocks if (text := _markdown(block)))


def _markdown(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * max(1, min(block.level, 6))} {block.text}"
        case "list_item":
            return f"- {block.text}"
        case "table":
            return "\n".join(f"| {' | '.join(cells)} |" for cells in block.rows)
        case _:
            return block.text


@dataclass(frozen=True, kw_only=True)
class Section:
    """The text under a heading: `path` from the title down to it; `text` is `whole[start:end]`."""

    path: tuple[str, ...]
    start: int
    end: int


def sections(text: str) -> Iterator[Section]:
    """The parts of Markdown between its headings, in order; a heading without text of its own has none."""
    path: list[tuple[int, str]] = []
    start = place = 0
    for line in text.splitlines(keepends=True):
        level = heading_level(line)
        if level:
            yield from _section(text, path, start, place)
            path = [entry for entry in path if entry[0] < level]
            path.append((level, line.strip().lstrip("#").strip()))
            start = place + len(line)
        place += len(line)
    yield from _section(text, path, start, place)


def heading_level(line: str) -> int:
    """0 for a line that is no heading."""
    marks = len(line) - len(line.lstrip("#"))
    return marks if 1 <= marks <= 6 and line[marks : marks + 1] == " " else 0


def _section(text: str, path: Sequence[tuple[int, str]], start: int, end: int) -> Iterator[Section]:
    inner = text[start:end]
    if inner.strip():
        start += len(inner) - len(inner.lstrip())
        end -= len(inner) - len(inner.rstrip())
        yield Section(path=tuple(title for _, title in path), start=start, end=end)
