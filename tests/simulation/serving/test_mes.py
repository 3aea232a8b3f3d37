"""What the plant's MES holds: consistent, bounded, and nothing twice, however often the plant is stopped."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from brain.nodes.plan import free_port, port_in_use
from brain.simulation.__main__ import begun, follow
from brain.simulation.serving import mes as serving
from brain.simulation.serving.mes import TABLES, Mes, NotOurs

NOW = datetime(2026, 7, 1, 2, tzinfo=UTC)
NAMES = (*TABLES.values(), "lot_genealogy")
STOCK = """SELECT lot, sum(CASE WHEN kind IN ('receipt', 'production') THEN quantity ELSE -quantity END)
           FROM stock_movements GROUP BY lot"""


def rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        return opened.execute(statement).fetchall()


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {name: rows(path, f"SELECT * FROM {name} ORDER BY id") for name in NAMES}


def told(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """As they were written, but for the numbers: SQLite may leave some out."""
    return {name: [row[1:] for row in found] for name, found in everything(path).items()}


def ran(path: Path, *moments: datetime) -> None:
    """Started at the first of these moments and killed after the last."""
    with Mes(path) as mes:
        plant = begun("passenger", 7, moments[0], mes)
        for at in moments[1:]:
            follow(plant, at, mes)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Never stopped."""
    path = tmp_path_factory.mktemp("mes") / "mes.sqlite"
    ran(path, NOW, NOW + timedelta(hours=5))
    return path


def test_it_tells_since_the_day_before_and_every_table_has_rows(whole: Path) -> None:
    assert all(everything(whole).values())
    assert rows(whole, "SELECT min(updated_at) FROM energy_readings") == [("2026-06-29T16:15:00+00:00",)]
    assert rows(whole, "SELECT max(at) FROM energy_readings") == [("2026-07-01T07:00:00+00:00",)]


def test_nothing_was_used_that_was_not_there(whole: Path) -> None:
    stock: dict[str, float] = {}
    for lot, kind, quantity in rows(whole, "SELECT lot, kind, quantity FROM stock_movements ORDER BY id"):
        stock[lot] = stock.get(lot, 0) + (quantity if kind in ("receipt", "production") else -quantity)
        assert stock[lot] > -1e-6
    lots = {lot for (lot,) in rows(whole, "SELECT key FROM material_lots")}
    assert set(stock) == lots
    assert {part for (part,) in rows(whole, "SELECT made_of FROM lot_genealogy")} < lots


def test_orders_lots_and_results_agree(whole: Path) -> None:
    made = dict(
        rows(whole, """SELECT work_order, sum(quantity) FROM stock_movements JOIN material_lots
                       ON lot = material_lots.key WHERE kind = 'production' GROUP BY work_order""")
    )  # fmt: skip
    good = rows(whole, "SELECT key, good FROM work_orders WHERE process <> 'inspection'")
    shipped = rows(whole, "SELECT lot FROM stock_movements WHERE kind = 'shipment'")
    accepted = rows(
        whole, "SELECT lot FROM quality_results GROUP BY lot HAVING min(value BETWEEN low AND high)"
    )
    ordered = rows(whole, "SELECT sum(good) FROM production_orders")

    assert {key: count for key, count in good if count} == made
    assert set(shipped) == set(accepted)
    assert ordered == [(len(shipped),)]


@pytest.mark.parametrize("minutes", [7, 61, 250])
def test_killed_at_any_time_and_started_again_it_is_as_if_never_stopped(
    whole: Path, tmp_path: Path, minutes: int
) -> None:
    path = tmp_path / "mes.sqlite"
    ran(path, NOW, NOW + timedelta(minutes=minutes))
    before = everything(path)
    ran(path, NOW + timedelta(minutes=minutes + 3), NOW + timedelta(hours=5))

    after = everything(path)
    assert told(path) == told(whole)
    numbers = {name: {row[:2] for row in found} for name, found in after.items()}
    assert all({row[:2] for row in found} <= numbers[name] for name, found in before.items())


