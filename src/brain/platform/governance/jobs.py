"""Work of governance without a caller: what is derived from the master data follows it."""

import asyncio
from typing import Any

from brain.kit.node import Node
from brain.platform.governance import service
from brain.platform.governance.service import identity_links, industry_coding, matching, proposing


async def index_names(node: Node, _: dict[str, Any]) -> None:
    """Batch by batch, each in its own transaction; begun again it goes on where it stopped."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await service.index_next(session)


async def train_industry_coder(node: Node, _: dict[str, Any]) -> None:
    """Learn from the enterprises of this node, the standard and what people corrected; then code anew."""
    async with node.database.transaction() as session:
        material = await industry_coding.material(session)
    if material is not None:
        dumped = await asyncio.to_thread(material.learnt)
        async with node.database.transaction() as session:
            await industry_coding.take_into_use(session, dumped, material)


async def code_industries(node: Node, _: dict[str, Any]) -> None:
    """Batch by batch, each in its own transaction; begun again it goes on where it stopped."""
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await industry_coding.code_next(session)


async def propose_matches(node: Node, _: dict[str, Any]) -> None:
    """Batch by batch, each in its own transaction; begun again it goes on where it stopped."""
    async with node.database.transaction() as session:
        held = await proposing.held_register(session)
    unfinished = True
    while unfinished:
        async with node.database.transaction() as session:
            unfinished = await proposing.propose_next(session, held)
    async with node.database.transaction() as session:
        await matching.tell(session)


async def renew_matches(node: Node, payload: dict[str, Any]) -> None:
    """Enterprises that came since may be nearer to names that are still open."""
    async with node.database.transaction() as session:
        await proposing.renew(session)
    await propose_matches(node, payload)


async def find_twins(node: Node, _: dict[str, Any]) -> None:
    async with node.database.transaction() as session:
        await identity_links.search(session)
