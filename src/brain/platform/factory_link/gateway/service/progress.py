"""How far sending has got: written before a batch leaves, after it arrived, and when both sides compare."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.factory_link.gateway.domain import acts
from brain.platform.factory_link.gateway.models import EventRow, LinkRow, SentRow
from brain.platform.factory_link.gateway.queries import sent
from brain.platform.factory_link.gateway.service.enrolling import READER
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import BatchAnswer, BatchHeader, PositionAnswer
from brain.platform.shop_floor.contract import Lost
from brain.platform.shop_floor.service import history

MOST_LOSSES = 100
_CLOSED = "brain_link.closed"


async def reconcile(node: Node, link_id: str, told: PositionAnswer) -> bool:
    """Agree with the brain on what it has; whether sending may go on."""
    async with node.database.transaction() as session:
        link = await _link(session, link_id)
        link.brain_state, link.reached_at, link.problem = told.state, now(), None
        if told.state == "revoked":
            await _revoked(session, link, told.reason)
            return False
        if told.state != "active":
            link.reason = told.reason
            return False
        if link.pending_chain is not None and told.chain == link.pending_chain:
            await _arrived(session, link)
        elif told.chain != link.chain and not await _rewound(session, link, told):
            await _diverged(session, link)
            return False
        link.pending_last = link.pending_chain = None
        await sent.drop_unanswered(session, link.id, link.last)
        link.state, link.reason, link.catalogue_sent = "confirmed", None, told.catalogue
        await announce(session, Settled(key=_CLOSED))
        return True


async def _link(session: AsyncSession, link_id: str) -> LinkRow:
    return await session.get_one(LinkRow, link_id, with_for_update=True)


async def _arrived(session: AsyncSession, link: LinkRow) -> None:
    """The pending batch."""
    if link.pending_last is not None:
        link.last, link.chain = link.pending_last, link.pending_chain
        link.pending_last = link.pending_chain = None
        await history.move(session, READER, link.last)


async def _rewound(session: AsyncSession, link: LinkRow, told: PositionAnswer) -> bool:
    """Whether the brain stands where it once stood: it was restored from a copy, and is told again what it
    lost, as far as it is still here."""
    if told.chain is None:
        last, chain = 0, None
    else:
        known = await sent.by_chain(session, link.id, told.chain)
        if known is None:
            return False
        last, chain = known.last, known.chain
    _note(session, link, "rewound", f"大脑退回到较早的位置，从第 {last} 块之后重新发送", severity=1)
    link.last, link.chain = last, chain
    await history.rewind(session, READER, last)
    return True


async def _diverged(session: AsyncSession, link: LinkRow) -> None:
    why = "大脑收到过不是本网关发出的数据：密钥可能已被复制，或本网关是由旧备份恢复的"
    if link.state != "diverged":
        link.state, link.reason = "diverged", why
        _note(session, link, "diverged", why, severity=2)
        await _alarm(
            session, "与大脑的链接已停止发送：疑有另一台网关", "Sending stopped: another gateway?", why
        )


async def _revoked(session: AsyncSession, link: LinkRow, reason: str | None) -> None:
    why = reason or "大脑没有说明原因"
    link.state, link.reason = "revoked", why
    link.sealed_key, link.next_sealed_key = b"", None
    await history.forget_reader(session, READER)
    _note(session, link, "revoked", why, severity=2)
    await announce(
        session,
        Recorded(act=acts.LEFT, target=link.id, title=link.brain, actor="brain", details={"reason": why}),
    )
    await _alarm(session, f"“{link.brain}”吊销了链接", f"“{link.brain}” revoked the link", why)


async def _alarm(session: AsyncSession, title: str, title_en: str, body: str) -> None:
    await announce(
        session,
        Notice(
            kind="todo",
            title=title,
            title_en=title_en,
            body=body,
            link="/brain-link",
            scope="brain_link.consent",
            key=_CLOSED,
        ),
    )


def _note(session: AsyncSession, link: LinkRow, what: str, told: str, *, severity: int) -> None:
    session.add(EventRow(link_id=link.id, at=now(), what=what, told=told, details={}, severity=severity))


async def losses(session: AsyncSession, link_id: str) -> list[Lost]:
    """Those that the brain has not heard of."""
    link = await session.get_one(LinkRow, link_id)
    return await history.losses_after(session, link.losses_told, MOST_LOSSES)


async def chain(node: Node, link_id: str) -> str | None:
    async with node.database.transaction() as session:
        return (await session.get_one(LinkRow, link_id)).chain


async def catalogue_sent(node: Node, link_id: str) -> int:
    async with node.database.transaction() as session:
        return (await session.get_one(LinkRow, link_id)).catalogue_sent


async def note_catalogue(node: Node, link_id: str, revision: int) -> None:
    async with node.database.transaction() as session:
        (await _link(session, link_id)).catalogue_sent = revision


async def pend(node: Node, link_id: str, header: BatchHeader, body: bytes, values: int) -> None:
    """On record before it leaves."""
    chained = batches.chained(header.previous, body)
    async with node.database.transaction() as session:
        link = await _link(session, link_id)
        link.pending_last, link.pending_chain = header.last, chained
        await sent.drop_unanswered(session, link_id, link.last)
        session.add(
            SentRow(
                link_id=link_id,
                last=header.last,
                first=header.first,
                catalogue=header.catalogue,
                points=values,
                size=len(body),
                chain=chained,
                sent_at=now(),
                counted=False,
                data=body,
            )
        )


async def acknowledge(node: Node, link_id: str, told: BatchAnswer, losses_told: int | None) -> None:
    """The brain has it, by its signature."""
    async with node.database.transaction() as session:
        link = await _link(session, link_id)
        if told.chain == link.pending_chain:
            await _arrived(session, link)
        if losses_told is not None:
            link.losses_told = losses_told
        link.reached_at, link.problem = now(), None


async def skip(node: Node, last: int) -> None:
    """Of these blocks nothing leaves."""
    async with node.database.transaction() as session:
        await history.move(session, READER, last)


async def note_problem(node: Node, link_id: str, problem: str) -> None:
    async with node.database.transaction() as session:
        (await _link(session, link_id)).problem = problem
