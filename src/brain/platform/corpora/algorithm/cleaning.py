"""From the blocks of a file to running text: what the layout added goes, what it broke is joined."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from brain.platform.corpora.algorithm.characters import tidied
from brain.platform.corpora.domain.documents import Block, Document

EDGE: Final = 3  # lines at the top and at the foot of a page that may be running heads
LEAST_PAGES: Final = 3  # pages that bear a running head
HEAD_SHARE: Final = 0.5  # of the pages
LONGEST_HEADING: Final = 40  # characters
LONGEST_BOILERPLATE: Final = 60  # characters of a line that only serves the web page
FULL_LINE: Final = 0.75  # of the usual width: a shorter line ends its paragraph

_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"[\s\-–—_·|]*(?:第\s*)?(?:\d{1,4}|[IVXivx]{1,6})\s*页?(?:\s*[/／,，共]\s*共?\s*\d{1,4}\s*页?)?[\s\-–—_·|]*"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_BOILERPLATE: Final = re.compile(
    r"打印本页|关闭(?:本页|窗口)|分享到|上一[篇页条]|下一[篇页条]|扫一扫|返回(?:顶部|首页|列表)|字体[:：]\s*[\[【]?大"
    r"|版权所有|ICP备\d|公网安备|网站标识码|您(?:现在|当前)的?位置|当前位置[:：]|技术支持[:：]|无障碍浏览|点击下载|浏览次数"
    r"|copyright ©|all rights reserved",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(r"第[一二三四五六七八九十百零〇\d]+(?P<part>[编篇章节])(?=\s|$|[^\s，。])")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,3}、")
_STARTS: Final = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[编篇章节条款]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,3}(?:[.、．)）]\d{0,3})+\s*\D|[●■◆•○▪-]\s|附件|附录|表\s?\d|图\s?\d"
)
_ENDS: Final = re.compile(r"[。！？；：:;!?…]['\"”’）)]?$|\.['\")]?$")
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z,]$"), re.compile(r"^[A-Za-z(]")
_LEVELS: Final = {"编": 1, "篇": 1, "章": 2, "节": 3}


def cleaned(document: Document) -> tuple[tuple[Block, ...], Counter[str]]:
    """Its blocks as headings, paragraphs, list items and tables, and the characters taken out by reason."""
    removed: Counter[str] = Counter()
    blocks = [_tidied(block, removed) for block in document.blocks]
    blocks = _without(blocks, _running_heads(blocks), "running_heads", removed)
    blocks = _without(blocks, _page_numbers(blocks), "page_numbers", removed)
    blocks = _without(blocks, _boilerplate(blocks), "boilerplate", removed)
    joined = _joined([block for block in blocks if block.text or block.rows])
    return tuple(_with_heading(block) for block in joined), removed


def _tidied(block: Block, removed: Counter[str]) -> Block:
    text = tidied(block.text)
    rows = tuple(tuple(tidied(cell).replace("\n", " ") for cell in row) for row in block.rows)
    if len(text) < len(block.text):
        removed["layout_characters"] += len(block.text) - len(text)
    return replace(block, text=text, rows=tuple(row for row in rows if any(row)))


def _without(
    blocks: Sequence[Block], places: Iterable[int], reason: str, removed: Counter[str]
) -> list[Block]:
    gone = set(places)
    if gone:
        removed[reason] += sum(len(blocks[place].text) for place in gone)
    return [block for place, block in enumerate(blocks) if place not in gone]


def _edges(blocks: Sequence[Block]) -> dict[int, list[int]]:
    """The places of the first and last lines of each page."""
    pages: dict[int, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.page is not None and block.text:
            pages.setdefault(block.page, []).append(place)
    return {page: sorted({*places[:EDGE], *places[-EDGE:]}) for page, places in pages.items()}


def _running_heads(blocks: Sequence[Block]) -> list[int]:
    edges = _edges(blocks)
    borne = Counter(
        key for places in edges.values() for key in {_DIGITS.sub("#", blocks[place].text) for place in places}
    )
    least = max(LEAST_PAGES, HEAD_SHARE * len(edges))
    return [
        place
        for places in edges.values()
        for place in places
        if borne[_DIGITS.sub("#", blocks[place].text)] >= least
    ]


def _page_numbers(blocks: Sequence[Block]) -> list[int]:
    return [
        place
        for places in _edges(blocks).values()
        for place in places
        if _PAGE_NUMBER.fullmatch(blocks[place].text)
    ]


def _boilerplate(blocks: Sequence[Block]) -> list[int]:
    return [
        place
        for place, block in enumerate(blocks)
        if block.kind != "table"
        and len(block.text) <= LONGEST_BOILERPLATE
        and _BOILERPLATE.search(block.text)
        and not _ENDS.search(block.text)
    ]


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Physical lines made paragraphs: a full line that ends no sentence goes on in the next."""
    usual = _usual_width(blocks)
    found: list[Block] = []
    going_on = False
    for block in blocks:
        if block.kind != "line":
            found.append(block)
            going_on = False
            continue
        if going_on and not _STARTS.match(block.text):
            found[-1] = replace(found[-1], text=_together(found[-1].text, block.text))
        else:
            found.append(replace(block, kind="paragraph"))
        going_on = _width(block.text) >= FULL_LINE * usual and not _ENDS.search(block.text)
    return found


def _usual_width(blocks: Sequence[Block]) -> int:
    """The width that a tenth of the lines reach."""
    widths = sorted(_width(block.text) for block in blocks if block.kind == "line")
    return widths[len(widths) * 9 // 10] if widths else 0


def _width(text: str) -> int:
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def _together(before: str, after: str) -> str:
    if before.endswith("-") and len(before) > 1 and before[-2].isalpha() and after[:1].islower():
        return before[:-1] + after
    gap = " " if _LATIN_END.search(before) and _LATIN_START.search(after) else ""
    return before + gap + after


def _with_heading(block: Block) -> Block:
    """Chapters and numbered titles are headings also where the file marks them by looks alone."""
    if block.kind != "paragraph" or len(block.text) > LONGEST_HEADING or "\n" in block.text:
        return block
    if re.search(r"[。；，：;,:]", block.text):
        return block
    if chapter := _CHAPTER.match(block.text):
        return replace(block, kind="heading", level=_LEVELS[chapter["part"]])
    if _NUMBERED.match(block.text):
        return replace(block, kind="heading", level=3)
    return block
