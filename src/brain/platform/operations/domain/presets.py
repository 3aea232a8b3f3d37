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


def _document(name: str, kind: str, columns: dict[str, str], **more: Any) -> dict[str, Any]:
    told = {"table": f"tab{name}", "record_kind": kind, "growing": "modified", "overlap": _OVERLAP}
    return told | {"columns": {"key": "name", "changed_at": "modified", **columns}} | more


# Of frappe/erpnext: doctypes Work Order, Job Card, BOM Item, BOM Operation. A row of a bill or of a routing
# names its BOM, not the product: whoever wants the product's number reads it from a view.
_ERPNEXT: Final = {
    "kind": "database",
    "engine": "mysql",
    "host": "erpnext-db",
    "user": "reader",
    "database": "erpnext",
    "every": 60,
    "tables": [
        _document(
            "Work Order", "production_order",
            {
                "product": "production_item", "quantity": "qty", "unit": "stock_uom",
                "due": "expected_delivery_date", "state": "status", "customer_order": "sales_order",
                "planned_begin": "planned_start_date", "planned_end": "planned_end_date",
                "actual_begin": "actual_start_date", "actual_end": "actual_end_date",
                "good": "produced_qty",
            },
        ),
        _document(
            "Job Card", "work_order",
            {
                "production_order": "work_order", "process": "operation", "product": "production_item",
                "equipment": "workstation", "quantity": "for_quantity", "good": "total_completed_qty",
                "planned_begin": "posting_date", "state": "status",
            },
            constants={"unit": "piece"},
        ),
        _document(
            "BOM Item", "bom_item",
            {
                "product": "parent", "revision": "parent", "position": "idx", "material": "item_code",
                "quantity": "qty", "unit": "uom", "at": "creation",
            },
        ),
        _document(
            "BOM Operation", "routing_step",
            {
                "product": "parent", "revision": "parent", "sequence": "idx", "process": "operation",
                "equipment": "workstation", "at": "creation",
            },
        ),
    ],
}  # fmt: skip

# Name, name in English, settings.
PRESETS: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("示例 MES（示例数据）", "Example MES (sample data)", _EXAMPLE),
    (
        "ERPNext（工单、作业卡、物料清单、工艺路线）",
        "ERPNext (work orders, job cards, BOMs, routings)",
        _ERPNEXT,
    ),
)
