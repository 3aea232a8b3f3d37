"""Fills the sandbox with its own small world (annex 3, 2.4 b)."""

from brain.kit.node import Node
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.exchange.server.contract import Sandbox
from brain.platform.exchange.server.domain import sandbox_world
from brain.platform.exchange.server.service import distribution
from brain.platform.governance import service as governance


async def fill(node: Node) -> None:
    """Done whenever an application is let into the joint test; what is there already stays as it is."""
    database = node.get(Sandbox).node.database
    async with database.transaction() as session:
        for family, records in sandbox_world.records():
            await data_warehouse.upsert(session, family, records, sandbox_world.SOURCE)
        if await distribution.is_empty(session):
            for number in range(1, 4):
                content = {"text": f"联调测试下发数据第 {number} 条"}
                await distribution.publish(session, "notice", f"联调通知 {number}", content, by="sandbox")
    unfinished = True
    while unfinished:
        async with database.transaction() as session:
            unfinished = await governance.index_next(session)
