-- The business system of a simulated plant. Moments are ISO 8601 texts in UTC; updated_at only grows.
CREATE TABLE production_orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, customer_order TEXT NOT NULL,
    customer TEXT NOT NULL, product TEXT NOT NULL, planned REAL NOT NULL, good REAL NOT NULL,
    scrap REAL NOT NULL, planned_begin TEXT NOT NULL, planned_end TEXT NOT NULL, due TEXT NOT NULL,
    actual_begin TEXT, actual_end TEXT, status TEXT NOT NULL, at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE work_orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, production_order TEXT NOT NULL,
    process TEXT NOT NULL, product TEXT NOT NULL, unit TEXT NOT NULL, planned REAL NOT NULL,
    good REAL NOT NULL, scrap REAL NOT NULL, planned_begin TEXT NOT NULL, planned_end TEXT NOT NULL,
    actual_begin TEXT, actual_end TEXT, status TEXT NOT NULL, at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE material_lots (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, material TEXT NOT NULL,
    unit TEXT NOT NULL, at TEXT NOT NULL, product TEXT NOT NULL, work_order TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE TABLE lot_genealogy (
    id INTEGER PRIMARY KEY AUTOINCREMENT, lot TEXT NOT NULL, made_of TEXT NOT NULL, updated_at TEXT NOT NULL,
    UNIQUE (lot, made_of)
);
CREATE TABLE stock_movements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, lot TEXT NOT NULL, kind TEXT NOT NULL,
    quantity REAL NOT NULL, at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE quality_results (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, lot TEXT NOT NULL,
    characteristic TEXT NOT NULL, value REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    at TEXT NOT NULL, work_order TEXT NOT NULL, defect_code TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE equipment_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, equipment TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE energy_readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, equipment TEXT NOT NULL,
    kwh REAL NOT NULL, at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE shifts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    process TEXT NOT NULL, head_count INTEGER NOT NULL, at TEXT NOT NULL, "end" TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
-- The plant as it stands, so that a later start goes on with it.
CREATE TABLE plant (
    series INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, began TEXT NOT NULL, state BLOB
);

CREATE INDEX production_orders_updated_at ON production_orders (updated_at);
CREATE INDEX work_orders_updated_at ON work_orders (updated_at);
CREATE INDEX material_lots_updated_at ON material_lots (updated_at);
CREATE INDEX stock_movements_updated_at ON stock_movements (updated_at);
CREATE INDEX stock_movements_lot ON stock_movements (lot);
CREATE INDEX quality_results_updated_at ON quality_results (updated_at);
CREATE INDEX quality_results_lot ON quality_results (lot);
CREATE INDEX equipment_events_updated_at ON equipment_events (updated_at);
CREATE INDEX energy_readings_updated_at ON energy_readings (updated_at);
CREATE INDEX shifts_updated_at ON shifts (updated_at);
