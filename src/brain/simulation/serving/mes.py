"""The plant's manufacturing execution system: an SQLite file of what it wrote down, for others to read."""

import hashlib
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, Self

import numpy

from brain.simulation import tyre_plant
from brain.simulation.tyre_plant.ledger import INTO
from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.records import (
    EnergyReading,
    EquipmentEvent,
    MaterialLot,
    ProductionOrder,
    QualityTestResult,
    Record,
    Shift,
    StockMovement,
    WorkOrder,
)

KEPT: Final = timedelta(days=7)  # what is over is deleted thereafter
REMEMBERED: Final = timedelta(days=1)  # by the plant itself, of lots that are gone
_OURS: Final = 0x0B7A1E55  # application_id of the file: no other is written to
_SCHEMA: Final = Path(__file__).with_name("mes.sql")
_GONE: Final = 1e-6  # of a lot, in its unit: rounding of sums
TABLES: Final[dict[type[Any], str]] = {
    ProductionOrder: "production_orders",
    WorkOrder: "work_orders",
    MaterialLot: "material_lots",
    StockMovement: "stock_movements",
    QualityTestResult: "quality_results",
    EquipmentEvent: "equipment_events",
    EnergyReading: "energy_readings",
    Shift: "shifts",
}
_COLUMNS: Final = {
    kind: [field.name for field in fields(kind) if field.name not in ("id", "made_of")] for kind in TABLES
}


class NotOurs(Exception):
    """The file belongs to something else."""


def _writing(kind: type[Any]) -> str:
    names = ["key", *_COLUMNS[kind], "updated_at"]
    told = ", ".join(f'"{name}"' for name in names)
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names[1:])
    # A plant taken up again repeats what it wrote since it was kept: what is newer stays.
    return (
        f"INSERT INTO {TABLES[kind]} ({told}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608 - our names
        f"ON CONFLICT (key) DO UPDATE SET {changed} WHERE excluded.updated_at >= updated_at"
    )


_WRITING: Final = {kind: _writing(kind) for kind in TABLES}
_DESCENT: Final = "INSERT OR IGNORE INTO lot_genealogy (lot, made_of, updated_at) VALUES (?, ?, ?)"
_INTO: Final = ", ".join(f"'{kind}'" for kind in sorted(INTO))
_STOCK: Final = f"sum(CASE WHEN kind IN ({_INTO}) THEN quantity ELSE -quantity END)"
_LAST: Final = " UNION ALL ".join(f"SELECT max(updated_at) AS at FROM {name}" for name in TABLES.values())  # noqa: S608
_ABANDON: Final = (
    "UPDATE production_orders SET status = 'cancelled', updated_at = :at WHERE status <> 'completed'",
    "UPDATE work_orders SET status = 'cancelled', updated_at = :at WHERE status <> 'completed'",
    f"""INSERT INTO stock_movements (key, lot, kind, quantity, at, updated_at)
        SELECT 'SM-' || lot, lot, 'scrap', {_STOCK}, :at, :at
        FROM stock_movements GROUP BY lot HAVING {_STOCK} > {_GONE}""",  # noqa: S608
)
_OVER: Final = (
    f"""CREATE TEMP TABLE over AS SELECT lot FROM stock_movements GROUP BY lot
        HAVING max(at) < :before AND {_STOCK} < {_GONE}""",  # noqa: S608
    "DELETE FROM material_lots WHERE key IN (SELECT lot FROM over)",
    "DELETE FROM lot_genealogy WHERE lot IN (SELECT lot FROM over)",
    "DELETE FROM quality_results WHERE lot IN (SELECT lot FROM over)",
    "DELETE FROM stock_movements WHERE lot IN (SELECT lot FROM over)",
    "DELETE FROM production_orders WHERE updated_at < :before AND status IN ('completed', 'cancelled')",
    """DELETE FROM work_orders WHERE updated_at < :before AND status IN ('completed', 'cancelled')
        AND key NOT IN (SELECT work_order FROM material_lots)""",
    "DELETE FROM equipment_events WHERE updated_at < :before",
    "DELETE FROM energy_readings WHERE updated_at < :before",
    "DELETE FROM shifts WHERE updated_at < :before",
    "DROP TABLE over",
)


