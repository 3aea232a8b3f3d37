"""Files of the brain, fetched in pieces over the link: a break costs no more than a piece."""

import asyncio
import base64
import hashlib
import os
from pathlib import Path

from brain.kit.errors import Conflict, Invalid
from brain.kit.node import Node
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient, BrainNotReached
from brain.platform.factory_link.gateway.contract import BrainReach
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.gateway.service.enrolling import client_of


async def fetch(node: Node, sha256: str, size: int, to: Path) -> None:
    """Until it is whole at `to`. Raises Conflict without a link, Invalid where the content is another one,
    BrainNotReached, BrainRefused, OSError."""
    if await asyncio.to_thread(to.exists):
        return
    async with node.database.transaction() as session:
        link = await links.current(session)
    if link is None or link.confirmed_at is None:
        raise Conflict("还没有与大脑接通：请先登记并核对")
    draft = to.with_name(to.name + ".part")
    draft.parent.mkdir(parents=True, exist_ok=True)
    async with node.get(BrainReach).client() as http:
        await _fill(client_of(node, link, http), sha256, size, draft)
    if await asyncio.to_thread(_digest, draft) != sha256:
        draft.unlink()
        raise Invalid(f"取来的文件 {to.name} 内容不对，已删去")
    draft.replace(to)


async def _fill(client: BrainClient, sha256: str, size: int, draft: Path) -> None:
    with draft.open("ab") as file:
        while (at := file.tell()) < size:
            answer = await client.piece(sha256, at)
            try:
                content = base64.b64decode(answer.content, validate=True)
            except ValueError as wrong:
                raise BrainNotReached("大脑的应答读不懂") from wrong
            if answer.size != size or not content or at + len(content) > size:
                raise Invalid("大脑的文件与清单的大小不同")
            file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
