"""Which encoding a text file is written in."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final

_BLOCK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = frozenset(range(32)) - {9, 10, 13}


def detect(file: BinaryIO) -> str | None:
    """By its mark, else by what decodes without an error: UTF-8 first, then GB18030, whole file. None for
    what is no text."""
    file.seek(0)
    start = file.read(_BLOCK)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    candidates = ["utf-8", "gb18030"]
    if b"\0" in start:
        candidates = ["utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be", *candidates]
    for name in candidates:
        if _decodes(file, name) and _is_text(start, name):
            return name
    return None


def _decodes(file: BinaryIO, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for block in _blocks(file):
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


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while block := file.read(_BLOCK):
        yield block
