"""The code tables that every installation has: regions, industries, countries, currencies, units …"""

import gettext
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import pycountry

from brain.kit.errors import NotFound
from brain.platform.standards.contract import CodeEntry, Edition, Revision, Standard, StandardState
from brain.platform.standards.domain.units import UNITS
from brain.reference.industry import SHIPPED, IndustryCode
from brain.reference.region import GAZETTEER, Region

INDUSTRY: Final = "industry"
# Year-ends at which the standard's yearly publication differs from the one before.
_REGION_YEARS: Final = (2002, *range(2003, 2023))
_PACKAGE: Final = version("pycountry")
_SEXES: Final = (("0", "未知的性别"), ("1", "男性"), ("2", "女性"), ("9", "未说明的性别"))
_LEVELS: Final = (("1", "1 级"), ("2", "2 级"), ("3", "3 级"), ("4", "4 级"))


def _table(code: str, title: str, title_en: str, about: str, source: str) -> Standard:
    return Standard(
        kind="code_table", code=code, title=title, title_en=title_en, definition=about, source=source
    )


_REGION: Final = _table(
    "region",
    "行政区划代码",
    "Regions",
    "县级及以上行政区划，每年末的状态，附变更的去向；2015–2021 年山东以外的变更只知在此期间，新旧代码并存",
    "GB/T 2260",
)
_SINGLE: Final = (
    (
        _table(
            INDUSTRY,
            "国民经济行业分类",
            "Industries",
            "门类、大类；导入标准全文后含中类、小类",
            "GB/T 4754-2017",
        ),
        Edition(label="2017", since=date(2017, 10, 1)),
    ),
    (
        _table(
            "country",
            "世界各国和地区名称代码",
            "Countries",
            "二位字母代码，等同采用 ISO 3166-1",
            f"GB/T 2659.1-2022（取自 pycountry {_PACKAGE}）",
        ),
        Edition(label="2022", since=date(2022, 12, 30)),
    ),
    (
        _table(
            "currency",
            "货币代码",
            "Currencies",
            "三位字母代码，等同采用 ISO 4217；只有现行货币",
            f"GB/T 12406-2022（取自 pycountry {_PACKAGE}）",
        ),
        Edition(label="2022", since=date(2022, 12, 30)),
    ),
    (
        _table("unit", "计量单位代码", "Units", "常用计量单位", "UN/ECE Rec 20；名称按 GB 3100-1993"),
        Edition(label="Rec 20", since=date(1993, 12, 27)),
    ),
    (
        _table("sex", "人的性别代码", "Sexes", "个人基本信息分类与代码第 1 部分", "GB/T 2261.1-2003"),
        Edition(label="2003", since=date(2003, 12, 1)),
    ),
    (
        _table("data_level", "一般数据级别", "Data levels", "由低到高 1–4 级", "GB/T 43697-2024 附录 H"),
        Edition(label="2024", since=date(2024, 10, 1)),
    ),
)


def _edition(table: Standard, edition: Edition) -> Standard:
    return Standard(**vars(table) | {"edition": edition})


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, tuple[Revision, ...]]:
    """The versions of each table, the earliest first."""
    regions = (
        _edition(_REGION, Edition(label=str(year), since=date(year, 12, 31)))
        for year in _REGION_YEARS
        if year == _REGION_YEARS[0] or _regions(year) != _regions(year - 1)
    )
    tables = {_REGION.code: tuple(_revisions(regions))}
    return tables | {table.code: tuple(_revisions(iter([_edition(table, of)]))) for table, of in _SINGLE}


def _revisions(standards: Iterator[Standard]) -> Iterator[Revision]:
    for number, standard in enumerate(standards, start=1):
        yield Revision(standard=standard, number=number, state=StandardState.IN_FORCE)


@lru_cache(maxsize=40)
def entries(code_table: str, label: str) -> tuple[CodeEntry, ...]:
    """Of a shipped version. Raises NotFound for any other."""
    versions = {
        each.standard.edition.label for each in shipped().get(code_table, ()) if each.standard.edition
    }
    if label not in versions:
        raise NotFound(f"没有代码表 {code_table} 的版本“{label}”")
    match code_table:
        case "region":
            return _region_entries(int(label))
        case "industry":
            return industries(SHIPPED.names)
        case "country":
            return _translated(((each.alpha_2, each.name) for each in pycountry.countries), "iso3166-1")
        case "currency":
            return _translated(((each.alpha_3, each.name) for each in pycountry.currencies), "iso4217")
        case "unit":
            return UNITS
        case "sex":
            return _pairs(_SEXES)
        case _:
            return _pairs(_LEVELS)


def industries(names: Mapping[IndustryCode, str]) -> tuple[CodeEntry, ...]:
    return tuple(CodeEntry(code=code, name=names[code], parent=code.parent) for code in sorted(names))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> tuple[CodeEntry, ...]:
    return tuple(CodeEntry(code=code, name=name) for code, name in pairs)


def _translated(names: Iterator[tuple[str, str]], domain: str) -> tuple[CodeEntry, ...]:
    chinese = gettext.translation(domain, pycountry.LOCALES_DIR, ["zh_CN"])
    return tuple(CodeEntry(code=code, name=chinese.gettext(name)) for code, name in sorted(names))


@lru_cache(maxsize=len(_REGION_YEARS))
def _regions(year: int) -> dict[str, Region]:
    """By code, those there were at the end of a year."""
    return {region.code: region for region in GAZETTEER.on(date(year, 12, 31))}


def _region_entries(year: int) -> tuple[CodeEntry, ...]:
    held = _regions(year)
    earlier = max((each for each in _REGION_YEARS if each < year), default=year)
    while earlier > _REGION_YEARS[0] and _regions(earlier) == _regions(earlier - 1):
        earlier -= 1
    replaced = dict[str, list[str]]()
    for code, region in _regions(earlier).items():
        if code not in held and region.successor in held:
            replaced.setdefault(str(region.successor), []).append(code)
    return tuple(
        CodeEntry(
            code=code, name=region.name, parent=_parent(region, held), replaces=tuple(replaced.get(code, ()))
        )
        for code, region in sorted(held.items())
    )


def _parent(region: Region, held: Mapping[str, Region]) -> str | None:
    parent = region.code.parent
    while parent is not None and parent not in held:
        parent = parent.parent
    return parent
