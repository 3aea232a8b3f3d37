"""Telling those who follow a data set of its new versions, failures and changed declarations."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.queries import access
from brain.platform.data_sets.service.catalogue import current


async def follow(session: AsyncSession, node: Node, account_id: int, name: str) -> None:
    data_set = (await current(session, node)).get(name)
    await access.follow(session, account_id, data_set.full_name)


async def unfollow(session: AsyncSession, account_id: int, name: str) -> None:
    await access.unfollow(session, account_id, name)


async def followers(session: AsyncSession, name: str) -> list[int]:
    """Their accounts."""
    return await access.followers(session, name)


async def tell_version(session: AsyncSession, data_set: DataSet, version: Version) -> None:
    await _tell(
        session,
        data_set,
        f"您关注的“{data_set.title}”有了版本 {version.number}，{version.rows} 行",
        f"{data_set.title_en}, which you follow, has version {version.number} of {version.rows} rows",
    )


async def tell_failure(session: AsyncSession, data_set: DataSet, problem: str) -> None:
    await _tell(
        session,
        data_set,
        f"您关注的“{data_set.title}”没有构建成功",
        f"{data_set.title_en}, which you follow, could not be built",
        problem[:400],
    )


async def tell_declaration(session: AsyncSession, data_set: DataSet, change: str) -> None:
    """`change`: what is otherwise from now on, in Chinese."""
    await _tell(
        session,
        data_set,
        f"您关注的“{data_set.title}”的登记有改动",
        f"The declaration of {data_set.title_en}, which you follow, has changed",
        change[:400],
    )


async def _tell(session: AsyncSession, data_set: DataSet, title: str, title_en: str, body: str = "") -> None:
    link = f"/data-sets/{data_set.tier}/{data_set.name}"
    for account_id in await access.followers(session, data_set.full_name):
        told = Notice(
            kind="message", title=title, title_en=title_en, body=body, link=link, account_id=account_id
        )
        await announce(session, told)
