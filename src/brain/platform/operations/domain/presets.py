"""Templates for business systems: which tables and columns tell which fields; people fill in the rest."""

from typing import Any, Final

_OVERLAP: Final = 120  # seconds: a row may be committed later than its time of change says


def _table(table: str, kind: str, columns: dict[str, str], **more: Any) -> dict[str, Any]:
    told = {"table": table, "record_kind": kind, "growing": "updated_at", "overlap": _OVERLAP}
    return told | {"columns": {"key": "key", **columns}} | more


_SAME = ("planned_begin", "planned_end", "actual_begin", "actual_end", "good", "scrap", "product")
_EXAMPLE: Final = {
    "kind": "database",
    "engine": "sqlite",
    "database": "/",
    "every": 10,
    "tables": [
        _table(
            "production_orders", "production_order",
            {name: name for name in _SAME}
            | {"quantity": "planned", "due": "due", "state": "status", "customer_order": "customer_order"},
            constants={"unit": "piece"},
        ),
        _table(
            "work_orders", "work_order",
            {name: name for name in (*_SAME, "production_order", "process", "unit")}
            | {"quantity": "planned", "state": "status"},
        ),
        _table(
            "material_lots", "material_lot",
            {name: name for name in ("material", "unit", "product", "work_order", "at")},
            lists=[
                {"field": "made_of", "table": "lot_genealogy", "key_column": "lot", "value_column": "made_of"}
            ],
        ),
        _table(
            "stock_movements", "stock_movement", {name: name for name in ("lot", "kind", "quantity", "at")}
        ),
        _table(
            "quality_results", "quality_result",
            {
                name: name
                for name in (
                    "lot", "characteristic", "value", "low", "high", "defect_code", "work_order", "at",
                )
            },
        ),
        _table(
            "equipment_events", "equipment_event",
            {name: name for name in ("equipment", "state", "reason", "at")},
        ),
        _table(
            "energy_readings", "energy_reading", {"equipment": "equipment", "quantity": "kwh", "at": "at"},
            constants={"carrier": "electricity", "reading": "counter", "unit": "kWh"},
        ),
        _table(
            "shifts", "head_count",
            {"shift": "name", "area": "process", "count": "head_count", "at": "at", "end": "end"},
        ),
    ],
}  # fmt: skip

# Name, name in English, settings.
PRESETS: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("示例 MES（示例数据）", "Example MES (sample data)", _EXAMPLE),
)
