"""Lists of points as workbooks, with a sheet that tells what cells may hold; parts of addresses as cells."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from brain.kit.spreadsheet import Cell, xlsx_book
from brain.platform.shop_floor.adapters.drivers.forms import Field, forms
from brain.platform.shop_floor.domain.point_lists import ADDRESS, COLUMNS, DOMAINS, KINDS, PRIORITIES

_TITLES: Final = {
    name: {value: title for title, value in choices.items()}
    for name, choices in (("kind", KINDS), ("priority", PRIORITIES), ("domain", DOMAINS))
}
Listed = tuple[Mapping[str, Any], Mapping[str, Any]]  # fields by name, parts of the address


@cache
def _fields() -> dict[str, dict[str, Field]]:
    """Of each protocol the parts of its addresses, by the names under which they are kept."""
    return {form.kind: {_kept(each.name): each for each in form.address} for form in forms()}


def _kept(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def parts_of(protocol: str) -> set[str]:
    return set(_fields().get(protocol, {}))


def address_cell(protocol: str, part: str, cell: Any) -> Any:
    """A cell as the driver reads it: text stays text where a program showed digits as a number."""
    field = _fields().get(protocol, {}).get(part)
    if field is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip() if field.input in {"text", "long_text", "choice"} else cell


def book(points: Iterable[Listed], protocols: Sequence[str], units: Iterable[str]) -> bytes:
    """`protocols`: those whose parts of addresses get columns; `units`: codes of equipment in use."""
    parts = sorted({part for protocol in protocols for part in _fields().get(protocol, {})})
    head = [*(each.title for each in COLUMNS), *(f"{ADDRESS}{part}" for part in parts)]
    rows = (
        [
            *(shown(each.name, told[each.name]) for each in COLUMNS),
            *(_part(address.get(part)) for part in parts),
        ]
        for told, address in points
    )
    return xlsx_book([
        ("测点", head, rows),
        ("允许的取值", ["列", "说明", "允许的取值"], _explained(protocols)),
        ("设备编码", ["设备编码"], ([code] for code in units)),
    ])  # fmt: skip


def shown(name: str, value: Any) -> Cell:
    """As people write it."""
    known = _TITLES.get(name)
    told: Cell = known[value] if known is not None and value is not None else value
    return told


def _part(value: Any) -> Cell:
    return ("true" if value else "false") if isinstance(value, bool) else value


def _explained(protocols: Sequence[str]) -> Iterable[list[Cell]]:
    for column in COLUMNS:
        yield [column.title, column.hint, " / ".join(column.choices)]
    for protocol in protocols:
        for part, field in _fields().get(protocol, {}).items():
            needed = "必填；" if field.required else ""
            yield [f"{ADDRESS}{part}", f"{protocol}：{needed}{field.hint}", " / ".join(field.options)]
