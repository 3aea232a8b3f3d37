"""What a caller is shown of a data set: columns, leave given by reviewers included, and rows."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.datasets import DataSet
from brain.kit.errors import Forbidden, Invalid
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.domain import row_policies as policies
from brain.platform.data_sets.domain.access import covered
from brain.platform.data_sets.domain.row_policies import Asker, Permitted
from brain.platform.data_sets.queries import access, row_policies
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


async def permitted(
    session: AsyncSession, catalogue: Catalogue, caller: Caller, data_set: DataSet
) -> Permitted:
    """By its own row policy, else by those carried from the data sets that it is computed from."""
    in_force = await row_policies.in_force(session)
    asker = Asker(roles=caller.roles, credit_code=caller.organisation_code)
    return policies.permitted(policies.holding(data_set, catalogue.by_name, in_force), asker)


async def require_whole(
    session: AsyncSession, catalogue: Catalogue, caller: Caller, *data_sets: DataSet
) -> None:
    """Raises Forbidden where a policy keeps rows of one of them from the caller."""
    for data_set in data_sets:
        if not (await permitted(session, catalogue, caller, data_set)).whole:
            raise Forbidden(f"“{data_set.title}”按行限制了您能看到的内容，这里只对能看到全部行的人开放")


async def require_open(session: AsyncSession, catalogue: Catalogue, data_set: DataSet) -> None:
    """Raises Invalid where a policy keeps rows of it from anybody."""
    held = policies.holding(data_set, catalogue.by_name, await row_policies.in_force(session))
    if not policies.permitted(held, Asker(roles=frozenset(), credit_code=None)).whole:
        raise Invalid(f"“{data_set.title}”按行限制了谁能看到哪些行，不能在这里公开")
