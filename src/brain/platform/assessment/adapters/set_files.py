"""Indicator sets as files: TOML, or one sheet of Excel whose rows each say what they are."""

import io
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from brain.kit.errors import FieldError, Invalid
from brain.kit.spreadsheet import Cell, xlsx_file
from brain.platform.assessment.domain.indicators import IndicatorSet
from brain.platform.assessment.domain.reading import read

LARGEST_FILE: Final = 2 << 20  # bytes
_LARGEST_UNPACKED: Final = 50 << 20
_MOST_LINES: Final = 5_000
HEADER: Final = (
    "行类别", "编码", "名称", "英文名", "数值", "问法", "英文问法", "类型", "业务", "证据", "预填事实",
    "单位", "起点",
)  # fmt: skip
_OF_SET: Final = (
    "code", "version", "title", "title_en", "issuer", "document", "number", "date", "provisional", "note",
    "note_en", "gate",
)  # fmt: skip
_TEXTS: Final = {
    "编码": "code", "名称": "title", "英文名": "title_en", "问法": "asks", "英文问法": "asks_en",
    "类型": "kind", "业务": "business", "预填事实": "prefill", "单位": "unit",
}  # fmt: skip
_NUMBERS: Final = {
    "等级": "from_score",
    "维度": "weight",
    "指标": "weight",
    "选项": "points",
    "门槛": "points",
}
_STARTS: Final = {"选项": "from_fact", "门槛": "at"}
_LIST_OF: Final = {
    "等级": "levels", "维度": "dimensions", "指标": "indicators", "选项": "options", "门槛": "thresholds",
}  # fmt: skip


@cache
def shipped() -> tuple[IndicatorSet, ...]:
    folder = files("brain.platform.assessment.adapters").joinpath("indicator_sets")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    return tuple(read(tomllib.loads(folder.joinpath(name).read_text("utf-8"))) for name in names)


def read_file(content: bytes) -> tuple[IndicatorSet, dict[str, Any]]:
    """The set and what the file told; raises Invalid with the line or the place of every mistake."""
    if not content.startswith(b"PK"):
        told = _toml(content)
        return read(told), told
    sheet = _Sheet(_lines(content))
    try:
        return read(sheet.told), sheet.told
    except Invalid as error:
        raise Invalid(error.message, [sheet.placed(each) for each in error.details["fields"]]) from error


def _toml(content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Invalid("不是 UTF-8 编码的 TOML，也不是 Excel 文件") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Invalid(f"TOML 格式有误：{error}") from error


def _lines(content: bytes) -> list[list[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise Invalid(f"Excel 文件解压后超过 {_LARGEST_UNPACKED >> 20} MB")
        lines = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    except (zipfile.BadZipFile, CalamineError) as error:
        raise Invalid("Excel 文件不完整、已加密或已损坏") from error
    if len(lines) > _MOST_LINES:
        raise Invalid(f"超过 {_MOST_LINES} 行")
    return lines


class _Sheet:
    """Builds what a TOML file would tell, and remembers the line of each part."""

    def __init__(self, lines: Sequence[Sequence[Any]]) -> None:
        header = [str(cell).strip() for cell in lines[0]] if lines else []
        if missing := [name for name in ("行类别", "编码", "名称", "数值") if name not in header]:
            raise Invalid(f"第 1 行缺少列：{'、'.join(missing)}")
        self.told: dict[str, Any] = {"levels": [], "dimensions": []}
        self.line_of: dict[str, int] = {}
        for number, cells in enumerate(lines[1:], start=2):
            row = {name: cell for name, cell in zip(header, cells, strict=False) if cell not in {"", None}}
            if row:
                self.take(row, number)

    def take(self, row: dict[str, Any], line: int) -> None:
        kind = str(row.get("行类别", "")).strip()
        if kind == "指标集":
            name, value = str(row.get("编码", "")), row.get("名称", "")
            self.told[name] = str(value).strip() == "是" if name == "provisional" else _text(value)
            self.line_of[f"/{name}"] = line
        elif kind in _LIST_OF:
            parent, place = self.parent(kind, line)
            part = _part(kind, row)
            rows = parent.setdefault(_LIST_OF[kind], [])
            self.line_of[f"{place}/{_LIST_OF[kind]}/{len(rows)}"] = line
            rows.append(part)
        else:
            raise Invalid(f"第 {line} 行的行类别“{kind[:20]}”不认识，应为指标集、{'、'.join(_LIST_OF)}")

    def parent(self, kind: str, line: int) -> tuple[dict[str, Any], str]:
        """That which the row belongs to: the last of its kind above."""
        part, place = self.told, ""
        for name in {"指标": ("dimensions",), "选项": ("dimensions", "indicators")}.get(
            "选项" if kind == "门槛" else kind, ()
        ):
            if not part.get(name):
                raise Invalid(f"第 {line} 行的{kind}不在任何{'维度' if name == 'dimensions' else '指标'}之下")
            place = f"{place}/{name}/{len(part[name]) - 1}"
            part = part[name][-1]
        return part, place

    def placed(self, mistake: FieldError) -> FieldError:
        """With the line in the sheet in place of the pointer."""
        place = mistake["loc"]
        while place and place not in self.line_of:
            place = place.rpartition("/")[0]
        line = self.line_of.get(place)
        where = f"第 {line} 行：" if line else ""
        return {"loc": mistake["loc"], "message": f"{where}{mistake['message']}"}


def _part(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    part: dict[str, Any] = {own: _text(row[name]) for name, own in _TEXTS.items() if name in row}
    part[_NUMBERS[kind]] = row.get("数值")
    if "起点" in row and kind in _STARTS:
        part[_STARTS[kind]] = row["起点"]
    if "证据" in row:
        part["evidence"] = _text(row["证据"]).replace("、", ",").replace(" ", "").split(",")
    return part


def _text(cell: Any) -> str:
    """A number typed into a cell is a code without a decimal point."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def sheet_of(asked: IndicatorSet) -> bytes:
    """The set as a workbook that `read_file` reads to the same set: also the template for others."""
    return xlsx_file("指标集", HEADER, _rows(asked))


def _rows(asked: IndicatorSet) -> Iterator[Sequence[Cell]]:
    for name in _OF_SET:
        value = getattr(asked, name)
        yield ("指标集", name, {True: "是", False: "否"}[value] if isinstance(value, bool) else value)
    for level in asked.levels:
        yield ("等级", level.code, level.title, level.title_en, level.from_score)
    for dimension in asked.dimensions:
        yield ("维度", dimension.code, dimension.title, dimension.title_en, dimension.weight)
        for each in dimension.indicators:
            yield (
                "指标", each.code, each.title, each.title_en, each.weight, each.asks, each.asks_en, each.kind,
                each.business, ",".join(each.evidence) or None, each.prefill, each.unit,
            )  # fmt: skip
            for option in each.options:
                start = (None,) * 7
                yield (
                    "选项",
                    option.code,
                    option.title,
                    option.title_en,
                    option.points,
                    *start,
                    option.from_fact,
                )
            for step in each.thresholds:
                yield ("门槛", None, None, None, step.points, *(None,) * 7, step.at)
