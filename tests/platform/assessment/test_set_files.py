"""Indicator sets from files: the same after a round trip; every mistake with its place."""

import io
import tomllib
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from brain.kit.errors import Invalid
from brain.platform.assessment.adapters import set_files
from brain.platform.assessment.domain.indicators import IndicatorSet
from brain.platform.assessment.domain.reading import read

SHIPPED = set_files.shipped()
SMALL = """
code = "mine"
version = "1"
title = "自定"
title_en = "Mine"
issuer = "本企业"
provisional = false
gate = "total"
levels = [{ code = "one", title = "一级", title_en = "One", from_score = 50 }]

[[dimensions]]
code = "all"
title = "全部"
title_en = "All"
weight = 100
indicators = [
  { code = "a", title = "甲", title_en = "A", weight = 60, kind = "yes_no", business = "design" },
  { code = "b", title = "乙", title_en = "B", weight = 40, kind = "share", business = "quality" },
]
"""


def small(**changes: Any) -> dict[str, Any]:
    return tomllib.loads(SMALL) | changes


def mistakes(told: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        read(told)
    return {each["loc"]: each["message"] for each in refused.value.details["fields"]}


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda each: each.code)
def test_a_set_is_the_same_after_a_workbook(asked: IndicatorSet) -> None:
    assert set_files.read_file(set_files.sheet_of(asked))[0] == asked


def test_what_is_not_official_is_marked_and_said() -> None:
    assert [(each.provisional, bool(each.note)) for each in SHIPPED] == [(True, True)] * 4
    assert [each.code for each in SHIPPED if not each.dimensions] == ["morning_star_factory"]


def test_every_mistake_is_named_with_its_place() -> None:
    told = small(
        version="", gate="some", surprise=1, levels=[{"code": "X", "title": "一", "from_score": "5"}]
    )
    told["dimensions"][0]["weight"] = 90
    told["dimensions"][0]["indicators"][1] |= {"code": "a", "weight": True, "kind": "number", "business": []}

    found = mistakes(told)

    assert found["/surprise"] == "不认识的字段"
    assert found["/version"] == "必填项不可为空"
    assert found["/levels/0/code"] == "“X”不是合法的编码"
    assert found["/levels/0/title_en"] == "必填项不可为空"
    assert found["/levels/0/from_score"] == "应为数字"
    assert found["/dimensions/0/indicators"] == "权重之和为 60，应为 100"
    assert found["/dimensions/0/indicators/1/weight"] == "应为数字"
    assert found["/dimensions/0/indicators/1/thresholds"] == "最后一项应为 100 分"
    assert {"/gate", "/dimensions", "/dimensions/0/indicators/1/business"} <= found.keys()


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), -1, 1e9])
def test_no_weight_but_a_share_of_a_hundred(weight: float) -> None:
    told = small()
    told["dimensions"][0]["weight"] = weight

    assert "/dimensions/0/weight" in mistakes(told)


def test_levels_rise() -> None:
    level = {"title": "级", "title_en": "L"}
    told = small(levels=[{"code": "b", "from_score": 50, **level}, {"code": "a", "from_score": 50, **level}])

    assert mistakes(told) == {"/levels": "等级的起点分应逐项递增"}


def test_a_mistake_in_a_workbook_is_told_with_its_line() -> None:
    book = load_workbook(io.BytesIO(set_files.sheet_of(SHIPPED[0])))
    sheet = book.active
    assert sheet is not None
    line = next(row[0].row for row in sheet.iter_rows() if row[0].value == "指标")
    sheet.cell(line, 5, "很重")
    target = io.BytesIO()
    book.save(target)

    with pytest.raises(Invalid) as refused:
        set_files.read_file(target.getvalue())

    assert f"第 {line} 行：应为数字" in {each["message"] for each in refused.value.details["fields"]}


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(60 << 20))
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 and no more", "不完整"),
        (b"\xff\xfe\x00", "不是 UTF-8"),
        (b"code = ", "TOML 格式有误"),
        (b"x = " + b"[" * 50_000, "TOML 格式有误"),
        (bomb(), "解压后超过"),
    ],
    ids=["broken", "binary", "half", "deep", "bomb"],
)
def test_a_hostile_file_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        set_files.read_file(content)
