"""Administrative regions (GB/T 2260) with their history, and reading them from codes and addresses."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Final

from brain.kit.errors import Invalid, NotFound

SHAPE: Final = r"[1-9]\d{5}"
_WELL_SHAPED: Final = re.compile(SHAPE, re.ASCII)
_PEOPLES: Final = (
    "壮 满 回 苗 维吾尔 土家 彝 蒙古 藏 布依 侗 瑶 朝鲜 白 哈尼 哈萨克 黎 傣 畲 傈僳 仡佬 东乡 拉祜 水 佤 "
    "纳西 羌 土 仫佬 锡伯 柯尔克孜 达斡尔 景颇 毛南 撒拉 布朗 塔吉克 阿昌 普米 鄂温克 怒 "
    "裕固 鄂伦春 独龙 保安 各"
).replace(" ", "|")
_SUFFIXES: Final = (
    re.compile(rf"(?:(?:{_PEOPLES})族?)+自治[州县旗区]$"),
    re.compile(r"(?:特别行政区|自治[州县旗区]|地区|林区|特区|[省市盟县区旗])$"),
)
_PLACE: Final = re.compile(r"[东南西北中一二三四五六七八九十]{0,2}(?:大?[路街道巷]|胡同|弄|[镇乡村])")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


class RegionCode(str):
    """Six digits; the pairs from the left are province, prefecture and county."""

    __slots__ = ()

    def __new__(cls, text: str) -> "RegionCode":
        tidy = text.strip()
        if not _WELL_SHAPED.fullmatch(tidy):
            raise Invalid(f"“{text}”不是行政区划代码：应为6位数字（GB/T 2260）")
        return super().__new__(cls, tidy)

    @property
    def level(self) -> int:
        """1 province, 2 prefecture, 3 county."""
        if self.endswith("0000"):
            return 1
        return 2 if self.endswith("00") else 3

    @property
    def parent(self) -> "RegionCode | None":
        if self.level == 1:
            return None
        return RegionCode(self[: 2 * self.level - 2].ljust(6, "0"))

    @property
    def prefix(self) -> str:
        """What the codes of everything inside begin with."""
        return self[: 2 * self.level]

    def within(self, ancestor: "RegionCode") -> bool:
        return self.startswith(ancestor.prefix)


@dataclass(frozen=True)
class Region:
    """One name of one code for as long as it held.

    `since` and `until` (exclusive; None: open) are the widest dates that the sources allow: a change
    known only to lie between two revisions keeps both sides valid in between.
    """

    code: RegionCode
    name: str
    since: date | None
    until: date | None
    successor: RegionCode | None

    def held(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    @cached_property
    def short_name(self) -> str:
        """东营 for 东营市, 新疆 for 新疆维吾尔自治区; the full name where nothing would remain."""
        stripped = (suffix.sub("", self.name) for suffix in _SUFFIXES)
        return next((short for short in stripped if 2 <= len(short) < len(self.name)), self.name)


class Gazetteer:
    """All regions of all times, indexed for the questions below."""

    def __init__(self, regions: Iterator[Region]) -> None:
        self._by_code: dict[str, list[Region]] = {}
        self._by_name: dict[str, list[Region]] = {}
        for region in regions:
            self._by_code.setdefault(region.code, []).append(region)
            self._by_name.setdefault(region.name, []).append(region)
            if region.code.level < 3 and region.short_name != region.name:
                self._by_name.setdefault(region.short_name, []).append(region)
        self._longest = max(map(len, self._by_name))

    def resolve(self, code: str, on: date | None = None) -> Region:
        """The region a code meant on a day, or its latest meaning; `NotFound` if it meant nothing."""
        meanings = self._by_code.get(RegionCode(code), [])
        region = _latest([meaning for meaning in meanings if on is None or meaning.held(on)])
        if region is None:
            day = f"在 {on} " if on else ""
            raise NotFound(f"行政区划代码 {code} {day}不存在")
        return region

    def nearest(self, code: str) -> Region | None:
        """The deepest known region around a code: authorities also use codes outside the standard."""
        for width in (6, 4, 2):
            meanings = self._by_code.get(code[:width].ljust(6, "0"))
            if meanings:
                return _latest(meanings)
        return None

    def successor(self, region: Region) -> Region:
        """Where a region is today: itself, or what it was renamed to or merged into, if that is known."""
        while region.until is not None:
            heir = self.resolve(region.successor or region.code)
            if heir == region:
                break
            region = heir
        return region

    def path(self, region: Region, on: date | None = None) -> tuple[Region, ...]:
        """Province, prefecture, county as far as they apply."""
        steps = [region]
        parent = region.code.parent
        while parent is not None:
            meanings = self._by_code.get(parent, [])
            step = _latest([meaning for meaning in meanings if on is None or meaning.held(on)])
            if step is not None:
                steps.append(step)
            parent = parent.parent
        return tuple(reversed(steps))

    def full_name(self, region: Region, on: date | None = None) -> str:
        return "".join(step.name for step in self.path(region, on))

    def children(self, code: str | None = None, on: date | None = None) -> tuple[Region, ...]:
        """Regions directly below a code, or the provinces; today's unless a day is given."""
        parent = RegionCode(code) if code else None
        found = (
            _latest([m for m in meanings if (m.held(on) if on else m.until is None)])
            for key, meanings in self._by_code.items()
            if RegionCode(key).parent == parent
        )
        return tuple(sorted((region for region in found if region), key=lambda region: region.code))

    def on(self, day: date) -> tuple[Region, ...]:
        """Every region there was on a day, by code."""
        held = ([meaning for meaning in meanings if meaning.held(day)] for meanings in self._by_code.values())
        found = (_latest(meanings) for meanings in held)
        return tuple(sorted((region for region in found if region), key=lambda region: region.code))

    def names(self) -> frozenset[str]:
        """Full and short names of all regions of all times."""
        regions = [region for meanings in self._by_code.values() for region in meanings]
        return frozenset(name for region in regions for name in (region.name, region.short_name))

    def from_address(self, address: str, on: date | None = None) -> Region | None:
        """The deepest region named at the start of an address, without guessing.

        Takes the longest name at each step; a name that several regions bear, and nothing before it
        decides between them, ends the reading. Provinces and prefectures may lack their suffix
        (山东东营…), unless a street or village follows (北京路…). Without a day today's regions come
        first, then former ones.
        """
        found: Region | None = None
        start = _HAN.search(address)
        position = start.start() if start else len(address)
        while found is None or found.code.level < 3:
            step = self._step(address, position, found, on)
            if step is None:
                break
            found, position = step
        return found

    def _step(
        self, address: str, position: int, scope: Region | None, on: date | None
    ) -> tuple[Region, int] | None:
        for width in range(min(self._longest, len(address) - position), 1, -1):
            end = position + width
            name = address[position:end]
            named = [region for region in self._by_name.get(name, ()) if _may_follow(region, scope, on)]
            if named and (name == named[0].name or not _PLACE.match(address, end)):
                chosen = _only([region for region in named if region.until is None]) or _only(named)
                return (chosen, end) if chosen else None
        return None


def _may_follow(region: Region, scope: Region | None, on: date | None) -> bool:
    deeper = scope is None or (region.code.level > scope.code.level and region.code.within(scope.code))
    return deeper and (on is None or region.held(on))


def _only(regions: list[Region]) -> Region | None:
    codes = {region.code for region in regions}
    return regions[-1] if len(codes) == 1 else None


def _latest(meanings: list[Region]) -> Region | None:
    return meanings[-1] if meanings else None


def _read() -> Iterator[Region]:
    table = files("brain.reference").joinpath("region.csv").read_text("utf-8")
    for code, name, since, until, successor in csv.reader(table.splitlines()[1:]):
        yield Region(
            code=RegionCode(code),
            name=name,
            since=date.fromisoformat(since) if since else None,
            until=date.fromisoformat(until) if until else None,
            successor=RegionCode(successor) if successor else None,
        )


GAZETTEER: Final = Gazetteer(_read())
