"""What a column holds, told from its values and its header: identifiers, and what they say about whom.

A value is tested by shape and, where there is one, by check digit; a column is called by the kind that most
of its values are of. The header lowers what is asked of the values and decides between shapes that prove
little. Proposed levels are those of general data (GB/T 43697-2024, annex H, 1–4); people decide.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from brain.platform.governance.contract import ColumnFinding
from brain.platform.governance.domain.identifier_kinds import KINDS, OTHER_NUMBERS, Kind

PROVEN = 0.6  # least share of values without a header, with a check digit; else by the kind
HINTED, WRITTEN = 0.3, 0.6  # least share with the header: by shape, by the weaker test
LEAST_VALUES = 3
FIRST_VALUES = 50  # a kind that none of these is of is not looked for further, unless the header names it
EXAMPLES = 3

_MASKED: Final = re.compile(r"[^*×•●]*[*×•●]{2,}[^*×•●]*|[^X]*\dX{4,}\d*")
_NOTHING: Final = re.compile(
    r"(?:无|暂无|未知|不详|空|没有|n/?a|null|none|nil|nan|unknown|tbd|待补|[-—/\\?.]+)?", re.IGNORECASE
)
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]|^'")
_LABEL: Final = re.compile(r"^[A-Za-z\u4e00-\u9fff]{1,6}[:：]\s*(?=[\d+(])")
_FLOAT: Final = re.compile(r"(\d{6,})\.0", re.ASCII)
_HUMP: Final = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


def identify(header: str, values: Iterable[str | None]) -> ColumnFinding | None:
    """What a column most likely holds; None where nothing that is known here."""
    texts = _filled(values)
    plain = [text for text in texts if not _MASKED.fullmatch(text)]
    title = title_of(header)
    best: ColumnFinding | None = None
    for kind in KINDS:
        finding = _finding(kind, title, plain, len(texts) - len(plain))
        if finding and (best is None or _strength(finding) > _strength(best)):
            best = finding
    return best


def title_of(header: str) -> str:
    """The header in plain width, its humps parted: contactName as contact_Name."""
    return _HUMP.sub("_", unicodedata.normalize("NFKC", header))


def plain_values(values: Iterable[str | None]) -> list[str]:
    """Tidy values, without those left empty in any of the usual ways or masked."""
    return [text for text in _filled(values) if not _MASKED.fullmatch(text)]


def _filled(values: Iterable[str | None]) -> list[str]:
    return [text for value in values if value and not _NOTHING.fullmatch(text := tidy(value))]


def tidy(value: str) -> str:
    """Without what spreadsheets and forms add: width, invisible marks, a label in front, `.0` behind."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", value)).strip()
    return _FLOAT.sub(r"\1", _LABEL.sub("", text))


def _strength(finding: ColumnFinding) -> tuple[int, bool]:
    return finding.matched + finding.masked, finding.proven


def _finding(kind: Kind, header: str, plain: Sequence[str], masked: int) -> ColumnFinding | None:
    named = kind.named_by(header)
    if not named and not _may_be_unnamed(kind, header, plain):
        return None
    matching = [text for text in plain if kind.holds(text)]
    proven = kind.proven and bool(matching)
    hidden = masked if named else 0
    total = len(plain) + masked
    if named and len(matching) + hidden < WRITTEN * total and kind.as_written is not None:
        as_written = [text for text in plain if kind.holds(text) or kind.as_written(text)]
        matching = as_written if len(as_written) + hidden >= WRITTEN * total else matching
    if not total or not _enough(kind, plain, matching, hidden, named=named):
        return None
    return ColumnFinding(
        kind=kind.name,
        level=kind.level,
        values=total,
        matched=len(matching),
        masked=hidden,
        by_header=named,
        proven=proven,
        examples=tuple(hide(text) for text in dict.fromkeys(matching))[:EXAMPLES],
    )


def _may_be_unnamed(kind: Kind, header: str, plain: Sequence[str]) -> bool:
    if kind.needs_header or (not kind.proven and OTHER_NUMBERS.search(header)):
        return False
    return any(kind.holds(text) for text in plain[:FIRST_VALUES])


def _enough(kind: Kind, plain: Sequence[str], matching: Sequence[str], hidden: int, *, named: bool) -> bool:
    total = len(plain) + (hidden if named else 0)
    if not matching and not hidden:
        return False
    if named:
        return len(matching) + hidden >= HINTED * total
    alike = len(matching) if kind.related is None else sum(bool(kind.related(text)) for text in plain)
    if len(matching) < LEAST_VALUES or alike < (PROVEN if kind.proven else kind.shown) * total:
        return False
    return kind.together is None or kind.together(matching)


def hide(text: str) -> str:
    """The first characters, at most three and a quarter of all, and asterisks."""
    shown = min(3, max(int(len(text) > 1), len(text) // 4))
    return text[:shown] + "*" * min(len(text) - shown, 12)
