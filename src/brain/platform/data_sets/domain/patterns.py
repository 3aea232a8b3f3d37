"""Regular expressions that every engine reads alike: as Spark does, where \\d, \\w and \\s are of ASCII."""

import re
from typing import Final

from sqlglot import exp

# A backslash and what it escapes, or a bracket: whether a class is open decides how a shorthand is spelt.
_PIECE: Final = re.compile(r"\\.|[\[\]]", re.DOTALL)
_CLASSES: Final = {"d": "0-9", "w": "0-9A-Za-z_", "s": r" \t\n\x0B\f\r"}
_READERS: Final = (
    exp.RegexpLike,
    exp.RegexpExtract,
    exp.RegexpExtractAll,
    exp.RegexpReplace,
    exp.RegexpCount,
    exp.RegexpInstr,
    exp.RegexpSplit,
)


def spelt_out(pattern: str) -> str:
    """Shorthands as the characters they stand for; a negated one inside of brackets stays as it is."""
    depth = 0

    def spell(piece: re.Match[str]) -> str:
        nonlocal depth
        found = piece.group()
        if found in "[]":
            depth = max(0, depth + (1 if found == "[" else -1))
            return found
        shorthand = found[1]
        if depth:
            return _CLASSES.get(shorthand, found)
        if shorthand in _CLASSES:
            return f"[{_CLASSES[shorthand]}]"
        return f"[^{_CLASSES[shorthand.lower()]}]" if shorthand.lower() in _CLASSES else found

    return _PIECE.sub(spell, pattern)


def spell_out(query: exp.Expr) -> None:
    """Spell out the patterns that are written in a statement; those in columns are left to the engine."""
    for reader in query.find_all(*_READERS):
        pattern = reader.expression
        if isinstance(pattern, exp.Literal) and pattern.is_string:
            pattern.set("this", spelt_out(pattern.this))
