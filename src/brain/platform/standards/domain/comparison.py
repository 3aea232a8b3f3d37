"""What became of each code between two versions of a code table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from brain.platform.standards.contract import CodeEntry

Change = Literal["same", "renamed", "exact", "split", "merged", "dropped", "added"]


@dataclass(frozen=True, kw_only=True)
class Mapped:
    """`same` in code and name; `exact`: another code in its place; `split`, `merged`: on every line of it."""

    change: Change
    before: CodeEntry | None
    after: CodeEntry | None


def compared(before: Sequence[CodeEntry], after: Sequence[CodeEntry]) -> list[Mapped]:
    """Every code of both, in the order of the new version, dropped ones last.

    A code whose successors are told (`replaces`) maps to them, else to the same code if there is one.
    """
    old = {entry.code: entry for entry in before}
    origins = {entry.code: _origins(entry, old) for entry in after}
    told = {code for entry in after for code in entry.replaces if code in old}
    for entry in after:
        if entry.code in old and entry.code not in told and entry.code not in origins[entry.code]:
            origins[entry.code].append(entry.code)
    heirs = defaultdict[str, list[str]](list)
    for code, sources in origins.items():
        for source in sources:
            heirs[source].append(code)
    return [
        *(line for entry in after for line in _lines(entry, origins[entry.code], heirs, old)),
        *(Mapped(change="dropped", before=entry, after=None) for entry in before if not heirs[entry.code]),
    ]


def carried(versions: Sequence[Sequence[CodeEntry]]) -> list[CodeEntry]:
    """The last of successive versions, each code with the codes of the first that it descends from."""
    first, *later = versions
    descent: dict[str, tuple[str, ...]] = {entry.code: (entry.code,) for entry in first}
    entries = list(first)
    for following in later:
        sources = defaultdict[str, list[str]](list)
        for line in compared(entries, following):
            if line.before and line.after:
                sources[line.after.code] += descent.get(line.before.code, ())
        descent = {code: tuple(dict.fromkeys(found)) for code, found in sources.items()}
        entries = list(following)
    return [replace(entry, replaces=descent.get(entry.code, ())) for entry in entries]


def _origins(entry: CodeEntry, old: Mapping[str, CodeEntry]) -> list[str]:
    return [code for code in entry.replaces if code in old]


def _lines(
    entry: CodeEntry, origins: Sequence[str], heirs: Mapping[str, Sequence[str]], old: Mapping[str, CodeEntry]
) -> Iterator[Mapped]:
    if not origins:
        yield Mapped(change="added", before=None, after=entry)
    for code in origins:
        if len(heirs[code]) > 1:
            change: Change = "split"
        elif len(origins) > 1:
            change = "merged"
        elif code != entry.code:
            change = "exact"
        else:
            change = "same" if old[code].name == entry.name else "renamed"
        yield Mapped(change=change, before=old[code], after=entry)
