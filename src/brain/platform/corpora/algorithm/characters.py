"""Characters as corpora need them: unified where Unicode has two for one, punctuation left alone."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# NFKC as a whole would turn Chinese punctuation into ASCII and ① into 1, ² into 2. It is applied to what
# Unicode keeps for old encodings only: wide letters and digits, radicals that PDF fonts put for characters,
# compatibility ideographs, ligatures.
_UNIFIED_RANGES: Final = (
    (0xFF10, 0xFF19),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0x2E80, 0x2FD5),
    (0xF900, 0xFAFF),
    (0xFB00, 0xFB06),
)
_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)


def _unified(ranges: Iterable[tuple[int, int]]) -> dict[int, str]:
    table = {}
    for first, last in ranges:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                table[code] = plain
    return table


_TABLE: Final = _unified(_UNIFIED_RANGES) | {ord(space): " " for space in _SPACES} | {0xFF05: "%"}
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_LINE_ENDS: Final = re.compile("\r\n?|\u2028|\u2029|\x85")
_RUNS: Final = re.compile(r"[ \t]+")
_LINE_EDGES: Final = re.compile(r" *\n *")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_NO_TEXT: Final = re.compile(r"[\W_]+")


def tidied(text: str) -> str:
    """Without invisible characters, one form of each character, single spaces, one blank line at most."""
    text = _LINE_ENDS.sub("\n", text).translate(_TABLE)
    text = _RUNS.sub(" ", _INVISIBLE.sub("", text))
    return _BLANK_LINES.sub("\n\n", _LINE_EDGES.sub("\n", text)).strip()


def compared(text: str) -> str:
    """What two texts are compared by: letters, digits and Han characters alone, in one case and width."""
    kept = _NO_TEXT.sub("", text)
    plain = kept if unicodedata.is_normalized("NFKC", kept) else unicodedata.normalize("NFKC", kept)
    return plain.lower()
