"""Use cases of the portal: hear notices, show them to those addressed, build the menu."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import Notice, Settled
from brain.kit.room import MenuItem
from brain.platform.identity.contract import Caller
from brain.platform.portal import queries
from brain.platform.portal.contract import Menu


async def hear_notice(session: AsyncSession, notice: Notice) -> None:
    await queries.add_notice(session, notice, now())


async def hear_settled(session: AsyncSession, settled: Settled) -> None:
    await queries.settle(session, settled.key, now())


def menu_of(caller: Caller, menu: Menu) -> list[MenuItem]:
    """The entries that the caller may open, in order."""
    allowed = [item for item in menu.items if not item.scopes or caller.scopes.intersection(item.scopes)]
    return sorted(allowed, key=lambda item: item.order)


async def mark_read(session: AsyncSession, caller: Caller, notice_id: int | None = None) -> None:
    await queries.mark_read(session, caller, now(), notice_id)
