"""An indicator set as a file tells it: every mistake is named with its place, or the set is whole."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, cast

from brain.kit.errors import FieldError, Invalid
from brain.platform.assessment.domain.indicators import (
    BUSINESSES,
    FULL,
    Dimension,
    Indicator,
    IndicatorSet,
    Level,
    Option,
    Threshold,
)

Told = Mapping[str, Any]
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")
_VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,19}")
_FACT: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_KINDS: Final = ("choice", "yes_no", "number", "share")
_GATES: Final = ("total", "every_dimension")
_EVIDENCE: Final = ("text", "reference", "file", "fact")
MOST: Final = 500  # parts of one list
LONGEST: Final = 2_000  # characters


def read(told: Told) -> IndicatorSet:
    """Raises Invalid with all mistakes; `loc` is a JSON pointer into what was told."""
    reader = _Reader()
    found = reader.indicator_set(told)
    if reader.mistakes:
        raise Invalid(f"指标集有 {len(reader.mistakes)} 处错误，没有导入", reader.mistakes)
    return found


class _Reader:
    def __init__(self) -> None:
        self.mistakes: list[FieldError] = []

    def wrong(self, place: str, message: str) -> None:
        self.mistakes.append({"loc": place, "message": message})

    def text(self, told: Told, name: str, place: str, *, needed: bool = True) -> str:
        value = told.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST:
            self.wrong(f"{place}/{name}", f"应为不超过 {LONGEST} 字的文字")
            return ""
        if needed and not value.strip():
            self.wrong(f"{place}/{name}", "必填项不可为空")
        return value.strip()

    def code(self, told: Told, place: str, name: str = "code", shape: re.Pattern[str] = _CODE) -> str:
        value = self.text(told, name, place)
        if value and not shape.fullmatch(value):
            self.wrong(f"{place}/{name}", f"“{value[:40]}”不是合法的编码")
        return value

    def number(self, told: Told, name: str, place: str, most: float = FULL) -> float:
        value = told.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.wrong(f"{place}/{name}", "应为数字")
            return 0.0
        if not 0 <= value <= most:
            self.wrong(f"{place}/{name}", f"应在 0 到 {most:g} 之间")
        return float(value)

    def one_of(self, told: Told, name: str, place: str, known: Sequence[str]) -> Any:
        value = told.get(name)
        if value not in known:
            self.wrong(f"{place}/{name}", f"应为其中之一：{'、'.join(known)}")
            return known[0]
        return value

    def tables(self, told: Told, name: str, place: str) -> list[tuple[Told, str]]:
        value = told.get(name, [])
        if not isinstance(value, list) or len(value) > MOST:
            self.wrong(f"{place}/{name}", f"应为不超过 {MOST} 项的列表")
            return []
        for index, each in enumerate(value):
            if not isinstance(each, dict):
                self.wrong(f"{place}/{name}/{index}", "应为一组字段")
        return [
            (cast("Told", each), f"{place}/{name}/{index}")
            for index, each in enumerate(value)
            if isinstance(each, dict)
        ]

    def known(self, told: Told, place: str, names: Iterable[str]) -> None:
        for name in told.keys() - set(names):
            self.wrong(f"{place}/{str(name)[:60]}", "不认识的字段")

    def unique(self, codes: Sequence[str], place: str) -> None:
        for code, times in Counter(filter(None, codes)).items():
            if times > 1:
                self.wrong(place, f"编码“{code}”出现了 {times} 次")

    def sums_to_full(self, weights: Sequence[float], place: str) -> None:
        if weights and abs(sum(weights) - FULL) > 0.01:
            self.wrong(place, f"权重之和为 {sum(weights):g}，应为 100")

    def rising(self, values: Sequence[float], place: str, what: str) -> None:
        if any(left >= right for left, right in pairwise(values)):
            self.wrong(place, f"{what}应逐项递增")

    def indicator_set(self, told: Told) -> IndicatorSet:
        own = {*IndicatorSet.__dataclass_fields__, "scales"}
        self.known(told, "", own)
        scales = {
            self.code(scale, place): self.options(scale, place)
            for scale, place in self.tables(told, "scales", "")
        }
        levels = tuple(self.level(each, place) for each, place in self.tables(told, "levels", ""))
        dimensions = tuple(
            self.dimension(each, place, scales) for each, place in self.tables(told, "dimensions", "")
        )
        provisional = told.get("provisional")
        if not isinstance(provisional, bool):
            self.wrong("/provisional", "应为 true 或 false")
        note = self.text(told, "note", "", needed=bool(provisional))
        self.whole(levels, dimensions, provisional=bool(provisional))
        return IndicatorSet(
            code=self.code(told, ""),
            version=self.code(told, "", "version", _VERSION),
            title=self.text(told, "title", ""),
            title_en=self.text(told, "title_en", ""),
            issuer=self.text(told, "issuer", ""),
            document=self.text(told, "document", "", needed=False),
            number=self.text(told, "number", "", needed=False),
            date=self.text(told, "date", "", needed=False),
            provisional=bool(provisional),
            note=note,
            note_en=self.text(told, "note_en", "", needed=False),
            gate=self.one_of(told, "gate", "", _GATES),
            levels=levels,
            dimensions=dimensions,
        )

    def whole(self, levels: Sequence[Level], dimensions: Sequence[Dimension], *, provisional: bool) -> None:
        self.unique([each.code for each in levels], "/levels")
        self.rising([each.from_score for each in levels], "/levels", "等级的起点分")
        self.unique([each.code for each in dimensions], "/dimensions")
        self.unique([each.code for part in dimensions for each in part.indicators], "/dimensions")
        self.sums_to_full([each.weight for each in dimensions], "/dimensions")
        if not provisional and not (levels and dimensions):
            self.wrong("/dimensions", "正式的指标集应有等级和维度")

    def level(self, told: Told, place: str) -> Level:
        self.known(told, place, Level.__dataclass_fields__)
        return Level(
            code=self.code(told, place),
            title=self.text(told, "title", place),
            title_en=self.text(told, "title_en", place),
            from_score=self.number(told, "from_score", place),
        )

    def dimension(self, told: Told, place: str, scales: Mapping[str, tuple[Option, ...]]) -> Dimension:
        self.known(told, place, Dimension.__dataclass_fields__)
        indicators = tuple(
            self.indicator(each, where, scales) for each, where in self.tables(told, "indicators", place)
        )
        if not indicators:
            self.wrong(f"{place}/indicators", "维度里没有指标")
        self.sums_to_full([each.weight for each in indicators], f"{place}/indicators")
        return Dimension(
            code=self.code(told, place),
            title=self.text(told, "title", place),
            title_en=self.text(told, "title_en", place),
            weight=self.number(told, "weight", place),
            indicators=indicators,
        )

    def indicator(self, told: Told, place: str, scales: Mapping[str, tuple[Option, ...]]) -> Indicator:
        self.known(told, place, {*Indicator.__dataclass_fields__, "scale"})
        kind = self.one_of(told, "kind", place, _KINDS)
        options, thresholds = self.measure(told, place, kind, scales)
        return Indicator(
            code=self.code(told, place),
            title=self.text(told, "title", place),
            title_en=self.text(told, "title_en", place),
            asks=self.text(told, "asks", place, needed=False),
            asks_en=self.text(told, "asks_en", place, needed=False),
            kind=kind,
            weight=self.number(told, "weight", place),
            business=self.one_of(told, "business", place, tuple(BUSINESSES)),
            evidence=self.evidence(told, place),
            prefill=self.code(told, place, "prefill", _FACT) if "prefill" in told else None,
            unit=self.text(told, "unit", place, needed=False),
            options=options,
            thresholds=thresholds,
        )

    def measure(
        self, told: Told, place: str, kind: str, scales: Mapping[str, tuple[Option, ...]]
    ) -> tuple[tuple[Option, ...], tuple[Threshold, ...]]:
        if kind == "choice" and "scale" in told:
            scale = told["scale"]
            if not isinstance(scale, str) or scale not in scales:
                self.wrong(f"{place}/scale", "没有这个量表")
                return (), ()
            return scales[scale], ()
        if kind == "choice":
            return self.options(told, place), ()
        return (), self.thresholds(told, place) if kind == "number" else ()

    def options(self, told: Told, place: str) -> tuple[Option, ...]:
        found = tuple(self.option(each, where) for each, where in self.tables(told, "options", place))
        if len(found) < 2:
            self.wrong(f"{place}/options", "至少要有两个选项")
        self.unique([each.code for each in found], f"{place}/options")
        self.rising([each.points for each in found], f"{place}/options", "选项的分值")
        self.full(found[-1].points if found else FULL, f"{place}/options")
        return found

    def option(self, told: Told, place: str) -> Option:
        self.known(told, place, Option.__dataclass_fields__)
        return Option(
            code=self.code(told, place),
            title=self.text(told, "title", place),
            title_en=self.text(told, "title_en", place),
            points=self.number(told, "points", place),
            from_fact=self.number(told, "from_fact", place, 1e12) if "from_fact" in told else None,
        )

    def thresholds(self, told: Told, place: str) -> tuple[Threshold, ...]:
        found = []
        for each, where in self.tables(told, "thresholds", place):
            self.known(each, where, Threshold.__dataclass_fields__)
            at, points = self.number(each, "at", where, 1e12), self.number(each, "points", where)
            found.append(Threshold(at=at, points=points))
        self.rising([each.at for each in found], f"{place}/thresholds", "门槛")
        self.rising([each.points for each in found], f"{place}/thresholds", "门槛的分值")
        self.full(found[-1].points if found else 0.0, f"{place}/thresholds")
        return tuple(found)

    def full(self, points: float, place: str) -> None:
        if points != FULL:
            self.wrong(place, "最后一项应为 100 分")

    def evidence(self, told: Told, place: str) -> Any:
        value = told.get("evidence", [])
        if not isinstance(value, list) or any(each not in _EVIDENCE for each in value):
            self.wrong(f"{place}/evidence", f"应为其中若干：{'、'.join(_EVIDENCE)}")
            return ()
        return tuple(value)