class Mes:
    """Used by one thread at a time; whatever else reads the file never waits for it, nor it for them."""

    def __init__(self, path: Path) -> None:
        """Raises NotOurs."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(path)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def taken_up(self, layout: str, seed: int) -> Plant | None:
        """The plant as it was kept, unless it was another one or its model has changed since."""
        found = self._file.execute("SELECT model, state FROM plant").fetchone()
        if found is None or found[0] != _model(layout, seed) or found[1] is None:
            return None
        plant: Plant = pickle.loads(found[1])  # noqa: S301 - written by us, into a file of ours
        return plant

    def begin_anew(self, layout: str, seed: int, at: datetime) -> tuple[datetime, str]:
        """When the new plant is to begin, and its series: not before the last that is written down. What the
        old plant had begun is cancelled, and its stock written off."""
        with self._transaction():
            last = self._file.execute(f"SELECT max(at) FROM ({_LAST})").fetchone()[0]  # noqa: S608 - our names
            began = max(at, datetime.fromisoformat(last)) if last else at
            for statement in _ABANDON:
                self._file.execute(statement, {"at": _text(began)})
            told = [_model(layout, seed), _text(began)]
            self._file.execute("DELETE FROM plant")
            added = self._file.execute("INSERT INTO plant (model, began) VALUES (?, ?)", told)
            return began, f"{added.lastrowid}-"

    def write(self, records: Iterable[Record]) -> None:
        """All or none of them; what is already there is not doubled."""
        with self._transaction():
            self._write(records)

    def keep(self, plant: Plant) -> None:
        """What the plant has written down, the plant itself, and not what is over since `KEPT`."""
        with self._transaction():
            self._write(plant.drain())
            plant.ledger.forget(plant.now - REMEMBERED)
            self._file.execute("UPDATE plant SET state = ?", [pickle.dumps(plant)])
            for statement in _OVER:
                self._file.execute(
                    statement, {"before": _text(plant.now - KEPT)} if ":before" in statement else {}
                )

    def _prepare(self, path: Path) -> None:
        owner = self._file.execute("PRAGMA application_id").fetchone()[0]
        empty = not self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if owner != _OURS and not (empty and owner == 0):
            raise NotOurs(f"{path} 是别的程序的数据库，请换一个文件")
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = NORMAL")
        self._file.execute("PRAGMA busy_timeout = 10000")
        if empty:
            schema = _SCHEMA.read_text()
            self._file.executescript(f"BEGIN; PRAGMA application_id = {_OURS}; {schema} COMMIT;")

    def _write(self, records: Iterable[Record]) -> None:
        began: str = self._file.execute("SELECT began FROM plant").fetchone()[0]
        for record in records:
            kind = type(record)
            row = [_cell(name, getattr(record, name)) for name in _COLUMNS[kind]]
            changed = max(_text(record.at), began)  # the first shift is told when it has begun already
            self._file.execute(_WRITING[kind], [record.id, *row, changed])
            if isinstance(record, MaterialLot):
                self._file.executemany(_DESCENT, [(record.id, part, changed) for part in record.made_of])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")


def _cell(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return _text(value)
    return value.rpartition("/")[2] if name == "equipment" else value


def _text(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _model(layout: str, seed: int) -> str:
    """What a kept plant depends on: its layout and seed, and the program that it runs by."""
    told = hashlib.sha256(f"{layout} {seed} {numpy.__version__}".encode())
    folder = Path(tyre_plant.__file__).parent
    for file in sorted([*folder.glob("*.py"), folder / "layouts" / f"{layout}.toml"]):
        told.update(file.read_bytes())
    return told.hexdigest()
