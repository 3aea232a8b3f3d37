"""What can be imported now: the data sets of the program and those that people declared."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.platform.data_sets.service import declaring
from brain.platform.ingestion.domain.layouts import LAYOUTS, Layout, layout_of


async def listed(session: AsyncSession, node: Node) -> list[Layout]:
    return [*LAYOUTS.values(), *(await _declared(session, node)).values()]


async def get(session: AsyncSession, node: Node, name: str) -> Layout:
    found = LAYOUTS.get(name) or (await _declared(session, node)).get(name)
    if found is None:
        raise NotFound(f"没有可以导入的数据集 {name}。自带的有 {'、'.join(LAYOUTS)}，其余须先登记并确认")
    return found


async def _declared(session: AsyncSession, node: Node) -> dict[str, Layout]:
    gathered = await declaring.gathered(session, node)
    return {each.full_name: layout_of(each) for each in gathered}