def test_what_changes_is_told_by_time_of_change_and_never_behind(whole: Path, tmp_path: Path) -> None:
    """Who reads on from the last `updated_at`, with nothing but that, ends with what is there."""
    path, read, position = tmp_path / "mes.sqlite", dict[str, Any](), ""
    with Mes(path) as mes:
        plant = begun("passenger", 7, NOW, mes)
        for minute in range(0, 301, 3):
            follow(plant, NOW + timedelta(minutes=minute), mes)
            found = rows(path, f"SELECT key, status, good, updated_at FROM work_orders "
                               f"WHERE updated_at >= '{position}' ORDER BY updated_at")  # fmt: skip
            read |= {key: rest for key, *rest in found}
            position = found[-1][-1] if found else position

    assert read == {
        key: told for key, *told in rows(path, "SELECT key, status, good, updated_at FROM work_orders")
    }
    assert told(path) == told(whole)


def test_another_model_begins_anew_behind_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "mes.sqlite"
    ran(path, NOW)
    before = everything(path)
    with Mes(path) as mes:
        plant = begun("passenger", 8, NOW, mes)
        assert rows(path, "SELECT count(*) FROM work_orders WHERE status = 'released'")[0][0] > 0
        follow(plant, NOW + timedelta(hours=2), mes)
    after = everything(path)

    last = max(row[-1] for row in before["energy_readings"])
    for name, found in before.items():
        # Shifts are the same shifts, with other people.
        new = [row for row in after[name] if row[0] > found[-1][0]]
        assert (new and min(row[-1] for row in new) >= last) or name == "shifts"
        assert {row[:2] for row in found} <= {row[:2] for row in after[name]}
    old = [lot for lot, left in rows(path, STOCK) if "-1-" in lot and left > 1e-6]
    assert not old
    states = rows(path, "SELECT DISTINCT status FROM production_orders WHERE key LIKE 'PO-1-%'")
    assert sorted(states) == [("cancelled",), ("completed",)]


def test_what_is_over_is_deleted_and_what_is_in_stock_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "KEPT", timedelta(hours=6))
    monkeypatch.setattr(serving, "REMEMBERED", timedelta(hours=1))
    path = tmp_path / "mes.sqlite"
    ran(path, NOW)
    size = path.stat().st_size
    ran(path, NOW, NOW + timedelta(hours=20))

    oldest = (NOW + timedelta(hours=14)).isoformat()
    for name in ("equipment_events", "energy_readings"):
        assert rows(path, f"SELECT min(at) FROM {name}")[0][0] >= oldest
    stock = {lot for lot, left in rows(path, STOCK) if left > 1e-6}
    lots = dict(rows(path, "SELECT key, at FROM material_lots"))
    assert stock <= set(lots)
    assert set(lots) == {lot for lot, _ in rows(path, STOCK)}
    assert any(at < oldest for at in lots.values())
    assert {lot for (lot,) in rows(path, "SELECT lot FROM lot_genealogy")} <= set(lots)
    assert path.stat().st_size < 1.2 * size
    orders = {key for (key,) in rows(path, "SELECT key FROM work_orders")}
    assert {
        work for (work,) in rows(path, "SELECT work_order FROM material_lots WHERE work_order <> ''")
    } <= orders


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE production_orders (mine)")
    before = path.read_bytes()

    with pytest.raises(NotOurs, match="别的程序"):
        Mes(path)
    assert path.read_bytes() == before


class Running:
    def __init__(self, path: Path) -> None:
        port = free_port()
        ports = ["--opc-ua", str(free_port()), "--mqtt", str(free_port()), "--modbus", str(port)]
        command = [sys.executable, "-W", "ignore", "-m", "brain.simulation", "--layout", "passenger"]
        self.process = subprocess.Popen([*command, *ports, "--records", str(path)])
        began = time.monotonic()
        while not port_in_use("127.0.0.1", port):
            assert self.process.poll() is None
            assert time.monotonic() - began < 60
            time.sleep(0.1)

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(20)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[Running]]:
    running: list[Running] = []
    yield running
    for each in running:
        if each.process.poll() is None:
            each.end(signal.SIGKILL)


def test_the_process_killed_and_started_again_doubles_nothing(tmp_path: Path, started: list[Running]) -> None:
    path = tmp_path / "new" / "mes.sqlite"
    started.append(Running(path))
    started[-1].end(signal.SIGKILL)
    before = everything(path)
    started.append(Running(path))
    assert started[-1].end(signal.SIGTERM) == 0

    after = everything(path)
    for name, found in before.items():
        assert {row[:2] for row in found} <= {row[:2] for row in after[name]}
    assert rows(path, "SELECT count(DISTINCT series) FROM plant") == [(1,)]
    assert not [
        key for (key,) in rows(path, "SELECT key FROM production_orders") if not key.startswith("PO-1-")
    ]
