"""Names as people write them: seeded corruptions of registered names, made without knowing any matcher.

Five kinds in equal parts: typo (homophone, neighbours swapped, character lost, doubled or foreign), dropped
suffix (the legal form cut off or shortened), swapped brackets (other style, removed, content moved), missing
city (region words in front left out) and 简称 (region or trade name with a word of business; initials).
A corruption that happens to be another registered name has no right answer and is drawn again.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pypinyin import lazy_pinyin

SUFFIX = re.compile(
    r"(?:(?:集团)?(?:股份|责任)?有限(?:责任)?公司|(?:集团|总)?公司|(?:农民)?(?:专业)?合作社|(?:加工|制造|制品|配件)?厂"
    r"|(?:经营|门市|服务|营业)部|商店|中心|加油站|支行|分理处)$"
)
BRACKETS = re.compile(r"[(（](?P<inside>[^()（）]+)[)）]")
STYLES = ("（{}）", "({})", "【{}】", "[{}]", "〔{}〕", "（{})", " ({}) ")
COUNTY = re.compile(r"[\u4e00-\u9fff]{2}[县区]")


@dataclass(frozen=True)
class Registered:
    """A registered name with the region words of its register."""

    credit_code: str
    name: str
    province: str
    city: str


@dataclass(frozen=True)
class Query:
    """What somebody wrote, and whom they meant."""

    kind: str
    text: str
    credit_code: str


class Writer:
    """Writes names wrongly. Homophones and foreign characters come from the register's own characters."""

    def __init__(self, register: Sequence[Registered], short_forms: frozenset[str], seed: int) -> None:
        self._register = register
        self._names = frozenset(entry.name for entry in register)
        self._short_forms = short_forms
        self._random = random.Random(seed)
        counted = Counter(character for entry in register for character in entry.name)
        common = [character for character, count in counted.items() if count >= 50]
        self._frequent, self._weights = common, [counted[character] for character in common]
        self._alike: dict[str, list[str]] = defaultdict(list)
        for character in common:
            self._alike[lazy_pinyin(character)[0]].append(character)

    def queries(self, count: int) -> list[Query]:
        kinds: dict[str, Callable[[Registered], str | None]] = {
            "typo": self._typo,
            "dropped_suffix": self._dropped_suffix,
            "swapped_brackets": self._swapped_brackets,
            "missing_city": self._missing_city,
            "short_name": self._short_name,
        }
        bracketed = [entry for entry in self._register if BRACKETS.search(entry.name)]
        written: list[Query] = []
        for done, (kind, corrupt) in enumerate(kinds.items(), 1):
            source = bracketed if kind == "swapped_brackets" else self._register
            while len(written) < done * (count // len(kinds)):
                entry = self._random.choice(source)
                text = corrupt(entry)
                if text and text != entry.name and text not in self._names:
                    written.append(Query(kind, text, entry.credit_code))
        return written

    def _typo(self, entry: Registered) -> str | None:
        name, place = entry.name, self._random.randrange(len(entry.name) - 1)
        before, character, after = name[:place], name[place], name[place + 1 :]
        slip = self._random.choices(
            ("homophone", "swapped", "lost", "doubled", "foreign"), weights=(50, 15, 15, 10, 10)
        )[0]
        if slip == "homophone":
            alike = [other for other in self._alike[lazy_pinyin(character)[0]] if other != character]
            return before + self._random.choice(alike) + after if alike else None
        if slip == "swapped":
            return before + after[0] + character + after[1:]
        if slip == "foreign":
            return before + self._random.choices(self._frequent, self._weights)[0] + after
        return before + (after if slip == "lost" else character * 2 + after)

    def _dropped_suffix(self, entry: Registered) -> str | None:
        found = SUFFIX.search(entry.name)
        if not found or found.start() < 4:
            return None
        rest = entry.name[: found.start()]
        shortened = "公司" if found.group().endswith("公司") and found.group() != "公司" else ""
        return rest + self._random.choice(("", "", shortened))

    def _swapped_brackets(self, entry: Registered) -> str | None:
        found = BRACKETS.search(entry.name)
        if found is None:
            return None
        inside, before, after = found["inside"], entry.name[: found.start()], entry.name[found.end() :]
        change = self._random.choices(("style", "removed", "moved"), weights=(60, 20, 20))[0]
        if change == "style":
            return before + self._random.choice(STYLES).format(inside) + after
        if change == "removed":
            return before + inside + after
        return self._random.choice((f"{inside}{before}{after}", f"{before}{after}（{inside}）"))

    def _missing_city(self, entry: Registered) -> str | None:
        rest = self._without_region(entry)
        return rest if len(rest) >= 4 and rest != entry.name else None

    def _short_name(self, entry: Registered) -> str | None:
        head = SUFFIX.sub("", entry.name)
        if head == entry.name or "公司" in head:  # nobody means a branch by the short name of its firm
            return None
        rest = SUFFIX.sub("", self._without_region(entry))
        words = [rest[:width] for width in (4, 3, 2) if rest[:width] in self._short_forms]
        if not words or not re.fullmatch(r"[\u4e00-\u9fff]{4,}", rest):
            return None
        trade, business = words[0], rest[len(words[0]) :][:2]
        style = self._random.choices(("business", "region", "both", "initials"), weights=(45, 15, 30, 10))[0]
        if style == "initials":
            return entry.city + rest[0::2] if len(rest) in {4, 6} else None
        if style == "business":
            return trade + business if len(business) == 2 else None
        region = entry.city or entry.province
        if not entry.name.startswith((region, entry.province)):
            return None
        return region + trade + (business if style == "both" else "")

    def _without_region(self, entry: Registered) -> str:
        rest = entry.name
        for word, marks in ((entry.province, "省市"), (entry.city, "市州盟")):
            if word and rest.startswith(word):
                rest = rest[len(word) :].lstrip(marks)
        county = COUNTY.match(rest)
        return rest[county.end() :] if county and rest != entry.name else rest
