"""What recipients say they took in."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.sharing.contract import Receipt
from brain.platform.sharing.models import ReceiptRow


async def keep(session: AsyncSession, sharing_id: int, version: int, rows: int, given: int | None) -> None:
    """Told again, what was told last holds; what was known to be given stays known."""
    told = insert(ReceiptRow).values(sharing=sharing_id, version=version, rows=rows, given=given, at=now())
    changed = {"rows": told.excluded.rows, "at": told.excluded.at}
    await session.execute(told.on_conflict_do_update(index_elements=["sharing", "version"], set_=changed))


async def of(session: AsyncSession, sharing_id: int) -> Sequence[Receipt]:
    """The newest version first."""
    rows = await session.scalars(
        select(ReceiptRow).where(ReceiptRow.sharing == sharing_id).order_by(ReceiptRow.version.desc())
    )
    return [Receipt(version=row.version, rows=row.rows, given=row.given, at=row.at) for row in rows]
