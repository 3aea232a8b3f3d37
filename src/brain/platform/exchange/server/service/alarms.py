"""Annex 3, 4 b: calls that are abnormally frequent or abnormally wrong are counted and people are told."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.kit.errors import Refusal, TooMany
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.exchange.server.domain.admission import Client
from brain.platform.exchange.server.queries import admission as queries

KINDS = {
    "rate": ("调用频率异常", "abnormal frequency of calls"),
    "signature": ("验签失败", "failed signatures"),
}


async def count(node: Node, client: Client, refusal: Refusal, at: datetime) -> None:
    """The first of its kind in an hour becomes a to-do of the centre's operators."""
    kind = "rate" if isinstance(refusal, TooMany) else "signature"
    async with node.database.transaction() as session:
        if await queries.raise_alarm(await raw(session), client.id, kind, at):
            await _tell(session, client, kind)


async def _tell(session: AsyncSession, client: Client, kind: str) -> None:
    title, title_en = KINDS[kind]
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"{client.name}：{title}",
            title_en=f"{client.name}: {title_en}",
            link="/exchange/alarms",
            scope="exchange.operate",
            key=f"exchange.alarm/{client.id}",
        ),
    )
