"""Names of columns for headers in Chinese: the usual English one where there is one, else pinyin."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pypinyin import lazy_pinyin

from brain.platform.ingestion.domain.layouts import LAYOUTS
from brain.platform.ingestion.domain.mapping import plain

LONGEST: Final = 60
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_UNIT: Final = re.compile(r"[(（\[【].*?[)）\]】]")
# Words of headers that stand alone often.
_USUAL: Final = {
    "企业名称": "enterprise_name",
    "单位名称": "enterprise_name",
    "公司名称": "enterprise_name",
    "日期": "date",
    "时间": "time",
    "年份": "year",
    "年度": "year",
    "月份": "month",
    "产品": "product",
    "产品名称": "product",
    "数量": "quantity",
    "金额": "amount",
    "单价": "unit_price",
    "价格": "price",
    "产能": "capacity",
    "产量": "output",
    "产值": "output_value",
    "营业收入": "revenue",
    "利润": "profit",
    "联系人": "contact_person",
    "联系电话": "contact_phone",
    "手机": "mobile",
    "备注": "remark",
    "地区": "region",
    "行政区划代码": "region_code",
    "省": "province",
    "市": "city",
    "县": "county",
    "序号": "number",
    "状态": "status",
    "类型": "type",
    "单位": "unit",
}


def names_for(headers: Sequence[str]) -> list[str]:
    """A name for each header, no two the same."""
    taken: set[str] = set()
    return [_free(_name(header), taken) for header in headers]


def _name(header: str) -> str:
    bare = _UNIT.sub("", header).strip()
    usual = _USUAL.get(bare) or _known().get(plain(header))
    if usual:
        return usual
    spoken = lazy_pinyin(_CAMEL.sub("_", bare))
    name = _OTHER.sub("_", "_".join(spoken).lower()).strip("_")
    return (name if name[:1].isalpha() else f"c_{name}")[:LONGEST].rstrip("_")


def _known() -> dict[str, str]:
    """The fields of what the program itself imports, by how headers write them."""
    return {
        plain(word): field.name
        for layout in LAYOUTS.values()
        for field in layout.fields
        for word in (field.name, field.title, *field.headers)
    }


def _free(name: str, taken: set[str]) -> str:
    found = next(each for each in _tries(name) if each not in taken)
    taken.add(found)
    return found


def _tries(name: str) -> Iterable[str]:
    yield name
    for number in range(2, 1000):
        yield f"{name[: LONGEST - 4]}_{number}"
