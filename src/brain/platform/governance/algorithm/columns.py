"""What a column holds, layer by layer: first the rules, then the model for words that the rules leave."""

from collections.abc import Iterable, Sequence
from typing import Final

from brain.platform.governance.algorithm import word_model
from brain.platform.governance.contract import ColumnFinding
from brain.platform.governance.domain.identifier_kinds import KINDS, OTHER_NUMBERS, Kind
from brain.platform.governance.domain.identifiers import hide, identify, plain_values, title_of
from brain.platform.governance.domain.spoken_names import places

UNNAMED, NAMED = 0.6, 0.3  # least share of values without and with a header that names the kind
LEAST_WORDS = 5  # different values, without such a header

_KINDS: Final = {kind.name: kind for kind in KINDS}


def identify_column(header: str, values: Iterable[str | None]) -> ColumnFinding | None:
    """What a column most likely holds; None where neither layer knows."""
    listed = list(values)
    return identify(header, listed) or _by_words(title_of(header), plain_values(listed))


def _by_words(title: str, texts: Sequence[str]) -> ColumnFinding | None:
    found, share = word_model.read(texts)
    if found is None:
        return None
    kind = _KINDS[found]
    named = kind.named_by(title)
    if share < (NAMED if named else UNNAMED) or not (named or _may_hold(kind, title, texts)):
        return None
    matching = word_model.shares(texts, found)
    return ColumnFinding(
        kind=kind.name,
        level=kind.level,
        values=len(texts),
        matched=len(matching),
        masked=0,
        by_header=named,
        proven=False,
        layer="model",
        examples=tuple(hide(text) for text in dict.fromkeys(matching))[:3],
    )


def _may_hold(kind: Kind, title: str, texts: Sequence[str]) -> bool:
    """Whether there is enough to go by, and the header names nothing else."""
    otherwise = OTHER_NUMBERS.search(title) or (kind.unless and kind.unless.search(title))
    regions = sum(text in places() for text in texts)  # a column of cities is nobody's address
    return not otherwise and len(set(texts)) >= LEAST_WORDS and 2 * regions < len(texts)
