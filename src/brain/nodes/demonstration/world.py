"""The generated world: enterprises of Shandong that make sense and exist nowhere, the same at every run."""

import csv
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from math import exp
from pathlib import Path
from typing import Any, Final

from brain.reference.credit_code import check_digit
from brain.reference.region import GAZETTEER

AS_OF: Final = date(2025, 6, 30)
_SEED: Final = 20241230
_WORLD: Final = tomllib.loads(files("brain.nodes.demonstration").joinpath("world.toml").read_text("utf-8"))
_WORDS: Final = _WORLD["words"]
_STATUSES: Final = (("存续", 92), ("注销", 5), ("吊销，未注销", 1), ("迁出", 2))
_MARK: Final = "EXAMP"  # no register gives organisation codes with five letters: these codes are nobody's


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of business; `makers` hold patents and honours."""

    industry: str
    business: str
    scope: str
    capital: float
    makers: bool = True


def write(folder: Path) -> dict[str, Path]:
    """One CSV file for each data set, with headers that the importer knows."""
    folder.mkdir(parents=True, exist_ok=True)
    world = _World()
    tables = {
        "enterprises": world.enterprises,
        "patents": world.patents(),
        "trademarks": world.trademarks(),
        "investments": world.investments(),
        "honours": world.honours(),
    }
    written = {}
    for name, rows in tables.items():
        written[name] = folder / f"{name}.csv"
        listed = list(rows)
        with written[name].open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, listed[0])
            writer.writeheader()
            writer.writerows(listed)
    return written


_counties = cache(GAZETTEER.children)


class _World:
    def __init__(self) -> None:
        self._random = random.Random(_SEED)  # noqa: S311 - a world to show, not a secret
        self._names: set[str] = set()
        self._makers: list[tuple[dict[str, Any], Line]] = []
        self.enterprises: list[dict[str, Any]] = []
        for place, line, count in self._settlements():
            for _ in range(count):
                self._found(place, line)

    def _settlements(self) -> Iterator[tuple[str, Line, int]]:
        """Where how many enterprises of which line are: the chain first, then each city's own lines."""
        for link in _WORLD["chain"]["links"]:
            line = Line(**{name: value for name, value in link.items() if name != "places"})
            yield from ((place, line, count) for place, count in link["places"].items())
        for city, own in _WORLD["cities"].items():
            counties = [county.code for county in _counties(city)] or [city]
            lines = [Line(industry=i, business=b, scope=s, capital=c) for i, b, s, c in own["lines"]]
            for _ in range(own["count"]):
                yield self._random.choice(counties), self._random.choice(lines), 1

    def _found(self, place: str, line: Line) -> None:
        """One enterprise; a place given as a city stands for one of its counties."""
        rng = self._random
        counties = _counties(place) if place.endswith("00") else ()
        region = rng.choice(counties) if counties else GAZETTEER.resolve(place)
        number = len(self.enterprises) + 1
        body = f"91{region.code}{_MARK}{number:04d}"
        capital = round(line.capital * exp(rng.gauss(0, 0.9)), -1) or 10.0
        founded = date(1988, 1, 1) + timedelta(days=int(rng.betavariate(3, 1.6) * 13_400))
        status = rng.choices([name for name, _ in _STATUSES], [weight for _, weight in _STATUSES])[0]
        large, medium = capital >= 20_000, capital >= 3_000
        name = self._name(region.short_name, line.business, joint_stock=large and rng.random() < 0.3)
        row = {
            "统一社会信用代码": body + check_digit(body),
            "企业名称": name,
            "曾用名": "",
            "成立日期": founded.isoformat(),
            "核准日期": self._day_after(founded).isoformat(),
            "注册资本(万元)": f"{capital:.0f}",
            "币种": rng.choices(["人民币", "美元"], [97, 3])[0],
            "企业类型": "股份有限公司" if "股份" in name else "有限责任公司",
            "登记状态": status,
            "登记机关": f"{region.name}行政审批服务局",
            "行政区划代码": region.code,
            "住所": f"{GAZETTEER.full_name(region)}示例路{rng.randrange(1, 400)}号",
            "行业代码": line.industry,
            "经营范围": f"{line.scope}（依法须经批准的项目，经相关部门批准后方可开展经营活动）。",
            "人员规模": rng.choice(
                ["500-999人", "1000人以上"] if large else ["50-99人", "100-499人"] if medium else ["1-49人"]
            ),
            "企业规模": "大型" if large else "中型" if medium else "小型",
        }
        if rng.random() < 0.03:
            row["曾用名"] = self._name(region.short_name, line.business, joint_stock=False)
        self.enterprises.append(row)
        if line.makers and status == "存续":
            self._makers.append((row, line))

    def _name(self, place: str, business: str, *, joint_stock: bool) -> str:
        """山东广饶甲子轮胎有限公司: the trade name is a pair of stem and branch, at times one more stem."""
        form = "股份有限公司" if joint_stock else "有限公司"
        while True:
            number = self._random.randrange(60)
            trade = _WORDS["stems"][number % 10] + _WORDS["branches"][number % 12]
            if self._random.random() < 0.4:
                trade += self._random.choice(_WORDS["stems"])
            name = f"{self._random.choice(['', '', '山东'])}{place}{trade}{business}{form}"
            if name not in self._names:
                self._names.add(name)
                return name

    def _owned(self, share: float, most: int) -> Iterator[tuple[dict[str, Any], Line, int]]:
        """Makers that hold something, and how many of it."""
        for row, line in self._makers:
            if self._random.random() < share:
                yield row, line, self._random.randrange(1, most + 1)

    def _day_after(self, founded: date) -> date:
        return founded + timedelta(days=self._random.randrange((AS_OF - founded).days + 1))

    def patents(self) -> Iterator[dict[str, Any]]:
        number = 0
        for row, line, count in self._owned(0.3, 8):
            for _ in range(count):
                number += 1
                applied = self._day_after(date.fromisoformat(row["成立日期"]))
                kind = self._random.choice(["发明专利", "实用新型", "实用新型", "外观设计"])
                status = self._random.choices(["有权", "审中", "失效"], [70, 20, 10])[0]
                title = "{}（外观）" if kind == "外观设计" else self._random.choice(_WORDS["patents"])
                granted = min(applied + timedelta(days=400), AS_OF).isoformat()
                yield {
                    "申请号": f"EXAMP{applied.year}{number:08d}",
                    "申请人": row["企业名称"],
                    "统一社会信用代码": row["统一社会信用代码"],
                    "专利名称": title.format(line.business),
                    "专利类型": kind,
                    "申请日": applied.isoformat(),
                    "授权日": "" if status == "审中" else granted,
                    "法律状态": status,
                }

    def trademarks(self) -> Iterator[dict[str, Any]]:
        number = 0
        for row, line, count in self._owned(0.2, 3):
            for _ in range(count):
                number += 1
                registered = self._day_after(date.fromisoformat(row["成立日期"]))
                trade = row["企业名称"].removeprefix("山东")[2:4]
                yield {
                    "注册号": f"EX{number:06d}",
                    "国际分类": "12"
                    if line.industry.startswith("C29")
                    else str(self._random.randrange(1, 46)),
                    "统一社会信用代码": row["统一社会信用代码"],
                    "商标名称": self._random.choice(_WORDS["trademarks"]).format(trade),
                    "注册日期": registered.isoformat(),
                    "专用期至": registered.replace(
                        year=registered.year + 10, day=min(registered.day, 28)
                    ).isoformat(),
                    "商标状态": "已注册",
                }

    def investments(self) -> Iterator[dict[str, Any]]:
        for row, _, count in self._owned(0.12, 3):
            for investee, _ in self._random.sample(self._makers, count):
                if investee is not row:
                    share = self._random.choice([10, 20, 35, 51, 70, 100])
                    yield {
                        "投资方统一社会信用代码": row["统一社会信用代码"],
                        "被投资企业名称": investee["企业名称"],
                        "被投资企业统一社会信用代码": investee["统一社会信用代码"],
                        "认缴出资额(万元)": f"{float(investee['注册资本(万元)']) * share / 100:.0f}",
                        "持股比例": str(share),
                        "投资日期": self._day_after(date.fromisoformat(investee["成立日期"])).isoformat(),
                        "状态": investee["登记状态"],
                    }

    def honours(self) -> Iterator[dict[str, Any]]:
        listed = _WORDS["honours"]
        for row, _, count in self._owned(0.25, 3):
            weights = [honour[3] for honour in listed]
            chosen = {honour[0]: honour for honour in self._random.choices(listed, weights, k=count)}
            for title, grade, issuer, _ in chosen.values():
                year = self._random.randrange(max(2015, int(row["成立日期"][:4])), AS_OF.year + 1)
                yield {
                    "统一社会信用代码": row["统一社会信用代码"],
                    "荣誉名称": title,
                    "年度": str(year),
                    "级别": grade,
                    "授予单位": issuer,
                    "有效期至": f"{year + 3}-12-31",
                }
