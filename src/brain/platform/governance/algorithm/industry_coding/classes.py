"""The classes of an imported table of GB/T 4754, and what its titles and descriptions teach."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from brain.platform.governance.domain.business_scope import Activity
from brain.reference.industry import IndustryCode

TITLE, TITLE_ABOVE, DESCRIPTION, EXCLUDED = 2.0, 0.7, 0.5, -0.5  # weights of what the standard says


@dataclass(frozen=True)
class Taught:
    """A word with what is done with it belongs under the code; with a negative weight, it does not."""

    thing: str
    activity: Activity
    code: IndustryCode
    weight: float


@dataclass(frozen=True)
class Classes:
    """The 小类 in order of their codes."""

    codes: tuple[IndustryCode, ...]

    @classmethod
    def of(cls, titles: Mapping[IndustryCode, str]) -> "Classes":
        return cls(tuple(sorted(code for code in titles if code.level == _CLASS)))

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def _under(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, code in enumerate(self.codes):
            for above in code.chain:
                found.setdefault(above, []).append(number)
        return found

    def under(self, code: str) -> Sequence[int]:
        """Numbers of the 小类 below a code of any level; none when the table does not have it."""
        return self._under.get(code, [])


_CLASS: Final = 4
_ASIDE: Final = re.compile(r"[(（].*?[)）]")
_NOT: Final = re.compile("不包括|不含|但不")
_PIECE: Final = re.compile("[、，；。,;]|以及|包括|及其|和|及|指")
_TITLE_PIECE: Final = re.compile("[、和及]")
_TITLE_END: Final = re.compile("(?:制造业|制造|加工|生产|批发|零售|种植|饲养|养殖|业)$")
_SERVICE_END: Final = re.compile("(?:服务|活动|业)$")
_REST: Final = re.compile("^其他|未列明")
_AROUND: Final = re.compile(
    "^(?:用于|各种|其他|主要|对|为)|(?:的)?(?:生产活动|生产|制造|活动|加工|服务|等|批发|零售|进出口)+$"
)
_LONGEST: Final = 10  # characters of a piece of a description that is still a thing


def taught_by(
    titles: Mapping[IndustryCode, str], descriptions: Mapping[IndustryCode, str]
) -> Iterator[Taught]:
    for code, title in titles.items():
        if code.level == 1:
            continue
        activity = activity_of(code)
        weight = TITLE if code.level == _CLASS else TITLE_ABOVE
        plain = _ASIDE.sub("", title)
        for thing in _named(plain, activity):
            yield Taught(thing, activity, code, weight)
        said, *excluded = _NOT.split(_ASIDE.sub("", descriptions.get(code, "")))
        for text, sign in [(said, DESCRIPTION), *((text, EXCLUDED) for text in excluded)]:
            yield from (Taught(thing, activity, code, sign) for thing in _pieces(text))


def activity_of(code: IndustryCode) -> Activity:
    """What a class does with the things that it names."""
    division = code[1:3]
    if division in {"43", "81"}:
        return Activity.REPAIR
    if division in {"51", "52"}:
        return Activity.WHOLESALE if division == "51" else Activity.RETAIL
    if code[0] == "C":
        return Activity.MAKE
    return Activity.GROW if division in {"01", "02", "03", "04"} else Activity.NONE


def _named(title: str, activity: Activity) -> Iterator[str]:
    if activity is Activity.NONE:
        yield from dict.fromkeys((title, _SERVICE_END.sub("", title)))
        return
    for piece in _TITLE_PIECE.split(_TITLE_END.sub("", title)):
        thing = _REST.sub("", piece)
        if len(thing) > 1:
            yield thing


def _pieces(text: str) -> Iterator[str]:
    for piece in _PIECE.split(text):
        thing = _AROUND.sub("", piece)
        if 1 < len(thing) <= _LONGEST:
            yield thing
