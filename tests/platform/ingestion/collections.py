"""A collection from a certified source, and its runs carried out as the worker would."""

from typing import Any

from sqlalchemy import text

from brain.kit.node import Node
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import Collection, Run, Told
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.domain.schedules import Schedule
from brain.platform.ingestion.queries import collected
from brain.platform.ingestion.service import collecting, due, fetching, running
from tests.platform.ingestion.deliveries import delivery

HEADER = "统一社会信用代码,企业名称"
CODES = ("91370523EXAMP0001W", "91370523EXAMP00020", "91370523EXAMP00033")
MAPPING = (
    Column(column="统一社会信用代码", field="credit_code"),
    Column(column="企业名称", field="name"),
)


def open_to(node: Node, **opened: Any) -> None:
    """What the operator of the machine lets collections touch."""
    node.provided[CollectionSettings] = CollectionSettings(**opened)


def told(settings: dict[str, Any], **changes: Any) -> Told:
    values: dict[str, Any] = {
        "name": "每日名录",
        "settings": settings,
        "dataset": "enterprises",
        "mapping": MAPPING,
        "title": "名录 {date}",
        "schedule": Schedule(),
    }
    return Told(**values | changes)


async def set_up(
    node: Node, settings: dict[str, Any], secret: str | None = None, **changes: Any
) -> Collection:
    given = await delivery(node)
    async with node.database.transaction() as session:
        wanted = told(settings, **changes)
        return await collecting.set_up(session, node, given.source_id, wanted, secret, by="person")


async def import_waiting(node: Node) -> None:
    async with node.database.transaction() as session:
        wanted = text("SELECT id FROM ingestion_import WHERE status = 'waiting' ORDER BY id")
        waiting = list(await session.scalars(wanted))
    for import_id in waiting:
        await running.run(node, import_id)


async def collect(node: Node, collection: Collection) -> Run:
    """Run it now, with its imports, to the end."""
    async with node.database.transaction() as session:
        await collecting.run_now(session, collection.id, by="person")
    return await carry_on(node, collection.id)


async def carry_on(node: Node, collection_id: int) -> Run:
    while (run := await latest(node, collection_id)).ended_at is None:
        await fetching.run(node, run.id)
        await import_waiting(node)
    return run


async def look(node: Node) -> None:
    async with node.database.transaction() as session:
        await due.look(session)


async def latest(node: Node, collection_id: int) -> Run:
    async with node.database.transaction() as session:
        run = await collected.latest_run(session, collection_id)
    assert run is not None
    return run


async def todos(node: Node) -> list[str]:
    async with node.database.transaction() as session:
        wanted = text("SELECT title FROM portal_notice WHERE done_at IS NULL AND kind = 'todo' ORDER BY id")
        return list(await session.scalars(wanted))


async def names(node: Node) -> list[str]:
    """Of the enterprises that came in."""
    async with node.database.transaction() as session:
        wanted = text("SELECT name FROM data_warehouse_enterprise ORDER BY credit_code")
        return list(await session.scalars(wanted))
