"""Units that quantities may be told in, by what they measure, with the factor to the first of each."""

from typing import Final

_BY_DIMENSION: Final[dict[str, dict[str, float]]] = {
    "count": {"piece": 1.0},
    "mass": {"kg": 1.0, "g": 1e-3, "t": 1e3},
    "length": {"m": 1.0, "mm": 1e-3, "cm": 1e-2, "km": 1e3},
    "area": {"m²": 1.0},
    "volume": {"m³": 1.0, "L": 1e-3},
    "energy": {"kWh": 1.0, "MWh": 1e3, "MJ": 1 / 3.6, "GJ": 1e3 / 3.6},
}
_SYNONYMS: Final = {
    "件": "piece", "条": "piece", "个": "piece", "只": "piece", "套": "piece", "pcs": "piece", "pc": "piece",
    "ea": "piece", "nos": "piece", "unit": "piece",
    "c62": "piece", "公斤": "kg", "千克": "kg", "kgm": "kg", "克": "g", "吨": "t", "tne": "t",
    "米": "m", "毫米": "mm", "厘米": "cm", "千米": "km", "平方米": "m²", "m2": "m²",
    "立方米": "m³", "m3": "m³", "方": "m³", "升": "L",
    "度": "kWh", "千瓦时": "kWh", "兆瓦时": "MWh", "兆焦": "MJ", "吉焦": "GJ",
}  # fmt: skip
_NAMED: Final = {
    unit.lower(): (unit, dimension, factor)
    for dimension, units in _BY_DIMENSION.items()
    for unit, factor in units.items()
}
KNOWN: Final = tuple(unit for units in _BY_DIMENSION.values() for unit in units)


def symbol(told: str) -> str | None:
    """The unit by its usual symbol, or None where nobody knows it."""
    name = told.strip().lower()
    found = _NAMED.get(_SYNONYMS.get(name, name).lower())
    return found[0] if found else None


def in_first(quantity: float, unit: str) -> tuple[float, str]:
    """The quantity in the first unit of the same dimension, so that it adds up: 2 MWh is 2000 kWh."""
    _, dimension, factor = _NAMED[unit.lower()]
    return quantity * factor, next(iter(_BY_DIMENSION[dimension]))
