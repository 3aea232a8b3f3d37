"""A data set with faults, for the tests of quality: 120 orders, one without a city, one with a wrong one."""

from brain.kit.datasets import Column, DataSet, Snapshot, Type
from brain.platform.data_sets.contract import Catalogue
from tests.conftest import RunningNode

URL = "/api/data-sets/base/orders"
ROWS = 120
STATEMENT = """
SELECT n, CASE n WHEN 7 THEN NULL WHEN 8 THEN '济南布' WHEN 9 THEN '济南布' ELSE '济南市' END, '37' || n,
       CASE WHEN n % 2 = 0 THEN '13812345678' END
FROM generate_series(1, 120) AS n
"""
FIXED = {"kind": "not_null", "name": "city_told", "column": "city", "severity": "stop"}
ORDERS = DataSet(
    tier="base",
    name="orders",
    title="订单",
    title_en="Orders",
    about="测试",
    columns=(
        Column("n", "编号", "Number", Type.INTEGER),
        Column("city", "城市", "City"),
        Column("code", "代码", "Code"),
        Column("phone", "手机", "Phone", personal=True),
    ),
    keys=("n",),
    built=Snapshot(statement=STATEMENT, mark="SELECT 1"),
)


def declare(node: RunningNode, *data_sets: DataSet) -> None:
    node.node.provided[Catalogue] = Catalogue(data_sets)
