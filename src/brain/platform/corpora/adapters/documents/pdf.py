"""PDF: the lines of its text layer; pages that are pictures are read by OCR."""

import re
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from brain.platform.corpora.adapters.documents import ocr
from brain.platform.corpora.domain.documents import Block, Document
from brain.platform.corpora.domain.files import (
    LARGEST_IMAGE,
    MOST_BLOCKS,
    MOST_PAGES,
    MOST_SCANNED_PAGES,
    UnreadableDocument,
)

LEAST_TEXT: Final = 20  # characters of a page with a picture below which the picture is the page
_NO_TITLE: Final = re.compile(
    r"^(?:Microsoft Word|untitled|无标题|未命名)|\.(?:docx?|pdf|wps|indd)$", re.IGNORECASE
)
SCALE: Final = 200 / 72  # pixels a point: 200 dpi


def read_pdf(path: Path) -> Document:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument("PDF 有密码，请提供没有加密的文件") from error
        raise UnreadableDocument(f"PDF 已损坏或不是 PDF：{error}") from error
    with document:
        if len(document) > MOST_PAGES:
            raise UnreadableDocument(f"PDF 有 {len(document)} 页，最多 {MOST_PAGES} 页，请拆分")
        title = document.get_metadata_value("Title").strip()
        title = "" if _NO_TITLE.search(title) else title
        blocks, scanned = _blocks(document)
    return Document(title=title or _first(blocks), blocks=blocks, scanned_pages=scanned)


def _first(blocks: tuple[Block, ...]) -> str:
    return next((block.text.strip()[:200] for block in blocks if block.text.strip()), "")


def _blocks(document: pdfium.PdfDocument) -> tuple[tuple[Block, ...], int]:
    blocks: list[Block] = []
    scanned = 0
    for number in range(len(document)):
        page = document[number]
        lines = [line for line in _lines(page) if line.strip()]
        if sum(map(len, lines)) < LEAST_TEXT and _has_picture(page):
            scanned += 1
            if scanned > MOST_SCANNED_PAGES:
                raise UnreadableDocument(f"扫描页超过 {MOST_SCANNED_PAGES} 页，请拆分")
            lines = _read_picture(page)
        page.close()
        blocks += (Block(kind="line", text=line, page=number + 1) for line in lines)
        if len(blocks) > MOST_BLOCKS:
            raise UnreadableDocument(f"PDF 的行数超过 {MOST_BLOCKS}")
    return tuple(blocks), scanned


def _lines(page: pdfium.PdfPage) -> list[str]:
    text = page.get_textpage()
    found: str = text.get_text_bounded()
    text.close()
    return found.replace("\ufffe", "").splitlines()  # pdfium's mark of a hyphen at the end of a line


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_raw.FPDF_PAGEOBJ_IMAGE]))


def _read_picture(page: pdfium.PdfPage) -> list[str]:
    width, height = page.get_size()
    if width * height * SCALE * SCALE > LARGEST_IMAGE:
        raise UnreadableDocument("扫描页的幅面过大")
    return ocr.lines(page.render(scale=SCALE).to_numpy())
