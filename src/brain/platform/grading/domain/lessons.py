"""What people decided about columns teaches what to propose for others of the same name and content."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

_ASIDE: Final = re.compile(r"[(\[【].*?[)\]】]")
_MARKS: Final = re.compile(r"[\W_]+")
Likeness: TypeAlias = tuple[str | None, str]


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A column that a person graded. `kind`: what it was found to hold."""

    data_set: str
    column: str
    title: str
    kind: str | None
    level: int
    personal: bool
    category: str | None


@dataclass(frozen=True, kw_only=True)
class Taught:
    """What people decided about columns like it; the strictest where they differ. `columns`: which."""

    level: int
    personal: bool
    category: str | None
    columns: tuple[str, ...]


def plain(title: str) -> str:
    """A name or title without width, case, what stands in brackets, spaces and marks."""
    return _MARKS.sub("", _ASIDE.sub("", unicodedata.normalize("NFKC", title).lower()))


def by_likeness(lessons: Iterable[Lesson]) -> Mapping[Likeness, list[Lesson]]:
    """Under the title and, where it is another word, under the name."""
    found: dict[Likeness, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        for word in {plain(lesson.title), plain(lesson.column)} - {""}:
            found[lesson.kind, word].append(lesson)
    return found


def taught(
    lessons: Mapping[Likeness, list[Lesson]], data_set: str, column: str, title: str, kind: str | None
) -> Taught | None:
    """The title decides before the name: `name` may be anybody's. A column does not teach itself."""
    for word in (plain(title), plain(column)):
        others = [
            each
            for each in lessons.get((kind, word), ())
            if (each.data_set, each.column) != (data_set, column)
        ]
        if others:
            strictest = max(others, key=lambda each: (each.level, each.personal, each.category or ""))
            return Taught(
                level=strictest.level,
                personal=any(each.personal for each in others),
                category=strictest.category,
                columns=tuple(sorted({f"{each.data_set}.{each.column}" for each in others})),
            )
    return None
