"""Naming rules of columns: words of English, the qualifier before the data element (ISO/IEC 11179-5)."""

import re
from typing import Final

LONGEST: Final = 60
_WORDS: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
# Words that a statement over the columns could not use unquoted.
_RESERVED: Final = re.compile(
    "all|and|asc?|between|by|case|cross|desc|distinct|else|end|exists|false|from|full|group|having|in|inner|is"
    "|join|left|like|limit|not|null|on|or|order|outer|right|select|table|then|true|union|using|when|where|with"
)


def problem(name: str, element: str | None = None) -> str | None:
    """What is wrong with the name of a column that holds this data element, in a sentence."""
    if len(name) > LONGEST or not _WORDS.fullmatch(name):
        return f"列名应为小写英文单词，以下划线相连，不超过 {LONGEST} 个字符"
    if _RESERVED.fullmatch(name):
        return f"“{name}”是 SQL 的保留字"
    if element is not None and name != element and not name.endswith(f"_{element}"):
        return f"应为“{element}”，或在前面加限定词：“…_{element}”"
    return None
