"""The maintenance window: when the gateway may be restarted."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import Recorded, announce
from brain.platform.gateway_upgrade.gateway.domain import acts
from brain.platform.gateway_upgrade.gateway.domain.windows import USUAL, Window
from brain.platform.gateway_upgrade.gateway.models import MaintenanceWindowRow
from brain.platform.identity.contract import Caller


async def current(session: AsyncSession) -> tuple[Window, bool]:
    """The window, and whether releases are installed in it unasked; from 2 to 5, asked, unless it was set."""
    row = await session.get(MaintenanceWindowRow, 1)
    return (USUAL, False) if row is None else (Window(row.start, row.end), row.automatic)


async def change(session: AsyncSession, window: Window, by: Caller, *, automatic: bool) -> None:
    told = {
        "start": window.start,
        "end": window.end,
        "automatic": automatic,
        "changed_by": by.username,
        "changed_at": now(),
    }
    statement = insert(MaintenanceWindowRow).values(id=1, **told)
    await session.execute(
        statement.on_conflict_do_update(index_elements=[MaintenanceWindowRow.id], set_=told)
    )
    await announce(
        session,
        Recorded(
            act=acts.WINDOW_SET,
            actor=by.username,
            details={"start": window.start, "end": window.end, "automatic": automatic},
        ),
    )
