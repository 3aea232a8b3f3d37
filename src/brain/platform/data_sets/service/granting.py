"""What a caller is shown of a data set, leave given by reviewers included."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.datasets import DataSet
from brain.platform.data_sets.domain.access import covered
from brain.platform.data_sets.queries import access
from brain.platform.data_sets.service import protection
from brain.platform.governance.contract import Shown
from brain.platform.identity.contract import Caller


async def shown_to(session: AsyncSession, caller: Caller, data_set: DataSet) -> dict[str, Shown]:
    """By column; those shown as they are left out."""
    shown = protection.shown_to(caller, data_set)
    if not shown:
        return shown
    granted = await access.granted(session, caller.account_id, data_set.full_name, today())
    plain = covered(data_set, granted)
    return {name: how for name, how in shown.items() if name not in plain}
