"""Taking a configuration back: what it altered becomes what it was, if nobody has altered it since."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict
from brain.kit.events import Recorded, announce
from brain.platform.gateway_configuration.gateway.domain import acts
from brain.platform.gateway_configuration.gateway.domain.differences import still
from brain.platform.gateway_configuration.gateway.models import ConfigurationRow
from brain.platform.gateway_configuration.gateway.service import judging, standing
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.service import configuring


async def undo(session: AsyncSession, number: int, by: Caller) -> ConfigurationRow:
    """Sources and points that it added are switched off: what was collected keeps its origin. Consents that
    it withdrew stay withdrawn. Raises Conflict where anything has changed since."""
    await lock(session, "gateway_configuration")
    row = await judging.get(session, number, lock_it=True)
    if row.outcome != "applied" or row.undone_at is not None:
        raise Conflict("这份配置没有应用，或已经撤销")
    await configuring.hold(session)
    if not still(row.became, standing.things(await configuring.state(session))):
        raise Conflict("它改过的地方后来又变了：请在“设备与采集”里逐项修改")
    await _put_back(session, row, by.username)
    row.undone_by, row.undone_at = by.username, now()
    title = f"{row.number} {row.author}"
    await announce(session, Recorded(act=acts.UNDONE, target=str(row.id), title=title, actor=by.username))
    return row


async def _put_back(session: AsyncSession, row: ConfigurationRow, by: str) -> None:
    was: dict[str, dict[str, Any]] = row.was
    for point, thing in was.get("points", {}).items():
        await configuring.put_back_point(session, point, thing, by)
    for source, thing in was.get("sources", {}).items():
        await configuring.put_back_source(session, source, thing, row.sealed.get(source), by)
    for thing in was.get("store", {}).values():
        await configuring.put_back_store(session, thing, by)
