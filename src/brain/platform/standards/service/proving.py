"""DCMM: what the platform proves of each item now, and what people state of it themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.errors import NotFound
from brain.kit.events import Recorded, announce
from brain.kit.evidence import Counted, Evidence
from brain.kit.node import Node
from brain.platform.standards import queries
from brain.platform.standards.domain import acts
from brain.platform.standards.domain.dcmm import Stated, Statement
from brain.reference.dcmm import DOMAINS, ITEMS, Domain, Item


class Proofs:
    """The evidence that all rooms of a node offer, by item."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        """Raises ValueError for evidence of an item that is none."""
        if unknown := {each.item for each in evidence} - ITEMS.keys():
            raise ValueError(f"DCMM 没有 {'、'.join(sorted(unknown))} 这些能力项")
        self.by_item = {code: [each for each in evidence if each.item == code] for code in ITEMS}


@dataclass(frozen=True, kw_only=True)
class Proven:
    """Without `evidence` the platform proves nothing of the item."""

    domain: Domain
    item: Item
    evidence: Sequence[tuple[Evidence, Counted]]
    stated: Stated | None


async def proven(session: AsyncSession, node: Node) -> list[Proven]:
    """Every item in the order of the standard, counted now."""
    offered, stated = node.get(Proofs).by_item, await queries.stated(session)
    return [
        Proven(
            domain=domain,
            item=item,
            evidence=[(each, await each.count(session, node)) for each in offered[item.code]],
            stated=stated.get(item.code),
        )
        for domain in DOMAINS
        for item in domain.items
    ]


async def state(session: AsyncSession, item: str, statement: Statement, by: str) -> Stated:
    """In place of what was stated before, which is kept; told again it is the same."""
    title = _known(item).title
    await lock(session, "standards", "dcmm", item)
    before = (await queries.stated(session)).get(item)
    if before and before.statement == statement:
        return before
    stated = await queries.state(session, item, statement, by)
    await announce(
        session,
        Recorded(act=acts.STATED, target=item, title=title, actor=by, details={"text": statement.text}),
    )
    return stated


async def history(session: AsyncSession, item: str) -> list[Stated]:
    """The newest first."""
    return await queries.stated_before(session, _known(item).code)


def _known(item: str) -> Item:
    if item not in ITEMS:
        raise NotFound(f"DCMM 没有能力项“{item}”")
    return ITEMS[item]
