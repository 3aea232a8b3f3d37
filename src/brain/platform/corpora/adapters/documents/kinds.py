"""What kind of document a file is, by its content; its name decides only between kinds of text."""

import zipfile
from pathlib import Path
from typing import Final

from brain.platform.corpora.adapters.documents.docx import MAIN
from brain.platform.corpora.domain.files import FileKind, UnreadableDocument

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_BY_NAME: Final[dict[str, FileKind]] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
    ".bmp": "image",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "records",
    ".txt": "text",
}
_TEXTS: Final = frozenset({"text", "markdown", "html", "records"})
TITLES: Final[dict[FileKind, str]] = {
    "text": "文本",
    "markdown": "Markdown",
    "html": "网页",
    "docx": "Word 文档",
    "pdf": "PDF",
    "image": "图片",
    "records": "逐行 JSON",
}


def kind_of(path: Path, name: str) -> FileKind:
    """Raises UnreadableDocument for what is none of them, or not what its name says."""
    with path.open("rb") as file:
        head = file.read(4096)
    found = _by_content(path, head)
    told = _BY_NAME.get(Path(name.lower().removesuffix(".gz")).suffix)
    if found is None or (found == "html" and told in _TEXTS):
        found = told if told in _TEXTS else found or "text"
    if told is not None and told != found:
        raise UnreadableDocument(
            f"文件名是{TITLES[told]}的，内容却是{TITLES[found]}：请核对后用正确的扩展名上传"
        )
    return found


def _by_content(path: Path, head: bytes) -> FileKind | None:
    """None for text whose kind only the name tells."""
    if not head:
        raise UnreadableDocument("文件是空的（0 字节）")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "image"
    if head.startswith(_OLD_OFFICE):
        raise UnreadableDocument("这是旧版 Office 文件，或有密码的 Word 文件：请另存为没有密码的 .docx")
    if head.startswith(b"PK"):
        return _packed(path)
    if head.startswith(b"\x1f\x8b"):
        return "records"
    return "html" if b"<html" in head.lower() or b"<!doctype html" in head.lower() else None


def _packed(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as parts:
            if MAIN in parts.namelist():
                return "docx"
    except zipfile.BadZipFile as error:
        raise UnreadableDocument("压缩格式的文件已损坏") from error
    raise UnreadableDocument("这是压缩包、表格或演示文稿，不是能读取的文档")
