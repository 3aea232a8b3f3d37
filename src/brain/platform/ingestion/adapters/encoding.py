"""Which encoding a text file is written in."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from brain.platform.ingestion.domain.files import UnreadableFile

_BLOCK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = frozenset(range(32)) - {9, 10, 13}


def detect(path: Path) -> str:
    """By its mark, else by what decodes without an error: UTF-8 first, then GB18030, whole file."""
    with path.open("rb") as file:
        start = file.read(_BLOCK)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    candidates = ["utf-8", "gb18030"]
    if b"\0" in start:
        candidates = ["utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be", *candidates]
    for name in candidates:
        if _decodes(path, name) and _is_text(start, name):
            return name
    raise UnreadableFile("无法识别文件的编码：应为 UTF-8、GB18030 或 UTF-16 的文本，或 xlsx、Parquet 文件")


def _decodes(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_text(start: bytes, name: str) -> bool:
    """Random bytes often pass for GB18030; control characters give them away."""
    text = start.decode(name, "ignore")[:100_000]
    control = sum(ord(character) in _CONTROL for character in text)
    return control * 100 <= len(text)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
