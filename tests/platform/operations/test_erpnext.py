"""The template for ERPNext, read from a MariaDB whose tables are those that ERPNext makes of its doctypes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pymysql
import pytest

from brain.platform.operations.domain.presets import PRESETS
from brain.platform.operations.queries import systems
from brain.platform.operations.service import following
from brain.platform.operations.service.systems import of_preset, shaped
from tests.platform.ingestion.servers import HERE, mariadb
from tests.platform.operations.conftest import Works
from tests.platform.operations.test_following import state, system

MARIADB = shutil.which("mariadbd") or shutil.which("/usr/sbin/mariadbd")
EVERY = "name varchar(140) PRIMARY KEY, creation datetime(6), modified datetime(6)"
CHILD = f"{EVERY}, parent varchar(140), idx int"
TABLES = f"""
CREATE TABLE `tabWork Order` ({EVERY}, production_item varchar(140), qty decimal(21,9),
  stock_uom varchar(140), expected_delivery_date date, status varchar(140), sales_order varchar(140),
  planned_start_date datetime(6), planned_end_date datetime(6), actual_start_date datetime(6),
  actual_end_date datetime(6), produced_qty decimal(21,9));
CREATE TABLE `tabJob Card` ({EVERY}, work_order varchar(140), operation varchar(140),
  production_item varchar(140), workstation varchar(140), for_quantity decimal(21,9),
  total_completed_qty decimal(21,9), posting_date date, status varchar(140));
CREATE TABLE `tabBOM Item` ({CHILD}, item_code varchar(140), qty decimal(21,9), uom varchar(140));
CREATE TABLE `tabBOM Operation` ({CHILD}, operation varchar(140), workstation varchar(140));
INSERT INTO `tabWork Order` VALUES ('MFG-WO-2026-00001', '2026-11-20 08:00', '2026-11-21 08:00', 'T-205',
  200, 'Nos', '2026-12-01', 'In Process', 'SO-1', '2026-11-20 08:00', NULL, '2026-11-20 09:30', NULL, 40);
INSERT INTO `tabJob Card` VALUES ('PO-JOB00001', '2026-11-20 08:00', '2026-11-21 08:00', 'MFG-WO-2026-00001',
  'Curing', 'T-205', 'Press 1', 200, 40, '2026-11-20', 'Work In Progress');
INSERT INTO `tabBOM Item` VALUES ('a1', '2026-11-01', '2026-11-01', 'BOM-T-205-001', 1, 'TREAD', 2.5, 'Kg');
INSERT INTO `tabBOM Operation` VALUES ('b1', '2026-11-01', '2026-11-01', 'BOM-T-205-001', 1, 'Curing',
  'Press 1');
"""


@pytest.fixture
def erpnext(tmp_path: Path) -> Iterator[int]:
    if MARIADB is None:
        pytest.skip("没有 MariaDB：scripts/mariadb 可在 Debian 上安装")
    with mariadb(MARIADB, tmp_path) as port:
        with pymysql.connect(
            host=HERE, port=port, user="person", password="open sesame", database="shop", autocommit=True
        ) as connection:
            for statement in filter(str.strip, TABLES.split(";")):
                connection.cursor().execute(statement)
        yield port


async def test_orders_and_bills_of_erpnext_are_read(works: Works, erpnext: int) -> None:
    (title,) = (title for title, _, _ in PRESETS if title.startswith("ERPNext"))
    told = shaped(of_preset(title, "shop")) | {"host": HERE, "port": erpnext, "user": "person"}
    row = await system(works, told)
    row.sealed_secret = works.gateway.node.secrets.seal(following.secret_name(row.id), b"open sesame")
    await following.look(works.gateway.node, row)
    assert await state(works, row) == ("running", None)
    async with works.gateway.node.database.transaction() as session:
        counted = await systems.counts(session, row.id)
    assert counted == {"production_order": 1, "work_order": 1, "bom_item": 1, "routing_step": 1}
    found = {each.kind: each.content for each in await works.after(0)}
    order, card = found["production_order"], found["work_order"]
    assert (order["product"], order["quantity"], order["unit"], order["good"]) == ("T-205", 200, "piece", 40)
    assert (order["state"], card["state"], card["equipment"]) == ("running", "running", "Press 1")
    assert (found["bom_item"]["material"], found["bom_item"]["unit"]) == ("TREAD", "kg")
    assert found["routing_step"]["sequence"] == 1
