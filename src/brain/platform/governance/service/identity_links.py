"""Records of the master data that are one enterprise: proposed by people or the search, decided, split."""

import asyncio
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import today
from brain.kit.db import lock
from brain.kit.errors import Conflict, FieldError, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.governance.domain import acts, twins
from brain.platform.governance.domain.identity_links import (
    IdentityLink,
    LinkState,
    ProposedLink,
    require_free,
)
from brain.platform.governance.queries import identity_links

SEARCH: Final = "governance.find_twins"
SEARCHER: Final = "system"
MOST: Final = 10_000  # pairs looked at; people could not judge more
LARGEST_EXPORT: Final = 10_000
_TODO: Final = "governance.identity_links"


async def page(
    session: AsyncSession, state: LinkState | None, words: str | None, *, offset: int, limit: int
) -> tuple[list[IdentityLink], int]:
    return await identity_links.page(session, state, words, offset=offset, limit=limit)


async def export(session: AsyncSession, state: LinkState | None, words: str | None) -> list[IdentityLink]:
    """All that is wanted, or Invalid above `LARGEST_EXPORT`."""
    found, total = await identity_links.page(session, state, words, offset=0, limit=LARGEST_EXPORT)
    if total > LARGEST_EXPORT:
        raise Invalid(f"符合条件的合并有 {total} 条，一次最多导出 {LARGEST_EXPORT} 条，请缩小范围")
    return found


async def get(session: AsyncSession, link_id: int) -> IdentityLink:
    return await identity_links.get(session, link_id)


async def propose(session: AsyncSession, link: ProposedLink, *, by: str) -> IdentityLink:
    """A person's proposal. `Invalid` for records that are not held, `Conflict` where a merge stands against
    it or the pair waits already."""
    known = await data_warehouse.get_many(session, [link.absorbed, link.survivor])
    wrong: list[FieldError] = [
        {"loc": f"/body/{field}", "message": f"没有统一社会信用代码为 {code} 的企业"}
        for field, code in (("absorbed", link.absorbed), ("survivor", link.survivor))
        if code not in known
    ]
    if wrong:
        raise Invalid("企业不在主数据中", wrong)
    await _require_free(session, link)
    added = await identity_links.add(session, [link], by)
    if not added:
        raise Conflict("这两家企业的合并已经提出，等待确认")
    proposed = await identity_links.get(session, added[0])
    await _record(session, acts.MERGE_PROPOSED, proposed, by, link.reason)
    await _tell(session)
    return proposed


async def confirm(session: AsyncSession, link_id: int, reason: str, *, by: str) -> None:
    link = await identity_links.get(session, link_id, locked=True)
    link.require_decidable(by)
    await _require_free(session, link)
    await identity_links.decide(session, link_id, LinkState.CONFIRMED, reason, by)
    await _record(session, acts.MERGE_CONFIRMED, link, by, reason)
    await _settled(session)


async def refuse(session: AsyncSession, link_id: int, reason: str, *, by: str) -> None:
    """The search does not propose the pair again; a person may."""
    link = await identity_links.get(session, link_id, locked=True)
    link.require_decidable(by)
    await identity_links.decide(session, link_id, LinkState.REFUSED, reason, by)
    await _record(session, acts.MERGE_REFUSED, link, by, reason)
    await _settled(session)


async def split(session: AsyncSession, link_id: int, reason: str, *, by: str) -> None:
    """Each record stands for itself again; that they were merged stays on record."""
    link = await identity_links.get(session, link_id, locked=True)
    link.require_confirmed()
    await identity_links.split(session, link_id, reason, by)
    await _record(session, acts.MERGE_SPLIT, link, by, reason)


async def search(session: AsyncSession) -> None:
    """Propose what looks alike and was never proposed before: run again it proposes nothing twice."""
    await lock(session, "governance", "identity_links")
    pairs = await data_warehouse.look_alikes(session, MOST)
    found = await asyncio.to_thread(twins.propose, pairs, today())
    seen = await identity_links.pairs(session)
    fresh = [link for link in found if frozenset((link.absorbed, link.survivor)) not in seen]
    await identity_links.add(session, fresh, SEARCHER)
    await _tell(session)


async def _tell(session: AsyncSession) -> None:
    """A to-do while proposals wait."""
    waiting = await _settled(session)
    if waiting:
        await announce(session, Settled(key=_TODO))
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"有 {waiting} 对企业可能是同一家，等待确认",
                title_en=f"{waiting} pairs of enterprises may be the same",
                body="请核对依据，确认合并或退回",
                link="/governance/merges",
                scope="governance.decide_merges",
                key=_TODO,
            ),
        )


async def _settled(session: AsyncSession) -> int:
    """How many proposals wait; where none does, nothing is left to do."""
    _, waiting = await identity_links.page(session, LinkState.PROPOSED, None, offset=0, limit=1)
    if not waiting:
        await announce(session, Settled(key=_TODO))
    return waiting


async def _require_free(session: AsyncSession, link: ProposedLink) -> None:
    await lock(session, "governance", "identity_links")
    held = await identity_links.confirmed(session, [link.absorbed, link.survivor])
    require_free(link.absorbed, link.survivor, held)


async def _record(session: AsyncSession, act: Act, link: IdentityLink, by: str, reason: str) -> None:
    details = {"absorbed": link.absorbed, "survivor": link.survivor, "reason": reason}
    title = f"{link.absorbed} → {link.survivor}"
    await announce(session, Recorded(act=act, target=str(link.id), title=title, actor=by, details=details))
